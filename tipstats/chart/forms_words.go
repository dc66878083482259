package chart

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// A formComparison is what a chart of forms shows.
type formComparison struct {
	stage   tipstats.Stage
	credit  Credit
	rows    []formRow
	changes []formChange
}

// heading is the heading of the bars: "INVESTIGATIONS".
func (w formComparison) heading() string { return strings.ToUpper(w.stage.Plural()) }

// unit is what the figures count, in the plural: "cases".
func (w formComparison) unit() string {
	for _, r := range w.rows {
		return r.total.Unit.Plural()
	}
	return tipstats.Case.Plural()
}

// title states the change of the first form that has one, or the share of the last row.
func (w formComparison) title() string {
	rows := w.rows
	if len(rows) == 0 {
		return "No year was given of which to show the forms of trafficking"
	}
	for _, ch := range w.changes {
		if ch.err == nil {
			return fmt.Sprintf("%sthe share of %s among reported %s %s", w.place(), formLabel(ch.form), w.stage.Plural(), changeWords(ch)+classifiedWords(ch))
		}
	}
	for i := len(rows) - 1; i >= 0; i-- {
		for j, s := range rows[i].shares {
			if s.Err == nil {
				return fmt.Sprintf("%s, %d: %s of reported %s %s for %s", w.credit.place(rows[i].total.Country), rows[i].total.Year,
					amount(s.Rate), w.stage.Plural(), wereFor(s), formLabel(sharedForms[j]))
			}
		}
	}
	return fmt.Sprintf("%sthe report does not state by which share %s were for sex or labor trafficking", w.place(), w.stage.Plural())
}

func wereFor(s NamedShare) string {
	if n, ok := s.Rate.Numerator().Count.Value(); ok && n == 1 {
		if _, known := s.Rate.Value(); known {
			return "(one) were"
		}
	}
	return "were"
}

// place begins the title with the country, where it is one.
func (w formComparison) place() string {
	for _, r := range w.rows {
		if r.total.Country != w.rows[0].total.Country {
			return "In several countries "
		}
	}
	return w.credit.place(w.rows[0].total.Country) + ": "
}

// changeWords says what is known of a change: "fell by at least 18.8 and at most 58.3 percentage points from 2021 to 2022".
func changeWords(ch formChange) string {
	if ch.err != nil {
		return regrouped(ch.err.Error())
	}
	return ch.change.String() + " from " + ch.from.label + " to " + ch.to.label
}

// classifiedWords says of a change that is known only as a range what it does not depend on: ", however the 321 cases of open
// form are classified".
func classifiedWords(ch formChange) string {
	if ch.change.Lower == ch.change.Upper {
		return ""
	}
	unit, according := ch.to.total.Unit, ", however the "
	if ch.change.Direction() == 0 {
		according = ", depending on how the "
	}
	before, known := ch.from.unclassified()
	after, alsoKnown := ch.to.unclassified()
	if n := before + after; known && alsoKnown && (before == 0 || after == 0) {
		return according + whole(n) + " " + plural(string(unit), n == 1) + " of open form " + isOrAre(n) + " classified"
	}
	return according + unit.Plural() + " of open form are classified"
}

// unclassified is the number of cases or persons whose form the source leaves open. It is false where that is known only as a range.
func (r formRow) unclassified() (int, bool) {
	open, ok := r.total.Count.Value()
	for _, o := range r.breakdown {
		if o.Form == tipstats.Unspecified {
			continue
		}
		n, exact := o.Count.Value()
		open, ok = open-n, ok && exact
	}
	return open, ok
}

func (w formComparison) subtitle() string {
	what := w.stage.Plural()
	if cohorts := formCohorts(w.rows); len(cohorts) == 1 && w.unit() == tipstats.Case.Plural() {
		what = stageLabel(w.stage, tipstats.Case, cohorts[0])
	}
	return fmt.Sprintf("%s by form of trafficking, in %s, each bar 100 %%; and the share of a form, or the bounds that the report leaves.", capitalised(what), w.unit())
}

// formCohorts are the cohorts of the totals that are known.
func formCohorts(rows []formRow) []tipstats.Cohort {
	var list []tipstats.Cohort
	for _, r := range rows {
		if r.total.Count.Known() && !slices.Contains(list, r.total.Cohort) {
			list = append(list, r.total.Cohort)
		}
	}
	return list
}

// remarks are the sentences of the caption.
func (w formComparison) remarks() []string {
	var totals []tipstats.Observation
	remarks := []string{"The forms stand in the order of the legend, from the left"}
	bounded := false
	var open []string
	for _, r := range w.rows {
		totals = append(totals, r.total)
		for _, s := range r.shares {
			if s.Err == nil {
				_, known := s.Rate.Value()
				bounded = bounded || !known
			}
		}
		if isOpen(r.total.Count) {
			open = append(open, r.label)
		}
	}
	if bounded {
		remarks = append(remarks, fmt.Sprintf("Bounds run from counting none of the %s of open form to counting all of them; they are no confidence intervals", w.unit()))
	}
	if len(open) > 0 {
		remarks = append(remarks, "The total is a lower bound ("+strings.Join(open, ", ")+"): the bar shows only what is stated")
	}
	if len(formCohorts(w.rows)) > 1 {
		remarks = append(remarks, fmt.Sprintf("The %s are not of the same cohort in all rows", w.stage.Plural()))
	}
	return append(remarks, doubts(totals), rough(totals))
}

// alt says what the chart shows to a reader who cannot see it.
func (w formComparison) alt() string {
	texts := []string{capitalised(w.stage.Plural()) + " by form of trafficking, one bar of 100 % a row, with the share of sex and of labor trafficking"}
	for _, r := range w.rows {
		text := r.label + ": " + counted(r.total.Count) + " " + w.stage.Plural()
		for _, o := range r.breakdown {
			text += ", " + formLabel(o.Form) + " " + counted(o.Count)
		}
		for i, s := range r.shares {
			if s.Err != nil {
				text += "; no share of " + formLabel(sharedForms[i]) + ": " + refusal(s.Err)
				continue
			}
			text += "; " + formLabel(sharedForms[i]) + " " + amount(s.Rate)
		}
		texts = append(texts, text)
	}
	for _, ch := range w.changes {
		texts = append(texts, "The share of "+formLabel(ch.form)+" "+changeWords(ch))
	}
	return sentences(texts...)
}
