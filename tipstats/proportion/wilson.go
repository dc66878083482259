package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// wilson returns the score limits: the p at which (x - np)^2 = z^2 n p (1-p), with z
// the two-sided normal quantile of the level (Wilson, J. Am. Stat. Assoc. 22 (1927)
// 209).
func wilson(x, n int, level float64) (lower, upper float64) {
	k, size, z := float64(x), float64(n), tail.NormalTwoSided(level)
	sum := scoreSum(k, float64(n-x), size, z)
	upper = 1
	if x > 0 {
		lower = smallerScoreRoot(sum, k, size)
	}
	if x < n {
		upper = largerScoreRoot(sum, size, z)
	}
	return lower, upper
}

// wilsonCC returns the score limits for x - 1/2 and x + 1/2: those with continuity
// correction (Newcombe, Stat. Med. 17 (1998) 857, method 4).
func wilsonCC(x, n int, level float64) (lower, upper float64) {
	k, rest, size, z := float64(x), float64(n-x), float64(n), tail.NormalTwoSided(level)
	if x > 0 {
		lower = smallerScoreRoot(scoreSum(k-0.5, rest+0.5, size, z), k-0.5, size)
	}
	upper = 1
	if x < n {
		upper = largerScoreRoot(scoreSum(k+0.5, rest-0.5, size, z), size, z)
	}
	return lower, upper
}

// scoreSum returns n + z^2 times the larger p at which (k - np)^2 = z^2 n p (1-p), where n
// is k + rest; if z is negative, times the smaller one.
func scoreSum(k, rest, n, z float64) float64 {
	half := float64(z*z) / 2
	return k + half + z*math.Sqrt(float64(k*(rest/n))+half/2)
}

func largerScoreRoot(sum, n, z float64) float64 { return sum / (n + float64(z*z)) }

// smallerScoreRoot returns the other root: the product of both, k^2/(n (n + z^2)), over
// the larger one, so that neither is the difference of two nearly equal numbers.
func smallerScoreRoot(sum, k, n float64) float64 { return k / sum * (k / n) }
