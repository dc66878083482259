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
