package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// PenaltyRange is the term of imprisonment that a law prescribes where the victim belongs to a group.
type PenaltyRange struct {
	Victims string         // those trafficked, as a sentence names them: "adults", "children younger than 14"
	Years   tipstats.Count // Between(8, 15); AtLeast(25) where no maximum is stated; AtMost(n) where no minimum is
	Note    string         // stands behind the range; may be empty
}

// Sentence is the term that a court imposed in a case that the report describes.
type Sentence struct {
	Case  string         // "a former dean of a university, 2022"
	Years tipstats.Count // Exactly(17)
	Note  string         // stands behind the mark; may be empty
}

// Penalties shows the terms of imprisonment that a law prescribes, in the order given, as ranges on one axis of years. Sentences
// that the report describes are diamonds in a panel of their own: a described case was chosen by the report, and says nothing of
// what courts impose as a rule. The law is named as a sentence names it, "Article 129 of the penal code", or left empty.
func Penalties(law string, ranges []PenaltyRange, sentences []Sentence, c Credit) *figure.Figure {
	chart := penaltyChart{ranges, sentences}
	f := &figure.Figure{
		Name:     "penalties",
		Title:    chart.title(),
		Subtitle: chart.subtitle(law, c),
		Caption:  chart.caption(c),
		Alt:      chart.alt(law),
		Data:     chart.table(law),
	}
	return sized(f, chart.draw)
}

type penaltyChart struct {
	ranges    []PenaltyRange
	sentences []Sentence
}

// longTitle is the number of characters that two lines of a title hold.
const longTitle = 165

func (p penaltyChart) title() string {
	var known []PenaltyRange
	for _, r := range p.ranges {
		if r.Years.Known() {
			known = append(known, r)
		}
	}
	switch {
	case len(p.ranges) == 0 && len(p.sentences) > 0:
		return "The report describes " + countNoun(len(p.sentences), "sentence") + "; no term that the law prescribes is listed"
	case len(known) == 0:
		return "The report states no term of imprisonment that the law prescribes"
	}
	byMinimum := func(a, b PenaltyRange) int {
		alo, ahi, _ := a.Years.Bounds()
		blo, bhi, _ := b.Years.Bounds()
		return cmp.Or(cmp.Compare(alo, blo), cmp.Compare(ahi, bhi))
	}
	low, high := slices.MinFunc(known, byMinimum), slices.MaxFunc(known, byMinimum)
	named := func(r PenaltyRange) string {
		return strings.TrimSuffix(term(r.Years)+" for trafficking in "+r.Victims, " for trafficking in ")
	}
	text := "The report states prison terms of " + named(low)
	if low.Years != high.Years {
		text += " and of " + named(high)
	} else if len(known) > 1 {
		text = fmt.Sprintf("The report states the same prison term, %s, for %d groups of victims", term(low.Years), len(known))
	}
	if utf8.RuneCountInString(text) <= longTitle {
		return text
	}
	if low.Years == high.Years {
		return "The report states prison terms of " + term(low.Years)
	}
	return fmt.Sprintf("The report states prison terms for %s: the lowest %s, the highest %s",
		countNoun(len(known), "group")+" of victims", term(low.Years), term(high.Years))
}

func (p penaltyChart) subtitle(law string, c Credit) string {
	text := "Terms of imprisonment for human trafficking" + in(c) + ", in years, by group of victims"
	if law != "" {
		text += "; " + law
	}
	return sentences(text)
}

func (p penaltyChart) caption(c Credit) []string {
	open, unbounded := false, false
	for _, r := range p.ranges {
		lo, hi, known := r.Years.Bounds()
		open = open || known && math.IsInf(hi, 1)
		unbounded = unbounded || known && lo == 0 && hi > 0
	}
	for _, d := range p.sentences {
		open = open || isOpen(d.Years)
	}
	var remarks []string
	if len(p.ranges) > 0 {
		remarks = append(remarks, "A bar runs from the least to the greatest term that the law prescribes, as the report states it")
	}
	if open {
		remarks = append(remarks, "An arrow: the report states no maximum")
	}
	if unbounded {
		remarks = append(remarks, "A bar from 0: the report states no minimum")
	}
	if n := len(p.sentences); n > 0 {
		remarks = append(remarks, fmt.Sprintf("A diamond: a sentence in a case that the report describes (n = %s); "+
			"it says nothing of the terms that courts impose as a rule", whole(n)))
	}
	return c.caption(remarks...)
}

func (p penaltyChart) alt(law string) string {
	text := "Ranges of years of imprisonment"
	if law != "" {
		text += " under " + law
	}
	list := []string{text}
	for _, r := range p.ranges {
		list = append(list, strings.TrimSuffix("For trafficking in "+r.Victims, " in ")+": "+term(r.Years))
	}
	for _, s := range p.sentences {
		list = append(list, "Sentence that the report describes, "+s.Case+": "+term(s.Years))
	}
	return sentences(list...)
}

func (p penaltyChart) table(law string) figure.Table {
	t := figure.Table{Columns: []string{"kind", "law", "group", "years", "bound", "note"}}
	row := func(kind, law, group string, years tipstats.Count, note string) {
		value, bound := boundCells(years)
		t.Rows = append(t.Rows, []string{kind, law, group, value, bound, note})
	}
	for _, r := range p.ranges {
		row("prescribed", law, r.Victims, r.Years, r.Note)
	}
	for _, s := range p.sentences {
		row("sentence", "", s.Case, s.Years, s.Note)
	}
	return t
}

// term is a number of years in words: "8 to 15 years", "25 years and more", "up to 15 years", "about 1 year".
func term(c tipstats.Count) string {
	lo, hi, known := c.Bounds()
	switch {
	case !known:
		return c.String()
	case math.IsInf(hi, 1):
		return years(lo) + " and more"
	case c.IsApproximate():
		return "about " + years(lo)
	case lo == hi:
		return years(lo)
	case lo == 0:
		return "up to " + years(hi)
	}
	return whole(int(lo)) + " to " + years(hi)
}

func years(n float64) string { return countNoun(int(n), "year") }
