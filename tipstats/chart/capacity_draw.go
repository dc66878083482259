package chart

import (
	"math"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// Distances of a chart of capacity, in points.
const (
	trackShare = 0.3  // of the canvas, for a line or a bar of a whole
	trackBar   = 9.0  // height of a bar of a whole
	compareRow = 17.0 // height of a row that compares
	numberRow  = 12.5 // height of a row that holds a number alone
)

// track is where a row's line or bar runs; every row has a scale of its own.
type track struct {
	labels, x, width float64
	most             float64
}

func (t track) at(v float64) float64 { return t.x + float64(min(v/t.most, 1)*t.width) }

// draw draws the comparisons and under them the numbers.
func (p capacityRows) draw(c *figure.Canvas) float64 {
	t := track{width: c.Width() * trackShare}
	for _, f := range append(append([]CapacityFigure(nil), p.changes...), p.parts...) {
		t.labels = max(t.labels, c.TextWidth(f.Label, figure.Style{}))
	}
	t.labels = c.Shared("labels", min(t.labels, c.Width()*0.36))
	t.x = t.labels + labelGap
	y := 0.0
	for _, panel := range []struct {
		heading string
		figures []CapacityFigure
		draw    marksOn
		keyed   bool
	}{
		{"BEFORE AND AFTER", p.changes, CapacityFigure.drawChange, true},
		{"PART OF A WHOLE", p.parts, CapacityFigure.drawPart, false},
	} {
		if len(panel.figures) == 0 {
			continue
		}
		if y > 0 {
			y += panelGap
		}
		y = heading(c, y, panel.heading)
		for i, f := range panel.figures {
			if y > longest/2 {
				y = drawRest(c, t.x, y, len(panel.figures)-i)
				break
			}
			y += f.drawRow(c, y, t, panel.draw)
		}
		if panel.keyed {
			y = drawLegend(c, min(t.x, c.Width()/2), y+4, p.keys())
		}
	}
	if len(p.alone) > 0 {
		if y > 0 {
			y += panelGap
		}
		y = drawNumbers(c, heading(c, y, "NUMBERS ALONE"), p.alone)
	}
	if len(p.all()) == 0 {
		return drawNothing(c)
	}
	return y + 2
}

// marksOn draws the figures of a row on its track, around the middle y.
type marksOn func(f CapacityFigure, c *figure.Canvas, middle float64, t track)

// drawRow draws the label of a comparison, its marks, and its figures and notes, and returns the height of the row.
func (f CapacityFigure) drawRow(c *figure.Canvas, y float64, t track, marks marksOn) float64 {
	label, bold := figure.Style{Anchor: figure.End}, f.numberStyle()
	x := t.x + t.width + markSize/2 + valueGap
	labels := c.WrapEvenly(f.Label, t.labels+0.01, label)
	values := c.Wrap(f.value(), c.Width()-x, bold)
	height := max(compareRow, float64(max(len(labels), len(values)))*lineHeight+4)
	middle := y + height/2
	block(c.As("label"), t.labels, middle, labels, label)
	block(c.As("value "+f.Label), x, middle, values, bold)
	marks(f, c, middle, t)
	if len(values) == 1 {
		x += c.TextWidth(values[0], bold) + noteGap
	} else {
		x = c.Width()
	}
	return drawNote(c, f.notes(), x, y, height, t.x)
}

// drawChange draws the earlier figure as an open and the later one as a filled mark on a line from 0.
func (f CapacityFigure) drawChange(c *figure.Canvas, middle float64, t track) {
	t.most = 1
	for _, count := range []tipstats.Count{f.Before, f.Count, f.Whole} {
		if lo, hi, known := count.Bounds(); known && math.IsInf(hi, 1) {
			t.most = max(t.most, lo*(1+openShare))
		} else if known {
			t.most = max(t.most, hi)
		}
	}
	pen := figure.Stroke{Color: figure.Rule, Width: 0.8}
	c.As("line "+f.Label).Line(t.x, middle, t.x+t.width, middle, pen)
	c.As("line "+f.Label).Line(t.x, middle-3, t.x, middle+3, pen)
	if f.Whole.Known() {
		_, whole, _ := f.Whole.Bounds()
		c.As("whole "+f.Label).Line(t.at(whole), middle-3, t.at(whole), middle+3, pen)
	}
	before, after := center(f.Before), center(f.Count)
	if from, to := t.at(before), t.at(after); math.Abs(to-from) > markSize && joins(f.Before, f.Count) {
		c.As("change "+f.Label).Line(from, middle, to, middle, figure.Stroke{Color: figure.Ink, Width: 1})
	}
	ring := markSize
	if math.Abs(t.at(before)-t.at(after)) < 2 && joins(f.Before, f.Count) {
		ring += 4 // around the later mark, which would hide it
	}
	drawMark(c.As("before "+f.Label), f.Before, middle, t, ring, false)
	drawMark(c.As("after "+f.Label), f.Count, middle, t, markSize, true)
}

// drawPart draws a part within its whole.
func (f CapacityFigure) drawPart(c *figure.Canvas, middle float64, t track) {
	_, t.most, _ = f.Whole.Bounds()
	top := middle - trackBar/2
	c.As("whole "+f.Label).Rect(t.x, top, t.width, trackBar, figure.Unsplit)
	lo, hi, known := f.Count.Bounds()
	if !known {
		gapSign(c.As("gap "+f.Label), t.x+t.width/2, middle, gapWords(f.Count))
		return
	}
	// A part of 0, or one too small to be seen, still has a beginning.
	c.As("start "+f.Label).Line(t.x, top, t.x, top+trackBar, figure.Stroke{Color: figure.Heading, Width: 0.6})
	c.As("part "+f.Label).Rect(t.x, top, t.at(lo)-t.x, trackBar, figure.Heading)
	if most := t.at(min(hi, t.most)); hi > lo && most > t.at(lo)+0.5 {
		box := figure.Box{X: t.at(lo), Y: top, W: most - t.at(lo), H: trackBar}
		segment(c.As("unsure "+f.Label), box, part{fill: figure.Heading, unsure: true}, false)
	}
}

// keys are the keys of the marks on the lines.
func (p capacityRows) keys() []key {
	mark := func(filled bool) func(*figure.Canvas, figure.Box) {
		return func(c *figure.Canvas, b figure.Box) {
			t := track{x: b.X + b.W/2, width: 1, most: 1}
			drawMark(c, tipstats.Exactly(0), b.Y+b.H/2, t, markSize, filled)
		}
	}
	keys := []key{{"earlier figure", mark(false)}, {"later figure", mark(true)}}
	var counts []tipstats.Count
	for _, f := range p.changes {
		counts = append(counts, f.Before, f.Count)
	}
	return append(keys, boundKeys(counts)...)
}

// drawNumbers lists figures with which nothing is compared, in two columns where there are many, and returns where the list
// ends.
func drawNumbers(c *figure.Canvas, y float64, figures []CapacityFigure) float64 {
	columns := 1
	if len(figures) > 4 {
		columns = 2
	}
	each := (len(figures) + columns - 1) / columns
	bottom := y
	for i := range columns {
		part := figures[min(i*each, len(figures)):min((i+1)*each, len(figures))]
		const between = 14
		width := (c.Width() - between*float64(columns-1)) / float64(columns)
		end := drawNumberColumn(c.Panel((width+between)*float64(i), y, width, 0), part)
		bottom = max(bottom, y+end)
	}
	return bottom
}

// drawNumberColumn lists figures under each other: the number, right-aligned, then what it counts.
func drawNumberColumn(c *figure.Canvas, figures []CapacityFigure) float64 {
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	numbers := 0.0
	for _, f := range figures {
		numbers = max(numbers, c.TextWidth(f.number(), f.numberStyle()))
	}
	numbers = min(numbers, c.Width()*0.4)
	y := 0.0
	for i, f := range figures {
		if y > longest/2 {
			return drawRest(c, numbers+labelGap, y, len(figures)-i)
		}
		style := f.numberStyle()
		style.Anchor = figure.End
		x := numbers + labelGap
		value := c.Wrap(f.number(), numbers+0.01, style)
		label := c.Wrap(f.Label, c.Width()-x, figure.Style{})
		note := c.Wrap(f.notes(), c.Width()-x, small)
		height := max(numberRow, float64(max(len(value), len(label)+len(note)))*lineHeight+4)
		for j, line := range value {
			c.As("number "+f.Label).Text(numbers, y+8+lineHeight*float64(j), line, style)
		}
		for j, line := range label {
			c.As("counted").Text(x, y+8+lineHeight*float64(j), line, figure.Style{})
		}
		for j, line := range note {
			c.As("note").Text(x, y+8+lineHeight*float64(len(label)+j), line, small)
		}
		y += height
	}
	return y
}

// number is the figure of a row that compares nothing; a gap is in words.
func (f CapacityFigure) number() string {
	if !f.Count.Known() && !f.Before.Known() {
		return map[string]string{notReportedWords: "× ", notFoundWords: "– "}[gapWords(f.Count)] + gapWords(f.Count)
	}
	return f.value()
}

func (f CapacityFigure) numberStyle() figure.Style {
	if !f.Count.Known() && !f.Before.Known() {
		return figure.Style{Italic: true, Color: figure.Muted}
	}
	return figure.Style{Bold: true}
}
