package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// jeffreysMedian returns the median of the posterior Beta(x + 1/2, n - x + 1/2).
func jeffreysMedian(x, n int) float64 {
	median, _ := tail.BetaQuantile(-math.Ln2, float64(x)+0.5, float64(n-x)+0.5)
	return median
}

// jeffreysLimits returns the quantiles of that posterior with equal tails (H. Jeffreys,
// Theory of Probability, 3rd ed. (1961), 3.9; L. D. Brown, T. T. Cai and A. DasGupta, Stat.
// Sci. 16 (2001) 101).
func jeffreysLimits(x, n int, level float64) (lower, upper float64) {
	logTail := math.Log((1 - level) / 2)
	lower, _ = tail.BetaQuantile(logTail, float64(x)+0.5, float64(n-x)+0.5)
	_, upper = tail.BetaQuantile(logTail, float64(n-x)+0.5, float64(x)+0.5)
	return lower, upper
}
