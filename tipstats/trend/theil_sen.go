package trend

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Slope is a straight line through points, by the method of Theil and Sen.
type Slope struct {
	// Slope is the median of the slopes between all pairs of points with different
	// times, in units of y per unit of t.
	Slope float64
	// Intercept is the value of the line at t = 0: the median of y less Slope times the
	// median of t (Conover 1980).
	Intercept float64
	// Lower and Upper are the limits for the slope, infinite if the points are too few
	// for the level.
	Lower, Upper float64
	// Level is the confidence level that was asked for, and Attained the one that the
	// limits have: at least Level, since S takes whole values only.
	Level, Attained float64
	// N is the number of points, and Pairs the number of pairs with different times.
	N, Pairs int
	// Exact reports whether the exact distribution of S guarantees the level.
	Exact bool
	// Method says how the limits were found.
	Method string
	// Warnings holds what a reader should know before quoting the slope.
	Warnings []string
}

// TheilSen fits a straight line to the points (t[i], y[i]): the median of all pairwise
// slopes, which up to 29 % of wild values cannot carry away.
//
// The interval holds every slope b that the test of Kendall's S, computed from y - b t,
// does not reject two-sided: from the (m+1)-th smallest to the (m+1)-th largest of the
// pairwise slopes, where m is the largest number of inversions with a p-value below
// 1 - level. Up to 170 points at different times, and up to 50 if some share a time, the
// exact p-value of S must be below it, and so must Sen's normal one with continuity
// correction. The exact one makes the coverage at least the level; the normal one, mostly
// the larger, keeps the limits those of Sen's published example and of other software. At
// 95 % and up to 18 points the two agree, and with them MannKendall. With more points the
// normal p-value alone decides. Method says which. Where not even m = 0 is rejected, the
// limits are infinite and a warning says so: three points support no level above 2/3.
//
// Time is of order n log n and memory of order n. Above 20,000 pairs slopes are ranked by
// counting with y - b t, and two whose difference is lost in its rounding may change places.
//
// Times need not be sorted, whole or evenly spaced. Pairs of points at the same time have
// no slope and are skipped; the distribution of S takes them as ties. Ties in y do not
// enter it, because y - b t is tied for single values of b only.
//
// Slices of different lengths, fewer than two points, NaN, infinities, points that all
// share one time, and a level outside (0, 1) are errors that name every problem.
//
// Do not use it for values that depend on those before them other than by the trend (the
// interval is then too short), or to predict beyond the years observed.
//
// Sources: Theil, Proc. Kon. Ned. Akad. Wet. A 53 (1950) 386, 521, 1397; Sen, J. Am. Stat.
// Assoc. 63 (1968) 1379.
func TheilSen(t, y []float64, level float64) (Slope, error) {
	if err := checkPoints(t, y, level); err != nil {
		return Slope{}, err
	}
	t, y = byTime(t, y)
	null := newKendallNull(tieSizes(t))
	all := newSlopes(t, y, null.pairs)
	if steepest := all.steepest(); math.IsInf(steepest, 1) {
		return Slope{}, fmt.Errorf("trend: the line between two neighbouring times is too steep for a float64: check the units of t and y")
	}
	r := Slope{
		Slope:    all.median(),
		Lower:    math.Inf(-1),
		Upper:    math.Inf(1),
		Level:    level,
		Attained: 1,
		N:        len(t),
		Pairs:    null.pairs,
		Exact:    null.exact,
		Method:   "Theil-Sen, limits by " + limitsBy(null),
	}
	sorted := slices.Clone(y)
	slices.Sort(sorted)
	r.Intercept = median(sorted) - float64(r.Slope*median(t)) + 0
	if m := null.rejected(1 - level); m >= 0 {
		// Ranks are exact to the rounding of y - b t, so that the order is made sure of.
		r.Lower = min(all.rank(m), r.Slope) + 0 // no -0
		r.Upper = max(all.rank(null.pairs-1-m), r.Slope) + 0
		r.Attained = -math.Expm1(null.logTwoSided(null.pairs - 2*m))
	} else {
		r.Warnings = append(r.Warnings, fmt.Sprintf(
			"%d points support no interval at level %v: their widest finite one has level %.3g",
			r.N, level, -math.Expm1(null.logTwoSided(null.pairs))))
	}
	return r, nil
}

// limitsBy names the distribution that limits come from.
func limitsBy(null kendallNull) string {
	if null.exact {
		return "the exact distribution of S, no shorter than by the normal one"
	}
	return "the normal approximation of S, corrected for ties and continuity"
}

func checkPoints(t, y []float64, level float64) error {
	var p problems
	if len(t) != len(y) {
		p.add("%d times but %d values: expected one value for each time", len(t), len(y))
	}
	p.pairs(min(len(t), len(y)))
	p.finite("t", t)
	p.finite("y", y)
	p.level(level)
	if len(p) == 0 && slices.Min(t) == slices.Max(t) {
		p.add("all %d points have the time %v: a slope needs two different times", len(t), t[0])
	}
	if len(p) == 0 && (math.IsInf(slices.Max(t)-slices.Min(t), 0) || math.IsInf(slices.Max(y)-slices.Min(y), 0)) {
		p.add("the values are too far apart to be subtracted: expected a range below %.3g", math.MaxFloat64)
	}
	return p.err()
}

// byTime returns copies of t and y, sorted by t and then by y.
func byTime(t, y []float64) (times, values []float64) {
	type point struct{ t, y float64 }
	points := make([]point, len(t))
	for i := range points {
		points[i] = point{t[i], y[i]}
	}
	slices.SortFunc(points, func(p, q point) int {
		return cmp.Or(cmp.Compare(p.t, q.t), cmp.Compare(p.y, q.y))
	})
	times, values = make([]float64, len(t)), make([]float64, len(y))
	for i, p := range points {
		times[i], values[i] = p.t, p.y
	}
	return times, values
}

// median returns the median of a sorted slice.
func median(sorted []float64) float64 {
	n := len(sorted)
	return sorted[(n-1)/2]/2 + sorted[n/2]/2
}
