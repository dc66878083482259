package bounds

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// Region is the identification region of a parameter: it holds every value that the
// ranges of the counts allow, and its ends are the smallest and the largest of them
// (Manski 2003). An end that belongs to a count without an upper bound is the limit that
// the values approach.
//
// A region is about what is not known of the counts. It is no confidence interval and has
// no level: more cases of the same kind do not shorten it, only better records do.
type Region struct{ Lower, Upper float64 }

// Point returns the value where the counts leave only one. It is false for a region.
func (r Region) Point() (value float64, ok bool) {
	if r.Lower != r.Upper {
		return 0, false
	}
	return r.Lower, true
}

// Contains reports whether v is in the region, ends included. It is false for NaN.
func (r Region) Contains(v float64) bool { return r.Lower <= v && v <= r.Upper }

// Width is Upper - Lower: how much the open counts leave undecided. It is 0 for a point.
func (r Region) Width() float64 {
	if r.Lower == r.Upper {
		return 0
	}
	return r.Upper - r.Lower
}

// Compared says where the region lies: -1 if all of it is below v, 1 if all of it is above
// v, and 0 if the counts do not decide. Of a difference ask for Compared(0), of a ratio for
// Compared(1).
func (r Region) Compared(v float64) int {
	switch {
	case r.Upper < v:
		return -1
	case r.Lower > v:
		return 1
	}
	return 0
}

// String is the region in four digits: "0.3665 to 0.7614", or one value.
func (r Region) String() string {
	if v, ok := r.Point(); ok {
		return fmt.Sprintf("%.4g", v)
	}
	return fmt.Sprintf("%.4g to %.4g", r.Lower, r.Upper)
}

// interval returns the infer.Interval of a region: with an estimate if the region is a
// point, else without one and with the warning that says so.
func (r Region) interval(lower, upper, level float64, method string) infer.Interval {
	iv := infer.Interval{Estimate: math.NaN(), Level: level, Method: method}
	iv.Lower, iv.Upper = math.Min(lower, r.Lower), math.Max(upper, r.Upper)
	if v, ok := r.Point(); ok {
		iv.Estimate = v
		return iv
	}
	iv.Warnings = []string{fmt.Sprintf("no single estimate: the counts allow %v", r)}
	return iv
}

// unionOf names the union of the intervals of a method.
func unionOf(method fmt.Stringer) string {
	return fmt.Sprintf("union of %v intervals over all that the counts allow", method)
}
