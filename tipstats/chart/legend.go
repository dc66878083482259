package chart

import (
	"github.com/tipstats/tip/tipstats/figure"
)

// A key is one entry of a legend: a mark and its meaning.
type key struct {
	text string
	mark func(c *figure.Canvas, b figure.Box)
}

// swatch is the key of a part of bars.
func swatch(text string, p part) key {
	return key{text, func(c *figure.Canvas, b figure.Box) { segment(c, b, p, false) }}
}

// hollowKey is the key of a figure that its source doubts.
func hollowKey() key {
	return key{"may be incomplete, as the source says", func(c *figure.Canvas, b figure.Box) {
		segment(c, b, part{fill: figure.Heading}, true)
	}}
}

// unsureKey is the key of what lies between two bounds.
func unsureKey(text string) key {
	return key{text, func(c *figure.Canvas, b figure.Box) { segment(c, b, part{fill: figure.Heading, unsure: true}, false) }}
}

// openKey is the key of an open end.
func openKey(text string) key {
	return key{text, func(c *figure.Canvas, b figure.Box) {
		c.Arrow(b.X-1, b.Y+b.H/2, b.X+b.W+1, b.Y+b.H/2, figure.Stroke{Color: figure.Ink, Width: 1})
	}}
}

// keySize is the height of a legend of one line, in points.
const keySize = 8.0

// drawLegend sets keys side by side from x to the right edge, on as many lines as they need, and returns where they end. On a
// panel of a composite figure they go into its legend.
func drawLegend(c *figure.Canvas, x, y float64, keys []key) float64 {
	if len(keys) == 0 {
		return y
	}
	list := make([]figure.Key, len(keys))
	for i, k := range keys {
		list[i] = figure.Key{Text: k.text, Mark: k.mark}
	}
	return c.Legend(x, y, list)
}

// heading sets the heading of a panel on a rule at y, and returns where the panel begins.
func heading(c *figure.Canvas, y float64, text string) float64 {
	style := figure.Style{Size: c.Profile().Small, Bold: true, Color: figure.Heading}
	c.As("heading").Text(0, y+7, text, style)
	c.As("rule").Line(0, y+11, c.Width(), y+11, figure.Stroke{Color: figure.Rule})
	return y + 19
}
