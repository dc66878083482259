package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// clopperPearson returns the p at which P(X >= x) and P(X <= x) are half of 1 - level
// for a binomial X (Clopper and Pearson, Biometrika 26 (1934) 404). As quantiles of
// beta distributions: lower = B(alpha/2; x, n-x+1), upper = B(1-alpha/2; x+1, n-x).
func clopperPearson(x, n int, level float64) (lower, upper float64) {
	logTail := math.Log((1 - level) / 2)
	k, rest := float64(x), float64(n-x)
	upper = 1
	if x > 0 {
		lower, _ = tail.BetaQuantile(logTail, k, rest+1)
	}
	if x < n {
		_, upper = tail.BetaQuantile(logTail, rest, k+1)
	}
	return lower, upper
}
