package tipstats

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
	"github.com/tipstats/tip/tipstats/proportion"
)

// Interval is the confidence interval of the rate at a level such as 0.95: Wilson's for a proportion; for a flow ratio, which never
// gets a binomial interval, the exact conditional interval of the ratio of two Poisson rates.
//
// What it measures: the figures are full counts of what the source reports, not samples. The interval says how far the rate
// would move if verdicts, or matters, came as by chance at a constant rate. It does not cover what the source left out.
//
// Where a count is a range, the interval is the union of the intervals of all that the counts allow, so that it can reach beyond
// the bounds on either side; its Estimate is NaN unless the rate has one value all the same.
func (r Rate) Interval(level float64) (infer.Interval, error) {
	if r.kind == 0 {
		return infer.Interval{}, fmt.Errorf("no interval: the rate is empty, use a rate that was returned without an error")
	}
	low, err := r.intervalAt(r.low, level)
	if err != nil {
		return infer.Interval{}, fmt.Errorf("%s: %w", r.name, err)
	}
	interval := low
	if r.low != r.high {
		high, err := r.intervalAt(r.high, level)
		if err != nil {
			return infer.Interval{}, fmt.Errorf("%s: %w", r.name, err)
		}
		if _, ok := r.Value(); !ok {
			interval.Estimate = math.NaN()
		}
		interval.Upper = high.Upper
		interval.Method = "union of " + low.Method + " intervals over all that the counts allow"
		interval.Warnings = nil
	}
	interval.Warnings = append(r.Warnings(), interval.Warnings...)
	return interval, nil
}

// intervalAt is the interval for one pair of counts. At the end of an open range (a numerator or a denominator without upper
// bound) the limits are those that the interval approaches.
func (r Rate) intervalAt(f fraction, level float64) (infer.Interval, error) {
	num, den := f.num, f.den
	openBelow, openAbove := math.IsInf(den, 1), math.IsInf(num, 1)
	if openBelow {
		den = math.Max(num, 1)
	}
	if openAbove {
		num = den
	}
	interval, err := r.closedInterval(int(num), int(den), level)
	if openBelow {
		interval.Lower = 0
	}
	if openAbove {
		interval.Upper = math.Inf(1)
	}
	return interval, err
}

func (r Rate) closedInterval(num, den int, level float64) (infer.Interval, error) {
	if r.kind == Proportion {
		return proportion.Interval(num, den, level, proportion.Wilson)
	}
	return poisson.Ratio(num, 1, den, 1, level, poisson.ExactCentral)
}
