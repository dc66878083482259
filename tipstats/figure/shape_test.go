package figure

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// area is the shoelace formula over the flattened outlines.
func area(m Mark) float64 {
	twice := 0.0
	for _, c := range m.path.contours() {
		for i, p := range c.points {
			q := c.points[(i+1)%len(c.points)]
			twice += p.X*q.Y - q.X*p.Y
		}
	}
	return math.Abs(twice) / 2
}

func TestDotsHaveTheSameArea(t *testing.T) {
	shapes := []Shape{Circle, Square, Triangle, Diamond}
	_, own := marks(t, func(c *Canvas) {
		for i, shape := range shapes {
			c.Dot(50+100*float64(i), 50, 30, shape, Sex)
		}
	})
	for i, m := range own {
		if got, want := area(m), math.Pi*15*15; math.Abs(got/want-1) > 0.002 {
			t.Errorf("shape %d has the area %v, want %v", i, got, want)
		}
		centre := Point{}
		for _, p := range m.Points {
			centre.X += p.X / float64(len(m.Points))
			centre.Y += p.Y / float64(len(m.Points))
		}
		if want := (Point{60 + 100*float64(i), 77}); math.Abs(centre.X-want.X) > 0.01 || math.Abs(centre.Y-want.Y) > 0.01 {
			t.Errorf("shape %d is centred on %v, want %v", i, centre, want)
		}
	}
	if own[0].Kind != CircleMark || own[0].Box.W != 30 {
		t.Errorf("%+v", own[0])
	}
}

func TestOpenDotIsAsLargeAsADot(t *testing.T) {
	_, own := marks(t, func(c *Canvas) {
		c.OpenDot(50, 50, 10, Circle, Stroke{Width: 2, Color: Sex})
	})
	if e := own[0].extent(); e.W != 10 || own[0].Fill != White || own[0].Stroke.Color != Sex {
		t.Errorf("extent %v of %+v", e, own[0])
	}
}

func TestArrowEndsWhereItPoints(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		angle := rapid.Float64Range(-math.Pi, math.Pi).Draw(rt, "angle")
		length := rapid.Float64Range(0.5, 40).Draw(rt, "length")
		x2, y2 := 100+length*math.Cos(angle), 50+length*math.Sin(angle)
		_, own := marks(t, func(c *Canvas) { c.Arrow(100, 50, x2, y2, Stroke{}) })
		head := own[len(own)-1]
		if tip := head.Points[0]; math.Hypot(tip.X-10-x2, tip.Y-27-y2) > 0.01 {
			rt.Fatalf("the tip is at %v, want (%v, %v)", tip, x2+10, y2+27)
		}
		for _, m := range own {
			for _, p := range m.Points {
				along := (p.X-110)*math.Cos(angle) + (p.Y-77)*math.Sin(angle)
				if along > length+0.02 || along < -0.02 {
					rt.Fatalf("a point lies %v along an arrow of %v", along, length)
				}
			}
		}
	})
}

func TestBracketArms(t *testing.T) {
	_, own := marks(t, func(c *Canvas) {
		c.Bracket(10, 20, 60, 20, 5, Stroke{})
		c.Bracket(10, 20, 10, 60, 5, Stroke{})
	})
	for i, want := range [][]Point{
		{{20, 52}, {20, 47}, {70, 47}, {70, 52}},
		{{15, 47}, {20, 47}, {20, 87}, {15, 87}},
	} {
		for j, p := range own[i].Points {
			if p != want[j] {
				t.Errorf("bracket %d: %v, want %v", i, own[i].Points, want)
				break
			}
		}
	}
}

func TestHatchStaysInside(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := float64(rapid.IntRange(100, 9000).Draw(rt, "w")) / 100
		h := float64(rapid.IntRange(100, 6000).Draw(rt, "h")) / 100
		gap := rapid.Float64Range(0.5, 6).Draw(rt, "gap")
		r, own := marks(t, func(c *Canvas) {
			c.As("not known").Hatch(30, 20, w, h, gap, Stroke{})
			c.Rect(0, 0, 1, 1, Sex)
		})
		if own[0].Role != "not known" {
			return // too small for a line
		}
		box := Box{r.Area().X + 30, r.Area().Y + 20, w, h}
		if !box.Contains(own[0].Box) {
			rt.Fatalf("hatch %v outside %v", own[0].Box, box)
		}
		points := own[0].Points
		for i := 0; i < len(points); i += 2 {
			a, b := points[i], points[i+1]
			if math.Abs((b.X-a.X)+(b.Y-a.Y)) > 0.021 {
				rt.Fatalf("the line from %v to %v does not rise at 45 degrees", a, b)
			}
			if i > 0 {
				between := (a.X + a.Y - points[i-2].X - points[i-2].Y) / math.Sqrt2
				if math.Abs(between-gap) > 0.03 {
					rt.Fatalf("lines are %v apart, want %v", between, gap)
				}
			}
		}
	})
}

func TestShapesRefuse(t *testing.T) {
	for name, draw := range map[string]func(*Canvas){
		"dot of size 0":       func(c *Canvas) { c.As("bad").Dot(10, 10, 0, Circle, Sex) },
		"dot of size NaN":     func(c *Canvas) { c.As("bad").Dot(10, 10, math.NaN(), Circle, Sex) },
		"no such shape":       func(c *Canvas) { c.As("bad").Dot(10, 10, 5, Shape(9), Sex) },
		"dot at NaN":          func(c *Canvas) { c.As("bad").Dot(math.NaN(), 10, 5, Circle, Sex) },
		"arrow of no length":  func(c *Canvas) { c.As("bad").Arrow(10, 10, 10, 10, Stroke{}) },
		"arrow to NaN":        func(c *Canvas) { c.As("bad").Arrow(10, 10, math.NaN(), 10, Stroke{}) },
		"arrow to Inf":        func(c *Canvas) { c.As("bad").Arrow(10, 10, math.Inf(1), 10, Stroke{}) },
		"bracket of nothing":  func(c *Canvas) { c.As("bad").Bracket(10, 10, 10, 10, 4, Stroke{}) },
		"hatch without width": func(c *Canvas) { c.As("bad").Hatch(0, 0, 0, 10, 3, Stroke{}) },
		"hatch without gap":   func(c *Canvas) { c.As("bad").Hatch(0, 0, 10, 10, 0, Stroke{}) },
		"hatch of NaN":        func(c *Canvas) { c.As("bad").Hatch(0, 0, math.NaN(), 10, 3, Stroke{}) },
		"polygon of two":      func(c *Canvas) { c.As("bad").Polygon(make([]Point, 2), Sex) },
		"polyline of one":     func(c *Canvas) { c.As("bad").Polyline(make([]Point, 1), Stroke{}) },
		"outline of none":     func(c *Canvas) { c.As("bad").Outline(nil, Stroke{}) },
		"rect of Inf":         func(c *Canvas) { c.As("bad").Rect(0, 0, math.Inf(1), 1, Sex) },
		"line to NaN":         func(c *Canvas) { c.As("bad").Line(0, 0, math.NaN(), 1, Stroke{}) },
		"width below 0":       func(c *Canvas) { c.As("bad").Line(0, 0, 1, 1, Stroke{Width: -1}) },
		"width NaN":           func(c *Canvas) { c.As("bad").Line(0, 0, 1, 1, Stroke{Width: math.NaN()}) },
		"dash below 0":        func(c *Canvas) { c.As("bad").Line(0, 0, 1, 1, Stroke{Dash: []float64{1, -1}}) },
		"dash of nothing":     func(c *Canvas) { c.As("bad").Line(0, 0, 1, 1, Stroke{Dash: []float64{0, 0}}) },
	} {
		if got := faults(t, small(draw)); !strings.Contains(got, `"bad"`) {
			t.Errorf("%s: the error does not name the mark: %s", name, got)
		}
	}
}
