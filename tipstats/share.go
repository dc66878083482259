package tipstats

import (
	"fmt"
	"math"
)

// FormShare is the share of a total of this funnel that is of one form, such as sex trafficking among the investigations
// opened: a proportion.
//
// Whatever the source leaves open, because it calls the form unspecified or because its parts do not add up to the total, may
// be of the form asked for or not. Where there is such a remainder the share has bounds, which hold however the remainder
// is classified, and no value. Of 813 investigations, 298 for sex trafficking, 194 for labor trafficking and 321
// unspecified, the share for sex trafficking lies between 298/813 and (298 + 321)/813.
//
// These are the worst-case bounds for missing data of Manski (1989), "Anatomy of the Selection Problem", Journal of Human
// Resources 24, 343-360.
func (f *Funnel) FormShare(total Observation, form Form) (Rate, error) {
	r := Rate{
		name: form.label() + " share of " + total.Stage.Plural(), kind: Proportion,
		numerator: f.Figure(total.Stage, total.Unit, total.Cohort, form), denominator: []Observation{total},
	}
	if form == AllForms || form == Unspecified || total.Form != AllForms || total.Slice != "" {
		return Rate{}, r.refused(total, fmt.Errorf("ask for a named form (sex, labor, other) of a national total over all forms"))
	}
	if err := total.missing(); err != nil {
		return Rate{}, r.refused(total, err)
	}
	var named, others float64 // the least that the source attributes to the form, and to other named forms
	for _, part := range f.Breakdown(total) {
		low, _, known := part.Count.Bounds()
		switch {
		case !known || part.Form == Unspecified:
		case part.Form == form:
			r.numerator, named = part, low
			r.addWarnings(part)
		default:
			others += low
		}
	}
	if err := r.numerator.missing(); err != nil {
		return Rate{}, r.refused(total, err)
	}
	if err := r.setShareEnds(total, named, others); err != nil {
		return Rate{}, r.refused(total, err)
	}
	r.addWarnings(total)
	return r, nil
}

func (r *Rate) setShareEnds(total Observation, named, others float64) error {
	totalLow, totalHigh, _ := total.Count.Bounds()
	if totalLow == 0 {
		return fmt.Errorf("%s: %w", total.figure(), ErrZero)
	}
	if named+others > totalHigh {
		return fmt.Errorf("forms that add up to %.0f, of %s: %w", named+others, total.figure(), ErrPart)
	}
	r.low = fraction{named, totalHigh}
	r.high = fraction{totalHigh - others, totalHigh}
	if math.IsInf(totalHigh, 1) {
		r.high = fraction{totalLow, totalLow}
	}
	if totalHigh > others+named {
		r.warnings = append(r.warnings, fmt.Sprintf("of %s the source states the form of %.0f: bounds, not a value", total.figure(), others+named))
	}
	return nil
}
