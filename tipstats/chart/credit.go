package chart

import (
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
)

// Credit says whose figures a chart shows. Each field may be empty; a chart then leaves out the words that would need it.
type Credit struct {
	Country string // as a sentence names it: "Peru"
	Source  string // publisher, edition, section: "U.S. Department of State, 2023 Trafficking in Persons Report, Peru"
	Data    string // path of the file that the figures were read from: "datasets/peru2023/enforcement.csv"
}

// place is the country as a sentence names it, or its code where the credit names none.
func (c Credit) place(code string) string {
	if name := strings.TrimSpace(c.Country); name != "" {
		return name
	}
	return code
}

// caption is the caption of a figure: the remarks on what is shown, then source and data in a paragraph of their own.
func (c Credit) caption(remarks ...string) []string {
	var paragraphs []string
	if text := sentences(remarks...); text != "" {
		paragraphs = append(paragraphs, text)
	}
	var origin []string
	if c.Source != "" {
		origin = append(origin, "Source: "+c.Source)
	}
	if c.Data != "" {
		origin = append(origin, "Data: "+c.Data)
	}
	if text := sentences(origin...); text != "" {
		paragraphs = append(paragraphs, text)
	}
	return paragraphs
}

// sentences joins texts to a paragraph: each non-empty one ends in a full stop.
func sentences(texts ...string) string {
	var list []string
	for _, text := range texts {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		if !strings.ContainsAny(text[len(text)-1:], ".!?") {
			text += "."
		}
		list = append(list, text)
	}
	return strings.Join(list, " ")
}

// sized makes draw the drawing of f: it returns the y coordinate at which it ends. It is laid out for type of the size of Nature2,
// and enlarged with the type of the profile. Where there is more to show than a page of the profile holds, the type does not shrink:
// Render refuses the figure, unless its author sets Tall.
func sized(f *figure.Figure, draw func(*figure.Canvas) float64) *figure.Figure {
	f.Fit = func(c *figure.Canvas) float64 {
		k := c.Profile().Label / figure.Nature2.Label
		return k * draw(c.Scaled(k))
	}
	return f
}

// roomy is a distance between rows: usual, or close on a page that is wider than high, such as a screen.
func roomy(c *figure.Canvas, usual, close float64) float64 {
	if p := c.Profile(); p.MaxHeight < p.Width {
		return close
	}
	return usual
}
