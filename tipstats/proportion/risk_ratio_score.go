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
	share1, share2 := float64(g.x1)/float64(g.n1), float64(g.x2)/float64(g.n2)
	r := estimate * math.Exp(distance)
	excess := share1 * math.Expm1(distance)
	d := g.ratioExcess() + estimate*math.Expm1(distance) // r - 1
	if g.x1 == 0 {
		excess, d = r*share2, r-1
	}
	deviation := ratioDeviation(g, r, d)
	if deviation == 0 {
		return math.Copysign(math.Inf(1), excess)
	}
	return excess / deviation
}

// ratioDeviation returns the square root of p1 q1/n1 + r^2 p2 q2/n2 at the most likely
// proportions with p1 = r p2, where d = r - 1.
func ratioDeviation(g groups, r, d float64) float64 {
	if d > 0 {
		return r * ratioDeviation(g.swapped(), 1/r, -d/r)
	}
	x := float64(g.x1) + float64(g.x2)
	n1, n2 := float64(g.n1), float64(g.n2)
	fail1, fail2 := float64(g.n1-g.x1), float64(g.n2-g.x2)
	// p2 is the smaller root of N r p^2 - (b1 r + b2) p + x = 0, and q2 = 1 - p2 the larger
	// one of N r q^2 - linear q + fail2 d = 0. The discriminant that they have in common is
	// a sum of two terms that are not negative.
	n, b1, b2 := n1+n2, n1+float64(g.x2), n2+float64(g.x1)
	tilt, linear := b1*r-b2, (n+fail2)*r-b2
	if r > 0.5 {
		tilt, linear = fail1-fail2+b1*d, fail1+fail2+(n+fail2)*d
	}
	root := math.Sqrt(tilt*tilt + 4*r*fail1*fail2)
	p2 := 2 * x / (b1*r + b2 + root)
	q2 := 0.0
	switch {
	case linear >= 0:
		q2 = (linear + root) / (2 * n * r)
	case fail2 > 0:
		q2 = 2 * fail2 * -d / (root - linear)
	}
	q1 := q2 - d*p2
	return math.Sqrt(r*p2*q1/n1 + r*r*p2*q2/n2)
}
