package narrative

import (
	"fmt"
	"slices"

	"github.com/tipstats/tip/tipstats"
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
func (d *document) quote(f *figure) string {
	return "\u201c" + plainQuote(d.text[f.span.Start:f.span.End]) + "\u201d"
}

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
			d.find(BreakdownGap, fmt.Sprintf("the parts of %s add up to %d, not %d", d.quote(total), sum, total.value), append([]*figure{total}, list...)...)
		}
	}
}

// checkDirections holds what the text calls an increase or a decrease against the two figures.
func (d *document) checkDirections() {
	for _, f := range d.figures {
		t := f.target
		if f.role != compared || t == nil || f.direction == 0 || !f.coded() || !t.coded() || !f.stated || !t.stated || f.bound != Exact || t.bound != Exact || f.slice != t.slice || f.unit != t.unit {
			continue
		}
		switch {
		case f.direction > 0 && t.value < f.value:
			d.find(Contradicted, fmt.Sprintf("the text calls %s an increase from %s, which is more", d.quote(t), d.quote(f)), t, f)
		case f.direction < 0 && t.value > f.value:
			d.find(Contradicted, fmt.Sprintf("the text calls %s a decrease from %s, which is less", d.quote(t), d.quote(f)), t, f)
		case t.value == f.value:
			d.find(Contradicted, fmt.Sprintf("the text calls %s a change from %s, which is the same", d.quote(t), d.quote(f)), t, f)
		}
	}
}

// checkParts holds what is said of some of a figure against the figure: there cannot be more of them.
func (d *document) checkParts(figures []*figure) {
	for k, f := range figures {
		t := f.target
		for i := k - 1; i >= 0 && t == nil && f.partitive && !f.ofNumber && f.ofNoun.kind == plainKind; i-- {
			if figures[i].unit != tipstats.Case || f.unit != tipstats.Person { // "12 of whom"
				t = figures[i]
			}
		}
		if t == nil || f.coded() || f.role != part && !f.partitive || !f.stated || !t.coded() || !t.stated || t.bound != Exact || t.isCompared() {
			continue
		}
		if f.value > t.value && (f.head == noHead || f.unit == t.unit) {
			d.find(BreakdownGap, fmt.Sprintf("%s are called a part of %s, which is less", d.quote(f), d.quote(t)), t, f)
		}
	}
}

// findings turns what was found into findings that name statements.
func (d *document) findings() []Finding {
	var list []Finding
	for _, f := range d.found {
		g := Finding{Kind: f.kind, Message: f.message}
		for _, figure := range f.figures {
			g.Words = append(g.Words, figure.span)
			for _, s := range figure.made {
				if !slices.Contains(g.Statements, s) {
					g.Statements = append(g.Statements, s)
				}
			}
		}
		list = append(list, g)
	}
	return list
}
