package chart

import (
	"errors"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// What there is not has one of three marks, the same in every chart: a cross where the source says that the figure was not
// reported, a dash where no source states it, a ring with a stroke through it where a quotient was refused.
const (
	notReportedWords = "not reported"
	notFoundWords    = "not found"
	refusedWords     = "refused"
)

// gapWords says why there is no number.
func gapWords(c tipstats.Count) string {
	if c == tipstats.NotReported {
		return notReportedWords
	}
	return notFoundWords
}

// refusalWords says in a word why there is no quotient: it is refused whatever the figures are, or lacks a figure.
func refusalWords(err error) string {
	switch {
	case errors.Is(err, tipstats.ErrUnits):
		return refusedWords
	case errors.Is(err, tipstats.ErrNotReported):
		return notReportedWords
	case errors.Is(err, tipstats.ErrNotFound):
		return notFoundWords
	}
	return refusedWords
}

// gapSign draws the mark of the gap that the words name, centred on x, y.
func gapSign(c *figure.Canvas, x, y float64, words string) {
	const arm = 2.2
	pen := figure.Stroke{Color: figure.Heading, Width: 0.9}
	switch words {
	case notFoundWords:
		c.Line(x-arm, y, x+arm, y, pen)
	case refusedWords:
		c.OpenDot(x, y, 2*arm+pen.Width, figure.Circle, pen)
		c.Line(x-arm/2, y+arm/2, x+arm/2, y-arm/2, pen)
	default:
		cross(c, x, y)
	}
}

// cross is the mark of what the source says was not reported.
func cross(c *figure.Canvas, x, y float64) {
	const arm = 2.2
	pen := figure.Stroke{Color: figure.Heading, Width: 0.9}
	c.Line(x-arm, y-arm, x+arm, y+arm, pen)
	c.Line(x-arm, y+arm, x+arm, y-arm, pen)
}

// gapKeys are the keys of the gaps that the words name, in a fixed order.
func gapKeys(seen map[string]bool) []key {
	var keys []key
	for _, k := range []struct{ words, text string }{
		{notReportedWords, "not reported, as the source says"}, {notFoundWords, "not found in any source"}, {refusedWords, refusedWords},
	} {
		if seen[k.words] {
			keys = append(keys, key{k.text, func(c *figure.Canvas, b figure.Box) { gapSign(c, b.X+b.W/2, b.Y+b.H/2, k.words) }})
		}
	}
	return keys
}
