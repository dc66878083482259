package bounds

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
)

// Ratio returns the sharp bounds of x1/x2, the ratio of two counts neither of which is part
// of the other, in [0, +Inf]: convictions to prosecutions of one year, or a figure to that
// of the year before (1.5 is a rise by half). With x1 in [a, b] and x2 in [c, d] they are a/d
// and b/c; where x2 can be 0 the upper one is +Inf. The counts are free of each other.
//
// Errors: an invalid range; two counts that are both known to be 0. Do not use it where the
// first count is part of the second: [PartOf] has sharper bounds.
func Ratio(x1, x2 Range) (Region, error) {
	var p problems
	p.count("the first count", x1)
	p.count("the second count", x2)
	if err := p.err(); err != nil {
		return Region{}, err
	}
	return quotient(Region{x1.Lo, x1.Hi}, Region{x2.Lo, x2.Hi})
}

// Change returns the sharp bounds of later - earlier, the change of a count, in cases or
// persons: -Inf or +Inf where a count without an upper bound leaves it open.
//
// Errors: an invalid range.
func Change(earlier, later Range) (Region, error) {
	var p problems
	p.count("the earlier count", earlier)
	p.count("the later count", later)
	if err := p.err(); err != nil {
		return Region{}, err
	}
	return Region{later.Lo - earlier.Hi, later.Hi - earlier.Lo}, nil
}

// RatioUnion returns the union of the confidence intervals of the ratio of two Poisson
// rates, x1 events in the exposure t1 to x2 events in the exposure t2, over all counts that
// the ranges allow, with limits in [0, +Inf]. For a ratio of two flows of one year both
// exposures are 1.
//
// The method is poisson.ExactCentral (zero value): its limits grow with x1 and fall with
// x2, and its coverage is never below the level while the counts are Poisson; so the
// union covers at least as often, whatever the open counts are. Where they may be more
// variable than that, its warning says so.
//
// Errors: those of poisson.Ratio, an invalid range, two counts that are both known to be 0.
func RatioUnion(x1 Range, t1 float64, x2 Range, t2, level float64, m poisson.RatioMethod) (infer.Interval, error) {
	var p problems
	p.exposure("t1", t1)
	p.exposure("t2", t2)
	p.level(level)
	if m != poisson.ExactCentral {
		p.add("no union of rate ratio intervals by %v: expected poisson.ExactCentral", m)
	}
	region, err := Ratio(x1, x2)
	if err != nil {
		p = append(p, err)
	}
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	least, err := ratioInterval(x1.Lo, t1, x2.Hi, t2, level, m)
	if err != nil {
		return infer.Interval{}, err
	}
	most, err := ratioInterval(x1.Hi, t1, x2.Lo, t2, level, m)
	if err != nil {
		return infer.Interval{}, err
	}
	if x1.IsExact() && x2.IsExact() {
		return least, nil
	}
	scaled := Region{scale(region.Lower, t2/t1), scale(region.Upper, t2/t1)}
	iv := scaled.interval(least.Lower, most.Upper, level, unionOf(m))
	if x2.Hi == 0 { // the data are silent at the low end, but not everywhere
		least = most
	}
	iv.Warnings = append(iv.Warnings, least.Warnings...)
	return iv, nil
}

// scale multiplies, and leaves 0 and +Inf what they are.
func scale(v, factor float64) float64 {
	if v == 0 || math.IsInf(v, 1) {
		return v
	}
	return v * factor
}

// ratioInterval is poisson.Ratio, extended to counts without bound by its limits: 0 where
// x2 grows beyond all bounds, +Inf where x1 does.
func ratioInterval(x1, t1, x2, t2, level float64, m poisson.RatioMethod) (infer.Interval, error) {
	openFirst, openSecond := math.IsInf(x1, 1), math.IsInf(x2, 1)
	if openFirst {
		x1 = 1
	}
	if openSecond {
		x2 = 1
	}
	iv, err := poisson.Ratio(int(x1), t1, int(x2), t2, level, m)
	if openFirst {
		iv.Upper = math.Inf(1)
	}
	if openSecond {
		iv.Lower = 0
	}
	return iv, err
}
