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

// tallest is the height of the tallest page that a chart asks for, in points: where there is more to show than a page
// of a journal holds, the page grows rather than the type shrinks.
const tallest = 2000

// sized gives f the drawing and the height that the drawing needs. draw returns the y coordinate at which it ends; it runs once
// beforehand, on a canvas of the same width and type, to find the height.
func sized(f *figure.Figure, draw func(*figure.Canvas) float64) *figure.Figure {
	probe := &figure.Figure{Name: "probe", Title: "probe", Alt: "probe", Height: 1, Profile: f.Profile}
	probe.Draw = func(c *figure.Canvas) { f.Height = draw(c) }
	_, _ = probe.Render() // it fails, since the drawing leaves so low a page
	f.Draw = func(c *figure.Canvas) { draw(c) }

	standard := f.Profile
	f.Profile = figure.Nature2
	f.Profile.Name, f.Profile.MaxHeight = "Nature2, taller", tallest
	if r, err := f.Render(); err != nil {
		return f
	} else if _, height := r.Size(); height <= figure.Nature2.MaxHeight {
		f.Profile = standard
	}
	return f
}
