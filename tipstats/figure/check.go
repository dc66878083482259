package figure

import "fmt"

// touching is how far two texts may reach into each other's rectangles before
// they count as overlapping, in points. The rectangles are those of whole
// lines, so letters that share so little do not touch.
const touching = 0.25

// check looks at the recorded geometry for what a reader would trip over. It
// stops when it has found more than an error lists.
func check(r *Rendered, p Profile) []error {
	var problems []error
	page := Box{0, 0, r.width, r.height}
	var texts []*Mark
	for i := range r.marks {
		m := &r.marks[i]
		if !page.Contains(m.extent()) {
			problems = append(problems, leaves(m, page))
		}
		if m.Kind != TextMark {
			continue
		}
		if m.Style.Size < p.MinText {
			problems = append(problems, fmt.Errorf("text %s is set in %v points; the profile %s asks for at least %v",
				quote(m.Text), m.Style.Size, p.Name, p.MinText))
		}
		texts = append(texts, m)
	}
	problems = append(problems, crossings(r.marks)...)
	for i, a := range texts {
		for _, b := range texts[i+1:] {
			if len(problems) > maxProblems {
				return problems
			}
			if overlap(a, b) {
				problems = append(problems, fmt.Errorf("text %s at (%.2f, %.2f) and text %s at (%.2f, %.2f) overlap; move one of them",
					quote(a.Text), a.Points[0].X, a.Points[0].Y, quote(b.Text), b.Points[0].X, b.Points[0].Y))
			}
		}
	}
	return problems
}

// leaves says by how much a mark leaves the page.
func leaves(m *Mark, page Box) error {
	b := m.extent()
	what := "a mark"
	switch {
	case m.Kind == TextMark:
		what = "text " + quote(m.Text)
	case m.Role != "":
		what = fmt.Sprintf("mark %q", m.Role)
	}
	side, by := "left", -b.X
	for _, o := range []struct {
		side string
		by   float64
	}{{"right", b.Right() - page.W}, {"top", -b.Y}, {"bottom", b.Bottom() - page.H}} {
		if o.by > by {
			side, by = o.side, o.by
		}
	}
	return fmt.Errorf("%s leaves the page at the %s by %.2f points; shorten it, wrap it or move it", what, side, by)
}

// overlap reports whether the rectangles of two texts overlap by more than
// touching. By the theorem of the separating axis, two convex shapes are apart
// if and only if their shadows on the normal of one of the sides are apart.
func overlap(a, b *Mark) bool {
	ba, bb := a.Box, b.Box
	if ba.Right()-touching <= bb.X || bb.Right()-touching <= ba.X ||
		ba.Bottom()-touching <= bb.Y || bb.Bottom()-touching <= ba.Y {
		return false
	}
	return !separated(a, b.corners) && !separated(b, a.corners)
}

// separated reports whether the shadows on an axis of m's own are apart.
func separated(m *Mark, other [4]Point) bool {
	sin, cos := turn(m.Style.Angle)
	for _, axis := range [2]Point{{cos, -sin}, {sin, cos}} {
		lo1, hi1 := shadow(m.corners, axis)
		lo2, hi2 := shadow(other, axis)
		if hi1-touching <= lo2 || hi2-touching <= lo1 {
			return true
		}
	}
	return false
}

func shadow(corners [4]Point, axis Point) (lo, hi float64) {
	for i, p := range corners {
		d := float64(p.X*axis.X) + float64(p.Y*axis.Y)
		if i == 0 {
			lo, hi = d, d
		}
		lo, hi = min(lo, d), max(hi, d)
	}
	return lo, hi
}
