package bounds

import (
	"fmt"
	"math"
)

// Range is what is known of a count: that it is a whole number from Lo to Hi, both ends
// included. Hi is +Inf where nothing bounds the count from above ("at least 44").
//
// The zero Range is the count 0, known exactly. It is not a missing count: of a count of
// which nothing is known say AtLeast(0).
//
// Valid are whole numbers with 0 <= Lo <= Hi, Lo finite, below 2^53 (on 32-bit machines
// below 2^31), where float64 holds each one; every function of this package that takes a
// Range returns an error for others.
type Range struct{ Lo, Hi float64 }

// maxCount is the largest count: float64 and int hold it and all below.
const maxCount = min(1<<53-1, float64(math.MaxInt-1))

// Exactly is a count stated as n.
func Exactly(n int) Range { return Range{float64(n), float64(n)} }

// AtLeast is a count stated as "at least n": it lies in [n, infinity).
func AtLeast(n int) Range { return Range{float64(n), math.Inf(1)} }

// AtMost is a count stated as "at most n": it lies in [0, n].
func AtMost(n int) Range { return Range{0, float64(n)} }

// Between is a count stated as "between lo and hi", both included.
func Between(lo, hi int) Range { return Range{float64(lo), float64(hi)} }

// Sum is the range of the sum of counts that are free of each other: the sum of the
// lower ends to the sum of the upper ends. The sum of no counts is exactly 0.
func Sum(counts ...Range) Range {
	var sum Range
	for _, c := range counts {
		sum = Range{sum.Lo + c.Lo, sum.Hi + c.Hi}
	}
	return sum
}

// IsExact reports whether the count is known exactly.
func (r Range) IsExact() bool { return r.Lo == r.Hi }

// Contains reports whether the range allows the count n.
func (r Range) Contains(n int) bool { return r.Lo <= float64(n) && float64(n) <= r.Hi }

// String is the range in words: "89", "at least 44", "at most 120", "between 3 and 5".
func (r Range) String() string {
	switch {
	case r.IsExact():
		return fmt.Sprintf("%.0f", r.Lo)
	case math.IsInf(r.Hi, 1):
		return fmt.Sprintf("at least %.0f", r.Lo)
	case r.Lo == 0:
		return fmt.Sprintf("at most %.0f", r.Hi)
	}
	return fmt.Sprintf("between %.0f and %.0f", r.Lo, r.Hi)
}

// Check returns an error, which names all that is wrong, unless the range is valid.
func (r Range) Check() error {
	var p problems
	p.count("the count", r)
	return p.err()
}

// meets returns the counts that both ranges allow; Lo > Hi where there is none.
func (r Range) meets(s Range) Range {
	return Range{math.Max(r.Lo, s.Lo), math.Min(r.Hi, s.Hi)}
}

// isEmpty reports whether the range allows no count.
func (r Range) isEmpty() bool { return r.Lo > r.Hi }
