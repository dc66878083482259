package tail

import "math"

// PoissonDivergence returns k log(k/mean) - (k - mean) >= 0 for k >= 0 and mean > 0:
// half the unit deviance of a Poisson count k (Loader's bd0).
func PoissonDivergence(k, mean float64) float64 {
	if k == 0 {
		return mean
	}
	return deviance(k, mean, k-mean)
}

// BinomialDivergence returns a log(a/(n x)) + b log(b/(n y)) >= 0, where n = a + b > 0 and
// y = 1 - x: half the unit deviance of a binomial count of a successes and b failures. The
// caller gives excess = a - n x, which it may know to more digits.
func BinomialDivergence(a, b, x, y, excess float64) float64 {
	switch {
	case a == 0:
		return -b * logOfComplement(x, y)
	case b == 0:
		return -a * logOfComplement(y, x)
	}
	return divergence(a, b, x, y, excess)
}

// logOfComplement returns log(1 - x) from x and y = 1 - x, both known to full precision.
func logOfComplement(x, y float64) float64 {
	if x < 0.5 {
		return math.Log1p(-x)
	}
	return math.Log(y)
}

// StirlingError returns log(Gamma(x+1)) - log(sqrt(2 pi x) (x/e)^x) for real x > 0.
func StirlingError(x float64) float64 { return stirlingError(x) }

// LogBeyondLinear returns w - log(1 + w) >= 0 for w > -1 without cancellation.
func LogBeyondLinear(w float64) float64 { return logBeyondLinear(w) }
