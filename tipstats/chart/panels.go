package chart

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// A barPanel is a heading with its bars.
type barPanel struct {
	heading string
	bars    []bar
}

// drawPanels draws panels of bars that share a scale, with a key of what they show under them.
func drawPanels(c *figure.Canvas, panels []barPanel) float64 {
	var all []bar
	for _, p := range panels {
		all = append(all, p.bars...)
	}
	s := scaleBars(c, all, all)
	y := 0.0
	for i, p := range panels {
		if i > 0 {
			y += panelGap
		}
		y = longHeading(c, y, p.heading)
		for j, b := range p.bars {
			if y > longest {
				y = drawRest(c, s.x, y, len(p.bars)-j)
				break
			}
			b.note = joinNotes(b.outside(c, s, partName), b.note)
			y = drawBars(c, y, []bar{b}, s) + barGap
		}
	}
	keys := barKeys(all)
	if len(keys) == 0 {
		return y
	}
	return drawLegend(c, s.x, y+panelGap, keys) + 2
}

// panelGap is the room above a further panel, in points.
const panelGap = 9.0

// longHeading is heading in capitals, on as many lines as it needs.
func longHeading(c *figure.Canvas, y float64, text string) float64 {
	style := figure.Style{Size: c.Profile().Small, Bold: true, Color: figure.Heading}
	lines := c.Wrap(strings.ToUpper(text), c.Width(), style)
	for len(lines) > 1 {
		c.As("heading").Text(0, y+7, lines[0], style)
		y += lineHeight
		lines = lines[1:]
	}
	return heading(c, y, strings.Join(lines, ""))
}

// outside names the parts of a bar whose numbers have no room inside, as named names them: "2 sex trafficking, 2 labor trafficking".
func (b bar) outside(c *figure.Canvas, s barScale, named func(string) string) string {
	small := figure.Style{Size: c.Profile().Small}
	var texts []string
	for _, p := range b.parts {
		switch {
		case p.label == "" || s.length(p.size) >= c.TextWidth(p.label, small)+innerPadding:
		case p.unsure || strings.HasSuffix(p.label, p.name):
			texts = append(texts, p.label)
		default:
			texts = append(texts, p.label+" "+named(p.name))
		}
	}
	return strings.Join(texts, ", ")
}

// partName is the name of a part behind its number.
func partName(name string) string {
	for _, form := range tipstats.Forms() {
		if name == string(form) {
			return formName(form)
		}
	}
	return name
}

// shortName is a part named beside a legend that names it in full: "sex", "unspecified".
func shortName(name string) string {
	if name == string(tipstats.OtherForm) {
		return formName(tipstats.OtherForm)
	}
	return name
}

// drawNothing says that there is nothing to draw, and returns where it ends.
func drawNothing(c *figure.Canvas) float64 {
	style := figure.Style{Italic: true, Color: figure.Muted}
	c.As("nothing").Text(0, c.Middle(barHeight/2, style), "nothing is listed", style)
	return barHeight
}

// longest is the height in points beyond which a chart draws no further row: a page ends somewhere.
const longest = 1000

// drawRest says how many rows there are beyond those drawn, and returns where it ends.
func drawRest(c *figure.Canvas, x, y float64, rows int) float64 {
	return drawMore(c, x, y, countNoun(rows, "row"))
}

// drawMore says what there is beyond what is drawn, and returns where it ends.
func drawMore(c *figure.Canvas, x, y float64, what string) float64 {
	style := figure.Style{Size: c.Profile().Small, Italic: true, Color: figure.Muted}
	text := "and " + what + " more in the data"
	x = max(0, min(x, c.Width()-c.TextWidth(text, style)))
	c.As("rest").Text(x, c.Middle(y+matrixRow/2, style), text, style)
	return y + matrixRow
}
