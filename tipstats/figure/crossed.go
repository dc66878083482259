package figure

import (
	"fmt"
	"math"
)

// crossings finds texts that a straight line runs through, drawn before or after them; that a curve, an outline or a filled mark drawn
// after them crosses or covers; or whose colour cannot be told from what is behind them. Only what touches letters counts: a line may run
// along the edge of a text, and a text may stand on a mark that was drawn before it, over its outline too.
func crossings(marks []Mark) []error {
	var problems []error
	for i := range marks {
		text := &marks[i]
		if text.Kind != TextMark {
			continue
		}
		letters := text.letters()
		behind := White
		for j := range marks {
			m := &marks[j]
			if m.Kind == TextMark || !m.nears(letters) {
				continue
			}
			if fault := m.spoils(letters, j > i); fault != "" {
				problems = append(problems, fmt.Errorf("text %s at (%.2f, %.2f) is %s by %s; move one of them",
					quote(text.Text), text.Points[0].X, text.Points[0].Y, fault, markName(m)))
				break
			}
			if j < i && m.Fill.A == opaque && m.covers(letters) {
				behind = m.Fill
			}
		}
		if c := Contrast(text.Fill, behind); c < leastContrast {
			problems = append(problems, fmt.Errorf("text %s at (%.2f, %.2f) has a contrast of %.1f to what is behind it and cannot be read; expected at least %v",
				quote(text.Text), text.Points[0].X, text.Points[0].Y, c, leastContrast))
		}
	}
	return problems
}

const (
	// leastContrast is what WCAG 2.2 asks for of large text; below it no text is legible.
	leastContrast = 3.0
	opaque        = 255
	// hiding is from where on a translucent fill that lies over a text hides it.
	hiding = 128
)

// nears reports whether a mark comes close to a box at all.
func (m *Mark) nears(b Box) bool {
	e := m.extent()
	return e.X < b.Right() && e.Right() > b.X && e.Y < b.Bottom() && e.Bottom() > b.Y
}

// spoils says what a mark does to letters, if anything. It may be drawn later than they are.
func (m *Mark) spoils(letters Box, later bool) string {
	switch {
	case (later || m.Kind == LineMark) && m.Stroke.Width > 0 && m.Stroke.Color.A > 0 && m.runsThrough(letters):
		return "crossed"
	case later && m.Fill.A >= hiding && (m.runsThrough(letters) || m.covers(letters)):
		return "covered"
	}
	return ""
}

// runsThrough reports whether the outline of a mark has a part inside a box.
func (m *Mark) runsThrough(b Box) bool {
	for _, c := range m.path.contours() {
		for k := 1; k < len(c.points); k++ {
			if crosses(c.points[k-1], c.points[k], b) {
				return true
			}
		}
		if last := len(c.points) - 1; c.closed && crosses(c.points[last], c.points[0], b) {
			return true
		}
	}
	return false
}

// covers reports whether the middle of a box lies inside the mark, by the number of times that a ray from there leaves it.
func (m *Mark) covers(b Box) bool {
	x, y := b.X+b.W/2, b.Y+b.H/2
	inside := false
	for _, c := range m.path.contours() {
		for k, q := range c.points {
			p := c.points[(k+len(c.points)-1)%len(c.points)]
			if (p.Y > y) != (q.Y > y) && x < p.X+(y-p.Y)/(q.Y-p.Y)*(q.X-p.X) {
				inside = !inside
			}
		}
	}
	return inside
}

func markName(m *Mark) string {
	what := "a mark"
	switch m.Kind {
	case LineMark:
		what = "a line"
	case CircleMark:
		what = "a dot"
	case RectMark:
		what = "a rectangle"
	}
	if m.Role == "" {
		return what
	}
	return fmt.Sprintf("%s, the %q", what, m.Role)
}

// letters is the inside of an upright text: between its baseline and the height of its capitals, less a little at every side.
// For a turned text it is the middle of its box.
func (m *Mark) letters() Box {
	const inset = 0.6
	b := m.Box
	if m.Style.Angle == 0 {
		cap := m.Style.Size * capHeight / unitsPerEm
		b = Box{b.X, m.Points[0].Y - cap, b.W, cap}
	}
	return Box{b.X + inset, b.Y + inset, b.W - 2*inset, b.H - 2*inset}
}

// crosses reports whether a line has a part inside a box: by the parameters at which it passes the four sides (Liang and
// Barsky, ACM Trans. Graph. 3 (1984) 1).
func crosses(from, to Point, b Box) bool {
	if b.W <= 0 || b.H <= 0 {
		return false
	}
	first, last := 0.0, 1.0
	for _, side := range [2]struct{ start, step, low, high float64 }{
		{from.X, to.X - from.X, b.X, b.Right()},
		{from.Y, to.Y - from.Y, b.Y, b.Bottom()},
	} {
		if side.step == 0 {
			if side.start <= side.low || side.start >= side.high {
				return false
			}
			continue
		}
		in, out := (side.low-side.start)/side.step, (side.high-side.start)/side.step
		first, last = math.Max(first, math.Min(in, out)), math.Min(last, math.Max(in, out))
	}
	return first < last
}
