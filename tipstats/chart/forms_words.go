package chart

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// formsTitle states the change of the first form that has one, or the share of the last row.
func formsTitle(rows []formRow, changes []formChange, c Credit) string {
	if len(rows) == 0 {
		return "No year was given of which to show the forms of trafficking investigated"
	}
	for _, ch := range changes {
		if ch.err == nil {
			return fmt.Sprintf("%sthe share of %s among reported investigations %s", formsPlace(rows, c), formLabel(ch.form), changeWords(ch)+classifiedWords(ch))
		}
	}
	for i := len(rows) - 1; i >= 0; i-- {
		for _, s := range rows[i].shares {
			if s.err == nil {
				return fmt.Sprintf("%s, %d: %s of reported investigations %s for %s", c.place(rows[i].total.Country), rows[i].total.Year,
					amount(s.rate), wereFor(s), formLabel(s.form))
			}
		}
	}
	return formsPlace(rows, c) + "the report does not state by which share investigations were for sex or labor trafficking"
}

func wereFor(s formShare) string {
	if n, ok := s.rate.Numerator().Count.Value(); ok && n == 1 {
		if _, known := s.rate.Value(); known {
			return "(one) were"
		}
	}
	return "were"
}

// formsPlace begins the title with the country, where it is one.
func formsPlace(rows []formRow, c Credit) string {
	for _, r := range rows {
		if r.total.Country != rows[0].total.Country {
			return "In several countries "
		}
	}
	return c.place(rows[0].total.Country) + ": "
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
	before, known := ch.from.openCases()
	after, alsoKnown := ch.to.openCases()
	if n := before + after; known && alsoKnown && (before == 0 || after == 0) {
		return ", however the " + whole(n) + " " + plural("case", n == 1) + " of open form " + isOrAre(n) + " classified"
	}
	return ", however the cases of open form are classified"
}

// openCases is the number of cases whose form the source leaves open. It is false where that is known only as a range.
func (r formRow) openCases() (int, bool) {
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

func formsSubtitle(rows []formRow) string {
	what := "investigations"
	if cohorts := formCohorts(rows); len(cohorts) == 1 {
		what = stageLabel(tipstats.Investigation, tipstats.Case, cohorts[0])
	}
	return fmt.Sprintf("%s by form of trafficking, in cases, each bar 100 %%; and the share of a form, or the bounds that the report leaves.", capitalised(what))
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

// formsRemarks are the sentences of the caption.
func formsRemarks(rows []formRow) []string {
	var totals []tipstats.Observation
	remarks := []string{"The forms stand in the order of the legend, from the left"}
	bounded := false
	var open []string
	for _, r := range rows {
		totals = append(totals, r.total)
		for _, s := range r.shares {
			if s.err == nil {
				_, known := s.rate.Value()
				bounded = bounded || !known
			}
		}
		if isOpen(r.total.Count) {
			open = append(open, r.label)
		}
	}
	if bounded {
		remarks = append(remarks, "Bounds run from counting none of the cases of open form to counting all of them; they are no confidence intervals")
	}
	if len(open) > 0 {
		remarks = append(remarks, "The total is a lower bound ("+strings.Join(open, ", ")+"): the bar shows only what is stated")
	}
	if len(formCohorts(rows)) > 1 {
		remarks = append(remarks, "The investigations are not of the same cohort in all rows")
	}
	return append(remarks, doubts(totals), rough(totals))
}

// formsAlt says what the chart shows to a reader who cannot see it.
func formsAlt(rows []formRow, changes []formChange, c Credit) string {
	texts := []string{"Investigations by form of trafficking, one bar of 100 % a row, with the share of sex and of labor trafficking"}
	for _, r := range rows {
		text := r.label + ": " + counted(r.total.Count) + " investigations"
		for _, o := range r.breakdown {
			text += ", " + formLabel(o.Form) + " " + counted(o.Count)
		}
		for _, s := range r.shares {
			if s.err != nil {
				text += "; no share of " + formLabel(s.form) + ": " + refusal(s.err)
				continue
			}
			text += "; " + formLabel(s.form) + " " + amount(s.rate)
		}
		texts = append(texts, text)
	}
	for _, ch := range changes {
		texts = append(texts, "The share of "+formLabel(ch.form)+" "+changeWords(ch))
	}
	return sentences(texts...)
}
