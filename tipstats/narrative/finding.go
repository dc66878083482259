package narrative

import (
	"fmt"
	"slices"
)

// FindingKind is what was found.
type FindingKind string

// The kinds of finding.
const (
	BreakdownGap FindingKind = "breakdown"  // parts that do not add up to their total
	Contradicted FindingKind = "comparison" // an "increase" to a smaller figure
	YearTwice    FindingKind = "year"       // a year compared with itself
	TwoValues    FindingKind = "two values" // one figure stated twice with two values
)

// Finding is something of the text that a person should look at. Nothing is dropped because of it, unless the message says so.
type Finding struct {
	Kind       FindingKind
	Message    string
	Words      []Span // where the figures that disagree stand
	Statements []int  // the statements among them, as indexes
}

// finding is a Finding on its way.
type finding struct {
	kind    FindingKind
	message string
	figures []*figure
}

func (d *document) find(kind FindingKind, message string, figures ...*figure) {
	d.found = append(d.found, finding{kind, message, figures})
}

// quote is a figure in the text's own words.
func (d *document) quote(f *figure) string { return d.text[f.span.Start:f.span.End] }

// checkSums holds every breakdown against its total.
func (d *document) checkSums() {
	parts := map[*figure][]*figure{}
	var totals []*figure
	mixed := map[*figure]bool{}
	for _, f := range d.figures {
		if f.role == part && f.form == mixedForm && f.target != nil {
			mixed[f.target] = true
		}
	}
	for _, f := range d.figures {
		if mixed[f.target] || f.role != part || !f.coded() || f.form == "" || f.target == nil || !f.target.coded() || f.unit != f.target.unit {
			continue
		}
		if parts[f.target] == nil {
			totals = append(totals, f.target)
		}
		parts[f.target] = append(parts[f.target], f)
	}
	for _, total := range totals {
		list := parts[total]
		sum := 0
		exact := total.bound == Exact && total.stated
		for _, f := range list {
			sum += f.value
			exact = exact && f.stated && f.bound == Exact
		}
		if exact && (sum > total.value || sum < total.value && len(list) > 1) {
			d.find(BreakdownGap, fmt.Sprintf("the parts of %q add up to %d, not %d", d.quote(total), sum, total.value), append([]*figure{total}, list...)...)
		}
	}
}

// checkDirections holds what the text calls an increase or a decrease against the two figures.
func (d *document) checkDirections() {
	for _, f := range d.figures {
		t := f.target
		if f.role != compared || t == nil || !f.coded() || !t.coded() || !f.stated || !t.stated || f.bound != Exact || t.bound != Exact || f.slice != t.slice {
			continue
		}
		if f.direction > 0 && t.value < f.value {
			d.find(Contradicted, fmt.Sprintf("%q is called an increase from %q", d.quote(t), d.quote(f)), t, f)
		}
		if f.direction < 0 && t.value > f.value {
			d.find(Contradicted, fmt.Sprintf("%q is called a decrease from %q", d.quote(t), d.quote(f)), t, f)
		}
	}
}

// directionOf is 1 for a word of increase, -1 for one of decrease.
func directionOf(word string) int {
	switch word {
	case "an increase from", "increase from", "up from", "an increase over", "increase over", "a rise from", "more than the", "higher than the", "increase", "increased", "rise", "rose", "grew", "increasing":
		return 1
	case "a decrease from", "decrease from", "down from", "decreased from", "a decline from", "decline from", "a drop from", "a reduction from", "drop from", "reduction from", "a fall from", "fewer than the",
		"less than the", "lower than the", "decrease", "decreased", "decline", "declined", "drop", "dropped", "reduction", "fall", "fell", "decreasing":
		return -1
	}
	return 0
}

// findings turns what was found into findings that name statements.
func (d *document) findings(at map[*figure][]int) []Finding {
	var list []Finding
	for _, f := range d.found {
		g := Finding{Kind: f.kind, Message: f.message}
		for _, figure := range f.figures {
			g.Words = append(g.Words, figure.span)
			for _, s := range at[figure] {
				if !slices.Contains(g.Statements, s) {
					g.Statements = append(g.Statements, s)
				}
			}
		}
		list = append(list, g)
	}
	return list
}
