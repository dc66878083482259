package tail

import "math"

// GammaLowerQuantile returns x with P(X <= x) = exp(logp) for X of a gamma
// distribution with shape a >= 1/2 and scale 1.
func GammaLowerQuantile(logp, a float64) float64 {
	switch {
	case !(logp <= 0 && a > 0):
		return math.NaN()
	case logp == 0:
		return math.Inf(1)
	case a == 1:
		return -logComplement(logp)
	}
	return newGamma(a).quantile(logp, logComplement(logp))
}

// GammaUpperQuantile returns x with P(X >= x) = exp(logp) for X of a gamma
// distribution with shape a >= 1/2 and scale 1.
func GammaUpperQuantile(logp, a float64) float64 {
	switch {
	case !(logp <= 0 && a > 0):
		return math.NaN()
	case math.IsInf(logp, -1):
		return math.Inf(1)
	case a == 1:
		return -logp
	}
	return newGamma(a).quantile(logComplement(logp), logp)
}

// quantile returns x with P(X <= x) = exp(logLower) and P(X >= x) = exp(logUpper),
// from the smaller of the two.
func (d gamma) quantile(logLower, logUpper float64) float64 {
	sign, logp := 1.0, logLower // sign of d(log tail)/d(log x)
	if logUpper < logLower {
		sign, logp = -1, logUpper
	}
	x := d.guess(logp, sign)
	for range maxSteps {
		if x == 0 {
			break
		}
		l, rate := d.logTail(x, sign)
		step := newton(logp-l, rate, sign*(d.a-x), x)
		x *= math.Exp(sign * step)
		if settled(step, rate, x) {
			break
		}
	}
	return x
}

// logTail returns the log of the lower (sign 1) or upper (sign -1) tail, and the
// ratio of the density of log X to that tail.
func (d gamma) logTail(x, sign float64) (logp, rate float64) {
	density := d.logDensity(x)
	var ratio float64
	if x <= d.a {
		ratio = d.lowerRatio(x)
	} else {
		ratio = d.upperRatio(x)
	}
	logp = density + math.Log(ratio)
	if (x <= d.a) == (sign > 0) {
		return logp, 1 / ratio
	}
	logp = logComplement(logp)
	return logp, math.Exp(density - logp)
}

// guess returns a starting point: Wilson and Hilferty's cube root approximation or,
// in the far lower tail of a small a, the leading power of x.
func (d gamma) guess(logp, sign float64) float64 {
	if sign > 0 && d.a < 8 {
		logGamma, _ := math.Lgamma(d.a + 1)
		x := math.Exp((logp + logGamma) / d.a)
		if d.a < 1 || x < 0.1*(d.a+1) {
			return x
		}
	}
	z := sign * NormalQuantile(logp)
	root := 1 - 1/(9*d.a) + z/(3*math.Sqrt(d.a))
	return d.a * math.Pow(math.Max(root, 0.05), 3)
}
