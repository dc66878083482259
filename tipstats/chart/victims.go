package chart

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// VictimFigures is one number of victims and the ways in which a report splits it.
type VictimFigures struct {
	Year   int
	Who    string // the counted persons, in the plural: "child victims assisted by the protection units"
	Total  tipstats.Count
	Splits []VictimSplit
}

// VictimSplit is one split of the total into groups. Two splits of the same total, by sex and by nationality, are two ways of
// counting the same persons: nothing can be said of the girls of one nationality. Where a report does cross the two, the
// crossing is one split, "sex and nationality", with groups such as "Peruvian girls".
type VictimSplit struct {
	By    string // "sex"
	Cells []VictimCell
}

// VictimCell is the number of victims of one group of a split and one form of trafficking.
type VictimCell struct {
	Group string        // "girls"
	Form  tipstats.Form // AllForms where the report does not split the group by form
	Count tipstats.Count
}

// Victims shows how a report splits one number of victims, by form of trafficking and by each of its splits in turn, on one scale.
// Rows and forms are totalled where their parts are known, and are lower bounds where a part is not. The splits are not
// crossed.
func Victims(v VictimFigures, c Credit) *figure.Figure {
	f := &figure.Figure{
		Name:     "victims",
		Title:    v.title(),
		Subtitle: v.subtitle(c),
		Caption:  c.caption(v.remarks()...),
		Alt:      v.alt(c),
		Data:     v.table(),
	}
	return sized(f, v.draw)
}

// groups are the groups of a split, in the order of their first cell.
func (s VictimSplit) groups() []string {
	var groups []string
	for _, cell := range s.Cells {
		if !slices.Contains(groups, cell.Group) {
			groups = append(groups, cell.Group)
		}
	}
	return groups
}

// counts are the counts of the cells that satisfy the condition.
func (s VictimSplit) counts(of func(VictimCell) bool) []tipstats.Count {
	var counts []tipstats.Count
	for _, cell := range s.Cells {
		if of(cell) {
			counts = append(counts, cell.Count)
		}
	}
	return counts
}

func (s VictimSplit) sum() countSum {
	return sumOf(s.counts(func(VictimCell) bool { return true })...)
}

func (s VictimSplit) ofGroup(group string) countSum {
	return sumOf(s.counts(func(cell VictimCell) bool { return cell.Group == group })...)
}

// ofForm bounds the number of victims of a form within a total. Whoever the split leaves open (a group that is not split by form,
// a part without a number, the rest of the total) may be of any form.
func (s VictimSplit) ofForm(form tipstats.Form, total tipstats.Count) countSum {
	sum := sumOf(s.counts(func(cell VictimCell) bool { return cell.Form == form })...)
	if _, high, known := total.Bounds(); known {
		sum.high = sum.low + max(0, high-s.sum().low)
		return sum
	}
	sum.high += sumOf(s.counts(func(cell VictimCell) bool { return !isNamedForm(cell.Form) })...).high
	return sum
}

// forms are the totals by form, from the split that says most of them, and whether all splits agree on them.
func (v VictimFigures) forms() (totals map[tipstats.Form]countSum, agree bool) {
	agree = true
	totals = map[tipstats.Form]countSum{}
	for _, form := range formsInOrder {
		for _, s := range v.Splits {
			sum := s.ofForm(form, v.Total)
			if sum.known == 0 {
				continue
			}
			best, seen := totals[form]
			if seen && !best.agrees(sum) {
				agree = false
			}
			if !seen || sum.high-sum.low < best.high-best.low {
				totals[form] = sum
			}
		}
	}
	return totals, agree
}

func (v VictimFigures) subtitle(c Credit) string {
	text := fmt.Sprintf("%s%s, %d, persons, by form of trafficking", capitalised(v.who()), in(c), v.Year)
	if len(v.Splits) > 1 {
		text += ". The report does not cross " + listed(v.splitNames())
	}
	return sentences(text)
}

func (v VictimFigures) who() string {
	if v.Who == "" {
		return "victims"
	}
	return v.Who
}

func (v VictimFigures) splitNames() []string {
	names := make([]string, len(v.Splits))
	for i, s := range v.Splits {
		names[i] = s.By
	}
	return names
}

// table is every cell and every total.
func (v VictimFigures) table() figure.Table {
	t := figure.Table{Columns: []string{"year", "split", "group", "form", "value", "bound", "share_of_all", "stated"}}
	year := strconv.Itoa(v.Year)
	row := func(split, group string, form tipstats.Form, value, bound, share string, stated bool) {
		t.Rows = append(t.Rows, []string{year, split, group, string(form), value, bound, share, strconv.FormatBool(stated)})
	}
	value, bound := boundCells(v.Total)
	row("all", "all", tipstats.AllForms, value, bound, "", true)
	totals, agree := v.forms()
	for _, form := range formsInOrder {
		if sum, known := totals[form]; known && agree {
			value, bound := sum.cells()
			share := ""
			if proportion, single := v.share(sum); single {
				share = exactly(proportion)
			}
			row("all", "all", form, value, bound, share, false)
		}
	}
	for _, s := range v.Splits {
		for _, group := range s.groups() {
			for _, cell := range s.Cells {
				if cell.Group == group {
					value, bound := boundCells(cell.Count)
					row(s.By, group, cell.Form, value, bound, "", true)
				}
			}
			if len(s.counts(func(cell VictimCell) bool { return cell.Group == group })) > 1 {
				value, bound := s.ofGroup(group).cells()
				row(s.By, group, tipstats.AllForms, value, bound, "", false)
			}
		}
	}
	return t
}
