package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// Slope draws a figure of several countries, regions or forms at two times as lines between two upright scales, the earlier on the
// left: who rises, who falls, and who overtakes whom. Both scales are the same and begin at 0, so the figures have to be in one unit.
// Each end has its number and its name. A number that is known as a bound ends in an arrow or is a line between its bounds, and the
// line that leads to it is dashed; where there is none, a mark and the word stand below the scale, and no line leads there.
//
// More rows than have room for their labels near their dots, and ranges that lie on each other, are refused: [Dumbbell] draws them.
func Slope(w DumbbellWords, pairs []Pair, c Credit) *figure.Figure {
	f := pairFigure(w, pairs, c)
	f.Name = "slope"
	return sized(f, func(canvas *figure.Canvas) float64 { return drawSlope(canvas, w, pairs) })
}

// Distances of a slope chart, in points.
const (
	slopeHeight = 150.0 // at least
	slopeGap    = 18.0  // between a scale and its labels
	slopeLeader = 14.0  // of which a leader takes so much
	slopeMove   = 60.0  // the farthest that a label stands from its number: a steeper leader is hard to follow
	slopeNames  = 0.32  // of the width, for the labels of one side
)

// A slopeLabel is the text at one end of a line.
type slopeLabel struct {
	lines  []string
	at     float64 // where its number is
	middle float64 // where it stands
}

func (l slopeLabel) height() float64 { return lineHeight*float64(len(l.lines)) + 1 }

func drawSlope(c *figure.Canvas, w DumbbellWords, pairs []Pair) float64 {
	if len(pairs) == 0 {
		return drawNothing(c)
	}
	room := c.Width()*slopeNames - slopeGap
	most, height, head := 5.0, slopeHeight, 0.0
	bold := figure.Style{Bold: true, Anchor: figure.Middle}
	between := c.Width() * (1 - 2*slopeNames)
	for _, side := range slopeSides(w) {
		all := 0.0
		for _, p := range pairs {
			if side.count(p).Known() {
				most = max(most, greatest(side.count(p)))
				all += slopeLabel{lines: c.Wrap(side.text(p), room, figure.Style{})}.height()
			}
		}
		height = max(height, all)
		head = max(head, 4+lineHeight*float64(len(c.Wrap(side.name, between-4, bold))))
	}
	y := scale{from: head + height + openHeight, to: head + openHeight + 4, high: most} // without ticks it needs no round end
	bottom := y.from
	for _, side := range slopeSides(w) {
		x := c.Width() * side.at
		lines := c.Wrap(side.name, between-4, bold)
		block(c.As("time"), x, head-2-lineHeight*float64(len(lines))/2, lines, bold)
		c.As("scale").Line(x, y.from, x, head, figure.Stroke{Color: figure.Rule})
	}
	for _, p := range pairs {
		p.drawSlope(c, y)
	}
	for _, side := range slopeSides(w) {
		bottom = max(bottom, side.draw(c, y, pairs, room))
	}
	counts := countsOf(pairs)
	keys := append(slopeKeys(w), uprightKeys(slices.ContainsFunc(counts, isOpen), slices.ContainsFunc(counts, isRange))...)
	return drawLegend(c, 0, bottom+8, keys) + 2
}

// slopeKeys say which dots are of which time.
func slopeKeys(w DumbbellWords) []key {
	return []key{
		{"Open: " + w.Before, func(c *figure.Canvas, b figure.Box) {
			c.OpenDot(b.X+b.W/2, b.Y+b.H/2, trendDot+0.8, figure.Circle, figure.Stroke{Color: figure.Ink, Width: 1})
		}},
		{"Filled: " + w.After, func(c *figure.Canvas, b figure.Box) {
			c.Dot(b.X+b.W/2, b.Y+b.H/2, trendDot, figure.Circle, figure.Ink)
		}},
	}
}

// A slopeSide is one of the two scales.
type slopeSide struct {
	name      string
	at        float64 // of the width
	direction float64 // in which its labels lie
	count     func(Pair) tipstats.Count
}

func slopeSides(w DumbbellWords) [2]slopeSide {
	return [2]slopeSide{
		{w.Before, slopeNames, -1, func(p Pair) tipstats.Count { return p.Before }},
		{w.After, 1 - slopeNames, 1, func(p Pair) tipstats.Count { return p.After }},
	}
}

// text is the label of a pair: its number stands next to the scale.
func (s slopeSide) text(p Pair) string {
	if s.direction < 0 {
		return strings.TrimPrefix(p.Label+": ", ": ") + counted(s.count(p))
	}
	return strings.TrimSuffix(counted(s.count(p))+": "+p.Label, ": ")
}

// drawSlope draws the line of a pair and the marks at its ends.
func (p Pair) drawSlope(c *figure.Canvas, y scale) {
	left, right := c.Width()*slopeNames, c.Width()*(1-slopeNames)
	if p.Before.Known() && p.After.Known() && joins(p.Before, p.After) {
		pen := figure.Stroke{Color: figure.Heading, Width: 1}
		if !single(p.Before) || !single(p.After) {
			pen.Dash = []float64{3, 2}
		}
		c.As("slope "+p.Label).Polyline([]figure.Point{{X: left, Y: y.at(center(p.Before))}, {X: right, Y: y.at(center(p.After))}}, pen)
	}
	if p.Before.Known() {
		drawCount(c, "before "+p.Label, left, y, p.Before, false)
	}
	if p.After.Known() {
		drawCount(c, "after "+p.Label, right, y, p.After, true)
	}
}

// single reports whether a count is one number.
func single(count tipstats.Count) bool {
	_, is := count.Value()
	return is
}

// draw sets the labels of a side beside its scale, each at its number or as near as the others leave room, below it those without a
// number, and returns where they end.
func (s slopeSide) draw(c *figure.Canvas, y scale, pairs []Pair, room float64) float64 {
	style := figure.Style{Size: c.Profile().Small}
	if s.direction < 0 {
		style.Anchor = figure.End
	}
	s.refuseOverprint(c, pairs)
	x := c.Width() * s.at
	var labels []slopeLabel
	bottom := y.from + 4
	for _, p := range pairs {
		lines := c.Wrap(s.text(p), room, style)
		if s.count(p).Known() {
			at := y.at(center(s.count(p)))
			labels = append(labels, slopeLabel{lines, at, at})
			continue
		}
		gapSign(c.As("gap "+p.Label), x, bottom+lineHeight/2, gapWords(s.count(p)))
		block(c.As("gap"), x+s.direction*slopeGap, bottom+lineHeight*float64(len(lines))/2, lines, style)
		bottom += lineHeight*float64(len(lines)) + 1
	}
	spread(labels, y.to-4, y.from+4)
	for _, l := range labels {
		if math.Abs(l.middle-l.at) > slopeMove {
			c.Refuse(fmt.Errorf("the label %q has no room near its dot among %d rows: fewer rows, or Dumbbell", strings.Join(l.lines, " "), len(pairs)))
		}
		block(c.As("label"), x+s.direction*slopeGap, l.middle, l.lines, style)
		if math.Abs(l.middle-l.at) > 1 {
			c.As("leader").Line(x+s.direction*3, l.at, x+s.direction*(slopeLeader+2), l.middle, figure.Stroke{Color: figure.Muted, Width: 0.6})
		}
	}
	return bottom
}

// refuseOverprint refuses two ranges that would lie on each other, since no reader could tell which is whose.
func (s slopeSide) refuseOverprint(c *figure.Canvas, pairs []Pair) {
	for i, a := range pairs {
		for _, b := range pairs[:i] {
			if !isRange(s.count(a)) || !isRange(s.count(b)) {
				continue
			}
			low, high, _ := s.count(a).Bounds()
			lower, upper, _ := s.count(b).Bounds()
			if low <= upper && lower <= high {
				c.Refuse(fmt.Errorf("the ranges of %q and %q lie on each other on the line of %s: leave one out, or use Dumbbell", b.Label, a.Label, s.name))
			}
		}
	}
}

// spread moves labels apart as little as it can within a range in which all have room: neighbours that would overlap become one block
// about the mean of their places.
func spread(labels []slopeLabel, top, bottom float64) {
	slices.SortStableFunc(labels, func(a, b slopeLabel) int { return cmp.Compare(a.at, b.at) })
	type group struct {
		first, last  int
		height, want float64
	}
	var groups []group
	place := func(g group) float64 { return max(top, min(g.want/float64(g.last-g.first+1), bottom-g.height)) }
	for i, l := range labels {
		groups = append(groups, group{i, i, l.height(), l.at - l.height()/2})
		for n := len(groups); n > 1 && place(groups[n-2])+groups[n-2].height > place(groups[n-1]); n-- {
			a, b := groups[n-2], groups[n-1]
			// Each label of the second would have the block begin so much higher.
			count := float64(b.last - b.first + 1)
			groups = append(groups[:n-2], group{a.first, b.last, a.height + b.height, a.want + b.want - count*a.height})
		}
	}
	for _, g := range groups {
		y := place(g)
		for i := g.first; i <= g.last; i++ {
			labels[i].middle = y + labels[i].height()/2
			y += labels[i].height()
		}
	}
}
