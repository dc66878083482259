package bounds

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/proportion"
)

// Difference returns the sharp bounds of a - b, the difference of two proportions, in
// [-1, 1] and in units of 1 (0.188 is 18.8 percentage points). For a change over time a is
// the later one. With a in [a1, a2] and b in [b1, b2] they are a1 - b2 and a2 - b1.
//
// The counts of a and b are free of each other, as those of two years are; then each end
// is reached. Of two shares of one whole that is not known exactly they are valid, but may
// be wider than they need be.
//
// An empty proportion counts as one of which nothing is known: 0 to 1.
func Difference(a, b Proportion) Region {
	ra, rb := a.Region(), b.Region()
	return Region{ra.Lower - rb.Upper, ra.Upper - rb.Lower}
}

// DifferenceUnion returns the union of the confidence intervals of a - b over all counts
// that the ranges of both allow, with limits in [-1, 1]. It contains the interval that
// would have been computed had every count been known: what [Proportion.Union] says of
// coverage holds here.
//
// The methods are proportion.MiettinenNurminen (zero value, recommended),
// proportion.Mee and proportion.Newcombe. The limits of all three grow with the part of a
// and fall with that of b while both wholes are known. With a whole that is a range only
// Newcombe is left, whose limits d -+ sqrt(...) are built from Wilson's and so move one way
// with every count (Newcombe 1998, method 10); those of the score methods do not.
//
// Errors: an empty proportion, a level outside (0, 1), another method, a whole that is a
// range with a method other than Newcombe. Do not use it for overlapping groups, such as
// two shares of one year.
func DifferenceUnion(a, b Proportion, level float64, m proportion.DifferenceMethod) (infer.Interval, error) {
	var p problems
	p.proportion("the first proportion", a)
	p.proportion("the second proportion", b)
	p.level(level)
	switch m {
	case proportion.Newcombe:
	case proportion.MiettinenNurminen, proportion.Mee:
		p.knownWholes(a, b, "take proportion.Newcombe")
	default:
		p.add("no union of difference intervals by %v: expected proportion.MiettinenNurminen, Mee or Newcombe", m)
	}
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	if a.isExact() && b.isExact() {
		first, _ := a.Ends()
		second, _ := b.Ends()
		return differenceInterval(first, second, level, m)
	}
	lower, upper, err := differenceLimits(a, b, level, m)
	if err != nil {
		return infer.Interval{}, err
	}
	return Difference(a, b).interval(lower, upper, level, unionOf(m)), nil
}

// knownWholes reports wholes that are ranges, to which a method does not extend.
func (p *problems) knownWholes(a, b Proportion, instead string) {
	for _, q := range []Proportion{a, b} {
		if !q.whole.IsExact() {
			p.add("a whole is %v, and the limits of this method need not move one way with it: %s", q.whole, instead)
		}
	}
}

func differenceLimits(a, b Proportion, level float64, m proportion.DifferenceMethod) (lower, upper float64, err error) {
	aLow, aHigh := a.Ends()
	bLow, bHigh := b.Ends()
	if m == proportion.Newcombe {
		if lower, err = newcombeLower(aLow, bHigh, level); err != nil {
			return 0, 0, err
		}
		// The upper limit of a - b is the lower limit of b - a with its sign changed.
		upper, err = newcombeLower(bLow, aHigh, level)
		return lower, -upper, err
	}
	least, err := differenceInterval(aLow, bHigh, level, m)
	if err != nil {
		return 0, 0, err
	}
	most, err := differenceInterval(aHigh, bLow, level, m)
	return least.Lower, most.Upper, err
}

func differenceInterval(a, b Counts, level float64, m proportion.DifferenceMethod) (infer.Interval, error) {
	iv, err := proportion.Difference(int(a.Part), int(a.Whole), int(b.Part), int(b.Whole), level, m)
	for _, v := range []*float64{&iv.Estimate, &iv.Lower, &iv.Upper} { // off by rounding for large counts
		*v = math.Max(-1, math.Min(*v, 1))
	}
	return iv, err
}

// newcombeLower returns the lower limit of the difference of two proportions, one of whose
// counts may be without bound: Newcombe's method 10, Stat. Med. 17 (1998) 873.
func newcombeLower(first, second Counts, level float64) (float64, error) {
	a, err := first.interval(level, proportion.Wilson)
	if err != nil {
		return 0, err
	}
	b, err := second.interval(level, proportion.Wilson)
	if err != nil {
		return 0, err
	}
	below, above := a.Estimate-a.Lower, b.Upper-b.Estimate
	distance := math.Sqrt(float64(below*below) + float64(above*above))
	return math.Max(a.Estimate-b.Estimate-distance, -1), nil
}
