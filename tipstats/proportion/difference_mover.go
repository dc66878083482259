package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// newcombe returns the limits of Newcombe's hybrid score interval (1998b, method 10):
//
//	lower = p1 - p2 - sqrt((p1 - l1)^2 + (u2 - p2)^2)
//	upper = p1 - p2 + sqrt((u1 - p1)^2 + (p2 - l2)^2)
//
// with l and u the Wilson limits of each group.
func newcombe(g groups, level float64) (lower, upper float64) {
	return squareAndAdd(g, level, observed, wilson)
}

// newcombeCC does so with the continuity-corrected Wilson limits (method 11).
func newcombeCC(g groups, level float64) (lower, upper float64) {
	return squareAndAdd(g, level, observed, wilsonCorrected)
}

// moverJeffreys does so with the quantiles of the Jeffreys posterior, around its median:
// the method of variance estimates recovery (Donner and Zou 2012; Laud, Pharm. Stat. 16
// (2017) 334).
func moverJeffreys(g groups, level float64) (lower, upper float64) {
	return squareAndAdd(g, level, jeffreysMedian, jeffreysLimits)
}

// squareAndAdd combines an estimate and limits for each of two groups.
func squareAndAdd(g groups, level float64, estimate func(x, n int) float64, limits func(x, n int, level float64) (lower, upper float64)) (lower, upper float64) {
	p1, p2 := estimate(g.x1, g.n1), estimate(g.x2, g.n2)
	l1, u1 := limits(g.x1, g.n1, level)
	l2, u2 := limits(g.x2, g.n2, level)
	difference := p1 - p2
	return difference - math.Hypot(p1-l1, u2-p2), difference + math.Hypot(u1-p1, p2-l2)
}

func observed(x, n int) float64 { return float64(x) / float64(n) }

// wilsonCorrected returns the Wilson limits with continuity correction (Newcombe, Stat.
// Med. 17 (1998) 857, method 4).
func wilsonCorrected(x, n int, level float64) (lower, upper float64) {
	z := tail.NormalTwoSided(level)
	size := float64(n)
	if x > 0 {
		lower = correctedLower(float64(x), float64(n-x), size, z)
	}
	upper = 1
	if x < n {
		upper = 1 - correctedLower(float64(n-x), float64(x), size, z)
	}
	return lower, upper
}

// correctedLower returns the lower limit for k successes and rest failures.
func correctedLower(k, rest, size, z float64) float64 {
	root := math.Sqrt(math.Max(0, z*z-2-1/size+4*k/size*(rest+1)))
	return math.Max(0, (2*k+z*z-1-z*root)/(2*(size+z*z)))
}

// jeffreysMedian returns the median of the posterior Beta(x + 1/2, n - x + 1/2).
func jeffreysMedian(x, n int) float64 {
	median, _ := tail.BetaQuantile(-math.Ln2, float64(x)+0.5, float64(n-x)+0.5)
	return median
}

// jeffreysLimits returns the quantiles of that posterior with equal tails.
func jeffreysLimits(x, n int, level float64) (lower, upper float64) {
	logTail := math.Log((1 - level) / 2)
	lower, _ = tail.BetaQuantile(logTail, float64(x)+0.5, float64(n-x)+0.5)
	_, upper = tail.BetaQuantile(logTail, float64(n-x)+0.5, float64(x)+0.5)
	return lower, upper
}
