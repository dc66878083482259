package chart

import (
	"math"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// A bar is one row of a bar chart: a label, the parts of the bar from left to right, and what is said at its end.
type bar struct {
	label  string
	parts  []part
	value  string // at the end of the bar, bold
	note   string // after the value; under the bar where there is no room
	open   bool   // the figure is "at least" this: the bar ends in an arrow
	hollow bool   // the source doubts the figure: the bar is hollow
	gap    string // why there is no bar, in the words of a gap: a mark and the words
}

// A part is one segment of a bar.
type part struct {
	size   float64 // in the unit of the scale, 0 or more
	fill   figure.Color
	label  string // inside the segment, where it fits
	name   string // what tests and errors call it
	unsure bool   // hatched: what lies between the lower and the upper bound of a figure
}

// length is the size of all parts.
func (b bar) length() float64 {
	sum := 0.0
	for _, p := range b.parts {
		sum += p.size
	}
	return sum
}

// Distances of a bar chart, in points.
const (
	barHeight                   = 16.0
	barGap                      = 6.0        // between rows
	labelGap                    = 8.0        // between the column of labels and the bars
	valueGap                    = 5.0        // between a bar and its value
	noteGap                     = 4.0        // between value and note
	innerPadding                = 2.4        // a label inside a segment needs so much more than its width
	arrowLength                 = 14.0       // of an open end
	leastBar                    = 0.6        // a shorter bar, such as that of 0, is marked by a line where it begins
	lineHeight                  = 8.6        // of notes and wrapped labels
	leastBarLabel, leastBarRoom = 30.0, 24.0 // of the labels and the bars, where numbers are long and the page is narrow
	leastNote                   = 96.0       // narrower than this a note goes under its bar
)

// barScale is where bars begin and how long they are.
type barScale struct {
	labels float64 // width of the column of labels
	x      float64 // where bars begin
	width  float64 // length of the longest bar
	most   float64 // its size
}

// length is the length in points of a bar of the given size.
func (s barScale) length(size float64) float64 {
	if s.most == 0 {
		return 0
	}
	return size / s.most * s.width
}

// scaleBars fits bars onto a canvas: the column of labels as wide as the labels need, up to a third of the canvas, and the
// longest bar so long that every value stands behind its bar. Bars of several panels that are to line up are scaled together with
// labelled, the bars of all panels.
func scaleBars(c *figure.Canvas, bars, labelled []bar) barScale {
	s := barScale{}
	for _, b := range labelled {
		s.labels = max(s.labels, c.TextWidth(b.label, figure.Style{}))
	}
	tail := 0.0
	for _, b := range labelled {
		tail = max(tail, b.tail(c))
	}
	room := max(leastBarLabel, c.Width()-labelGap-tail-leastBarRoom)
	s.labels = c.Shared("labels", min(s.labels, c.Width()/3, room))
	s.x = s.labels + labelGap
	s.width = (c.Width() - s.x) * 0.66
	for _, b := range bars {
		s.most = max(s.most, b.length())
	}
	for _, b := range bars {
		if share := b.length() / s.most; share > 0 {
			s.width = min(s.width, (c.Width()-s.x-b.tail(c))/share)
		}
	}
	return s
}

// tail is the room that arrow and value need behind a bar.
func (b bar) tail(c *figure.Canvas) float64 {
	w := valueGap + c.TextWidth(b.value, figure.Style{Bold: true})
	if b.open {
		w += arrowLength
	}
	return w
}

// drawBars draws bars under each other from y on and returns where they end.
func drawBars(c *figure.Canvas, y float64, bars []bar, s barScale) float64 {
	for i, b := range bars {
		if i > 0 {
			y += barGap
		}
		y += b.draw(c, y, s)
	}
	return y
}

// draw draws one bar with its top at y and returns the height of its row.
func (b bar) draw(c *figure.Canvas, y float64, s barScale) float64 {
	label := figure.Style{Anchor: figure.End}
	lines := c.WrapEvenly(b.label, s.labels+0.01, label)
	height := max(barHeight, float64(len(lines))*lineHeight)
	middle := y + height/2
	block(c.As("label"), s.labels, middle, lines, label)
	if b.gap != "" {
		return max(height, b.drawGap(c, y, height, s))
	}
	x := b.drawParts(c, middle-barHeight/2, s)
	if b.open {
		color := figure.Ink
		c.As("open "+b.label).Arrow(x+1, middle, x+arrowLength-2, middle, figure.Stroke{Color: color, Width: 1})
		x += arrowLength
	}
	x += valueGap
	bold := figure.Style{Bold: true}
	c.As("value "+b.label).Text(x, c.Middle(middle, bold), b.value, bold)
	if b.value != "" {
		x += c.TextWidth(b.value, bold) + noteGap
	}
	return max(height, drawNote(c, b.note, x, y, height, s.x))
}

// drawGap marks a figure that there is not.
func (b bar) drawGap(c *figure.Canvas, y, height float64, s barScale) float64 {
	middle := y + height/2
	gapSign(c.As("gap "+b.label), s.x+3, middle, b.gap)
	italic := figure.Style{Italic: true, Color: figure.Muted}
	c.As("gap "+b.label).Text(s.x+10, c.Middle(middle, italic), b.gap, italic)
	return drawNote(c, b.note, s.x+10+c.TextWidth(b.gap, italic)+noteGap, y, height, s.x)
}

// drawParts draws the segments and returns where the bar ends.
func (b bar) drawParts(c *figure.Canvas, top float64, s barScale) float64 {
	if s.length(b.length()) < leastBar {
		c.As("start "+b.label).Line(s.x, top, s.x, top+barHeight, figure.Stroke{Color: figure.Heading, Width: leastBar})
	}
	small := figure.Style{Size: c.Profile().Small, Anchor: figure.Middle}
	from := 0.0
	for i, p := range b.parts {
		x, w := s.x+s.length(from), s.length(p.size)
		segment(c.As("bar "+b.label+" "+p.name), figure.Box{X: x, Y: top, W: w, H: barHeight}, p, b.hollow)
		if i > 0 && w > 1 && s.length(from) > 1 {
			c.As("seam").Line(x, top, x, top+barHeight, figure.Stroke{Color: figure.White, Width: 0.6})
		}
		if w >= c.TextWidth(p.label, small)+innerPadding {
			style := small
			style.Color = p.ground(b.hollow)
			c.As("part "+b.label+" "+p.name).Text(x+w/2, c.Middle(top+barHeight/2, style), p.label, style)
		}
		from += p.size
	}
	return s.x + s.length(from)
}

// ground is the colour of a label inside the part.
func (p part) ground(hollow bool) figure.Color {
	if hollow || p.unsure {
		return figure.Ink
	}
	return figure.On(p.fill)
}

// segment draws one part of a bar in a box: filled; hatched where it is unsure; a pale fill with an outline where the source doubts
// the figure.
func segment(c *figure.Canvas, b figure.Box, p part, hollow bool) {
	if b.W <= 0 || math.IsNaN(b.W) {
		return
	}
	const pen = 0.8
	inset := min(pen/2, b.W/2, b.H/2)
	outline := figure.Stroke{Color: darker(p.fill), Width: min(pen, b.W)}
	switch {
	case p.unsure:
		c.Rect(b.X, b.Y, b.W, b.H, figure.White)
		if b.W > 0.5 {
			c.Hatch(b.X, b.Y, b.W, b.H, 3, figure.Stroke{Color: darker(p.fill), Width: 0.5})
		}
	case hollow:
		c.Rect(b.X, b.Y, b.W, b.H, figure.White)
		c.Frame(b.X+inset, b.Y+inset, b.W-2*inset, b.H-2*inset, outline)
		stripe(c, b, p.name, outline.Color)
	default:
		c.Rect(b.X, b.Y, b.W, b.H, p.fill)
		stripe(c, b, p.name, figure.White)
	}
}

// stripe draws the stripes of a form along the edges of a box, clear of a label in its middle.
func stripe(c *figure.Canvas, b figure.Box, name string, color figure.Color) {
	for i := range formStripes(tipstats.Form(name)) {
		y := b.Y + b.H*[]float64{0.84, 0.16}[i]
		c.Line(b.X, y, b.Right(), y, figure.Stroke{Color: color, Width: 0.8})
	}
}

// darker is a colour for lines: that of the fill, or a grey that is seen on white where the fill is paler.
func darker(fill figure.Color) figure.Color {
	if figure.Contrast(fill, figure.White) < 3 {
		return figure.Heading
	}
	return fill
}

// drawNote sets a note behind a value, or under the bar where there is no room, and returns the height of the row.
func drawNote(c *figure.Canvas, note string, x, y, height, under float64) float64 {
	if note == "" {
		return height
	}
	style := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	room := c.Width() - x
	if room >= leastNote || c.TextWidth(note, style) <= room {
		lines := c.Wrap(note, room, style)
		if len(lines) <= 2 {
			block(c.As("note"), x, y+height/2, lines, style)
			return max(height, float64(len(lines))*lineHeight)
		}
	}
	lines := c.Wrap(note, c.Width()-under, style)
	for i, line := range lines {
		c.As("note").Text(under, y+height+lineHeight*float64(i)+7, line, style)
	}
	return height + lineHeight*float64(len(lines))
}

// block sets lines as a block that is centred on the y coordinate middle.
func block(c *figure.Canvas, x, middle float64, lines []string, style figure.Style) {
	top := middle - float64(len(lines)-1)*lineHeight/2
	for i, line := range lines {
		c.Text(x, c.Middle(top+lineHeight*float64(i), style), line, style)
	}
}
