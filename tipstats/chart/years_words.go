package chart

import (
	"fmt"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// yearsTitle says for how many of the figures the report has a count in every year, and how sure those are.
func yearsTitle(rows []yearRow, place, span string) string {
	if len(rows) == 0 {
		return fmt.Sprintf("The report states no figure on enforcement in %s for %s", place, span)
	}
	var full []string
	doubtful, open := 0, 0
	for _, r := range rows {
		known, doubted, bounded := r.tally()
		doubtful, open = doubtful+doubted, open+bounded
		if known == len(r.cells) {
			label := r.label
			if !r.isComparable() {
				label += " (of differing cohorts)"
			}
			full = append(full, label)
		}
	}
	everyYear := ""
	if len(rows[0].cells) > 1 {
		everyYear = " for every year"
	}
	title := fmt.Sprintf("%s, %s: the report has a count%s at %s", place, span, everyYear, stepList(full, len(rows)))
	if len(rows) == 1 {
		known, _, _ := rows[0].tally()
		title = fmt.Sprintf("%s, %s: the report has a count for %d of %s at one step: %s", place, span, known,
			countNoun(len(rows[0].cells), "year"), rows[0].label)
	}
	var unsure []string
	if doubtful > 0 {
		unsure = append(unsure, countNoun(doubtful, "figure")+" may be incomplete")
	}
	if open > 0 {
		unsure = append(unsure, fmt.Sprintf("%s %s only a bound", whole(open), isOrAre(open)))
	}
	if len(unsure) > 0 {
		title += "; " + strings.Join(unsure, ", ")
	}
	return title
}

// stepList says which of the rows have a figure in every year: "2 of 8 steps (convicted and acquitted)".
func stepList(full []string, rows int) string {
	switch {
	case len(full) == 0:
		return "none of " + countNoun(rows, "step")
	case len(full) == rows:
		return fmt.Sprintf("each of %d steps", rows)
	case len(full) <= 3:
		return fmt.Sprintf("%d of %s: %s", len(full), countNoun(rows, "step"), listed(full))
	}
	return fmt.Sprintf("%d of %s", len(full), countNoun(rows, "step"))
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// isComparable reports whether no two years of the row are of cohorts that are stated and differ.
func (r yearRow) isComparable() bool {
	for i, a := range r.cells {
		for _, b := range r.cells[:i] {
			if notComparable(a, b) {
				return false
			}
		}
	}
	return true
}

// tally counts the cells that have a figure, those that the source doubts, and those that are bounds.
func (r yearRow) tally() (known, doubted, bounded int) {
	for _, o := range r.cells {
		if !o.Count.Known() {
			continue
		}
		known++
		if !o.Complete {
			doubted++
		}
		if _, exact := o.Count.Value(); !exact {
			bounded++
		}
	}
	return known, doubted, bounded
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
	remarks := []string{"Each figure is that of the newest edition in the data", gapWordsMeaning(all)}
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
