package tipstats

import (
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/bounds"
	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/proportion"
)

// Change is what is known of the difference between two proportions, later minus earlier: it lies in [Lower, Upper], in units
// of the proportion, whatever the open counts really were. The two are equal where both proportions have a value. It is
// about the counts as stated, not about sampling error.
type Change struct {
	Earlier, Later Rate
	Lower, Upper   float64
}

// ChangeBetween returns the bounds of the difference of two proportions of one kind of figure, such as the share of sex
// trafficking in two years. The counts of the two are free of each other, so the bounds are those of interval arithmetic
// and are sharp: each end is reached by counts that the sources allow.
func ChangeBetween(earlier, later Rate) (Change, error) {
	for _, r := range []Rate{earlier, later} {
		if r.kind != Proportion {
			return Change{}, fmt.Errorf("no change in percentage points: %s is not a proportion", r)
		}
	}
	a, b := earlier.numerator, later.numerator
	if a.Country != b.Country {
		return Change{}, fmt.Errorf("no change from %s to %s: %w", a.Country, b.Country, ErrCountries)
	}
	if a.Unit != b.Unit {
		return Change{}, fmt.Errorf("no change from %s to %s: %w", a.what(), b.what(), ErrUnits)
	}
	if cohortsDiffer(a.Cohort, b.Cohort) {
		return Change{}, fmt.Errorf("no change from %s to %s: %w", a.what(), b.what(), ErrCohorts)
	}
	if a.Stage != b.Stage || a.Form != b.Form {
		return Change{}, fmt.Errorf("no change: %s and %s measure different things", earlier.name, later.name)
	}
	earlierLow, earlierHigh := earlier.Bounds()
	laterLow, laterHigh := later.Bounds()
	return Change{earlier, later, laterLow - earlierHigh, laterHigh - earlierLow}, nil
}

// Interval is the confidence interval of the change, in units of the proportion: that of Miettinen and Nurminen, or of Newcombe where
// a whole is a range, and its union over all that the counts allow where any is open. It takes the two years as independent.
func (c Change) Interval(level float64) (infer.Interval, error) {
	method := proportion.MiettinenNurminen
	for _, r := range []Rate{c.Earlier, c.Later} {
		if _, whole := r.Counts(); !whole.span().IsExact() {
			method = proportion.Newcombe
		}
	}
	interval, err := bounds.DifferenceUnion(c.Later.proportion, c.Earlier.proportion, level, method)
	if err != nil {
		return infer.Interval{}, fmt.Errorf("change of the %s: %w", c.Later.name, err)
	}
	interval.Warnings = slices.Concat(c.Earlier.warnings, c.Later.warnings, interval.Warnings)
	return interval, nil
}

// Direction is -1 or 1 where the proportion fell or rose whatever the open counts were, and 0 where that is not known.
func (c Change) Direction() int {
	switch {
	case c.Upper < 0:
		return -1
	case c.Lower > 0:
		return 1
	}
	return 0
}

// String says in words what the counts carry, in percentage points: "fell by at least 18.8 percentage points".
func (c Change) String() string {
	least, most := math.Min(math.Abs(c.Lower), math.Abs(c.Upper)), math.Max(math.Abs(c.Lower), math.Abs(c.Upper))
	verb := map[int]string{-1: "fell", 1: "rose"}[c.Direction()]
	switch {
	case c.Lower == 0 && c.Upper == 0:
		return "did not change"
	case c.Lower == 0:
		return fmt.Sprintf("rose by at most %.1f percentage points or did not change", 100*most)
	case c.Upper == 0:
		return fmt.Sprintf("fell by at most %.1f percentage points or did not change", 100*most)
	case verb == "":
		return fmt.Sprintf("may have fallen by up to %.1f or risen by up to %.1f percentage points", -100*c.Lower, 100*c.Upper)
	case c.Lower == c.Upper:
		return fmt.Sprintf("%s by %.1f percentage points", verb, 100*most)
	}
	return fmt.Sprintf("%s by at least %.1f and at most %.1f percentage points", verb, 100*least, 100*most)
}
