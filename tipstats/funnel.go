package tipstats

import (
	"cmp"
	"fmt"
	"slices"
)

// Funnel is what the sources say of the enforcement of one country's trafficking laws in one year: for each stage the
// national figure over all forms, in its unit, from the newest edition. A figure that no source states is an Observation
// whose Count is NotFound.
//
// Cases and persons are two funnels that stand side by side. Most of their steps are flows of one year, not one group of people
// followed through the courts: see [Rate].
type Funnel struct {
	Country string
	Year    int

	Investigations        Observation // in cases; those opened in the year, where the source says so
	Prosecutions          Observation // in cases; those begun in the year, where the source says so
	ContinuedProsecutions Observation // in cases, ongoing from earlier years
	Arrests               Observation // in persons
	Defendants            Observation // persons prosecuted, in new and ongoing cases where the source gives both
	Convictions           Observation // in persons
	Acquittals            Observation // in persons
	Dismissals            Observation // in persons

	figures []Observation
}

// Funnel returns the funnel of a country (ISO 3166-1 alpha-3) in a year, each figure from the newest edition that states it.
func (d *Dataset) Funnel(country string, year int) (*Funnel, error) {
	return d.funnel(country, year, 0)
}

// FunnelOf is Funnel, restricted to what one edition of the report states.
func (d *Dataset) FunnelOf(country string, year, report int) (*Funnel, error) {
	return d.funnel(country, year, report)
}

func (d *Dataset) funnel(country string, year, report int) (*Funnel, error) {
	if err := d.checkCountry(country); err != nil {
		return nil, err
	}
	figures := d.newest(report, func(o Observation) bool { return o.Country == country && o.Year == year })
	if len(figures) == 0 {
		edition := ""
		if report != 0 {
			edition = fmt.Sprintf(" in the %d report", report)
		}
		return nil, fmt.Errorf("no figure for %s %d%s: the dataset has the years %s", country, year, edition, listed(d.Years(country)))
	}
	f := &Funnel{Country: country, Year: year, figures: figures}
	f.Investigations = f.choose(Investigation, Case, New, UnstatedCohort, Both)
	f.Prosecutions = f.choose(Prosecution, Case, New, UnstatedCohort, Both)
	f.ContinuedProsecutions = f.Figure(Prosecution, Case, Ongoing, AllForms)
	f.Arrests = f.choose(Arrest, Person, UnstatedCohort, New, Both)
	f.Defendants = f.choose(Prosecution, Person, Both, UnstatedCohort, New)
	f.Convictions = f.choose(Conviction, Person, UnstatedCohort, Both, New)
	f.Acquittals = f.choose(Acquittal, Person, UnstatedCohort, Both, New)
	f.Dismissals = f.choose(Dismissal, Person, UnstatedCohort, Both, New)
	return f, nil
}

// Figure returns the national figure of a stage, in a unit, for a cohort and a form. Its Count is NotFound where no source
// states it.
func (f *Funnel) Figure(stage Stage, unit Unit, cohort Cohort, form Form) Observation {
	k := figureKey{f.Country, f.Year, stage, cohort, form, unit, ""}
	for _, o := range f.figures {
		if o.key() == k {
			return o
		}
	}
	return k.unfound()
}

// choose returns the figure of the first cohort that has a number, else the first that the source speaks of.
func (f *Funnel) choose(stage Stage, unit Unit, cohorts ...Cohort) Observation {
	best := f.Figure(stage, unit, cohorts[0], AllForms)
	for _, c := range cohorts[1:] {
		if o := f.Figure(stage, unit, c, AllForms); o.Count.rank() > best.Count.rank() {
			best = o
		}
	}
	if best.Count == NotFound {
		best.Cohort = UnstatedCohort // any cohort would have done
	}
	return best
}

// Breakdown returns the figures by form that belong to a total, in the order of Forms: the same stage, unit, cohort, edition
// and slice. It is empty where the source does not split the total.
func (f *Funnel) Breakdown(total Observation) []Observation {
	var parts []Observation
	for _, o := range f.figures {
		if o.Form != AllForms && sameButForm(o, total) && o.Report == total.Report {
			parts = append(parts, o)
		}
	}
	order := Forms()
	slices.SortStableFunc(parts, func(a, b Observation) int {
		return cmp.Compare(slices.Index(order, a.Form), slices.Index(order, b.Form))
	})
	return parts
}

func sameButForm(a, b Observation) bool {
	k, l := a.key(), b.key()
	k.form, l.form = "", ""
	return k == l
}
