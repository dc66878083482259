package chart

import (
	"fmt"
	"slices"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// funnelLevel is the level of the intervals in a funnel.
const funnelLevel = 0.95

// Funnel draws one country's year: what the sources state of each stage, cases and persons in panels of their own with a scale
// of their own, split by form where the source splits them. The rates that the figures carry stand at the bars with their
// interval of 95 %; those that are refused, with the reason.
//
// Do not read it as one group of matters that gets smaller: most stages are flows of one year, see [tipstats.Funnel].
func Funnel(f *tipstats.Funnel, c Credit) *figure.Figure {
	if f == nil {
		return refused("funnel", "the funnel is nil: there is nothing to draw")
	}
	cases, persons := funnelRows(f)
	rows := slices.Concat(cases, persons)
	fig := &figure.Figure{
		Name:  "funnel",
		Title: capitalised(funnelTitle(f, c)),
		Subtitle: fmt.Sprintf("Trafficking law enforcement in %s, %d. Cases and persons are counted apart: one is never divided by the other.",
			c.place(f.Country), f.Year),
		Caption: c.caption(funnelRemarks(f, rows)...),
		Alt:     funnelAlt(f, c, rows),
		Data:    funnelData(f, rows),
	}
	return sized(fig, func(canvas *figure.Canvas) float64 { return drawFunnel(canvas, cases, persons) })
}

// stageRow is one row of the funnel.
type stageRow struct {
	observation tipstats.Observation
	breakdown   []tipstats.Observation
	bar         bar
}

// funnelRows are the rows of both panels. The stages that make a rate have a row even where nothing is stated; the others only
// where the source speaks of them.
func funnelRows(f *tipstats.Funnel) (cases, persons []stageRow) {
	row := func(o tipstats.Observation, always bool, notes ...string) []stageRow {
		if !always && o.Count == tipstats.NotFound {
			return nil
		}
		r := stageRow{observation: o, breakdown: f.Breakdown(o)}
		r.bar = observed(stageLabel(o.Stage, o.Unit, o.Cohort), o, r.breakdown)
		for _, note := range notes {
			r.bar.note = joinNotes(r.bar.note, note)
		}
		return []stageRow{r}
	}
	cases = append(cases, row(f.Investigations, true)...)
	cases = append(cases, row(f.Prosecutions, true, prosecutionNote(f))...)
	cases = append(cases, row(f.ContinuedProsecutions, false, "begun in earlier years")...)
	persons = append(persons, row(f.Arrests, false)...)
	persons = append(persons, row(f.Defendants, true, defendantNote(f))...)
	persons = append(persons, row(f.Convictions, true, convictionNote(f))...)
	persons = append(persons, row(f.Acquittals, true, unsplitNote(f, f.Acquittals))...)
	persons = append(persons, row(f.Dismissals, false, unsplitNote(f, f.Dismissals))...)
	return cases, persons
}

func joinNotes(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return first + "; " + second
}

// drawFunnel draws both panels and the legend.
func drawFunnel(c *figure.Canvas, cases, persons []stageRow) float64 {
	caseBars, personBars := foundBars(cases), foundBars(persons)
	all := slices.Concat(caseBars, personBars)
	y := 5.0
	legendX := 0.0
	for _, panel := range []struct {
		name string
		bars []bar
	}{{"CASES", caseBars}, {"PERSONS", personBars}} {
		s := scaleBars(c, panel.bars, all)
		for i, b := range panel.bars {
			panel.bars[i].note = joinNotes(b.outside(c, s, shortName), b.note)
		}
		y = drawBars(c, heading(c, y, panel.name), panel.bars, s) + 15
		legendX = s.x
	}
	keys := barKeys(all)
	if len(keys) == 0 {
		return y - 11
	}
	return drawLegend(c, legendX, y+2, keys) + 2
}

func barsOf(rows []stageRow) []bar {
	var bars []bar
	for _, r := range rows {
		bars = append(bars, r.bar)
	}
	return bars
}

// foundBars are the bars of a panel, or one row for all stages where no source states any of them.
func foundBars(rows []stageRow) []bar {
	bars := barsOf(rows)
	if slices.ContainsFunc(bars, func(b bar) bool { return b.gap != notFoundWords }) {
		return bars
	}
	return []bar{{label: "all stages", gap: notFoundWords}}
}

// barKeys are the keys of what the bars show, and of nothing else. Bars that are in one colour throughout need none.
func barKeys(bars []bar) []key {
	seen, gaps := map[string]bool{}, map[string]bool{}
	for _, b := range bars {
		for _, p := range b.parts {
			seen[p.name] = true
		}
		gaps[b.gap] = true
		seen["open"] = seen["open"] || b.open
		seen["hollow"] = seen["hollow"] || b.hollow
	}
	var keys []key
	for _, form := range formsInOrder {
		if seen[string(form)] {
			keys = append(keys, swatch(formLabel(form), part{fill: formFill(form), name: string(form)}))
		}
	}
	if len(keys) > 0 && seen[notSplit] {
		keys = append(keys, swatch("not split by the report", part{fill: figure.Unsplit}))
	}
	if seen["unsure"] {
		keys = append(keys, unsureKey("between the bounds that the report states"))
	}
	if seen["open"] {
		keys = append(keys, openKey("this many or more"))
	}
	if seen["hollow"] {
		keys = append(keys, hollowKey())
	}
	return append(keys, gapKeys(gaps)...)
}

func funnelData(f *tipstats.Funnel, rows []stageRow) figure.Table {
	t := figure.Table{Columns: observationColumns}
	for _, r := range rows {
		t.Rows = append(t.Rows, observationRow(r.bar.label, r.observation))
		for _, o := range r.breakdown {
			t.Rows = append(t.Rows, observationRow(r.bar.label, o))
		}
	}
	for _, rate := range []func() (tipstats.Rate, error){f.ProsecutionsPerInvestigation, f.ConvictionRate} {
		if r, err := rate(); err == nil {
			t.Rows = append(t.Rows, rateRow(r, funnelLevel))
		}
	}
	return t
}
