package chart

import (
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
)

// Distances of the thin bars under a bar, in points.
const (
	thinHeight = 5.0
	thinRow    = 11.0
	yearGap    = 9.0 // between years
)

// partFills are the colours of parts that have no role of their own, from the first to the others.
var partFills = []figure.Color{
	figure.BluishGreen,
	{R: 0x66, G: 0xC5, B: 0xAB, A: 255},
	{R: 0x99, G: 0xD8, B: 0xC7, A: 255},
	{R: 0xCC, G: 0xEC, B: 0xE3, A: 255},
}

// draw draws a row for each year.
func (a assistedChart) draw(c *figure.Canvas) float64 {
	if len(a.years) == 0 {
		return drawNothing(c)
	}
	bars := make([]bar, len(a.years))
	for i, y := range a.years {
		bars[i] = y.bar()
	}
	s := scaleBars(c, bars, bars)
	y := 2.0
	for i, b := range bars {
		if y > longest {
			y = drawRest(c, s.x, y, len(bars)-i)
			break
		}
		b.note = joinNotes(b.outside(c, s, partName), b.note)
		if i > 0 {
			y += yearGap
		}
		y = drawBars(c, y, []bar{b}, s)
		for _, p := range a.years[i].Among {
			y = drawAmong(c, y, b.label, p, s)
		}
	}
	for i := range bars {
		bars[i].gap = "" // the word stands at each
	}
	if keys := barKeys(bars); len(keys) > 0 {
		y = drawLegend(c, s.x, y+panelGap, keys)
	}
	return y + 2
}

// bar is the row of a year, divided into its parts as far as these fit into it.
func (y AssistedYear) bar() bar {
	b := bar{label: strconv.Itoa(y.Year)}
	low, high, known := y.Count.Bounds()
	if !known {
		b.gap = gapWords(y.Count)
		return b
	}
	b.value, b.open, b.hollow = counted(y.Count), isOpen(y.Count), y.Doubted
	sum := sumOf(partCounts(y.Parts)...)
	var unstated []string
	if sum.low > high {
		sum.low = 0
	} else {
		for i, p := range y.Parts {
			if lo, _, known := p.Count.Bounds(); known && lo > 0 {
				text := strings.TrimSpace(counted(p.Count) + " " + p.Name)
				b.parts = append(b.parts, part{size: lo, fill: partFills[min(i, len(partFills)-1)], label: text, name: p.Name})
			} else if _, exact := p.Count.Value(); !exact {
				unstated = append(unstated, strings.TrimSpace(p.Name+" "+counted(p.Count)))
			}
		}
	}
	if rest := low - sum.low; rest > 0 {
		whole := part{size: rest, fill: partFills[0], name: "all"}
		if sum.known > 0 && len(b.parts) > 0 {
			whole = part{size: rest, fill: figure.Unsplit, name: notSplit, label: grouped(digits(rest)) + " " + notSplit}
		}
		b.parts = append(b.parts, whole)
	}
	if most := max(low, sum.low); high > most && !b.open {
		b.parts = append(b.parts, part{size: high - most, fill: partFills[0], name: "unsure", unsure: true})
	}
	b.note = strings.Join(unstated, ", ")
	if y.Doubted {
		b.note = joinNotes(b.note, "may be incomplete")
	}
	return b
}

// drawAmong draws a thin bar for a figure within the bar above it, its number and its name, and returns where it ends.
func drawAmong(c *figure.Canvas, y float64, year string, p CountPart, s barScale) float64 {
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	text := strings.TrimSpace(counted(p.Count) + " " + p.Name)
	x, middle := s.x, y+2+thinRow/2
	low, _, known := p.Count.Bounds()
	switch {
	case !known:
		gapSign(c.As("gap "+year+" "+p.Name), s.x+3, middle, gapWords(p.Count))
		x += 5
		text = strings.TrimPrefix(p.Name+": "+gapWords(p.Count), ": ")
		small.Italic = true
	default:
		x = s.x + min(s.length(low), s.width)
		c.As("among "+year+" "+p.Name).Rect(s.x, middle-thinHeight/2, x-s.x, thinHeight, figure.Heading)
		if isOpen(p.Count) {
			c.As("open "+year+" "+p.Name).Arrow(x+1, middle, x+arrowLength-2, middle, figure.Stroke{Color: figure.Ink, Width: 1})
			x += arrowLength
		}
		text = "of whom " + text
	}
	x += valueGap
	if c.TextWidth(text, small) <= c.Width()-x {
		c.As("among").Text(x, c.Middle(middle, small), text, small)
		return y + 2 + thinRow
	}
	lines := c.Wrap(text, c.Width()-s.x, small)
	for i, line := range lines {
		c.As("among").Text(s.x, y+2+thinRow+7+lineHeight*float64(i), line, small)
	}
	return y + 2 + thinRow + lineHeight*float64(len(lines)) + 1
}
