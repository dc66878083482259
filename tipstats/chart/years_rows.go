package chart

import (
	"math"

	"github.com/tipstats/tip/tipstats"
)

// A yearRow is one figure over the years: a stage in a unit, and one cohort of it where the source splits a year by cohort.
type yearRow struct {
	label   string
	stage   tipstats.Stage
	unit    tipstats.Unit
	cells   []tipstats.Observation // one a year, with gaps in place
	scale   float64                // points of a column for one case or person, the same in all rows of a unit
	cohorts bool                   // whether the cells have to say their cohort
}

// yearRows are the rows of every figure that the dataset speaks of, those in cases first.
func yearRows(ds *tipstats.Dataset, country string, from, to int) []yearRow {
	funnels := map[int]*tipstats.Funnel{}
	for year := from; year <= to; year++ {
		if f, err := ds.Funnel(country, year); err == nil {
			funnels[year] = f
		}
	}
	var rows []yearRow
	for _, unit := range tipstats.Units() {
		for _, stage := range tipstats.Stages() {
			stated := statedYears(funnels, stage, unit, from, to)
			rows = append(rows, splitCohorts(stated, country, stage, unit, from)...)
		}
		scaleYears(rows, unit)
	}
	return rows
}

// statedYears are, for each year, the figures of a stage that the source speaks of, one a cohort.
func statedYears(funnels map[int]*tipstats.Funnel, stage tipstats.Stage, unit tipstats.Unit, from, to int) [][]tipstats.Observation {
	years := make([][]tipstats.Observation, to-from+1)
	for year, f := range funnels {
		for _, cohort := range tipstats.Cohorts() {
			if o := f.Figure(stage, unit, cohort, tipstats.AllForms); o.Count != tipstats.NotFound {
				years[year-from] = append(years[year-from], o)
			}
		}
	}
	return years
}

// splitCohorts makes one row of the figures of a stage; or one for each cohort, where a year has several.
func splitCohorts(stated [][]tipstats.Observation, country string, stage tipstats.Stage, unit tipstats.Unit, from int) []yearRow {
	split := false
	found := map[tipstats.Cohort]bool{}
	for _, figures := range stated {
		split = split || len(figures) > 1
		for _, o := range figures {
			found[o.Cohort] = true
		}
	}
	row := func(accept func(tipstats.Cohort) bool, label tipstats.Cohort) yearRow {
		r := yearRow{label: stageLabel(stage, unit, label), stage: stage, unit: unit}
		for i, figures := range stated {
			cell := tipstats.Observation{Country: country, Year: from + i, Stage: stage, Unit: unit, Cohort: label, Form: tipstats.AllForms}
			for _, o := range figures {
				if accept(o.Cohort) {
					cell = o
				}
			}
			r.cells = append(r.cells, cell)
		}
		return r
	}
	if !split {
		return oneRow(row, found, stage, unit)
	}
	var rows []yearRow
	for _, cohort := range tipstats.Cohorts() {
		if found[cohort] {
			r := row(func(c tipstats.Cohort) bool { return c == cohort }, cohort)
			r.cohorts = cohort == tipstats.UnstatedCohort || unit == tipstats.Person && stage == tipstats.Prosecution
			rows = append(rows, r)
		}
	}
	return rows
}

// oneRow is the row of a stage of which every year has one figure at most. Where they are all of one cohort, its label says so.
func oneRow(row func(func(tipstats.Cohort) bool, tipstats.Cohort) yearRow, found map[tipstats.Cohort]bool, stage tipstats.Stage, unit tipstats.Unit) []yearRow {
	any := func(tipstats.Cohort) bool { return true }
	switch len(found) {
	case 0:
		return nil
	case 1:
		for cohort := range found {
			r := row(any, cohort)
			r.cohorts = cohort != tipstats.UnstatedCohort && unit == tipstats.Person && stage == tipstats.Prosecution
			return []yearRow{r}
		}
	}
	r := row(any, tipstats.UnstatedCohort)
	r.cohorts = true
	return []yearRow{r}
}

// scaleYears gives the rows of a unit one scale, on which the largest number that they draw is the tallest column.
func scaleYears(rows []yearRow, unit tipstats.Unit) {
	most := 0.0
	for _, r := range rows {
		for _, o := range r.cells {
			if r.unit == unit {
				most = max(most, greatest(o.Count))
			}
		}
	}
	for i := range rows {
		if rows[i].unit == unit && most > 0 {
			rows[i].scale = columnHeight / most
		}
	}
}

// greatest is the largest number that a column draws of a count: its upper bound, or its lower one where it has no other.
func greatest(c tipstats.Count) float64 {
	low, high, known := c.Bounds()
	switch {
	case !known:
		return 0
	case math.IsInf(high, 1):
		return low
	}
	return high
}

// isOpen reports whether nothing bounds a known count from above.
func isOpen(c tipstats.Count) bool {
	_, high, known := c.Bounds()
	return known && math.IsInf(high, 1)
}

// notComparable reports whether two figures of a row are of cohorts that both are stated and differ.
func notComparable(a, b tipstats.Observation) bool {
	return a.Count.Known() && b.Count.Known() && a.Cohort != b.Cohort &&
		a.Cohort != tipstats.UnstatedCohort && b.Cohort != tipstats.UnstatedCohort
}
