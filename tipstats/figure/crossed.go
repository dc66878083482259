package figure

import (
	"fmt"
	"math"
)

// crossings finds texts that a line or the outline of a data point runs through, drawn before or after the text. Only what
// covers letters counts: a line may run along the edge of a text, and a text may stand inside a mark that is filled.
func crossings(marks []Mark) []error {
	var problems []error
	for i := range marks {
		text := &marks[i]
		if text.Kind != TextMark {
			continue
		}
		letters := text.letters()
		for j := range marks {
			m := &marks[j]
			if m.Kind == LineMark && m.Stroke.Width > 0 && m.Stroke.Color.A > 0 && crosses(m.Points[0], m.Points[1], letters) {
				problems = append(problems, fmt.Errorf("text %s at (%.2f, %.2f) is crossed by %s; move one of them",
					quote(text.Text), text.Points[0].X, text.Points[0].Y, lineName(m)))
				break
			}
		}
	}
	return problems
}

func lineName(m *Mark) string {
	if m.Role == "" {
		return "a line"
	}
	return fmt.Sprintf("the line %q", m.Role)
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
