package tipstats

import (
	"fmt"

	"github.com/tipstats/tip/tipstats/bounds"
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
		name:        form.label() + " share of " + total.Stage.Plural(),
		numerator:   figureKey{total.Country, total.Year, total.Stage, total.Cohort, form, total.Unit, ""}.unfound(),
		denominator: []Observation{total},
	}
	switch {
	case form != Sex && form != Labor && form != OtherForm:
		return Rate{}, fmt.Errorf("no share of the form %q: expected sex, labor or other", form)
	case total.Form != AllForms || total.Slice != "":
		return Rate{}, r.refused(total, fmt.Errorf("%s: expected a national total over all forms", total.what()))
	case total.Country != f.Country || total.Year != f.Year:
		return Rate{}, r.refused(total, fmt.Errorf("the total is of %s %d, but the funnel of %s %d", total.Country, total.Year, f.Country, f.Year))
	}
	if err := total.missing(); err != nil {
		return Rate{}, r.refused(total, err)
	}
	share, err := f.formShare(&r, total, form)
	if err != nil {
		return Rate{}, r.refused(total, err)
	}
	r.setProportion(share)
	r.addWarnings(total)
	if _, ok := r.Value(); !ok {
		low, high := share.Ends()
		r.warnings = append(r.warnings, fmt.Sprintf("of %s the source leaves the form open for some: the share is %v at least and %v at most", total.figure(), low, high))
	}
	return r, nil
}

func (f *Funnel) formShare(r *Rate, total Observation, form Form) (bounds.Proportion, error) {
	whole := total.Count.span()
	others, unclassified := bounds.Exactly(0), bounds.AtLeast(0)
	for _, part := range f.Breakdown(total) {
		switch {
		case part.Form == form:
			r.numerator = part
			r.addWarnings(part)
		case !part.Count.Known():
			others = bounds.Sum(others, bounds.AtLeast(0))
		case part.Form == Unspecified:
			unclassified = part.Count.span()
		default:
			others = bounds.Sum(others, part.Count.span())
		}
	}
	if err := r.numerator.missing(); err != nil {
		return bounds.Proportion{}, err
	}
	named := r.numerator.Count.span()
	if least := named.Lo + others.Lo; least > whole.Hi {
		return bounds.Proportion{}, fmt.Errorf("forms that add up to %.0f or more, of %s: %w", least, total.figure(), ErrPart)
	}
	if whole.Hi == 0 || whole.Lo == 0 && named.Lo+others.Lo == 0 {
		return bounds.Proportion{}, fmt.Errorf("%s: %w", total.figure(), ErrZero)
	}
	if stated := bounds.Sum(named, others, unclassified); !whole.IsExact() || stated.Lo > whole.Hi || stated.Hi < whole.Lo {
		unclassified = bounds.AtLeast(0) // the parts are not all of the total, so the rest of it is open as well
	}
	return bounds.ShareOf(named, others, unclassified, whole)
}
