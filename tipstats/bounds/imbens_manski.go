package bounds

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

const (
	imbensManski  = "Imbens-Manski"
	warnNormal    = "the normal approximation is rough for counts below 10, and covers less than its level: use the union interval"
	fewestForWald = 10
)

// ImbensManski returns the confidence interval of Imbens and Manski (Econometrica 72 (2004)
// 1845) for a parameter of which the data only say that it lies between two bounds, each
// estimated with a standard error:
//
//	[lower - c seLower, upper + c seUpper],  where
//	P(Z >= c) + P(Z >= c + (upper-lower)/max(seLower, seUpper)) = 1 - level.
//
// It covers the parameter, not the whole region, in the share level of large samples. The
// parameter can be near one end only, so that c falls from the two-sided to the one-sided
// normal quantile (from 1.96 to 1.64 at 0.95) as the region widens.
//
// The limits have the unit of the bounds, and no end: cut them to the parameter's range. An
// infinite bound stays infinite. Use it on the scale on which the estimates are nearly
// normal, such as the logarithm of a ratio.
//
// Stoye (Econometrica 77 (2009) 1299) showed what the result rests on besides normality:
// upper - lower must be estimated so well, where it is near 0, that its error may be
// ignored. That holds where the estimated bounds cannot cross, as those from counts never
// do. Where they can, because the two were estimated separately, this covers too little when
// the region is narrow: use his interval, which shrinks small widths to 0, instead.
//
// Errors: a bound that is NaN, a lower bound above the upper one, a lower bound of +Inf or
// an upper one of -Inf, a standard error that is negative or not finite, a level outside
// (0, 1). Below a level of 0.5 c is held at 0, so that the region is always covered.
func ImbensManski(lower, upper, seLower, seUpper, level float64) (infer.Interval, error) {
	var p problems
	if !(lower <= upper) || math.IsInf(lower, 1) || math.IsInf(upper, -1) {
		p.add("bounds %v and %v: expected a lower bound and an upper bound that is not smaller", lower, upper)
	}
	for _, se := range []float64{seLower, seUpper} {
		if !(se >= 0) || math.IsInf(se, 1) {
			p.add("a standard error is %v: expected a finite number, 0 or larger", se)
		}
	}
	p.level(level)
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	region := Region{lower, upper}
	c := 0.
	if se := math.Max(seLower, seUpper); se > 0 {
		c = critical(region.Width()/se, level)
	}
	iv := region.interval(lower-float64(c*seLower), upper+float64(c*seUpper), level, imbensManski)
	if seLower == 0 && seUpper == 0 {
		iv.Warnings = append(iv.Warnings, "both standard errors are 0: the interval is the region and says nothing of sampling error")
	}
	return iv, nil
}

// critical solves the equation of ImbensManski for c, given the width of the region in
// standard errors, by bisection to the last digit.
func critical(width, level float64) float64 {
	alpha := 1 - level
	low := math.Max(0, -tail.NormalQuantile(math.Log(alpha)))
	high := math.Max(low, tail.NormalTwoSided(level))
	for {
		middle := low + (high-low)/2
		if middle <= low || middle >= high {
			return high
		}
		if tail.NormalUpper(middle)+tail.NormalUpper(middle+width) > alpha {
			low = middle
		} else {
			high = middle
		}
	}
}

// ImbensManski returns the interval of the function [ImbensManski] for a proportion of a
// known whole n, with limits cut to [0, 1]. The bounds are those of [Proportion.Region],
// x1/n and x2/n, and the standard error of each is sqrt(x (n-x)/n^3).
//
// It is shorter than [Proportion.Union] where the region is wide, since it covers the
// proportion and not the region. It is only as good as the normal approximation. Coverage
// at 0.95, computed exactly over proportions from 0.01 up of which one case in ten is
// unclassified: for n = 60 it is 0.95 on average and 0.87 at worst, for n = 160 0.95 and
// 0.91; the union of Wilson's intervals has 0.97 and 0.95, and 0.97 and 0.96. So a warning
// comes with counts below 10, and Union is what we recommend for such.
//
// Errors: an empty proportion; a whole that is a range, since the standard errors are those
// of n independent cases; a level outside (0, 1).
func (p Proportion) ImbensManski(level float64) (infer.Interval, error) {
	var bad problems
	bad.forWald("the proportion", p)
	if err := bad.err(); err != nil {
		return infer.Interval{}, err
	}
	low, high := p.Ends()
	iv, err := ImbensManski(low.Value(), high.Value(), math.Sqrt(low.variance()), math.Sqrt(high.variance()), level)
	return cut(iv, 0, 1, low.isFew() || high.opposite().isFew()), err
}

// DifferenceImbensManski returns the interval of the function [ImbensManski] for a - b, the
// difference of two proportions of known wholes, with limits cut to [-1, 1]. The variances
// of the two proportions add up, at each end of [Difference].
//
// When to use it, and errors: as for [Proportion.ImbensManski], of both proportions.
func DifferenceImbensManski(a, b Proportion, level float64) (infer.Interval, error) {
	var bad problems
	bad.forWald("the first proportion", a)
	bad.forWald("the second proportion", b)
	if err := bad.err(); err != nil {
		return infer.Interval{}, err
	}
	aLow, aHigh := a.Ends()
	bLow, bHigh := b.Ends()
	region := Difference(a, b)
	iv, err := ImbensManski(region.Lower, region.Upper, math.Sqrt(aLow.variance()+bHigh.variance()), math.Sqrt(aHigh.variance()+bLow.variance()), level)
	few := aLow.isFew() || aHigh.opposite().isFew() || bLow.isFew() || bHigh.opposite().isFew()
	return cut(iv, -1, 1, few), err
}

// RiskRatioImbensManski returns the interval of the function [ImbensManski] for a/b, the
// ratio of two proportions of known wholes, with limits in [0, +Inf]. It is computed on the
// logarithm, with the variance 1/x1 - 1/n1 + 1/x2 - 1/n2 at each end (Katz and others,
// Biometrics 34 (1978) 469). An end of [RiskRatio] that is 0 or +Inf is a limit.
//
// When to use it, and errors: as for [Proportion.ImbensManski], of both proportions; and a
// proportion that is known to be 0, which has no logarithm.
func RiskRatioImbensManski(a, b Proportion, level float64) (infer.Interval, error) {
	var bad problems
	bad.forWald("the first proportion", a)
	bad.forWald("the second proportion", b)
	aLow, aHigh := a.Ends()
	bLow, bHigh := b.Ends()
	if aHigh.Part == 0 || bHigh.Part == 0 {
		bad.add("a proportion is known to be 0, which has no logarithm: take RiskRatioUnion")
	}
	if err := bad.err(); err != nil {
		return infer.Interval{}, err
	}
	ratio, err := RiskRatio(a, b)
	if err != nil {
		return infer.Interval{}, err
	}
	iv, err := ImbensManski(math.Log(ratio.Lower), math.Log(ratio.Upper), logError(aLow, bHigh), logError(aHigh, bLow), level)
	if err != nil {
		return infer.Interval{}, err
	}
	few := aLow.isFew() || aHigh.isFew() || bLow.isFew() || bHigh.isFew()
	onRatio := ratio.interval(math.Exp(iv.Lower), math.Exp(iv.Upper), level, imbensManski+" on the log scale")
	return cut(onRatio, 0, math.Inf(1), few), nil
}

// logError is the standard error of the logarithm of a ratio, and 0 where that is infinite.
func logError(a, b Counts) float64 {
	if a.Part == 0 || b.Part == 0 {
		return 0
	}
	return math.Sqrt((a.Whole-a.Part)/a.Part/a.Whole + (b.Whole-b.Part)/b.Part/b.Whole)
}

// variance is that of the proportion of independent cases.
func (c Counts) variance() float64 {
	return c.Part / c.Whole * ((c.Whole - c.Part) / c.Whole) / c.Whole
}

// opposite exchanges the part and the rest.
func (c Counts) opposite() Counts { return Counts{c.Whole - c.Part, c.Whole} }

// isFew reports whether the lower Wald limit at these counts is rough. At 0 it is 0, and
// never wrong.
func (c Counts) isFew() bool {
	return c.Part > 0 && c.Part < fewestForWald || c.Whole-c.Part < fewestForWald
}

// cut holds the limits to the range of the parameter and warns of small counts.
func cut(iv infer.Interval, least, most float64, few bool) infer.Interval {
	iv.Lower, iv.Upper = math.Max(iv.Lower, least), math.Min(iv.Upper, most)
	if few {
		iv.Warnings = append(iv.Warnings, warnNormal)
	}
	return iv
}

// forWald reports an empty proportion and a whole that is a range.
func (p *problems) forWald(name string, q Proportion) {
	p.proportion(name, q)
	if !q.whole.IsExact() {
		p.add("the whole of %s is %v: Imbens-Manski needs one that is known exactly (Union does not)", name, q.whole)
	}
}
