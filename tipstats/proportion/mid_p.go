package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// midP returns the p at which P(X > x) + P(X = x)/2 and P(X < x) + P(X = x)/2 are half of
// 1 - level for a binomial X (Lancaster, J. Am. Stat. Assoc. 56 (1961) 223; G. Berry and P.
// Armitage, Statistician 44 (1995) 417).
func midP(x, n int, level float64) (lower, upper float64) {
	logTail := math.Log((1 - level) / 2)
	k, rest := float64(x), float64(n-x)
	lower, _ = tail.BinomialMidQuantile(logTail, k, rest)
	_, upper = tail.BinomialMidQuantile(logTail, rest, k)
	if x == 0 {
		// The root of q^n = 1 - level, which is small at small levels.
		upper = math.Max(0, -math.Expm1(math.Log1p(-level)/rest))
	}
	return lower, upper
}
