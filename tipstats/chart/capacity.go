package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// CapacityFigure is one figure on what a state had to act with: places, officials, offices.
type CapacityFigure struct {
	Label  string         // as a sentence names it: "places for children in specialized shelters"
	Count  tipstats.Count // the figure, or the later of two
	Before tipstats.Count // the earlier figure; the zero Count where the report states none
	Whole  tipstats.Count // what the figures are a part of; the zero Count where the report states none
	Of     string         // names the whole behind its number: "regions"
	Note   string         // a few words behind the figures; may be empty
}

// Capacity shows what a state had to act with. Figures that the report states twice stand as an earlier and a later mark on a
// line of their own; a part of a whole stands as a bar within a bar; all others stand as numbers, since a number that
// nothing is compared with needs no axis. No two rows share a scale: places are not compared with officials.
func Capacity(figures []CapacityFigure, c Credit) *figure.Figure {
	p := sortCapacity(figures)
	f := &figure.Figure{
		Name:     "capacity",
		Title:    p.title(),
		Subtitle: "Capacity against human trafficking" + in(c) + ", as the report states it. Rows do not share a scale.",
		Caption:  c.caption(p.remarks()...),
		Alt:      p.alt(c),
		Data:     p.table(),
	}
	return sized(f, p.draw)
}

// capacityRows are the figures by what they can be compared with.
type capacityRows struct {
	changes, parts, alone []CapacityFigure
}

func sortCapacity(figures []CapacityFigure) capacityRows {
	var p capacityRows
	for _, f := range figures {
		switch {
		case f.Before.Known() && f.Count.Known():
			p.changes = append(p.changes, f)
		case f.isPart():
			p.parts = append(p.parts, f)
		default:
			p.alone = append(p.alone, f)
		}
	}
	return p
}

// isPart reports whether the figure can be drawn within its whole.
func (f CapacityFigure) isPart() bool {
	whole, single := f.Whole.Value()
	return single && whole > 0 && !f.exceeds()
}

// exceeds reports whether the figure, or the earlier one, is greater than the whole it belongs to.
func (f CapacityFigure) exceeds() bool {
	_, most, known := f.Whole.Bounds()
	if !known || f.Whole.IsApproximate() {
		return false
	}
	for _, count := range []tipstats.Count{f.Count, f.Before} {
		if low, _, known := count.Bounds(); known && low > most && !count.IsApproximate() {
			return true
		}
	}
	return false
}

// value is the figure in words, with the earlier one and the whole: "12, then 14 of 24 regions".
func (f CapacityFigure) value() string {
	text := counted(f.Count)
	if f.Before.Known() {
		text = counted(f.Before) + ", then " + text
	}
	if f.Whole.Known() {
		if !f.Count.Known() {
			text += ","
		}
		text += " of " + strings.TrimSpace(counted(f.Whole)+" "+f.Of)
	}
	return text
}

// notes is what stands behind the figures.
func (f CapacityFigure) notes() string {
	note := f.Note
	if f.Before == tipstats.NotReported {
		note = joinNotes("earlier figure not reported", note)
	}
	if share, single := f.share(); single {
		note = joinNotes(percent(share), note)
	}
	return note
}

// share is the part of the whole that the figure is, where both are exact numbers and no earlier figure is compared.
func (f CapacityFigure) share() (float64, bool) {
	part, single := f.Count.Value()
	whole, _ := f.Whole.Value()
	if !single || !f.isPart() || part > whole || f.Before.Known() || f.Count.IsApproximate() || f.Whole.IsApproximate() {
		return 0, false
	}
	return float64(part) / float64(whole), true
}

func (p capacityRows) all() []CapacityFigure {
	return append(append(append([]CapacityFigure(nil), p.changes...), p.parts...), p.alone...)
}

// title states what the report gives twice, as far as two lines hold it.
func (p capacityRows) title() string {
	all := p.all()
	if len(all) == 0 {
		return "The report states no figure on capacity against human trafficking"
	}
	var went []string
	for _, f := range p.changes {
		verb := " went"
		if len(went) > 0 && p.changes[0].Before != p.changes[0].Count {
			verb = "" // the verb before it serves both
		}
		name := cmp.Or(f.Label, "a figure")
		text := fmt.Sprintf("%s%s from %s to %s", name, verb, counted(f.Before), counted(f.Count))
		if f.Before == f.Count {
			text = fmt.Sprintf("%s stayed at %s", name, counted(f.Count))
		}
		if f.Whole.Known() {
			text += " of " + counted(f.Whole)
		}
		went = append(went, text)
	}
	for n := min(2, len(went)); n > 0; n-- {
		if text := "The report states that " + listed(went[:n]); !tooLong(text) {
			return text
		}
	}
	if len(went) == 0 && len(p.parts) > 0 && p.parts[0].Count.Known() {
		f := p.parts[0]
		if text := fmt.Sprintf("The report states %s: %s", f.Label, f.value()); !tooLong(text) {
			return text
		}
	}
	n, earlier := len(all), 0
	for _, f := range all {
		if f.Before.Known() && !f.Count.Known() {
			earlier++
		}
	}
	if len(went) == 0 && earlier > 0 {
		return fmt.Sprintf("The report states an earlier figure and no later one for %s of %s of capacity", whole(earlier), countNoun(n, "measure"))
	}
	if len(went) == 0 {
		return "The report states " + countNoun(n, "figure") + " on capacity against human trafficking, without an earlier one"
	}
	return fmt.Sprintf("The report states an earlier and a later figure for %s of %s of capacity", whole(len(went)), countNoun(n, "measure"))
}

func (p capacityRows) remarks() []string {
	var list []string
	if len(p.changes) > 0 {
		list = append(list, "Before and after: each line runs from 0 to the greatest of its figures, or to the whole where the report states one")
	}
	if len(p.parts) > 0 {
		list = append(list, "Part of a whole: the full length of a bar is the whole")
	}
	ranged := func(f CapacityFigure) bool {
		lo, hi, known := f.Count.Bounds()
		return known && lo < hi
	}
	if slices.ContainsFunc(p.parts, ranged) {
		list = append(list, "Hatched: between the bounds that the report states")
	}
	var rough []string
	for _, f := range p.all() {
		if f.Count.IsApproximate() || f.Before.IsApproximate() || f.Whole.IsApproximate() {
			rough = append(rough, f.Label)
		}
		if f.exceeds() {
			list = append(list, capitalised(f.Label)+": the figure is greater than the whole that the report states, so it is not drawn as a part")
		}
	}
	if len(rough) > 0 {
		list = append(list, "Rough figures, as the report gives them: "+listed(rough))
	}
	return append(list, fmt.Sprintf("n = %s", countNoun(len(p.all()), "measure")))
}

// alt reads all rows out.
func (p capacityRows) alt(c Credit) string {
	list := []string{"Figures on capacity against human trafficking" + in(c)}
	for _, f := range p.all() {
		text := capitalised(f.Label) + ": " + f.value()
		if notes := f.notes(); notes != "" {
			text += " (" + notes + ")"
		}
		list = append(list, text)
	}
	return sentences(list...)
}

func (p capacityRows) table() figure.Table {
	t := figure.Table{Columns: []string{
		"shown_as", "label", "value", "bound", "before_value", "before_bound", "whole_value", "whole_bound", "of", "share", "note",
	}}
	for _, panel := range []struct {
		name    string
		figures []CapacityFigure
	}{{"before and after", p.changes}, {"part of a whole", p.parts}, {"count alone", p.alone}} {
		for _, f := range panel.figures {
			value, bound := boundCells(f.Count)
			before, beforeBound := boundCells(f.Before)
			whole, wholeBound := boundCells(f.Whole)
			share := ""
			if proportion, single := f.share(); single {
				share = exactly(proportion)
			}
			t.Rows = append(t.Rows, []string{
				panel.name, f.Label, value, bound, before, beforeBound, whole, wholeBound, f.Of, share, f.Note,
			})
		}
	}
	return t
}
