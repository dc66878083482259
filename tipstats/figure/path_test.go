package figure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestCirclePathIsACircle(t *testing.T) {
	centre := Point{50, 40}
	for _, r := range []float64{0.5, 3, 40} {
		for _, c := range circlePath(centre, r).contours() {
			if !c.closed {
				t.Error("the circle is not closed")
			}
			for _, p := range c.points {
				if d := math.Hypot(p.X-centre.X, p.Y-centre.Y); math.Abs(d/r-1) > 3e-4 {
					t.Errorf("radius %v: a point at %v", r, d)
				}
			}
		}
	}
}

// The oracle: many points of the curve itself, none further from the chords
// than the flattening promises.
func TestFlatteningStaysClose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		point := func(name string) Point {
			return Point{rapid.Float64Range(0, 300).Draw(t, name+" x"), rapid.Float64Range(0, 300).Draw(t, name+" y")}
		}
		a, b, c, d := point("a"), point("b"), point("c"), point("d")
		var p path
		p.move(a)
		p.curve(b, c, d)
		points := p.contours()[0].points
		for i := range 101 {
			u := float64(i) / 100
			v := 1 - u
			at := Point{
				v*v*v*a.X + 3*v*v*u*b.X + 3*v*u*u*c.X + u*u*u*d.X,
				v*v*v*a.Y + 3*v*v*u*b.Y + 3*v*u*u*c.Y + u*u*u*d.Y,
			}
			if far, _ := distance(at, points, false); far > 0.023 {
				t.Fatalf("a point of the curve is %v points from the %d chords", far, len(points)-1)
			}
		}
	})
}

func TestContours(t *testing.T) {
	var p path
	p.move(Point{0, 0})
	p.line(Point{10, 0})
	p.close()
	p.line(Point{5, 5}) // after a close, from where the contour began
	p.move(Point{20, 20})
	p.line(Point{30, 20})
	got := p.contours()
	want := []contour{
		{[]Point{{0, 0}, {10, 0}}, true},
		{[]Point{{0, 0}, {5, 5}}, false},
		{[]Point{{20, 20}, {30, 20}}, false},
	}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i].closed != want[i].closed || len(got[i].points) != 2 || got[i].points[0] != want[i].points[0] || got[i].points[1] != want[i].points[1] {
			t.Errorf("contour %d is %v, want %v", i, got[i], want[i])
		}
	}
}

func TestBoxHoldsTheCurve(t *testing.T) {
	var p path
	p.move(Point{0, 0})
	p.curve(Point{0, 40}, Point{10, -20}, Point{10, 0})
	if got := p.box(); got != (Box{0, -20, 10, 60}) {
		t.Errorf("box %v", got)
	}
	if got := (path)(nil).box(); got != (Box{}) {
		t.Errorf("box of nothing %v", got)
	}
}
