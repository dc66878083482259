package tail

import "math"

// LogNormalUpper returns log P(Z >= z) for a standard normal Z.
func LogNormalUpper(z float64) float64 {
	if z > 30 {
		// Mills' ratio by its continued fraction 1/(z + 1/(z + 2/(z + ...))).
		f := z
		for k := 20.0; k >= 1; k-- {
			f = z + k/f
		}
		return -z*z/2 - math.Log(f*math.Sqrt(2*math.Pi))
	}
	if z < 0 {
		return math.Log1p(-NormalUpper(-z))
	}
	return math.Log(NormalUpper(z))
}

// NormalUpper returns P(Z >= z) for a standard normal Z.
func NormalUpper(z float64) float64 {
	h := z * (math.Sqrt2 / 2)
	p := math.Erfc(h) / 2
	if z <= 0 || p == 0 {
		return p
	}
	// h is rounded; exp(-h^2) must still be exp(-z^2/2).
	square := z * z
	rest := math.FMA(z, z, -square)
	return p * (1 + (math.FMA(h, h, -square/2) - rest/2))
}

// NormalQuantile returns z with P(Z <= z) = exp(logp) for a standard normal Z, by
// Wichura's algorithm AS 241 (to about 1e-16), and beyond its range by Newton's
// method on the log tail.
func NormalQuantile(logp float64) float64 {
	switch {
	case math.IsNaN(logp) || logp > 0:
		return math.NaN()
	case logp > -math.Ln2:
		return -NormalQuantile(logComplement(logp))
	case logp > -2.5: // p > 0.08
		const rest = 2.319046813846299558e-17 // ln 2 less the float64 nearest to it
		return -math.Sqrt2 * math.Erfinv(-math.Expm1((logp+math.Ln2)+rest))
	}
	r := math.Sqrt(-logp)
	switch {
	case r <= 5:
		return -wichura(r-1.6, &middle)
	case r <= 27:
		return -wichura(r-5, &far)
	case math.IsInf(r, 1):
		return math.Inf(-1)
	}
	z := math.Sqrt2 * r
	for range maxSteps {
		// The log tail has slope -z - 1/z + O(z^-3).
		step := (LogNormalUpper(z) - logp) / (z + 1/z)
		z += step
		if math.Abs(step) <= 1e-15*z {
			break
		}
	}
	return -z
}

// NormalTwoSided returns z with P(|Z| <= z) = level for a standard normal Z and
// level in (0, 1): 1.96 for 0.95.
func NormalTwoSided(level float64) float64 {
	switch level { // customary levels, in a third of the time
	case 0.9:
		return 1.6448536269514728
	case 0.95:
		return 1.9599639845400538
	case 0.99:
		return 2.5758293035489004
	}
	if level <= 0.85 {
		return math.Sqrt2 * math.Erfinv(level)
	}
	r := math.Sqrt(-math.Log((1 - level) / 2))
	if r <= 5 {
		return wichura(r-1.6, &middle)
	}
	return wichura(r-5, &far)
}

type rational struct{ above, below [8]float64 }

// The coefficients of AS 241 for exp(-25) <= p <= 0.075 and for smaller p.
var (
	middle = rational{
		[8]float64{1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
			1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
		[8]float64{1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
			1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9},
	}
	far = rational{
		[8]float64{6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
			2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
		[8]float64{1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
			7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15},
	}
)

func wichura(r float64, c *rational) float64 {
	p, q := c.above[7], c.below[7]
	for i := 6; i >= 0; i-- {
		p = p*r + c.above[i]
		q = q*r + c.below[i]
	}
	return p / q
}
