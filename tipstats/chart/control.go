package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/panel"
)

// ControlWords are what the numbers of a control-limit funnel are, in the plural: the report does not say it.
type ControlWords struct {
	Groups string // "countries", "regions"
	Value  string // "convictions per prosecution, 2016"
	Size   string // "prosecutions"
}

// Control draws groups against their control limits, each at its size and its value: a control-limit funnel. The sizes stand on an axis of
// equal ratios. A group inside both limits is an open circle; one beyond the inner limits a filled circle; one beyond the outer
// a filled diamond. Names stand at the groups beyond a limit, and at the others where there is room.
//
// It shows which groups lie farther out than groups of their size do by chance and by what the limits allow for, see
// [panel.Control]. It ranks nobody.
func Control(r *panel.Result, w ControlWords, c Credit) *figure.Figure {
	if why := noControl(r); why != "" {
		return refused("control", why)
	}
	f := &figure.Figure{
		Name:     "control",
		Title:    capitalised(controlTitle(r, w)),
		Subtitle: fmt.Sprintf("%s by their number of %s, with control limits of %s and %s.", capitalised(w.Groups), w.Size, levelWords(r.Inner), levelWords(r.Outer)),
		Caption:  c.caption(controlRemarks(r, w)...),
		Alt:      controlAlt(r, w),
		Data:     controlData(r),
	}
	return sized(f, func(canvas *figure.Canvas) float64 { return drawControl(canvas, r, w) })
}

// noControl is why a result cannot be drawn, or nothing.
func noControl(r *panel.Result) string {
	if r == nil || len(r.Points) == 0 {
		return "a result without groups: there is nothing to draw"
	}
	for _, g := range r.Points {
		if !(g.Size > 0) || math.IsInf(g.Size, 1) || math.IsNaN(g.Value) || math.IsInf(g.Value, 0) {
			return fmt.Sprintf("%s has the size %v and the value %v: a size is a number above 0, a value a number", g.Name, g.Size, g.Value)
		}
	}
	return ""
}

// Distances of a control-limit funnel, in points.
const (
	controlHeight = 210.0
	controlDot    = 5.6
	limitSteps    = 64 // of a limit, so many sizes
)

// limitCurves are the limits over the sizes of the axis, to be drawn.
type limitCurves struct {
	sizes        []float64
	lower, upper [2][]float64
}

func newLimitCurves(r *panel.Result, low, high float64) limitCurves {
	var l limitCurves
	for i := range limitSteps + 1 {
		size := low * math.Pow(high/low, float64(i)/limitSteps)
		if r.Kind == panel.Proportions {
			size = math.Max(math.Round(size), 1)
		}
		if n := len(l.sizes); n > 0 && size <= l.sizes[n-1] {
			continue
		}
		innerLow, innerHigh, err := r.LimitsAt(size, r.Inner)
		outerLow, outerHigh, err2 := r.LimitsAt(size, r.Outer)
		if err != nil || err2 != nil {
			continue // such as beyond the largest size
		}
		l.sizes = append(l.sizes, size)
		l.lower[0], l.upper[0] = append(l.lower[0], innerLow), append(l.upper[0], innerHigh)
		l.lower[1], l.upper[1] = append(l.lower[1], outerLow), append(l.upper[1], outerHigh)
	}
	return l
}

// draw draws the limits of a level, cut where they leave the plane.
func (l limitCurves) draw(c *figure.Canvas, p plane, level int, pen figure.Stroke) {
	for _, limit := range [][]float64{l.lower[level], l.upper[level]} {
		var line []figure.Point
		for i, v := range limit {
			if v <= p.y.high*(1+1e-9) {
				line = append(line, figure.Point{X: p.x.at(l.sizes[i]), Y: p.y.at(v)})
			}
		}
		if len(line) > 1 {
			c.Polyline(line, pen)
		}
	}
}

var (
	innerPen = figure.Stroke{Color: figure.Heading, Width: 0.8, Dash: []float64{3, 2}}
	outerPen = figure.Stroke{Color: figure.Heading, Width: 0.8}
)

func drawControl(c *figure.Canvas, r *panel.Result, w ControlWords) float64 {
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	low, high, top := math.Inf(1), 0.0, 0.0
	for _, g := range r.Points {
		low, high, top = math.Min(low, g.Size), math.Max(high, g.Size), math.Max(top, g.Value)
	}
	top = math.Max(math.Max(top, 1.2*r.Target), math.Min(narrowest(r), 2*top))
	name := c.Wrap(w.Value, c.Width(), small)
	head := 5.5 + lineHeight*float64(len(name))
	y := linearScale(controlHeight+head, head, top, 5)
	write := tickLabel
	if r.Kind == panel.Proportions {
		if y.high > 1 {
			y.high, y.ticks = 1, y.ticks[:slices.IndexFunc(y.ticks, func(v float64) bool { return v > 1-1e-9 })]
			y.ticks = append(y.ticks, 1)
		}
		write = func(v float64) string { return tickLabel(math.Round(1000*v)/10) + " %" }
	}
	p := plane{y: y}
	p.x = logScale(c.Shared("labels", tickRoom(c, y, write)-labelGap)+labelGap, c.Width()-8, low, high, 30).near(low, high)
	block(c.As("y name"), 0, lineHeight*float64(len(name))/2-0.5, name, small)
	l := newLimitCurves(r, p.x.low, p.x.high)
	l.draw(c.As("outer limit"), p, 1, outerPen)
	l.draw(c.As("inner limit"), p, 0, innerPen)
	c.As("target").Line(p.x.from, p.y.at(r.Target), p.x.to, p.y.at(r.Target), figure.Stroke{Color: figure.Blue, Width: 0.8})
	p.drawY(c, write)
	bottom := p.drawX(c, tickLabel)
	small.Anchor = figure.End
	name = c.Wrap(w.Size, p.x.to-p.x.from, small)
	block(c.As("x name"), p.x.to, bottom+lineHeight*float64(len(name))/2, name, small)
	drawGroups(c, r, p, l)
	return drawLegend(c, p.x.from, bottom+lineHeight*float64(len(name))+7, controlKeys(r)) + 2
}

// narrowest is the upper of the outer limits of the largest group: above it the plane shows only limits of smaller ones.
func narrowest(r *panel.Result) float64 {
	largest := slices.MaxFunc(r.Points, func(a, b panel.Point) int { return cmp.Compare(a.Size, b.Size) })
	return largest.Limits[1][1]
}

// drawGroups draws the points, and names at them: those farthest out first.
func drawGroups(c *figure.Canvas, r *panel.Result, p plane, l limitCurves) {
	names := labelPlacer{c: c.As("name"), room: figure.Box{X: p.x.from + 1, Y: p.y.to - 6, W: p.x.to - p.x.from + 7, H: p.y.from - p.y.to + 5}}
	for _, g := range r.Points {
		x, y := p.x.at(g.Size), p.y.at(g.Value)
		names.block(figure.Box{X: x - controlDot/2, Y: y - controlDot/2, W: controlDot, H: controlDot})
		drawGroup(c.As(fmt.Sprintf("group %d %s", g.Beyond, g.Name)), x, y, g.Beyond)
	}
	names.block(figure.Box{X: p.x.from, Y: p.y.at(r.Target) - 0.5, W: p.x.to - p.x.from, H: 1})
	for i, size := range l.sizes {
		for _, v := range []float64{l.lower[0][i], l.upper[0][i], l.lower[1][i], l.upper[1][i]} {
			names.block(figure.Box{X: p.x.at(size) - 3, Y: p.y.at(v) - 0.7, W: 6, H: 1.4})
		}
	}
	order := slices.Clone(r.Points)
	slices.SortStableFunc(order, func(a, b panel.Point) int { return b.Beyond - a.Beyond })
	const most = 40
	for i, g := range order {
		if i < most {
			style := figure.Style{Size: c.Profile().Small}
			if g.Beyond == 0 {
				style.Color = figure.Muted
			}
			names.place(p.x.at(g.Size), p.y.at(g.Value), controlDot/2+2, g.Name, style)
		}
	}
}

func drawGroup(c *figure.Canvas, x, y float64, beyond int) {
	switch beyond {
	case 0:
		c.OpenDot(x, y, controlDot, figure.Circle, figure.Stroke{Color: figure.Ink, Width: 0.8})
	case 1:
		c.Dot(x, y, controlDot, figure.Circle, figure.Ink)
	default:
		c.Dot(x, y, controlDot+1, figure.Diamond, figure.Vermilion)
	}
}

func controlKeys(r *panel.Result) []key {
	line := func(pen figure.Stroke) func(*figure.Canvas, figure.Box) {
		return func(c *figure.Canvas, b figure.Box) { c.Line(b.X, b.Y+b.H/2, b.Right(), b.Y+b.H/2, pen) }
	}
	target := "target"
	if r.Pooled {
		target = "all together"
	}
	keys := []key{
		{target + ": " + controlValue(r, r.Target), line(figure.Stroke{Color: figure.Blue, Width: 0.8})},
		{levelWords(r.Inner) + " limits", line(innerPen)}, {levelWords(r.Outer) + " limits", line(outerPen)},
	}
	for beyond, text := range []string{"inside the limits", "beyond the " + levelWords(r.Inner) + " limits", "beyond the " + levelWords(r.Outer) + " limits"} {
		if len(groupsBeyond(r, beyond)) > 0 {
			keys = append(keys, key{text, func(c *figure.Canvas, b figure.Box) { drawGroup(c, b.X+b.W/2, b.Y+b.H/2, beyond) }})
		}
	}
	return keys
}
