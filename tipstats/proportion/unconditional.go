package proportion

import (
	"math"
	"math/bits"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// largestUnconditional bounds n1 + n2 for the tests that maximize over the common
// proportion: the time grows with the power 3/2 of it.
const largestUnconditional = 10000

// barnard returns the score and the log of its maximized p-value.
func barnard(g groups, alt infer.Alternative) (z, logP float64) {
	z = scoreStatistic(g, Score)
	observed := exactScoreOf(g)
	negative, positive := observed, observed
	if alt == infer.TwoSided {
		if observed.cross == 0 {
			return z, 0
		}
		negative.cross = -abs(observed.cross)
		positive.cross = abs(observed.cross)
	}
	less := func(a, b int) bool { return exactScoreOf(groups{a, g.n1, b, g.n2}).compare(negative) <= 0 }
	greater := func(a, b int) bool { return exactScoreOf(groups{a, g.n1, b, g.n2}).compare(positive) >= 0 }
	switch alt {
	case infer.Less:
		greater = nil
	case infer.Greater:
		less = nil
	}
	return z, newRejection(g.n1, g.n2, less, greater).logSupremum()
}

// boschloo returns Fisher's one-sided p-value and the log of its maximized p-value.
func boschloo(g groups, alt infer.Alternative) (statistic, logP float64) {
	var less, greater, statisticLess, statisticGreater float64
	if alt != infer.Greater {
		statisticLess, less = boschlooLess(g)
	}
	if alt != infer.Less {
		statisticGreater, greater = boschlooLess(g.swapped())
	}
	if alt == infer.Greater || alt == infer.TwoSided && greater < less {
		return statisticGreater, chooseTail(less, greater, alt)
	}
	return statisticLess, chooseTail(less, greater, alt)
}

// boschlooLess is boschloo for the alternative that the first proportion is the smaller.
func boschlooLess(g groups) (statistic, logP float64) {
	fisher, observed := fisherLess(g)
	// Equal p-values of different tables differ by rounding.
	limit := observed + 1e-9
	set := newRejection(g.n1, g.n2, func(a, b int) bool {
		_, logOdds := fisherLess(groups{a, g.n1, b, g.n2})
		return logOdds <= limit
	}, nil)
	return math.Exp(fisher), math.Min(fisher, set.logSupremum())
}

// fisherLess returns the log of Fisher's p-value P, and log(P/(1-P)), which tells apart
// p-values next to 1 too.
func fisherLess(g groups) (logP, logOdds float64) {
	h := tail.NewHypergeometric(g.n1, g.n2, g.x1+g.x2, 0)
	logP, _ = h.LogTails(g.x1, 1)
	if logP < -math.Ln2 {
		return logP, logP - math.Log1p(-math.Exp(logP))
	}
	_, logRest := h.LogTails(g.x1, 0)
	return logP, logP - logRest
}

// exactScore is the pooled score statistic in whole numbers: proportional to
// cross / sqrt(spread).
type exactScore struct{ cross, spread int64 }

func exactScoreOf(g groups) exactScore {
	successes, total := int64(g.x1)+int64(g.x2), int64(g.n1)+int64(g.n2)
	if successes == 0 || successes == total {
		return exactScore{0, 1}
	}
	return exactScore{int64(g.x1)*int64(g.n2) - int64(g.x2)*int64(g.n1), successes * (total - successes)}
}

func abs(x int64) int64 { return max(x, -x) }

// compare returns the sign of s - t, without rounding.
func (s exactScore) compare(t exactScore) int {
	if (s.cross < 0) != (t.cross < 0) || s.cross == 0 || t.cross == 0 {
		switch {
		case s.cross < t.cross:
			return -1
		case s.cross > t.cross:
			return 1
		}
		return 0
	}
	sign := 1
	if s.cross < 0 {
		sign = -1
	}
	high1, low1 := bits.Mul64(uint64(s.cross*s.cross), uint64(t.spread))
	high2, low2 := bits.Mul64(uint64(t.cross*t.cross), uint64(s.spread))
	switch {
	case high1 == high2 && low1 == low2:
		return 0
	case high1 > high2 || high1 == high2 && low1 > low2:
		return sign
	}
	return -sign
}

// logSupremum returns the log of the largest probability of the set over all common
// proportions p, searched for on the scale t where p = sin(t)^2. On it the standard error
// of p is 1/(2 sqrt(N)), so that the probability cannot change much within a tenth of
// that; every maximum of a grid so fine that comes near the largest is refined.
func (r *rejection) logSupremum() float64 {
	if r.certain() {
		return 0
	}
	var s scratch
	f := func(t float64) float64 {
		sin, cos := math.Sincos(t)
		return r.logProbability(sin*sin, cos*cos, sin*sin, cos*cos, &s)
	}
	steps := 64 + 16*int(math.Sqrt(float64(r.n1+r.n2)))
	width := math.Pi / 2 / float64(steps)
	values := make([]float64, steps+1) // the ends have probability 0
	values[0], values[steps] = math.Inf(-1), math.Inf(-1)
	best := math.Inf(-1)
	for i := 1; i < steps; i++ {
		values[i] = f(float64(i) * width)
		best = math.Max(best, values[i])
	}
	nearBest := best - 0.2
	for i := 1; i < steps; i++ {
		if values[i] >= nearBest && values[i] >= values[i-1] && values[i] >= values[i+1] {
			best = math.Max(best, peak(f, float64(i)*width, width))
		}
	}
	return best
}

// peak returns the largest value of f within width of t, by golden-section search.
func peak(f func(float64) float64, t, width float64) float64 {
	const golden = 0.6180339887498949
	lo, hi := t-width, t+width
	a, b := hi-golden*(hi-lo), lo+golden*(hi-lo)
	fa, fb := f(a), f(b)
	for range 30 {
		if fa > fb {
			hi, b, fb = b, a, fa
			a = hi - golden*(hi-lo)
			fa = f(a)
		} else {
			lo, a, fa = a, b, fb
			b = lo + golden*(hi-lo)
			fb = f(b)
		}
	}
	return math.Max(fa, fb)
}
