package tipstats

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Query names one figure over the years. What is left empty means: AllForms, the national figure, the newest edition of each
// year, all years. Unit and Cohort may be left empty where the dataset gives the figure in one unit, and each year in one cohort.
type Query struct {
	Country  string
	Stage    Stage
	Unit     Unit
	Cohort   Cohort
	Form     Form
	Slice    string
	Report   int // one edition; 0: for each year the newest that states the figure
	From, To int // the first and the last year; 0: as the dataset has them
}

// Series returns the figure that q names, year by year. A year of the span for which the dataset has no such figure is in the series
// as NotFound: a gap stays a gap.
func (d *Dataset) Series(q Query) (Series, error) {
	if err := d.checkQuery(q); err != nil {
		return Series{}, fmt.Errorf("no series: %w", err)
	}
	if q.Form == "" {
		q.Form = AllForms
	}
	figures := d.newest(q.Report, q.matches)
	if len(figures) == 0 {
		return Series{}, fmt.Errorf("no series: %s has no %s", q.Country, q.what())
	}
	if q.Unit == "" {
		q.Unit = figures[0].Unit
	}
	byYear := map[int][]Observation{}
	for _, o := range figures {
		if o.Unit != q.Unit {
			return Series{}, fmt.Errorf("no series: %s of %s are given in cases and in persons, name the unit: %w", q.Stage.Plural(), q.Country, ErrUnits)
		}
		byYear[o.Year] = append(byYear[o.Year], o)
	}
	years := d.Years(q.Country)
	if q.From == 0 {
		q.From = years[0]
	}
	if q.To == 0 {
		q.To = years[len(years)-1]
	}
	s, err := q.series(byYear)
	if err == nil && q.Report == 0 {
		s.Revised = d.revised(s.Points)
	}
	return s, err
}

// revised returns what editions state of the figures of points that a newer edition has revised.
func (d *Dataset) revised(points []Observation) []Observation {
	newest := map[figureKey]Observation{}
	for _, p := range points {
		newest[p.key()] = p
	}
	var list []Observation
	for _, o := range d.observations {
		if p, ok := newest[o.key()]; ok && o.Count.Known() && o.Report < p.Report && o.Count != p.Count {
			list = append(list, o)
		}
	}
	slices.SortStableFunc(list, func(a, b Observation) int { return cmp.Or(a.Year-b.Year, a.Report-b.Report) })
	return list
}

func (q Query) series(byYear map[int][]Observation) (Series, error) {
	s := Series{Query: q}
	var problems []error
	for year := q.From; year <= q.To; year++ {
		switch found := byYear[year]; len(found) {
		case 0:
			cohort := q.Cohort
			if cohort == "" {
				cohort = UnstatedCohort
			}
			s.Points = append(s.Points, figureKey{q.Country, year, q.Stage, cohort, q.Form, q.Unit, q.Slice}.unfound())
		case 1:
			s.Points = append(s.Points, found[0])
		default:
			var figures []string
			for _, o := range found {
				figures = append(figures, o.figure())
			}
			problems = append(problems, fmt.Errorf("%d has %s, name the cohort: %w", year, listed(figures), ErrCohorts))
		}
	}
	if err := errors.Join(problems...); err != nil {
		return Series{}, fmt.Errorf("no series of %s: %w", q.what(), err)
	}
	return s, nil
}

func (q Query) matches(o Observation) bool {
	return o.Country == q.Country && o.Stage == q.Stage && o.Form == q.Form && o.Slice == q.Slice &&
		(q.Unit == "" || o.Unit == q.Unit) && (q.Cohort == "" || o.Cohort == q.Cohort) &&
		(q.From == 0 || o.Year >= q.From) && (q.To == 0 || o.Year <= q.To)
}

func (q Query) what() string {
	unit := q.Unit
	if unit == "" {
		return q.Stage.Plural()
	}
	return Observation{Stage: q.Stage, Unit: unit, Cohort: q.Cohort, Form: q.Form, Slice: q.Slice}.what()
}

// checkQuery reports every word of the query that is none of the words of the model.
func (d *Dataset) checkQuery(q Query) error {
	problems := []error{d.checkCountry(q.Country)}
	if !slices.Contains(Stages(), q.Stage) {
		problems = append(problems, fmt.Errorf("unknown stage %q: expected one of %s", q.Stage, listed(Stages())))
	}
	if q.Unit != "" && !slices.Contains(Units(), q.Unit) {
		problems = append(problems, fmt.Errorf("unknown unit %q: expected case or person", q.Unit))
	}
	if q.Cohort != "" && !slices.Contains(Cohorts(), q.Cohort) {
		problems = append(problems, fmt.Errorf("unknown cohort %q: expected one of %s", q.Cohort, listed(Cohorts())))
	}
	if q.Form != "" && !slices.Contains(Forms(), q.Form) {
		problems = append(problems, fmt.Errorf("unknown form %q: expected one of %s", q.Form, listed(Forms())))
	}
	const longest = 1000
	if q.From != 0 && q.To != 0 && (q.From > q.To || q.To-q.From > longest) {
		problems = append(problems, fmt.Errorf("the years run from %d to %d", q.From, q.To))
	}
	return errors.Join(problems...)
}
