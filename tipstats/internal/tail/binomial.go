package tail

import "math"

// LogBinomialAtMost returns log P(X <= k) for X of a binomial distribution with n
// trials and success probability p, q = 1 - p.
func LogBinomialAtMost(k, n int, p, q float64) float64 {
	switch {
	case k < 0:
		return math.Inf(-1)
	case k >= n:
		return 0
	}
	_, upper := LogBeta(p, q, float64(k)+1, float64(n-k))
	return upper
}

// LogBinomialAtLeast returns log P(X >= k) for X of a binomial distribution with n
// trials and success probability p, q = 1 - p.
func LogBinomialAtLeast(k, n int, p, q float64) float64 {
	switch {
	case k <= 0:
		return 0
	case k > n:
		return math.Inf(-1)
	}
	lower, _ := LogBeta(p, q, float64(k), float64(n-k)+1)
	return lower
}

// LogBinomialMass returns log P(X = k) for X of a binomial distribution with n >= 1 trials
// and success probability p, q = 1 - p, by Loader's saddle-point form.
func LogBinomialMass(k, n int, p, q float64) float64 {
	switch {
	case k < 0 || k > n:
		return math.Inf(-1)
	case k == 0:
		return float64(n) * logOfComplement(p, q)
	case k == n:
		return float64(n) * logOfComplement(q, p)
	}
	a, b := float64(k), float64(n-k)
	d := newBeta(a, b) // whose density of the logit is a b/n P(X = k)
	return d.logDensity(p, q) - math.Log(a*(b/d.n))
}
