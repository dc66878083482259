package proportion

import (
	"math"
	"sort"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// blaker returns the limits of H. Blaker, Can. J. Stat. 28 (2000) 783.
func blaker(x, n int, level float64) (lower, upper float64) {
	upper = 1
	if x > 0 {
		lower, _ = blakerLower(x, n, 1-level)
	}
	if x < n {
		_, upper = blakerLower(n-x, n, 1-level)
	}
	return lower, upper
}

// blakerLower returns the smallest p, and q = 1 - p, whose acceptability exceeds alpha.
//
// For p below x/n the acceptability is P(X >= x) + P(X <= k), with k the largest count at
// which the second tail is no larger than the first. Let p grow from the limit of Clopper
// and Pearson, where P(X >= x) is alpha/2 and the acceptability at most alpha. While k
// stays, the acceptability is one minus the probability of the counts between k and x, so
// that it falls, if at all, before it grows: it passes alpha once at most. When k grows,
// both tails are equal, and larger than alpha/2: it is above alpha. The limit is therefore
// where it passes alpha before k first grows, or else where k first grows; no search in
// steps, which can miss it, is needed.
func blakerLower(x, n int, alpha float64) (p, q float64) {
	successes, failures := float64(x), float64(n-x)
	logAlpha := math.Log(alpha)
	logHalf := logAlpha - math.Ln2
	p, q = tail.BetaQuantile(logHalf, successes, failures+1)
	next := sort.Search(x-1, func(k int) bool { // k + 1
		return tail.LogBinomialAtMost(k, n, p, q) > logHalf
	})
	start := math.Log(p) - math.Log(q)
	p, q = equalTails(next, x, n)
	jump := math.Log(p) - math.Log(q)
	excess := func(t float64) float64 {
		p, q := fromLogit(t)
		near, far := tail.LogBinomialAtLeast(x, n, p, q), tail.LogBinomialAtMost(next-1, n, p, q)
		return near - logAlpha + math.Log1p(math.Exp(far-near))
	}
	if !(excess(jump) > 0) {
		return p, q
	}
	return fromLogit(rootBetween(excess, start, jump))
}

// equalTails returns the p, and q = 1 - p, at which P(X <= k) = P(X >= x), for k < x. It
// is the upper limit for k if it is the lower limit for x, to the last bit: were there a
// gap between the two, a p inside it would be covered by neither.
func equalTails(k, x, n int) (p, q float64) {
	switch {
	case x > n-k:
		q, p = equalTails(n-x, n-k, n)
		return p, q
	case x == n-k:
		return 0.5, 0.5
	}
	q, p = tail.BetaQuantile(-math.Ln2, float64(n-k), float64(k)+1)
	low := math.Log(p) - math.Log(q)
	p, q = tail.BetaQuantile(-math.Ln2, float64(x), float64(n-x)+1)
	high := math.Log(p) - math.Log(q)
	return fromLogit(rootBetween(func(t float64) float64 {
		p, q := fromLogit(t)
		return tail.LogBinomialAtLeast(x, n, p, q) - tail.LogBinomialAtMost(k, n, p, q)
	}, low, high))
}

// fromLogit returns the p, and q = 1 - p, with log(p/q) = t.
func fromLogit(t float64) (p, q float64) {
	return 1 / (1 + math.Exp(-t)), 1 / (1 + math.Exp(t))
}
