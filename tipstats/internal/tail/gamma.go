package tail

import "math"

// gamma holds what the tails of one gamma distribution (scale 1) have in common.
type gamma struct {
	a        float64
	logScale float64
}

func newGamma(a float64) gamma {
	return gamma{a, 0.5*math.Log(a/(2*math.Pi)) - stirlingError(a)}
}

// logDensity returns log(x^a exp(-x) / Gamma(a)), the density of log X.
func (d gamma) logDensity(x float64) float64 {
	return d.logScale - deviance(d.a, x, d.a-x)
}

// lowerRatio returns P(X <= x) over the density of log X at x, for x <= a.
func (d gamma) lowerRatio(x float64) float64 {
	if nearMean(d.a-x, d.a) {
		return d.ratioByQuadrature(x, -1)
	}
	// The limit for large b of the fraction in beta.ratioByFraction.
	excess := d.a - x
	g := 1 / (d.a + 1)
	c := convergents{q0: 1, p1: 1, q1: d.a * (excess + 1) * g}
	for i := 1.0; i < maxTerms; i++ {
		gx := g * x
		h := i * gx
		numerator := (d.a + i - 1) * gx * h
		g = 1 / (d.a + 2*i + 1)
		c.next(numerator, i+h+(d.a+i)*(excess+1+2*i)*g)
		if c.settled() {
			break
		}
	}
	return c.p1 / c.q1
}

// upperRatio returns P(X >= x) over the density of log X at x, for x >= a, by
// Legendre's continued fraction, contracted (DLMF 8.9.2).
func (d gamma) upperRatio(x float64) float64 {
	if nearMean(d.a-x, d.a) {
		return d.ratioByQuadrature(x, 1)
	}
	excess := x - d.a
	c := convergents{q0: 1, p1: 1, q1: excess + 1}
	for i := 1.0; i < maxTerms; i++ {
		if i == d.a {
			break // the fraction is finite
		}
		c.next(i*(d.a-i), excess+1+2*i)
		if c.settled() {
			break
		}
	}
	return c.p1 / c.q1
}

// ratioByQuadrature integrates the density of log X away from x, down (sign -1) or
// up (sign 1).
func (d gamma) ratioByQuadrature(x, sign float64) float64 {
	drift := sign * (x - d.a)
	return integrate(drift, x, func(w float64) float64 {
		return drift*w + x*beyondLinear(sign*w)
	})
}

// LogGamma returns the logarithms of P(X <= x) and P(X >= x) for X of a gamma
// distribution with shape a >= 1/2 and scale 1: the regularized incomplete gamma
// functions P(a, x) and Q(a, x) (DLMF 8.2.4).
func LogGamma(x, a float64) (logLower, logUpper float64) {
	switch {
	case x == 0:
		return math.Inf(-1), 0
	case math.IsInf(x, 1):
		return 0, math.Inf(-1)
	}
	d := newGamma(a)
	if x <= a {
		logLower = d.logDensity(x) + math.Log(d.lowerRatio(x))
		return logLower, logComplement(logLower)
	}
	logUpper = d.logDensity(x) + math.Log(d.upperRatio(x))
	return logComplement(logUpper), logUpper
}
