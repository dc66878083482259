package trend

import (
	"fmt"
	"math"
	"slices"
)

// SlopeBounds says what the method of Theil and Sen can give for values that are known as ranges.
type SlopeBounds struct {
	// SlopeMin and SlopeMax are the smallest and the largest median slope of any values in the
	// ranges, in units of y per unit of t. They are infinite where open ranges leave it open.
	SlopeMin, SlopeMax float64
	// Lower and Upper are the limits of the union of the intervals of all such values. It covers
	// the true slope with probability at least Level, whatever the true values are.
	Lower, Upper float64
	// Level is the confidence level that was asked for.
	Level float64
	// N is the number of points, and Pairs the number of pairs with different times.
	N, Pairs int
	// Sharp reports whether some values in the ranges give SlopeMin, and some SlopeMax. If not, the
	// search was broken off, or the median is the mean of two slopes, whose bounds were found
	// apart; the bounds hold all the same.
	Sharp bool
	// Method says how the limits were found.
	Method string
	// Warnings holds what a reader should know before quoting the bounds.
	Warnings []string
}

// maxRangePoints bounds the number of points of TheilSenRange: it tries the slopes of all ends.
const maxRangePoints = 1000

// TheilSenRange bounds the slope of [TheilSen] for values that are known to lie between lo[i] and
// hi[i] at the time t[i], ends included: "at least 44" is 44 and +Inf, an exact value the same
// twice.
//
// Some values in the ranges have at least m pairwise slopes above b if and only if, for the ranges
// of y - b t, the largest S is at least 2 m less the number of pairs; so that the largest value of
// the slope of a given rank is found by halving, among the slopes between the ends of ranges, with
// the search of [MannKendallRange]. An odd number of pairs has one median slope, and its bounds
// are sharp; of an even one the median is the mean of two slopes, and the bounds are the means of
// theirs. Lower and Upper are the sharp bounds of the limits of TheilSen.
//
// Time is of order n^2 log n, and in the worst case grows exponentially with the number of ranges
// that overlap; the search is broken off then, and Sharp is false.
//
// Slices of different lengths, fewer than two points or more than 1000, NaN, infinite times, lo[i] >
// hi[i], ranges without a finite value, points that all share one time, and a level outside (0, 1)
// are errors that name every problem. Do not use it for sampling error: a range must hold the true
// value for certain.
//
// Sources: Sen, J. Am. Stat. Assoc. 63 (1968) 1379; Manski, Partial Identification of Probability
// Distributions (2003), for the idea of sharp bounds.
func TheilSenRange(t, lo, hi []float64, level float64) (SlopeBounds, error) {
	if err := checkRangePoints(t, lo, hi, level); err != nil {
		return SlopeBounds{}, err
	}
	rising := sortedRanges(t, lo, hi)
	falling := slopeRanges{rising.t, negated(rising.hi), negated(rising.lo)}
	null := newKendallNull(tieSizes(rising.t))
	last := null.pairs - 1
	candidates := rising.candidates()
	steepest := 0.0
	for _, slope := range candidates {
		steepest = math.Max(steepest, math.Abs(slope))
	}
	if beyond(steepest)*(rising.t[len(t)-1]-rising.t[0]) > math.MaxFloat64/4 {
		return SlopeBounds{}, fmt.Errorf("trend: slopes up to %.3g over a time of %v are out of range: rescale the times or the values",
			steepest, rising.t[len(t)-1]-rising.t[0])
	}
	turned := negated(candidates)
	slices.Reverse(turned)
	r := SlopeBounds{Lower: math.Inf(-1), Upper: math.Inf(1), Level: level, N: len(t), Pairs: null.pairs, Sharp: true,
		Method: "Theil-Sen over all values that the ranges allow, limits by " + limitsBy(null)}
	largest := func(rank int) float64 {
		slope, sharp := rising.largest(rank, null.pairs, candidates)
		r.Sharp = r.Sharp && sharp
		return slope
	}
	smallest := func(rank int) float64 {
		slope, sharp := falling.largest(last-rank, null.pairs, turned)
		r.Sharp = r.Sharp && sharp
		return 0 - slope
	}
	r.SlopeMax = largest(last/2)/2 + largest(null.pairs/2)/2
	r.SlopeMin = smallest(last/2)/2 + smallest(null.pairs/2)/2
	searched := r.Sharp
	exact := slices.Equal(lo, hi)
	if m := null.rejected(1 - level); m >= 0 {
		r.Lower, r.Upper = smallest(m), largest(last-m)
	} else {
		r.Warnings = append(r.Warnings, fmt.Sprintf("%d points support no interval at level %v", r.N, level))
	}
	r.Sharp = searched && (exact || null.pairs%2 == 1)
	if !searched {
		r.Warnings = append(r.Warnings, "the search was broken off: the bounds hold, but may not be reached")
	}
	if math.IsInf(r.SlopeMin, 0) || math.IsInf(r.SlopeMax, 0) {
		r.Warnings = append(r.Warnings, "open ranges leave the slope without a bound on one side or both")
	}
	return r, nil
}

func checkRangePoints(t, lo, hi []float64, level float64) error {
	var p problems
	if len(t) != len(lo) {
		p.add("%d times but %d lower ends: expected one range for each time", len(t), len(lo))
	}
	p.pairs(min(len(t), len(lo), len(hi)))
	if len(t) > maxRangePoints {
		p.add("%d points: ranges are compared for at most %d", len(t), maxRangePoints)
	}
	p.finite("t", t)
	checkRanges(&p, lo, hi)
	p.level(level)
	if len(p) == 0 && slices.Min(t) == slices.Max(t) {
		p.add("all %d points have the time %v: a slope needs two different times", len(t), t[0])
	}
	if len(p) == 0 {
		largest := math.Max(largestSize(t), math.Max(largestSize(lo), largestSize(hi)))
		if largest > math.MaxFloat64/4 {
			p.add("the values are too far apart to be subtracted: expected sizes below %.3g", math.MaxFloat64/4)
		}
	}
	return p.err()
}

// largestSize returns the largest finite absolute value.
func largestSize(values []float64) float64 {
	largest := 0.0
	for _, v := range values {
		if !math.IsInf(v, 0) {
			largest = math.Max(largest, math.Abs(v))
		}
	}
	return largest
}

// slopeRanges are ranges sorted by time.
type slopeRanges struct{ t, lo, hi []float64 }

func sortedRanges(t, lo, hi []float64) slopeRanges {
	var r slopeRanges
	for _, i := range timeOrder(t) {
		r.t, r.lo, r.hi = append(r.t, t[i]), append(r.lo, lo[i]), append(r.hi, hi[i])
	}
	return r
}

// candidates returns the slopes between finite ends at different times, in order: where the order
// of the ends of y - b t changes with b.
func (r slopeRanges) candidates() []float64 {
	var all []float64
	for i := range r.t {
		for j := i + 1; j < len(r.t); j++ {
			if r.t[j] == r.t[i] {
				continue
			}
			for _, from := range []float64{r.lo[i], r.hi[i]} {
				for _, to := range []float64{r.lo[j], r.hi[j]} {
					if slope := (to - from) / (r.t[j] - r.t[i]); !math.IsInf(from, 0) && !math.IsInf(to, 0) {
						all = append(all, slope)
					}
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// largest returns the largest value that the rank-th smallest slope (0 for the smallest) may have,
// or, if a search was broken off, a bound above it.
func (r slopeRanges) largest(rank, pairs int, candidates []float64) (slope float64, sharp bool) {
	sharp = true
	above := func(b float64) bool {
		lo, hi := make([]float64, len(r.t)), make([]float64, len(r.t))
		for i, t := range r.t {
			along := float64(b * (t - r.t[0]))
			lo[i], hi[i] = r.lo[i]-along, r.hi[i]-along
			if r.lo[i] == r.hi[i] {
				hi[i] = lo[i]
			}
		}
		reached, found := newPlacing(r.t, lo, hi).reachesS(pairs-2*rank, maxRangeWork/10)
		sharp = sharp && found
		return reached
	}
	n := len(candidates)
	if n == 0 {
		return math.Inf(1), true
	}
	if above(beyond(candidates[n-1])) {
		return math.Inf(1), sharp
	}
	// The first candidate above which the slope cannot lie.
	from, to := 0, n-1
	for from < to {
		middle := (from + to) / 2
		if above(candidates[middle]/2 + candidates[middle+1]/2) {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return candidates[from], sharp
}

// beyond returns a slope well above b.
func beyond(b float64) float64 { return b + math.Abs(b)/2 + 1 }
