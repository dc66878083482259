package tipstats

import (
	"errors"
	"fmt"

	"github.com/tipstats/tip/tipstats/bounds"
)

// ConvictionRate is the share of defendants who got a verdict that were convicted: convictions over convictions and
// acquittals, in persons. It is a proportion.
//
// It says nothing of defendants whose case was dismissed or is pending. Where either figure is missing there is no
// conviction rate, and the error says which.
func (f *Funnel) ConvictionRate() (Rate, error) {
	return verdictShare("conviction rate", f.Convictions, f.Acquittals)
}

// verdictShare is convicted over the sum of convicted and acquitted.
func verdictShare(name string, convicted, acquitted Observation) (Rate, error) {
	r := Rate{name: name, numerator: convicted, denominator: []Observation{convicted, acquitted}}
	problems := []error{convicted.missing(), acquitted.missing()}
	if cohortsDiffer(convicted.Cohort, acquitted.Cohort) {
		problems = append(problems, fmt.Errorf("%s and %s: %w", convicted.figure(), acquitted.figure(), ErrCohorts))
	}
	if err := errors.Join(problems...); err != nil {
		return Rate{}, r.refused(convicted, err)
	}
	if none := convicted.Count.span().Lo + acquitted.Count.span().Lo; none == 0 {
		return Rate{}, r.refused(convicted, fmt.Errorf("%s and %s: %w", convicted.figure(), acquitted.figure(), ErrZero))
	}
	share, err := bounds.PartAndRest(convicted.Count.span(), acquitted.Count.span())
	if err != nil {
		return Rate{}, r.refused(convicted, err)
	}
	r.setProportion(share)
	r.warnings = editionWarning(convicted, acquitted)
	r.addWarnings(convicted, acquitted)
	return r, nil
}

// ConvictionsPerDefendant relates the persons convicted in the year to the persons prosecuted in it. It is a flow ratio:
// most of those convicted were charged in earlier years, so it can exceed 1.
func (f *Funnel) ConvictionsPerDefendant() (Rate, error) {
	return newRate("ratio of convictions to defendants", f.Convictions, f.Defendants)
}

// ProsecutionsPerInvestigation relates the prosecutions begun in the year to the investigations opened in it, in cases. It is
// a flow ratio: an investigation of one year may lead to a prosecution in another.
func (f *Funnel) ProsecutionsPerInvestigation() (Rate, error) {
	return newRate("ratio of prosecutions to investigations", f.Prosecutions, f.Investigations)
}
