package chart

import (
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// Forms draws the forms of trafficking among the investigations opened, one row a funnel: on the left the investigations as a bar of
// 100 % with the count of each form, on the right the bounds between which the share of sex and of labor trafficking lies
// however the investigations of an unspecified form are classified; a dot where nothing is left open. Below stands, for each of the
// two forms, what is known of the change from the first funnel to the last.
//
// The bounds are of what the source leaves open; they are no confidence intervals. See [tipstats.Funnel.FormShare].
func Forms(funnels []*tipstats.Funnel, c Credit) *figure.Figure {
	rows := formRows(funnels)
	changes := formChanges(rows)
	fig := &figure.Figure{
		Name:     "forms",
		Title:    capitalised(formsTitle(rows, changes, c)),
		Subtitle: formsSubtitle(rows),
		Caption:  c.caption(formsRemarks(rows)...),
		Alt:      formsAlt(rows, changes, c),
		Data:     formsData(rows, changes),
	}
	return sized(fig, func(canvas *figure.Canvas) float64 { return drawForms(canvas, rows, changes) })
}

// sharedForms are the forms of which the share is shown.
var sharedForms = []tipstats.Form{tipstats.Sex, tipstats.Labor}

// A formRow is one funnel: its investigations, and the share of each form among them.
type formRow struct {
	label     string
	total     tipstats.Observation
	breakdown []tipstats.Observation
	bar       bar
	shares    []formShare
}

// A formShare is the share of one form, or why there is none.
type formShare struct {
	form tipstats.Form
	rate tipstats.Rate
	err  error
}

func formRows(funnels []*tipstats.Funnel) []formRow {
	var rows []formRow
	for _, f := range funnels {
		r := formRow{label: strconv.Itoa(f.Year), total: f.Investigations, breakdown: f.Breakdown(f.Investigations)}
		if severalCountries(funnels) {
			r.label = f.Country + " " + r.label
		}
		r.bar = observed(r.label, r.total, r.breakdown)
		for _, form := range sharedForms {
			rate, err := f.FormShare(r.total, form)
			r.shares = append(r.shares, formShare{form, rate, err})
		}
		rows = append(rows, r)
	}
	return rows
}

func severalCountries(funnels []*tipstats.Funnel) bool {
	for _, f := range funnels {
		if f.Country != funnels[0].Country {
			return true
		}
	}
	return false
}

// A formChange is what is known of the change of a share from one row to a later one, or why nothing is.
type formChange struct {
	form     tipstats.Form
	from, to formRow
	change   tipstats.Change
	err      error
}

// formChanges are the changes of each form from the first row that has its share to the last.
func formChanges(rows []formRow) []formChange {
	var changes []formChange
	for i, form := range sharedForms {
		var with []formRow
		for _, r := range rows {
			if r.shares[i].err == nil {
				with = append(with, r)
			}
		}
		if len(with) < 2 {
			continue
		}
		from, to := with[0], with[len(with)-1]
		change, err := tipstats.ChangeBetween(from.shares[i].rate, to.shares[i].rate)
		changes = append(changes, formChange{form: form, from: from, to: to, change: change, err: err})
	}
	return changes
}

func formsData(rows []formRow, changes []formChange) figure.Table {
	t := figure.Table{Columns: observationColumns}
	for _, r := range rows {
		t.Rows = append(t.Rows, observationRow(r.label, r.total))
		for _, o := range r.breakdown {
			t.Rows = append(t.Rows, observationRow(r.label, o))
		}
		for _, s := range r.shares {
			if s.err == nil {
				t.Rows = append(t.Rows, shareDataRow(s))
			}
		}
	}
	for _, change := range changes {
		if change.err == nil {
			t.Rows = append(t.Rows, changeDataRow(change))
		}
	}
	return t
}

// shareDataRow is a share as a row of the table: its bounds stand under lower and upper, with no level, since they are no
// confidence interval.
func shareDataRow(s formShare) []string {
	row := observationRow(s.rate.Name(), s.rate.Numerator())
	low, high := s.rate.Bounds()
	row[7], row[8] = "", "between"
	if v, ok := s.rate.Value(); ok {
		row[7], row[8] = exactly(v), "exact"
	}
	row[9], row[10], row[12] = exactly(low), exactly(high), "bounds over every classification of the open cases"
	return row
}

func changeDataRow(ch formChange) []string {
	row := observationRow("change of the "+formLabel(ch.form)+" share from "+ch.from.label+" to "+ch.to.label, ch.change.Later.Numerator())
	row[7], row[8] = "", "between"
	if ch.change.Lower == ch.change.Upper {
		row[7], row[8] = exactly(ch.change.Lower), "exact"
	}
	row[9], row[10], row[12] = exactly(ch.change.Lower), exactly(ch.change.Upper), "bounds over every classification of the open cases"
	return row
}
