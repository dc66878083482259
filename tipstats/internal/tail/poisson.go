package tail

import "math"

// LogPoissonAtMost returns log P(X <= k) for a Poisson X of the given mean >= 0.
func LogPoissonAtMost(k int, mean float64) float64 {
	if k < 0 {
		return math.Inf(-1)
	}
	_, upper := LogGamma(mean, float64(k)+1)
	return upper
}

// LogPoissonAtLeast returns log P(X >= k) for a Poisson X of the given mean >= 0.
func LogPoissonAtLeast(k int, mean float64) float64 {
	if k <= 0 {
		return 0
	}
	lower, _ := LogGamma(mean, float64(k))
	return lower
}

// LogPoissonMass returns log P(X = k) for a Poisson X of the given mean > 0, by Loader's
// saddle-point form.
func LogPoissonMass(k int, mean float64) float64 {
	switch {
	case k < 0:
		return math.Inf(-1)
	case k == 0:
		return -mean
	}
	return newGamma(float64(k)).logDensity(mean) - math.Log(float64(k))
}
