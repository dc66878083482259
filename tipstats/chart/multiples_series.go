package chart

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/tipstats/tip/tipstats"
)

// oneMeasure returns an error that names two series whose heights do not compare: of different stages, units or cohorts. An unstated
// cohort differs from none, as in [tipstats.NewRate].
func oneMeasure(series []NamedSeries) error {
	var first, cohort *tipstats.Observation // that has a number, and one whose cohort is stated
	var firstName, cohortName string
	for _, s := range series {
		for _, o := range s.Series.Points {
			if !o.Count.Known() {
				continue
			}
			if first == nil {
				first, firstName = &o, s.Name
			}
			switch {
			case o.Unit != first.Unit:
				return incomparable(firstName, *first, s.Name, o, tipstats.ErrUnits)
			case o.Stage != first.Stage:
				return incomparable(firstName, *first, s.Name, o, errors.New("figures of different stages are not compared"))
			case cohort != nil && cohortName != s.Name && o.Cohort != tipstats.UnstatedCohort && o.Cohort != cohort.Cohort:
				return incomparable(cohortName, *cohort, s.Name, o, tipstats.ErrCohorts)
			}
			if cohort == nil && o.Cohort != tipstats.UnstatedCohort {
				cohort, cohortName = &o, s.Name
			}
		}
	}
	return nil
}

func incomparable(nameA string, a tipstats.Observation, nameB string, b tipstats.Observation, why error) error {
	return fmt.Errorf("series %q is of %s, series %q of %s, which cannot share a scale: %w", nameA, measureWords(a), nameB, measureWords(b), why)
}

// measureWords is what a number counts: "convictions (persons), new".
func measureWords(o tipstats.Observation) string {
	text := fmt.Sprintf("%s (%ss)", o.Stage.Plural(), o.Unit)
	if o.Cohort != tipstats.UnstatedCohort {
		text += ", " + string(o.Cohort)
	}
	return text
}

// commonYears is the span of years of series that have any; it is 0 to 0 where none has.
func commonYears(series []NamedSeries) (from, to int) {
	for _, s := range series {
		years := []int{s.Series.Query.From, s.Series.Query.To}
		for _, o := range s.Series.Points {
			years = append(years, o.Year)
		}
		for _, year := range years {
			if year != 0 {
				from, to = min(cmp.Or(from, year), year), max(to, year)
			}
		}
	}
	return from, to
}

// onYears is a series over a span of years, with a gap in each year that it has no point for.
func onYears(s tipstats.Series, from, to int) tipstats.Series {
	s.Query.From, s.Query.To = from, to
	s.Points = slices.Clone(s.Points)
	for year := from; year <= to && year != 0; year++ {
		if _, ok := s.At(year); !ok {
			q := s.Query
			s.Points = append(s.Points, tipstats.Observation{Country: q.Country, Year: year, Stage: q.Stage, Unit: q.Unit,
				Cohort: cmp.Or(q.Cohort, tipstats.UnstatedCohort), Form: q.Form, Slice: q.Slice})
		}
	}
	slices.SortStableFunc(s.Points, func(a, b tipstats.Observation) int { return a.Year - b.Year })
	return s
}
