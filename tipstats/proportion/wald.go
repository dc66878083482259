package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// wald returns x/n -+ z sqrt(p q/n) with p = 1 - q = x/n.
func wald(x, n int, level float64) (lower, upper float64) {
	return aroundShare(float64(x), float64(n-x), float64(n), tail.NormalTwoSided(level), 0)
}

// waldCC adds the correction 1/(2n) to each side.
func waldCC(x, n int, level float64) (lower, upper float64) {
	return aroundShare(float64(x), float64(n-x), float64(n), tail.NormalTwoSided(level), 0.5)
}

// agrestiCoull returns the Wald limits after adding z^2/2 successes and z^2/2 failures
// (A. Agresti and B. A. Coull, Am. Stat. 52 (1998) 119).
func agrestiCoull(x, n int, level float64) (lower, upper float64) {
	z := tail.NormalTwoSided(level)
	half := float64(z*z) / 2
	return aroundShare(float64(x)+half, float64(n-x)+half, float64(n)+2*half, z, 0)
}

// aroundShare returns (k -+ (z sqrt(k rest/n) + correction))/n, where n = k + rest.
func aroundShare(k, rest, n, z, correction float64) (lower, upper float64) {
	distance := z*math.Sqrt(float64(k*(rest/n))) + correction
	return (k - distance) / n, (k + distance) / n
}
