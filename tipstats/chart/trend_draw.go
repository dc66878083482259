package chart

import (
	"fmt"
	"math"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// trendDot is the size of a year's dot, in points.
const trendDot = 5.0

// trendScale is the upright scale of a trend of a height, with numbers up to most.
func trendScale(height, most float64) scale { return linearScale(height, 10, most, 5) }

// yearAxis is where the axis of years of a trend begins: behind the numbers of its scale.
func yearAxis(c *figure.Canvas, height, most float64) float64 {
	return tickRoom(c, trendScale(height, most), tickLabel)
}

// draw draws the plane of a trend at the top of a canvas, its axis of years from x to width, with numbers up to most, and returns where
// the years under it end.
func (t trendLine) draw(c *figure.Canvas, x, width, height, most float64) float64 {
	from, to := float64(t.series.Query.From), float64(t.series.Query.To)
	p := plane{y: trendScale(height, most), x: scale{from: x, to: width - 4, low: from - 0.6, high: to + 0.6}}
	for year := t.series.Query.From; year <= t.series.Query.To; year++ {
		p.x.ticks = append(p.x.ticks, float64(year))
	}
	line := t.drawLine(c, p)
	p.drawY(c, tickLabel)
	bottom := p.drawX(c, func(v float64) string { return strconv.Itoa(int(v)) })
	names := labelPlacer{c: c.As("value"), room: figure.Box{X: x + 1, Y: 0, W: width - x, H: height - 1}}
	t.drawRevised(c, p, &names)
	for _, o := range t.series.Points {
		at := p.x.at(float64(o.Year))
		low, high, known := o.Count.Bounds()
		if !known {
			names.block(figure.Box{X: at - 3, Y: p.y.from - 8, W: 6, H: 6})
			continue
		}
		bottom, top := p.y.at(low)+trendDot/2, p.y.at(low)-trendDot/2
		if math.IsInf(high, 1) {
			top -= openHeight
		} else {
			top = min(top, p.y.at(high))
		}
		names.block(figure.Box{X: at - trendDot/2, Y: top, W: trendDot, H: bottom - top})
	}
	for _, at := range line {
		names.block(figure.Box{X: at.X - 2, Y: at.Y - 1, W: 4, H: 2})
	}
	for i, o := range t.series.Points {
		t.drawPoint(c, p, o)
		// The first and the last number stand at their dots; the others where they have room.
		if i == 0 || i == len(t.series.Points)-1 || len(t.series.Points) <= 12 {
			if o.Count.Known() {
				names.place(p.x.at(float64(o.Year)), p.y.at(center(o.Count)), trendDot/2+2, counted(o.Count), figure.Style{Size: c.Profile().Small})
			}
		}
	}
	t.nameRevised(c, p, &names)
	return bottom
}

// drawLine draws the band of the limits and the line, cut where they leave the plane, and returns points along the line.
func (t trendLine) drawLine(c *figure.Canvas, p plane) []figure.Point {
	if t.noSlope != nil {
		return nil
	}
	first, last := math.Inf(1), math.Inf(-1)
	for _, o := range t.series.Points {
		if _, ok := o.Count.Value(); ok {
			first, last = math.Min(first, float64(o.Year)), math.Max(last, float64(o.Year))
		}
	}
	const steps = 120
	var upper, lower, middle []figure.Point
	for i := range steps + 1 {
		year := first + (last-first)*float64(i)/steps
		x := p.x.at(year)
		a, b := t.line(t.slope.Lower, year), t.line(t.slope.Upper, year)
		upper = append(upper, figure.Point{X: x, Y: p.y.at(math.Max(a, b))})
		lower = append(lower, figure.Point{X: x, Y: p.y.at(math.Min(a, b))})
		if v := t.line(t.slope.Slope, year); v >= 0 && v <= p.y.high {
			middle = append(middle, figure.Point{X: x, Y: p.y.at(v)})
		}
	}
	for i := len(lower) - 1; i >= 0; i-- {
		upper = append(upper, lower[i])
	}
	c.As("band").Polygon(upper, figure.Faded(figure.Blue, 0.14))
	if len(middle) > 1 {
		c.As("line").Polyline([]figure.Point{middle[0], middle[len(middle)-1]}, figure.Stroke{Color: figure.Blue, Width: 1})
	}
	return middle
}

// drawRevised draws what older editions stated, each joined to the number that has taken its place.
func (t trendLine) drawRevised(c *figure.Canvas, p plane, names *labelPlacer) {
	for _, o := range t.series.Revised {
		now, _ := t.series.At(o.Year)
		x, y, year := p.x.at(float64(o.Year)), p.y.at(center(o.Count)), strconv.Itoa(o.Year)
		c.As("revision "+year).Line(x, y, x, p.y.at(center(now.Count)), figure.Stroke{Color: figure.Heading, Width: 0.6})
		drawRevisedMark(c.As("revised "+year), x, y)
		top, bottom := min(y, p.y.at(center(now.Count))), max(y, p.y.at(center(now.Count)))
		names.block(figure.Box{X: x - trendDot/2, Y: top - trendDot/2, W: trendDot, H: bottom - top + trendDot})
	}
}

// nameRevised sets what older editions stated at its marks, with the edition, where there is room.
func (t trendLine) nameRevised(c *figure.Canvas, p plane, names *labelPlacer) {
	style := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	for _, o := range t.series.Revised {
		text := fmt.Sprintf("%s (%d)", grouped(digits(center(o.Count))), o.Report)
		names.place(p.x.at(float64(o.Year)), p.y.at(center(o.Count)), trendDot/2+2, text, style)
	}
}

func drawRevisedMark(c *figure.Canvas, x, y float64) {
	c.OpenDot(x, y, trendDot, figure.Diamond, figure.Stroke{Color: figure.Heading, Width: 0.8})
}

// drawPoint draws one year.
func (t trendLine) drawPoint(c *figure.Canvas, p plane, o tipstats.Observation) {
	x := p.x.at(float64(o.Year))
	year := strconv.Itoa(o.Year)
	if !o.Count.Known() {
		gapSign(c.As("gap "+year), x, p.y.from-5, gapWords(o.Count))
		return
	}
	drawCount(c, year, x, p.y, o.Count, o.Complete)
}

// trendKeys are the keys of what trends show.
func trendKeys(lines []trendLine) []key {
	var open, hollow, line, between, revised bool
	gaps := map[string]bool{}
	for _, t := range lines {
		line = line || t.noSlope == nil
		revised = revised || len(t.series.Revised) > 0
		for _, o := range t.series.Points {
			low, high, known := o.Count.Bounds()
			open, hollow = open || isOpen(o.Count), hollow || known && !o.Complete
			if !known {
				gaps[gapWords(o.Count)] = true
			}
			between = between || known && high > low && !isOpen(o.Count)
		}
	}
	var keys []key
	add := func(shown bool, text string, mark func(*figure.Canvas, figure.Box)) {
		if shown {
			keys = append(keys, key{text, mark})
		}
	}
	ink := figure.Stroke{Color: figure.Ink, Width: 1}
	add(true, "as the source states it", func(c *figure.Canvas, b figure.Box) {
		c.Dot(b.X+b.W/2, b.Y+b.H/2, trendDot, figure.Circle, figure.Ink)
	})
	add(revised, "as an older edition stated it", func(c *figure.Canvas, b figure.Box) { drawRevisedMark(c, b.X+b.W/2, b.Y+b.H/2) })
	add(hollow, "may be incomplete, as the source says", func(c *figure.Canvas, b figure.Box) {
		c.OpenDot(b.X+b.W/2, b.Y+b.H/2, trendDot+0.8, figure.Circle, ink)
	})
	keys = append(keys, uprightKeys(open, between)...)
	keys = append(keys, gapKeys(gaps)...)
	add(line, "median change (Theil-Sen)", func(c *figure.Canvas, b figure.Box) {
		c.Line(b.X, b.Y+b.H/2, b.Right(), b.Y+b.H/2, figure.Stroke{Color: figure.Blue, Width: 1})
	})
	add(line, "its limits", func(c *figure.Canvas, b figure.Box) { c.Rect(b.X, b.Y, b.W, b.H, figure.Faded(figure.Blue, 0.14)) })
	return keys
}
