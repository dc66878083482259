package bounds

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/proportion"
)

// RiskRatio returns the sharp bounds of a/b, the ratio of two proportions, in [0, +Inf]. It
// has no unit. With a in [a1, a2] and b in [b1, b2] they are a1/b2 and a2/b1; where b can be
// 0 the upper one is +Inf. The counts of a and b are free of each other, as for
// [Difference].
//
// Errors: an empty proportion; two proportions that are both known to be 0, which have no
// ratio.
func RiskRatio(a, b Proportion) (Region, error) {
	var p problems
	p.proportion("the first proportion", a)
	p.proportion("the second proportion", b)
	if err := p.err(); err != nil {
		return Region{}, err
	}
	return quotient(a.Region(), b.Region())
}

// quotient returns the bounds of x/y for x and y >= 0 that are free of each other, over all
// pairs but 0/0.
func quotient(x, y Region) (Region, error) {
	var p problems
	switch {
	case y.Upper == 0 && x.Upper == 0:
		p.add("both are known to be 0: there is no ratio")
		return Region{}, p.err()
	case y.Upper == 0: // x/0 is all that there is
		return Region{math.Inf(1), math.Inf(1)}, nil
	case x.Upper == 0:
		return Region{}, nil
	}
	r := Region{0, math.Inf(1)}
	if !math.IsInf(y.Upper, 1) {
		r.Lower = x.Lower / y.Upper
	}
	if y.Lower > 0 {
		r.Upper = x.Upper / y.Lower
	}
	return r, nil
}

// RiskRatioUnion returns the union of the confidence intervals of a/b over all counts that
// the ranges of both allow, with limits in [0, +Inf]. It contains the interval that would
// have been computed had every count been known: what [Proportion.Union] says of coverage
// holds here. Where 0 of n in both groups is allowed, it is (0, +Inf).
//
// The methods are proportion.MiettinenNurminenRatio (zero value, recommended) and
// proportion.Koopman, whose limits move one way with each part while both wholes are
// known. Katz's do not.
//
// Errors: those of [RiskRatio], a level outside (0, 1), another method, a whole that is a
// range.
func RiskRatioUnion(a, b Proportion, level float64, m proportion.RatioMethod) (infer.Interval, error) {
	region, err := RiskRatio(a, b)
	if err != nil {
		return infer.Interval{}, err
	}
	var p problems
	p.level(level)
	if m != proportion.MiettinenNurminenRatio && m != proportion.Koopman {
		p.add("no union of ratio intervals by %v: expected proportion.MiettinenNurminenRatio or Koopman", m)
	}
	p.knownWholes(a, b, "take DifferenceUnion with proportion.Newcombe")
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	aLow, aHigh := a.Ends()
	bLow, bHigh := b.Ends()
	least, err := proportion.RiskRatio(int(aLow.Part), int(aLow.Whole), int(bHigh.Part), int(bHigh.Whole), level, m)
	if err != nil || a.isExact() && b.isExact() {
		return least, err
	}
	most, err := proportion.RiskRatio(int(aHigh.Part), int(aHigh.Whole), int(bLow.Part), int(bLow.Whole), level, m)
	if err != nil {
		return infer.Interval{}, err
	}
	return region.interval(least.Lower, most.Upper, level, unionOf(m)), nil
}
