package tipstats

import (
	"fmt"
	"strings"
)

// Observation is one figure that one edition of one source states: one row of a dataset.
type Observation struct {
	Country string // ISO 3166-1 alpha-3
	Report  int    // the edition: the year of the report that states the figure
	Year    int    // the year that the figure covers
	Stage   Stage
	Cohort  Cohort
	Form    Form
	Unit    Unit
	Count   Count
	Slice   string // what a part is restricted to ("agency: state police"); empty for a national figure

	Complete bool   // false where the source itself doubts the figure
	Source   string // identifies the document
	Locator  string // where in the document: section, paragraph, sentence
	Note     string
}

// String is the observation as an error or a caption names it: "PER 2022: 89 convictions (persons)".
func (o Observation) String() string {
	return fmt.Sprintf("%s %d: %s", o.Country, o.Year, o.figure())
}

// figure is the count with what it counts: "89 convictions (persons)", "convictions (persons) not found".
func (o Observation) figure() string {
	if o.Count.Known() {
		return o.Count.String() + " " + o.what()
	}
	return o.what() + " " + o.Count.String()
}

// what names the counted thing without its number: "prosecutions (cases, new, sex trafficking)".
func (o Observation) what() string {
	if o.Stage == "" || o.Unit == "" {
		return "an observation without stage or unit"
	}
	words := []string{o.Unit.Plural()}
	if o.Cohort != UnstatedCohort && o.Cohort != "" {
		words = append(words, o.Cohort.label())
	}
	if o.Form != AllForms && o.Form != "" {
		words = append(words, o.Form.label())
	}
	if o.Slice != "" {
		words = append(words, o.Slice)
	}
	return o.Stage.Plural() + " (" + strings.Join(words, ", ") + ")"
}

// missing names the figure with the reason for which it has no number; it is nil for a known count.
func (o Observation) missing() error {
	if reason := o.Count.Missing(); reason != nil {
		return fmt.Errorf("%s %w", o.what(), reason)
	}
	return nil
}

// warnings says what a reader of anything computed from the observation should know.
func (o Observation) warnings() []string {
	var list []string
	if o.Count.Known() && !o.Complete {
		list = append(list, fmt.Sprintf("the source says that its figure may be incomplete: %s in %d", o.figure(), o.Year))
	}
	if o.Count.IsApproximate() {
		list = append(list, fmt.Sprintf("the source gives a rough figure: %s in %d", o.figure(), o.Year))
	}
	return list
}

// figureKey tells apart the figures of a dataset, whatever edition or source states them.
type figureKey struct {
	country string
	year    int
	stage   Stage
	cohort  Cohort
	form    Form
	unit    Unit
	slice   string
}

func (o Observation) key() figureKey {
	return figureKey{o.Country, o.Year, o.Stage, o.Cohort, o.Form, o.Unit, o.Slice}
}

// unfound is the observation that stands for a figure that the dataset does not hold.
func (k figureKey) unfound() Observation {
	return Observation{
		Country: k.country, Year: k.year, Stage: k.stage, Cohort: k.cohort, Form: k.form, Unit: k.unit, Slice: k.slice,
		Count: NotFound,
	}
}
