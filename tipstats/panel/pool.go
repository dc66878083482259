package panel

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
	"github.com/tipstats/tip/tipstats/proportion"
)

// Pool is the one proportion or rate of all groups together: the sum of the events over the sum of the sizes, with Wilson's
// interval of a proportion or Garwood's of a rate.
//
// The interval supposes that all groups have the same true value. Where the dispersion of [Disperse] is above 1 beyond chance
// (p < 0.05) a warning says so: the pooled value then describes these groups, and the interval is too narrow for any others; for those
// see [Mean].
//
// Errors name every group without a valid size or count, and a level outside (0, 1).
func Pool(groups []Group, kind Kind, level float64) (infer.Interval, error) {
	if err := errors.Join(check(groups, kind, 1), checkLevel(level)); err != nil {
		return infer.Interval{}, err
	}
	events, size := totals(groups)
	if events > maxSize || kind == Proportions && size > maxSize {
		return infer.Interval{}, fmt.Errorf("panel: %d events of %v in all: expected at most %d of each", events, size, maxSize)
	}
	var iv infer.Interval
	var err error
	if kind == Proportions {
		iv, err = proportion.Interval(int(events), int(size), level, proportion.Wilson)
	} else {
		iv, err = poisson.Interval(int(events), size, level, poisson.Garwood)
	}
	if err != nil {
		return infer.Interval{}, fmt.Errorf("panel: %w", err)
	}
	iv.Method = "pooled, " + iv.Method
	if d, err := Disperse(groups, kind, iv.Estimate); err == nil && d.Phi > 1 && d.P < 0.05 {
		iv.Warnings = append(iv.Warnings, fmt.Sprintf(
			"the groups differ by more than chance (dispersion %s): the interval is too narrow for groups other than these", rounded(d.Phi)))
	}
	return iv, nil
}

// rounded writes a number for a warning to three significant digits.
func rounded(v float64) string {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return fmt.Sprint(v)
	}
	return fmt.Sprintf("%.3g", v)
}
