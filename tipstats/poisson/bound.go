package poisson

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// LowerBound returns the one-sided confidence bound below a rate, in events per unit of
// exposure: the interval from the bound to +Inf, which covers the rate with the given
// level. All of 1 - level is left out below it, so that it is the lower limit of the
// two-sided Interval of level 2 level - 1: a bound of level 0.975 is a limit of level 0.95.
//
// The estimate, the valid arguments and the sources are those of Interval and Method. At a
// level below one half, which nobody should want, a bound may lie on the other side of the
// estimate.
//
// Use it for a claim in one direction that was chosen before looking at the data. Do not
// report both bounds of one level as an interval of that level.
func LowerBound(events int, exposure, level float64, m Method) (infer.Interval, error) {
	iv, err := bound(events, exposure, level, m)
	if err != nil {
		return infer.Interval{}, err
	}
	iv.Upper = math.Inf(1)
	iv.Method += ", one-sided lower bound"
	return iv, nil
}

// UpperBound returns the one-sided confidence bound above a rate: the interval from 0 to
// the bound. What LowerBound says holds for it, with the sides exchanged. Without events
// Garwood's is -log(1 - level)/exposure, which is about 3/exposure at 95 %.
func UpperBound(events int, exposure, level float64, m Method) (infer.Interval, error) {
	iv, err := bound(events, exposure, level, m)
	if err != nil {
		return infer.Interval{}, err
	}
	iv.Lower = 0
	iv.Method += ", one-sided upper bound"
	return iv, nil
}

// bound returns both bounds of a level, of which the caller keeps one.
func bound(events int, exposure, level float64, m Method) (infer.Interval, error) {
	if err := check(events, exposure, level, m); err != nil {
		return infer.Interval{}, err
	}
	lower, upper := m.limits(events, twoSidedLevel(level))
	return infer.Interval{
		Estimate: float64(events) / exposure,
		Lower:    lower / exposure,
		Upper:    upper / exposure,
		Level:    level,
		Method:   m.String(),
		Warnings: intervalWarnings(events, m),
	}, nil
}

// twoSidedLevel returns the level of the interval whose limits are the bounds of a level;
// it is in (-1, 1).
func twoSidedLevel(level float64) float64 { return max(2*level-1, -1+0x1p-52) }

// RatioLowerBound returns the one-sided confidence bound below the ratio of two rates, the
// first over the second: the interval from the bound to +Inf. It is the lower limit of the
// two-sided Ratio of level 2 level - 1, and larger than 1 if and only if the one-sided
// p-value of Compare against the alternative infer.Greater, by the method that agrees, is
// smaller than 1 - level: with ExactCentral at every level, with the other methods at those
// of one half or more. The rest is as in Ratio and LowerBound.
func RatioLowerBound(x1 int, t1 float64, x2 int, t2, level float64, m RatioMethod) (infer.Interval, error) {
	iv, err := ratioBound(x1, t1, x2, t2, level, m)
	if err != nil {
		return infer.Interval{}, err
	}
	iv.Upper = math.Inf(1)
	iv.Method += ", one-sided lower bound"
	return iv, nil
}

// RatioUpperBound returns the one-sided confidence bound above the ratio of two rates: the
// interval from 0 to the bound. What RatioLowerBound says holds for it, with the sides
// exchanged, and infer.Less as the alternative.
func RatioUpperBound(x1 int, t1 float64, x2 int, t2, level float64, m RatioMethod) (infer.Interval, error) {
	iv, err := ratioBound(x1, t1, x2, t2, level, m)
	if err != nil {
		return infer.Interval{}, err
	}
	iv.Lower = 0
	iv.Method += ", one-sided upper bound"
	return iv, nil
}

func ratioBound(x1 int, t1 float64, x2 int, t2, level float64, m RatioMethod) (infer.Interval, error) {
	if err := checkRatio(x1, t1, x2, t2, level, m); err != nil {
		return infer.Interval{}, err
	}
	lower, upper := m.limits(x1, x2, twoSidedLevel(level))
	return ratioInterval(x1, x2, t2/t1, lower, upper, level, m), nil
}
