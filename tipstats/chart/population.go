package chart

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// A PopulationGroup is a row of population bars: an age group, a nationality, a form, with its numbers on both sides.
type PopulationGroup struct {
	Label       string
	Left, Right tipstats.Count
}

// PopulationWords are what population bars show.
type PopulationWords struct {
	What        string // in the plural: "child victims assisted, 2022"
	Left, Right string // "girls", "boys"
}

// Population draws groups as bars that grow to both sides from a middle, on one scale: the population bars of demography. A number
// known as a lower bound ends in an arrow; between two bounds a bar is hatched; where there is no number, a mark and the word
// stand at the middle.
func Population(w PopulationWords, groups []PopulationGroup, c Credit) *figure.Figure {
	f := &figure.Figure{
		Name:     "population",
		Title:    capitalised(populationTitle(w, groups)),
		Subtitle: fmt.Sprintf("%s%s: %s on the left, %s on the right, on one scale.", capitalised(w.What), in(c), w.Left, w.Right),
		Data:     figure.Table{Columns: []string{"group", "side", "value", "bound"}},
	}
	alts := []string{fmt.Sprintf("Bars to both sides: %s, %s on the left and %s on the right", w.What, w.Left, w.Right)}
	var roughNames string
	for _, g := range groups {
		alts = append(alts, fmt.Sprintf("%s: %s %s, %s %s", g.Label, counted(g.Left), w.Left, counted(g.Right), w.Right))
		for i, count := range []tipstats.Count{g.Left, g.Right} {
			value, bound := boundCells(count)
			f.Data.Rows = append(f.Data.Rows, []string{g.Label, []string{w.Left, w.Right}[i], value, bound})
			if count.IsApproximate() {
				roughNames = "Rough figures are drawn at the number that the source gives"
			}
		}
	}
	f.Alt = sentences(alts...)
	f.Caption = c.caption("All bars share one scale", roughNames)
	return sized(f, func(canvas *figure.Canvas) float64 { return drawPopulation(canvas, w, groups) })
}

func populationTitle(w PopulationWords, groups []PopulationGroup) string {
	var left, right []tipstats.Count
	for _, g := range groups {
		left, right = append(left, g.Left), append(right, g.Right)
	}
	a, b := sumOf(left...), sumOf(right...)
	if a.known == 0 && b.known == 0 {
		return w.What + ": no source at hand states a number"
	}
	if a.known == 0 {
		return fmt.Sprintf("%s: %s %s, and no number of %s", w.What, b, w.Right, w.Left)
	}
	if b.known == 0 {
		return fmt.Sprintf("%s: %s %s, and no number of %s", w.What, a, w.Left, w.Right)
	}
	return fmt.Sprintf("%s: %s %s and %s %s", w.What, a, w.Left, b, w.Right)
}

const populationRow = 20.0

// drawPopulation draws the labels on the left and the bars to both sides of a middle.
func drawPopulation(c *figure.Canvas, w PopulationWords, groups []PopulationGroup) float64 {
	if len(groups) == 0 {
		return drawNothing(c)
	}
	labels, tail, most := 0.0, 0.0, 1.0
	bold := figure.Style{Bold: true}
	for _, g := range groups {
		labels = max(labels, c.TextWidth(g.Label, figure.Style{}))
		for _, count := range []tipstats.Count{g.Left, g.Right} {
			if low, high, known := count.Bounds(); !known {
				tail = max(tail, crossRoom+c.TextWidth(gapWords(count), bold))
			} else {
				tail = max(tail, valueGap+c.TextWidth(counted(count), bold)+map[bool]float64{true: arrowLength}[math.IsInf(high, 1)])
				most = max(most, low)
				if !math.IsInf(high, 1) {
					most = max(most, high)
				}
			}
		}
	}
	labels = c.Shared("labels", min(labels, c.Width()*0.3))
	x := labels + labelGap
	half := (c.Width() - x) / 2
	tail = min(tail, half*0.62) // longer texts are wrapped
	p := populationBars{middle: x + half, side: half - tail - 2, most: most, tail: tail}
	head := figure.Style{Size: c.Profile().Small, Bold: true, Color: figure.Heading}
	lefts := c.Wrap(w.Left, (c.Width()-x)/2-8, head)
	rights := c.Wrap(w.Right, (c.Width()-x)/2-8, head)
	for i, line := range lefts {
		style := head
		style.Anchor = figure.End
		c.As("side").Text(p.middle-4, 7+lineHeight*float64(i), line, style)
	}
	for i, line := range rights {
		c.As("side").Text(p.middle+4, 7+lineHeight*float64(i), line, head)
	}
	top := 12 + lineHeight*float64(max(len(lefts), len(rights), 1)-1)
	y := top
	for i, g := range groups {
		if y > longest {
			y = drawRest(c, x, y, len(groups)-i)
			break
		}
		label := figure.Style{Anchor: figure.End}
		lines := c.WrapEvenly(g.Label, labels+0.01, label)
		height := max(populationRow, float64(max(len(lines), p.lines(c, g.Left), p.lines(c, g.Right)))*lineHeight+4)
		block(c.As("label"), labels, y+height/2, lines, label)
		p.draw(c.As("left "+g.Label), y+height/2, g.Left, -1, figure.Orange)
		p.draw(c.As("right "+g.Label), y+height/2, g.Right, 1, figure.BluishGreen)
		y += height
	}
	c.As("middle").Line(p.middle, top, p.middle, y, figure.Stroke{Color: figure.Heading})
	return y + 2
}

// populationBars is where bars grow from, and how far.
type populationBars struct{ middle, side, most, tail float64 }

// lines is how many lines the text of a number takes at most.
func (p populationBars) lines(c *figure.Canvas, count tipstats.Count) int {
	return len(c.Wrap(counted(count), p.tail-valueGap-arrowLength+0.01, figure.Style{Bold: true}))
}

// draw draws one bar to the left (-1) or to the right (1).
func (p populationBars) draw(c *figure.Canvas, middle float64, count tipstats.Count, direction float64, fill figure.Color) {
	style := figure.Style{Bold: true}
	if direction < 0 {
		style.Anchor = figure.End
	}
	low, high, known := count.Bounds()
	if !known {
		style.Bold, style.Italic, style.Color = false, true, figure.Muted
		gapSign(c, p.middle+direction*6, middle, gapWords(count))
		block(c, p.middle+direction*(crossRoom+2), middle, c.Wrap(gapWords(count), p.side+p.tail-crossRoom-2, style), style)
		return
	}
	box := func(from, to float64) figure.Box {
		a, b := p.middle+direction*from/p.most*p.side, p.middle+direction*to/p.most*p.side
		return figure.Box{X: min(a, b), Y: middle - barHeight/2, W: math.Abs(b - a), H: barHeight}
	}
	segment(c, box(0, low), part{fill: fill}, false)
	end := low
	if !math.IsInf(high, 1) && high > low {
		segment(c, box(low, high), part{fill: fill, unsure: true}, false)
		end = high
	}
	x := p.middle + direction*end/p.most*p.side
	room := p.tail - valueGap + 0.01
	if math.IsInf(high, 1) {
		c.Arrow(x+direction, middle, x+direction*(arrowLength-2), middle, figure.Stroke{Color: figure.Ink, Width: 1})
		x += direction * arrowLength
		room -= arrowLength
	}
	block(c, x+direction*valueGap, middle, c.Wrap(counted(count), room, style), style)
}
