package proportion

import "math"

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
	return squareAndAdd(g, level, observed, wilsonCC)
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
