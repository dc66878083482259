package tipstats

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Override lets a caller do, by name, what NewRate refuses. The rate then carries a warning, and is a flow ratio.
type Override uint8

// The overrides.
const (
	AllowUnits   Override = iota + 1 // divide cases by persons or persons by cases
	AllowCohorts                     // relate figures of different cohorts
	AllowPeriods                     // relate figures of different years
)

// NewRate puts one figure over another and decides, from what they count, which kind of rate that is: a proportion if the
// numerator is a part of the denominator (a form, or a slice, of the same stage, unit, cohort, year and edition), else a
// flow ratio.
//
// It refuses, with all reasons at once: a missing count ([ErrNotReported], [ErrNotFound]), cases with persons ([ErrUnits]),
// two cohorts that both are stated and differ ([ErrCohorts]), two years ([ErrPeriods]), two countries ([ErrCountries]), a
// denominator that can be zero ([ErrZero]), a part larger than its whole ([ErrPart]). Overrides lift units, cohorts and
// periods, one each.
//
// A share by form that was built from two observations knows nothing of cases of an unspecified form: take
// [Funnel.FormShare], which bounds it.
func NewRate(numerator, denominator Observation, overrides ...Override) (Rate, error) {
	return newRate("rate of "+numerator.what()+" to "+denominator.what(), numerator, denominator, overrides...)
}

func newRate(name string, num, den Observation, overrides ...Override) (Rate, error) {
	r := Rate{name: name, numerator: num, denominator: []Observation{den}, kind: FlowRatio}
	var problems []error
	for _, o := range []Observation{num, den} {
		problems = append(problems, o.missing())
	}
	for _, c := range incompatibilities(num, den) {
		if c.override != 0 && slices.Contains(overrides, c.override) {
			r.warnings = append(r.warnings, fmt.Sprintf("overridden by the caller: %s: %v", c.figures, c.reason))
			continue
		}
		problems = append(problems, fmt.Errorf("%s: %w", c.figures, c.reason))
	}
	if err := errors.Join(problems...); err != nil {
		return Rate{}, r.refused(num, err)
	}
	if isPart(num, den) {
		r.kind = Proportion
	}
	if err := r.setEnds(num, den); err != nil {
		return Rate{}, r.refused(num, err)
	}
	r.addWarnings(num, den)
	return r, nil
}

type incompatibility struct {
	figures  string
	reason   error
	override Override // 0 where none lifts it
}

func incompatibilities(num, den Observation) []incompatibility {
	var list []incompatibility
	figures := num.figure() + " over " + den.figure()
	if num.Unit != den.Unit {
		list = append(list, incompatibility{figures, ErrUnits, AllowUnits})
	}
	if cohortsDiffer(num.Cohort, den.Cohort) {
		list = append(list, incompatibility{figures, ErrCohorts, AllowCohorts})
	}
	if num.Country != den.Country {
		list = append(list, incompatibility{num.Country + " over " + den.Country, ErrCountries, 0})
	}
	if num.Year != den.Year {
		years := fmt.Sprintf("%d over %d", num.Year, den.Year)
		list = append(list, incompatibility{years, ErrPeriods, AllowPeriods})
	}
	return list
}

// cohortsDiffer reports whether both cohorts are stated and are not the same. A figure whose cohort is unstated may be
// related to any; that is the common case of convictions.
func cohortsDiffer(a, b Cohort) bool { return a != b && a != UnstatedCohort && b != UnstatedCohort }

// isPart reports whether num counts a part of what den counts.
func isPart(num, den Observation) bool {
	if num.Stage != den.Stage || num.Unit != den.Unit || num.Cohort != den.Cohort || num.Country != den.Country ||
		num.Year != den.Year || num.Report != den.Report {
		return false
	}
	sameForm, sameSlice := num.Form == den.Form, num.Slice == den.Slice
	narrowerForm := den.Form == AllForms && !sameForm
	narrowerSlice := den.Slice == "" && !sameSlice
	return narrowerForm && (sameSlice || narrowerSlice) || narrowerSlice && sameForm
}

// setEnds computes the two ends of the rate from the ranges of its counts.
func (r *Rate) setEnds(num, den Observation) error {
	numLow, numHigh, _ := num.Count.Bounds()
	denLow, denHigh, _ := den.Count.Bounds()
	if denLow == 0 {
		return fmt.Errorf("%s: %w", den.figure(), ErrZero)
	}
	r.low, r.high = fraction{numLow, denHigh}, fraction{numHigh, denLow}
	if r.kind == FlowRatio {
		return nil
	}
	if numLow > denHigh {
		return fmt.Errorf("%s of %s: %w", num.figure(), den.figure(), ErrPart)
	}
	if numHigh > denLow {
		whole := math.Max(numLow, denLow)
		r.high = fraction{whole, whole}
	}
	return nil
}

func (r *Rate) addWarnings(figures ...Observation) {
	for _, o := range figures {
		r.warnings = append(r.warnings, o.warnings()...)
	}
}

func (r Rate) refused(o Observation, reason error) error {
	return fmt.Errorf("no %s for %s %d: %w", r.name, o.Country, o.Year, reason)
}
