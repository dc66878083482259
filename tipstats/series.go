package tipstats

import (
	"errors"
	"fmt"
	"slices"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
	"github.com/tipstats/tip/tipstats/trend"
)

// Series is one figure over consecutive years, one observation a year, with gaps in place.
type Series struct {
	Query   Query
	Points  []Observation
	Revised []Observation // what older editions state of a year whose point is of a newer one, where the two differ; by year and edition
}

// At returns the observation of a year. It is false outside the years of the series.
func (s Series) At(year int) (Observation, bool) {
	for _, o := range s.Points {
		if o.Year == year {
			return o, true
		}
	}
	return Observation{}, false
}

// Change is the ratio of the figure in one year to the figure in another, with the exact conditional interval of a ratio of two
// Poisson rates with equal exposure: 2 is a doubling. The estimate is NaN, and the interval the union over all that the
// counts allow, where one of them is a range.
//
// Counts of one country vary more from year to year than Poisson counts do, so the interval is the narrowest that can be
// defended; a warning says so. It refuses missing counts and figures of different cohorts.
func (s Series) Change(from, to int, level float64) (infer.Interval, error) {
	earlier, ok := s.At(from)
	later, ok2 := s.At(to)
	if !ok || !ok2 {
		return infer.Interval{}, fmt.Errorf("no change from %d to %d: the series runs from %d to %d", from, to, s.Query.From, s.Query.To)
	}
	rate, err := newRate("change", later, earlier, AllowPeriods)
	if err != nil {
		return infer.Interval{}, fmt.Errorf("no change of %s from %d to %d: %w", s.Query.Stage.Plural(), from, to, errors.Unwrap(err))
	}
	rate.warnings = slices.Concat(earlier.warnings(), later.warnings(), cohortWarning(earlier, later))
	interval, err := rate.Interval(level)
	if err != nil {
		return infer.Interval{}, err
	}
	return interval, nil
}

// MannKendall tests the figure for a trend, two-sided, over the years for which it is known.
//
// Read MinP of the result first: three years cannot give a p-value below 1/3, whatever happened in them. It refuses a
// figure that is known only as a range ([ErrRange]) and years of different cohorts ([ErrCohorts]); missing years are left
// out, and a warning names them.
func (s Series) MannKendall() (trend.MannKendallResult, error) {
	_, counts, warnings, err := s.known()
	if err != nil {
		return trend.MannKendallResult{}, fmt.Errorf("no trend test: %w", err)
	}
	result, err := trend.MannKendall(counts, infer.TwoSided)
	if err != nil {
		return result, fmt.Errorf("no trend test of %s: %w", s.Query.what(), err)
	}
	result.Warnings = append(warnings, result.Warnings...)
	return result, nil
}

// TheilSen is the median change a year of the figure, in its unit, with Sen's interval. It refuses and warns as
// MannKendall does.
func (s Series) TheilSen(level float64) (trend.Slope, error) {
	years, counts, warnings, err := s.known()
	if err != nil {
		return trend.Slope{}, fmt.Errorf("no slope: %w", err)
	}
	slope, err := trend.TheilSen(years, counts, level)
	if err != nil {
		return slope, fmt.Errorf("no slope of %s: %w", s.Query.what(), err)
	}
	slope.Warnings = append(warnings, slope.Warnings...)
	return slope, nil
}

// LogLinear fits a trend that multiplies the figure by the same factor each year: its second coefficient is the logarithm of that
// factor. The family is chosen by the dispersion of the counts, quasi-Poisson above 1.5, with a warning. With few years the interval is very wide, and says so. It refuses and warns as MannKendall does.
func (s Series) LogLinear() (*poisson.FitResult, error) {
	years, counts, warnings, err := s.known()
	if err != nil {
		return nil, fmt.Errorf("no log-linear trend: %w", err)
	}
	fit, err := poisson.Fit(poisson.LogLinear(years, counts))
	if err != nil {
		return fit, fmt.Errorf("no log-linear trend of %s: %w", s.Query.what(), err)
	}
	fit.Warnings = append(warnings, fit.Warnings...)
	return fit, nil
}

// known returns the years and counts that are known exactly, with what to warn of.
func (s Series) known() (years, counts []float64, warnings []string, err error) {
	var problems []error
	var last *Observation
	for i, o := range s.Points {
		if missing := o.missing(); missing != nil {
			warnings = append(warnings, fmt.Sprintf("%d is left out: %v", o.Year, missing))
			continue
		}
		n, exact := o.Count.Value()
		if !exact {
			problems = append(problems, fmt.Errorf("%d: %s: %w", o.Year, o.figure(), ErrRange))
		}
		if last != nil {
			if cohortsDiffer(last.Cohort, o.Cohort) {
				problems = append(problems, fmt.Errorf("%d: %s, but %d: %s: %w", last.Year, last.figure(), o.Year, o.figure(), ErrCohorts))
			}
			warnings = append(warnings, cohortWarning(*last, o)...)
		}
		if last == nil || o.Cohort != UnstatedCohort {
			last = &s.Points[i]
		}
		years, counts = append(years, float64(o.Year)), append(counts, float64(n))
		warnings = append(warnings, o.warnings()...)
	}
	return years, counts, warnings, errors.Join(problems...)
}

func cohortWarning(a, b Observation) []string {
	if a.Cohort == b.Cohort {
		return nil
	}
	return []string{fmt.Sprintf("the cohorts may differ: %s in %d, %s in %d", a.Cohort.label(), a.Year, b.Cohort.label(), b.Year)}
}
