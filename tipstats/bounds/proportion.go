package bounds

import (
	"fmt"
	"math"
)

// Proportion is what is known of a proportion: the ranges of the part, of the rest and of
// the whole that the two add up to. Make one with [PartOf], [PartAndRest] or [ShareOf];
// the zero Proportion is empty, and of no use.
//
// The three ranges are narrowed to what agrees with all of them. In the plane of part and
// rest the allowed counts then fill a hexagon, one corner of which has the smallest part
// and the largest rest, and another the largest part and the smallest rest. Whatever
// grows with the part and falls with the rest, as a proportion and its confidence limits
// do, has its extremes there: that is why the bounds are sharp.
type Proportion struct{ part, rest, whole Range }

// PartOf is the proportion of a part that is counted in its whole: between 80 and 90
// convicted of 160 verdicts. The part is never larger than the whole, which narrows both.
//
// Errors: an invalid range; a part larger than any whole that is allowed; a whole that can
// be 0.
func PartOf(part, whole Range) (Proportion, error) {
	var p problems
	p.count("the part", part)
	p.count("the whole", whole)
	if err := p.err(); err != nil {
		return Proportion{}, err
	}
	return narrowed(part, AtLeast(0), whole)
}

// PartAndRest is the proportion of a part in the sum of part and rest, each stated by
// itself: 89 convicted and at least 71 acquitted.
//
// Errors: an invalid range; a whole that can be 0, or is too large for an int.
func PartAndRest(part, rest Range) (Proportion, error) {
	var p problems
	p.count("the part", part)
	p.count("the rest", rest)
	if err := p.err(); err != nil {
		return Proportion{}, err
	}
	return narrowed(part, rest, AtLeast(0))
}

// ShareOf is the share of a named class in a whole of which some cases are not classified:
// 298 for sex trafficking (named), 194 for labor trafficking (others: all other named
// classes, see [Sum]), 321 of an unspecified form, 813 in all. Each unclassified case may
// belong to the named class or to the others; nothing is assumed about them (Manski 1989).
//
// The four counts fulfil named + others + unclassified = whole, which narrows each of
// them. Where the source does not state one of them, say AtLeast(0) for it. Where each
// case is classified, the unclassified are Exactly(0).
//
// Errors: an invalid range; counts that cannot add up to the whole; a whole that can be 0.
func ShareOf(named, others, unclassified, whole Range) (Proportion, error) {
	var p problems
	p.count("the named class", named)
	p.count("the sum of the others", others)
	p.count("the unclassified", unclassified)
	p.count("the whole", whole)
	if err := p.err(); err != nil {
		return Proportion{}, err
	}
	stated := Sum(named, others, unclassified)
	if stated.meets(whole).isEmpty() {
		p.add("%v named, %v others and %v unclassified cannot add up to %v", named, others, unclassified, whole)
		return Proportion{}, p.err()
	}
	return narrowed(Range{named.Lo, named.Hi + unclassified.Hi}, Range{others.Lo, others.Hi + unclassified.Hi}, stated.meets(whole))
}

// narrowed returns the proportion after narrowing each range by part + rest = whole.
func narrowed(part, rest, whole Range) (Proportion, error) {
	var p problems
	q := Proportion{
		part:  part.meets(Range{whole.Lo - rest.Hi, whole.Hi - rest.Lo}),
		rest:  rest.meets(Range{whole.Lo - part.Hi, whole.Hi - part.Lo}),
		whole: whole.meets(Sum(part, rest)),
	}
	switch {
	case q.part.isEmpty() || q.rest.isEmpty() || q.whole.isEmpty():
		p.add("a part of %v does not fit a whole of %v: the numerator of a proportion is part of its denominator; if it is not, this is a ratio of two counts (see Ratio)", part, whole)
	case q.whole.Lo == 0:
		p.add("the whole is %v: where it is 0 there is no proportion; if it is known not to be 0, say so (between 1 and ...)", q.whole)
	}
	low, high := q.Ends()
	for _, end := range []Counts{low, high} {
		if end.Whole > maxCount && end.isFinite() {
			p.add("a whole of %.0f is larger than the largest count, %.0f", end.Whole, maxCount)
		}
	}
	if err := p.err(); err != nil {
		return Proportion{}, err
	}
	return q, nil
}

func (p Proportion) isEmpty() bool { return p == Proportion{} }

// isExact reports whether the ranges allow one pair of counts only.
func (p Proportion) isExact() bool { return p.part.IsExact() && p.whole.IsExact() }

// Counts is one pair of counts that the ranges allow: Part of Whole. Both may be +Inf, as
// the limit of ever larger counts.
type Counts struct{ Part, Whole float64 }

// Value is Part/Whole, or the limit that it approaches: 0 where only the whole is
// unbounded, 1 where the part is.
func (c Counts) Value() float64 {
	if c.Part > maxCount {
		return 1
	}
	return c.Part / c.Whole
}

func (c Counts) isFinite() bool { return !math.IsInf(c.Part+c.Whole, 1) }

// String is the pair in words: "298 of 813".
func (c Counts) String() string { return fmt.Sprintf("%.0f of %.0f", c.Part, c.Whole) }

// Ends returns the counts at which the proportion is smallest and largest. Where the
// smallest is 0, or the largest 1, they are the smallest counts that make it so.
func (p Proportion) Ends() (low, high Counts) {
	// The ranges are narrowed, so that the smallest of one and the largest of the other fit.
	low, high = Counts{p.part.Lo, p.part.Lo + p.rest.Hi}, Counts{p.part.Hi, p.part.Hi + p.rest.Lo}
	if p.part.Lo == 0 {
		low.Whole = max(p.rest.Lo, p.whole.Lo)
	}
	if p.rest.Lo == 0 {
		high.Part = max(p.part.Lo, p.whole.Lo)
		high.Whole = high.Part
	}
	return low, high
}

// Region returns the sharp bounds of the proportion, in [0, 1]. Of the empty Proportion
// nothing is known: 0 to 1.
//
// With the part in [a, b] and the rest in [c, d], free of each other, they are a/(a+d) and
// b/(b+c); for a part of a known whole n, a/n and min(b/n, 1); for a share of n with u
// unclassified, x/n and (x+u)/n (Manski 1989; Horowitz and Manski 1995).
func (p Proportion) Region() Region {
	if p.isEmpty() {
		return Region{0, 1}
	}
	low, high := p.Ends()
	return Region{low.Value(), high.Value()}
}

// String names the ends: "298 of 813 to 619 of 813", or the one pair of counts.
func (p Proportion) String() string {
	if p.isEmpty() {
		return "no proportion"
	}
	low, high := p.Ends()
	if low == high {
		return low.String()
	}
	return fmt.Sprintf("%v to %v", low, high)
}
