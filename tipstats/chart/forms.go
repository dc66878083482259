package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// Forms draws the forms of trafficking among a figure of funnels, such as the investigations opened, one row a funnel: on the left the
// figure as a bar of 100 % with the count of each form, on the right the bounds between which the share of sex and of labor
// trafficking lies however what is of an unspecified form is classified; a dot where nothing is left open. Below stands, for each of
// the two forms, what is known of the change from the first funnel to the last.
//
// The stage says which figure of each funnel: of prosecutions those begun, of which [tipstats.Funnel] has one a stage. The bounds are
// of what the source leaves open; they are no confidence intervals. See [tipstats.Funnel.FormShare]. To set shares of several
// stages, or shares alone, on one axis, see [Shares].
func Forms(funnels []*tipstats.Funnel, stage tipstats.Stage, c Credit) *figure.Figure {
	if i := slices.Index(funnels, nil); i >= 0 {
		return refused("forms", fmt.Sprintf("funnel %d of %d is nil: there is nothing to draw", i+1, len(funnels)))
	}
	rows := formRows(funnels, stage)
	comparison := formComparison{stage: stage, credit: c, rows: rows, changes: formChanges(rows)}
	fig := &figure.Figure{
		Name:     "forms",
		Title:    capitalised(comparison.title()),
		Subtitle: comparison.subtitle(),
		Caption:  c.caption(comparison.remarks()...),
		Alt:      comparison.alt(),
		Data:     formsData(rows, comparison.changes),
		Fault:    cmp.Or(unknownStage(stage), yearTwice(funnels)),
	}
	return sized(fig, func(canvas *figure.Canvas) float64 { return comparison.draw(canvas) })
}

// sharedForms are the forms of which the share is shown.
var sharedForms = []tipstats.Form{tipstats.Sex, tipstats.Labor}

// A formRow is one funnel: its figure, and the share of each of the shared forms in it.
type formRow struct {
	label     string
	total     tipstats.Observation
	breakdown []tipstats.Observation
	bar       bar
	shares    []NamedShare
}

func formRows(funnels []*tipstats.Funnel, stage tipstats.Stage) []formRow {
	var rows []formRow
	for _, f := range funnels {
		total := stageFigure(f, stage)
		r := formRow{label: strconv.Itoa(f.Year), total: total, breakdown: f.Breakdown(total)}
		if severalCountries(funnels) {
			r.label = f.Country + " " + r.label
		}
		r.bar = observed(r.label, r.total, r.breakdown)
		for _, form := range sharedForms {
			r.shares = append(r.shares, formShare(f, total, form, string(form)))
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
			if r.shares[i].Err == nil {
				with = append(with, r)
			}
		}
		if len(with) < 2 {
			continue
		}
		from, to := with[0], with[len(with)-1]
		change, err := tipstats.ChangeBetween(from.shares[i].Rate, to.shares[i].Rate)
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
			if s.Err == nil {
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
func shareDataRow(s NamedShare) []string {
	row := observationRow(s.Rate.Name(), s.Rate.Numerator())
	low, high := s.Rate.Bounds()
	row[7], row[8] = "", "between"
	if v, ok := s.Rate.Value(); ok {
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
