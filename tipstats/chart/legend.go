package chart

import (
	"github.com/tipstats/tip/tipstats/figure"
)

// A key is one entry of a legend: a mark and its meaning.
type key struct {
	text string
	mark func(c *figure.Canvas, b figure.Box)
}

// swatch is the key of a bar's part.
func swatch(text string, fill figure.Color) key {
	return key{text, func(c *figure.Canvas, b figure.Box) { segment(c, b, part{fill: fill}, false) }}
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

// gapKey is the key of a figure that there is not.
func gapKey(text string) key {
	return key{text, func(c *figure.Canvas, b figure.Box) { cross(c, b.X+b.W/2, b.Y+b.H/2) }}
}

// Distances of a legend, in points.
const (
	keySize = 8.0
	keyGap  = 3.0  // between mark and text
	keyStep = 18.0 // between entries
	keyLine = 12.0 // between lines
)

// drawLegend sets keys side by side from x to the right edge, on as many lines as they need, and returns where they end.
func drawLegend(c *figure.Canvas, x, y float64, keys []key) float64 {
	if len(keys) == 0 {
		return y
	}
	style := figure.Style{Size: c.Profile().Small}
	at := x
	for _, k := range keys {
		width := keySize + keyGap + c.TextWidth(k.text, style)
		if at > x && at+width > c.Width() {
			at, y = x, y+keyLine
		}
		k.mark(c.As("key"), figure.Box{X: at, Y: y, W: keySize, H: keySize})
		c.As("key").Text(at+keySize+keyGap, c.Middle(y+keySize/2, style), k.text, style)
		at += width + keyStep
	}
	return y + keySize
}

// heading sets the heading of a panel on a rule at y, and returns where the panel begins.
func heading(c *figure.Canvas, y float64, text string) float64 {
	style := figure.Style{Size: c.Profile().Small, Bold: true, Color: figure.Heading}
	c.As("heading").Text(0, y+7, text, style)
	c.As("rule").Line(0, y+11, c.Width(), y+11, figure.Stroke{Color: figure.Rule})
	return y + 19
}
