package tipstats

import (
	"errors"
	"fmt"
	"slices"

	"github.com/tipstats/tip/tipstats/bounds"
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
// denominator that can be zero ([ErrZero]), a part larger than its whole ([ErrPart]), a figure over itself ([ErrSame]). Overrides lift units, cohorts and
// periods, one each.
//
// It warns where the figures are of different editions, where the one is of a form or a slice that the other is not, and of a
// share by form: two observations say nothing of the cases of an unspecified form, so take [Funnel.FormShare], which bounds
// the share.
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
	if err := r.setCounts(); err != nil {
		return Rate{}, r.refused(num, err)
	}
	r.warnings = append(r.warnings, r.pairWarnings(num, den)...)
	r.addWarnings(num, den)
	return r, nil
}

// pairWarnings says what a reader should know of two figures that may be related, and yet do not quite match.
func (r Rate) pairWarnings(num, den Observation) []string {
	list := editionWarning(num, den)
	switch {
	case r.kind == Proportion && num.Form != den.Form:
		list = append(list, "cases of an unspecified form are not considered, so this is the share that is recorded under the form; Funnel.FormShare bounds the share")
	case r.kind == FlowRatio && (num.Form != den.Form || num.Slice != den.Slice):
		list = append(list, fmt.Sprintf("the figures are of different forms or slices: %s over %s", num.what(), den.what()))
	}
	return list
}

func editionWarning(a, b Observation) []string {
	if a.Report == b.Report {
		return nil
	}
	return []string{fmt.Sprintf("from two editions: %s (%d report) and %s (%d report)", a.figure(), a.Report, b.figure(), b.Report)}
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
	if num.key() == den.key() {
		list = append(list, incompatibility{figures, ErrSame, 0})
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

// setCounts decides the kind of the rate and computes what its counts allow.
func (r *Rate) setCounts() (err error) {
	num, den := r.numerator, r.denominator[0]
	above, below := num.Count.span(), den.Count.span()
	switch {
	case !isPart(num, den):
		r.above, r.below = above, below
		if below.Lo == 0 {
			return fmt.Errorf("%s: %w", den.figure(), ErrZero)
		}
		r.region, err = bounds.Ratio(above, below)
		return err
	case above.Lo > below.Hi:
		return fmt.Errorf("%s of %s: %w", num.figure(), den.figure(), ErrPart)
	case above.Lo == 0 && below.Lo == 0:
		return fmt.Errorf("%s: %w", den.figure(), ErrZero)
	}
	share, err := bounds.PartOf(above, below)
	r.setProportion(share)
	return err
}

func (r *Rate) setProportion(share bounds.Proportion) {
	r.kind, r.proportion, r.region = Proportion, share, share.Region()
}

func (r *Rate) addWarnings(figures ...Observation) {
	for _, o := range figures {
		r.warnings = append(r.warnings, o.warnings()...)
	}
}

func (r Rate) refused(o Observation, reason error) error {
	return fmt.Errorf("no %s for %s %d: %w", r.name, o.Country, o.Year, reason)
}
