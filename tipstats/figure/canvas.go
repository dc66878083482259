package figure

import (
	"fmt"
	"strings"
)

// A Canvas is what a figure is drawn on. Its origin is the top left corner of
// the drawing area, x grows to the right, y grows downwards, and all lengths
// are in points. Marks are drawn in the order of the calls, later over earlier.
//
// A method that is given what it cannot draw (a coordinate that is no number,
// a character that the font lacks) draws nothing and notes the fault;
// [Figure.Render] returns all of them.
type Canvas struct {
	record *record
	origin Point
	width  float64
	height float64
	scale  float64 // of the canvas' lengths to points of the page; 0 stands for 1
	role   string
	group  *group // of a panel of a composite
	column int    // of the composite's grid
}

// record is what the canvases of one figure draw into.
type record struct {
	profile  Profile
	marks    []Mark
	problems []error
	refused  error // why nothing else about the figure is worth saying
}

func (r *record) fault(format string, args ...any) {
	if len(r.problems) <= maxProblems {
		r.problems = append(r.problems, fmt.Errorf(format, args...))
	}
}

// Refuse says why the figure cannot be drawn from what it was given. Render
// then reports the first such reason alone, without what follows from it.
func (c *Canvas) Refuse(why error) { c.record.refuse(why) }

// Width returns the width of the canvas.
func (c *Canvas) Width() float64 { return c.width }

// Height returns the height of the canvas.
func (c *Canvas) Height() float64 { return c.height }

// Profile returns the profile that the figure is made for, for its type sizes,
// in the lengths of the canvas.
func (c *Canvas) Profile() Profile {
	p := c.record.profile
	if k := c.factor(); k != 1 {
		for _, length := range []*float64{&p.Width, &p.MaxHeight, &p.Title, &p.Subtitle, &p.Label, &p.Small, &p.Caption, &p.MinText} {
			*length /= k
		}
	}
	return p
}

// As returns the same canvas under a name: whatever is drawn through it carries
// the name as its Role, so that errors and tests can speak of it.
func (c *Canvas) As(role string) *Canvas {
	named := *c
	named.role = role
	return &named
}

// Panel returns the part of the canvas whose top left corner is at x, y, as a
// canvas with its own origin. It does not clip.
func (c *Canvas) Panel(x, y, w, h float64) *Canvas {
	part := *c
	part.origin = c.onPage(x, y)
	part.width, part.height = w, h
	return &part
}

// Rect fills the rectangle with its top left corner at x, y. A width or height
// below zero extends to the left or upwards.
func (c *Canvas) Rect(x, y, w, h float64, fill Color) {
	c.rect(x, y, w, h, fill, Stroke{})
}

// Frame draws the outline of a rectangle, the stroke centred on its sides.
func (c *Canvas) Frame(x, y, w, h float64, s Stroke) {
	if s, ok := c.stroke(s); ok {
		c.rect(x, y, w, h, Color{}, s)
	}
}

func (c *Canvas) rect(x, y, w, h float64, fill Color, s Stroke) {
	c.add(RectMark, polyPath([]Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true), fill, s)
}

// Line draws a straight line.
func (c *Canvas) Line(x1, y1, x2, y2 float64, s Stroke) {
	if s, ok := c.stroke(s); ok {
		c.add(LineMark, polyPath([]Point{{x1, y1}, {x2, y2}}, false), Color{}, s)
	}
}

// Polyline draws straight lines from point to point.
func (c *Canvas) Polyline(points []Point, s Stroke) {
	if s, ok := c.stroke(s); ok && c.enough(points, 2, "polyline") {
		c.add(PathMark, polyPath(points, false), Color{}, s)
	}
}

// Polygon fills the area inside the points.
func (c *Canvas) Polygon(points []Point, fill Color) {
	if c.enough(points, 3, "polygon") {
		c.add(PathMark, polyPath(points, true), fill, Stroke{})
	}
}

// Outline draws straight lines from point to point and back to the first.
func (c *Canvas) Outline(points []Point, s Stroke) {
	if s, ok := c.stroke(s); ok && c.enough(points, 3, "outline") {
		c.add(PathMark, polyPath(points, true), Color{}, s)
	}
}

func (c *Canvas) enough(points []Point, least int, what string) bool {
	if len(points) < least {
		c.record.fault("%s: a %s of %d points; it needs at least %d", c.name(what), what, len(points), least)
		return false
	}
	return true
}

func (c *Canvas) stroke(s Stroke) (Stroke, bool) {
	s, err := s.complete()
	if err != nil {
		c.record.fault("%s: %v", c.name("line"), err)
	}
	return s, err == nil
}

// add records a path that is given in the coordinates of the canvas.
func (c *Canvas) add(kind Kind, p path, fill Color, s Stroke) {
	for i := range p {
		for j := range p[i].p {
			p[i].p[j] = c.onPage(p[i].p[j].X, p[i].p[j].Y)
		}
	}
	s = s.enlarged(c.factor())
	q, ok := p.snapped()
	if !ok {
		c.record.fault("%s: a coordinate is not a finite number; check for a division by zero or a missing value", c.name("mark"))
		return
	}
	m := Mark{Kind: kind, Role: c.role, Box: q.box(), Points: q.ends(), Fill: fill, Stroke: s, path: q}
	if kind == CircleMark {
		m.Points = []Point{{snap(m.Box.X + m.Box.W/2), snap(m.Box.Y + m.Box.H/2)}}
	}
	c.record.marks = append(c.record.marks, m)
}

// name is what an error calls a mark that has no text.
func (c *Canvas) name(what string) string {
	if c.role != "" {
		return fmt.Sprintf("%q", c.role)
	}
	return strings.TrimSpace("an unnamed " + what)
}
