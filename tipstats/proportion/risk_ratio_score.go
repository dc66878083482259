package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// miettinenNurminenRatio returns the limits of the score interval with the factor N/(N-1).
func miettinenNurminenRatio(g groups, level float64) (lower, upper float64) {
	return scoreRatio(g, level, g.smallSampleFactor())
}

// koopman returns the limits of the score interval without it.
func koopman(g groups, level float64) (lower, upper float64) {
	return scoreRatio(g, level, 1)
}

// scoreRatio returns the ratios at which the score statistic, with its variance
// multiplied by factor, is the normal quantile of the level.
func scoreRatio(g groups, level, factor float64) (lower, upper float64) {
	z := tail.NormalTwoSided(level) * math.Sqrt(factor)
	return 1 / scoreRatioUpper(g.swapped(), z), scoreRatioUpper(g, z)
}

// scoreRatioUpper returns the upper limit, solved for as the distance of its logarithm
// from that of the estimate or, where the estimate is 0, of a small ratio.
func scoreRatioUpper(g groups, z float64) float64 {
	if g.x2 == 0 {
		return math.Inf(1)
	}
	estimate, start := g.ratio(), 0.0
	if g.x1 == 0 || g.all() {
		// The equation also holds at the estimate, which is no limit.
		start = z * z / (float64(g.n1) + float64(g.n2) + z*z) / 16
	}
	if g.x1 == 0 {
		estimate, start = start*float64(g.x2)/float64(g.n2), 0
	}
	shortfall := func(distance float64) float64 {
		return z - ratioScore(g, estimate, distance)
	}
	step := z * math.Sqrt(1/(float64(g.x1)+1)+1/float64(g.x2))
	return estimate * math.Exp(rootBeyond(shortfall, start, step, 600))
}

// ratioScore returns (r x2/n2 - x1/n1) over the square root of its variance at the
// most likely proportions p1 = r p2, for r = estimate exp(distance).
func ratioScore(g groups, estimate, distance float64) float64 {
	x1, n1, x2, n2 := float64(g.x1), float64(g.n1), float64(g.x2), float64(g.n2)
	r := estimate * math.Exp(distance)
	// p2 is the smaller root of N r p^2 - (b1 r + b2) p + x1 + x2 = 0, whose discriminant
	// is a sum of two terms that are not negative.
	b1, b2 := n1+x2, n2+x1
	root := math.Sqrt((b1*r-b2)*(b1*r-b2) + 4*r*(n1-x1)*(n2-x2))
	p2 := 2 * (x1 + x2) / (b1*r + b2 + root)
	p1 := r * p2
	variance := p1*math.Max(0, 1-p1)/n1 + r*r*p2*math.Max(0, 1-p2)/n2
	excess := x1 / n1 * math.Expm1(distance)
	if x1 == 0 {
		excess = r * x2 / n2
	}
	if variance == 0 {
		return math.Copysign(math.Inf(1), excess)
	}
	return excess / math.Sqrt(variance)
}
