package tipstats

import (
	"fmt"

	"github.com/tipstats/tip/tipstats/bounds"
	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
	"github.com/tipstats/tip/tipstats/proportion"
)

// Interval is the confidence interval of the rate at a level such as 0.95: Wilson's for a proportion; for a flow ratio, which never
// gets a binomial interval, the exact conditional interval of the ratio of two Poisson rates.
//
// What it measures: the figures are full counts of what the source reports, not samples. The interval says how far the rate
// would move if verdicts, or matters, came as by chance at a constant rate; that of a flow ratio also takes the two counts as
// independent, which they are not where some are in both. It does not cover what the source left out.
//
// Where a count is a range, the interval is the union of the intervals of all that the counts allow, so that it can reach beyond
// the bounds on either side; its Estimate is NaN unless the rate has one value all the same.
func (r Rate) Interval(level float64) (infer.Interval, error) {
	var interval infer.Interval
	var err error
	switch r.kind {
	case Proportion:
		interval, err = r.proportion.Union(level, proportion.Wilson)
	case FlowRatio:
		interval, err = bounds.RatioUnion(r.above, 1, r.below, 1, level, poisson.ExactCentral)
	default:
		return infer.Interval{}, fmt.Errorf("no interval: the rate is empty, use a rate that was returned without an error")
	}
	if err != nil {
		return infer.Interval{}, fmt.Errorf("%s: %w", r.name, err)
	}
	interval.Warnings = append(r.Warnings(), interval.Warnings...)
	return interval, nil
}
