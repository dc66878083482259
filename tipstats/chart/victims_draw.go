package chart

import (
	"math"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// draw draws the total and under it the splits, all on one scale.
func (v VictimFigures) draw(c *figure.Canvas) float64 {
	panels := []barPanel{{"total", []bar{v.totalBar()}}}
	for _, s := range v.Splits {
		panel := barPanel{heading: "by " + s.By}
		for _, group := range s.groups() {
			panel.bars = append(panel.bars, s.groupBar(group))
		}
		panels = append(panels, panel)
	}
	return drawPanels(c, panels)
}

// totalBar is the total, divided by form as far as the splits agree on it.
func (v VictimFigures) totalBar() bar {
	b := bar{label: "all"}
	low, high, known := v.Total.Bounds()
	if !known {
		b.gap = gapWords(v.Total)
		return b
	}
	b.value, b.open = counted(v.Total), math.IsInf(high, 1)
	totals, agree := v.forms()
	sum, shares := 0.0, []string(nil)
	for _, form := range formsInOrder {
		t, stated := totals[form]
		if !stated || !agree {
			continue
		}
		sum += t.low
		if t.low > 0 {
			label := t.String()
			if _, single := t.value(); !single {
				label = "at least " + grouped(digits(t.low))
			}
			b.parts = append(b.parts, part{size: t.low, fill: formFill(form), label: label, name: string(form)})
		}
		if share, single := v.share(t); single {
			shares = append(shares, string(form)+" "+percent(share))
		}
	}
	if sum > high {
		b.parts, sum, shares = nil, 0, nil
	}
	if low > sum {
		b.parts = append(b.parts, part{size: low - sum, fill: figure.Unsplit, name: notSplit})
	}
	if most := max(low, sum); high > most && !b.open {
		b.parts = append(b.parts, part{size: high - most, fill: figure.Unsplit, name: "unsure", unsure: true})
	}
	b.note = strings.Join(shares, ", ")
	return b
}

// groupBar is the row of one group of a split.
func (s VictimSplit) groupBar(group string) bar {
	b := bar{label: group}
	sum := s.ofGroup(group)
	b.value = sum.String()
	var notes []string
	for _, form := range append(append([]tipstats.Form(nil), formsInOrder...), tipstats.AllForms) {
		for _, cell := range s.Cells {
			if cell.Group != group || cell.Form != form && !(form == tipstats.AllForms && !isNamedForm(cell.Form)) {
				continue
			}
			if !cell.Count.Known() {
				notes = append(notes, formName(cell.Form)+" "+gapWords(cell.Count))
				b.gap = gapWords(cell.Count)
				continue
			}
			b.parts = append(b.parts, countParts(cell.Count, cellName(form), formFill(form))...)
		}
	}
	b.open = math.IsInf(sum.high, 1)
	if sum.known > 0 {
		b.gap = ""
		b.note = strings.Join(notes, ", ")
	}
	return b
}

func isNamedForm(f tipstats.Form) bool {
	for _, form := range formsInOrder {
		if f == form {
			return true
		}
	}
	return false
}

// cellName is the name under which the key knows a form.
func cellName(f tipstats.Form) string {
	if isNamedForm(f) {
		return string(f)
	}
	return notSplit
}

// countParts are the segments of a known count: what it is at least, and, hatched, what it may be beyond that.
func countParts(c tipstats.Count, name string, fill figure.Color) []part {
	lo, hi, _ := c.Bounds()
	var parts []part
	if lo > 0 {
		parts = append(parts, part{size: lo, fill: fill, label: counted(c), name: name})
	}
	if hi > lo && !math.IsInf(hi, 1) {
		unsure := part{size: hi - lo, fill: fill, name: "unsure", unsure: true}
		if lo == 0 {
			unsure.label = counted(c) + " " + partName(name)
		}
		parts = append(parts, unsure)
	}
	return parts
}
