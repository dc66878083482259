package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// wilson returns the score limits: the p at which (x - np)^2 = z^2 n p (1-p), with z
// the two-sided normal quantile of the level (Wilson, J. Am. Stat. Assoc. 22 (1927)
// 209). The smaller root is taken as the product of both over the larger, so that
// neither is the difference of two nearly equal numbers.
func wilson(x, n int, level float64) (lower, upper float64) {
	k, size := float64(x), float64(n)
	z := tail.NormalTwoSided(level)
	half := float64(z*z) / 2
	larger := k + half + z*math.Sqrt(float64(k*(float64(n-x)/size))+half/2)
	upper = 1
	if x > 0 {
		lower = min(k/larger, 1) * (k / size)
	}
	if x < n {
		upper = min(max(larger/(size+2*half), k/size), 1)
	}
	return lower, upper
}
