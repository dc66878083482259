package chart

import (
	"fmt"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// yearsTitle states the figures of one step in each year: the convictions, or the step of which most years are known; or
// it says what is missing.
func yearsTitle(rows []yearRow, place, span string) string {
	r, known := tellingRow(rows)
	switch {
	case len(rows) == 0:
		return fmt.Sprintf("The report states no figure on enforcement in %s for %s", place, span)
	case known == 0:
		return fmt.Sprintf("The report states no count on enforcement in %s for %s: %s", place, span, missingSteps(rows))
	}
	noun, cohort, split := strings.Cut(capitalised(r.noun()), ", ")
	head := fmt.Sprintf("%s in %s as reported: ", noun, place)
	if split {
		head = fmt.Sprintf("%s in %s, %s, as reported: ", noun, place, cohort)
	}
	if all := head + r.figures(len(r.cells)); !tooLong(all) {
		return all
	}
	return head + r.figures(mostTitled)
}

// mostTitled is the number of figures beyond which a title that would be too long names the first and the last alone.
const mostTitled = 2

// tellingRow is the row that the title tells of, and of how many years it has a figure.
func tellingRow(rows []yearRow) (telling yearRow, known int) {
	for _, r := range rows {
		n := r.known()
		isVerdict := r.stage == tipstats.Conviction && n >= 2
		wasVerdict := telling.stage == tipstats.Conviction && known >= 2
		if telling.cells == nil || isVerdict && !wasVerdict || isVerdict == wasVerdict && n > known {
			telling, known = r, n
		}
	}
	return telling, known
}

// noun is what a row counts, in a sentence: "convictions", "persons prosecuted", "prosecutions begun".
func (r yearRow) noun() string {
	cohort := r.cells[0].Cohort
	for _, o := range r.cells {
		if o.Cohort != cohort {
			cohort = tipstats.UnstatedCohort // each figure says its own
		}
	}
	if r.unit == tipstats.Case {
		return stageLabel(r.stage, r.unit, cohort)
	}
	switch r.stage {
	case tipstats.Prosecution, tipstats.Investigation:
		return "persons " + strings.TrimPrefix(personLabel(r.stage), "defendants ")
	}
	return r.stage.Plural() + personCohort(r.stage, cohort)
}

// figures lists the figures of a row with their years and what is to be known of them, the first and the last alone where there
// are more than most, and the years without one.
func (r yearRow) figures(most int) string {
	var list []string
	gaps := map[string][]string{}
	doubted := 0
	for _, o := range r.cells {
		if !o.Count.Known() {
			gaps[gapWords(o.Count)] = append(gaps[gapWords(o.Count)], fmt.Sprint(o.Year))
			continue
		}
		text := fmt.Sprintf("%s in %d", counted(o.Count), o.Year)
		if notes := r.notes(o); len(notes) > 0 {
			text += " (" + strings.Join(notes, ", ") + ")"
		}
		if !o.Complete {
			doubted++
		}
		list = append(list, text)
	}
	text := listed(list)
	if n := len(list); n > most {
		text = fmt.Sprintf("%s and %s, the first and the last of %s", list[0], list[n-1], countNoun(n, "figure"))
		if doubted > 0 {
			text += fmt.Sprintf(", of which %s may be incomplete", whole(doubted))
		}
	}
	for _, words := range []string{notReportedWords, notFoundWords} {
		switch years := gaps[words]; {
		case len(years) > 3:
			text += fmt.Sprintf("; %s for %s", words, countNoun(len(years), "year"))
		case len(years) > 0:
			text += "; " + words + " for " + listed(years)
		}
	}
	return text
}

// missingSteps names the steps of which rows without any count speak.
func missingSteps(rows []yearRow) string {
	var nouns []string
	for _, r := range rows {
		nouns = append(nouns, r.noun())
	}
	if len(nouns) > 4 {
		nouns = append(nouns[:3:3], whole(len(nouns)-3)+" further steps")
	}
	return listed(nouns) + " " + notReportedWords
}

// known counts the years of which the row has a figure.
func (r yearRow) known() int {
	n := 0
	for _, o := range r.cells {
		if o.Count.Known() {
			n++
		}
	}
	return n
}

// yearsRemarks are the sentences of the caption.
func yearsRemarks(rows []yearRow) []string {
	var all []tipstats.Observation
	apart := false
	for _, r := range rows {
		all = append(all, r.cells...)
		for i, o := range r.cells {
			apart = apart || i > 0 && notComparable(r.cells[i-1], o)
		}
	}
	remarks := []string{"Each figure is that of the newest edition in the data"}
	if apart {
		remarks = append(remarks, "A dashed line stands between figures of new cases only and figures that include ongoing cases: their difference measures no change")
	}
	return append(remarks, doubts(all), rough(all))
}

// yearsAlt says what the columns show to a reader who cannot see them.
func yearsAlt(rows []yearRow, place, span string) string {
	texts := []string{fmt.Sprintf("Columns for each year of trafficking law enforcement in %s, %s, one row a step", place, span)}
	for _, r := range rows {
		var cells []string
		for _, o := range r.cells {
			text := fmt.Sprintf("%d %s", o.Year, counted(o.Count))
			if o.Count.Known() {
				if notes := r.notes(o); len(notes) > 0 {
					text += " (" + strings.Join(notes, ", ") + ")"
				}
			}
			cells = append(cells, text)
		}
		texts = append(texts, fmt.Sprintf("%s, in %s: %s", capitalised(r.label), r.unit.Plural(), strings.Join(cells, "; ")))
	}
	return sentences(texts...)
}
