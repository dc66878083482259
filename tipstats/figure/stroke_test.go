package figure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// drawn strokes a contour into a small picture and returns it.
func drawn(c contour, s Stroke) *raster {
	p := picture(60, 60)
	p.fill(strokeOutlines([]contour{c}, s), Black)
	return p
}

// The oracle: a dot well within half the width of a line is black, one well
// outside is white.
func TestStrokeAgainstDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := float64(rapid.IntRange(100, 300).Draw(t, "width")) / 100
		var points []Point
		for range rapid.IntRange(2, 5).Draw(t, "points") {
			points = append(points, Point{
				X: float64(rapid.IntRange(300, 1100).Draw(t, "x")) / 100,
				Y: float64(rapid.IntRange(300, 1100).Draw(t, "y")) / 100,
			})
		}
		closed := rapid.Bool().Draw(t, "closed")
		p := drawn(contour{points, closed}, Stroke{Width: width})
		for y := range p.h {
			for x := range p.w {
				at := Point{(float64(x) + 0.5) * 72 / dotsPerInch, (float64(y) + 0.5) * 72 / dotsPerInch}
				d, end := distance(at, points, closed)
				grey := dot(p, x, y) & 0xFF
				const dot = 72.0 / dotsPerInch
				if d > width/2+dot && grey != 0xFF {
					t.Fatalf("dot (%d, %d), %v points from the line, is painted %02X", x, y, d, grey)
				}
				if !end && d < width/2-dot && grey != 0 {
					t.Fatalf("dot (%d, %d), %v points from the line, is painted only %02X", x, y, d, grey)
				}
			}
		}
	})
}

// distance returns how far p is from the lines, and whether the nearest place
// is within a dot of the two ends, where the line is cut off flat.
func distance(p Point, points []Point, closed bool) (d float64, end bool) {
	lines := points
	if closed {
		lines = append(append([]Point{}, points...), points[0])
	}
	d = math.Inf(1)
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		dx, dy := b.X-a.X, b.Y-a.Y
		u := 0.0
		if l := dx*dx + dy*dy; l > 0 {
			u = min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/l, 0), 1)
		}
		here := math.Hypot(p.X-a.X-u*dx, p.Y-a.Y-u*dy)
		if here < d-1e-9 {
			d = here
			nearest := Point{a.X + u*dx, a.Y + u*dy}
			end = !closed && (apart(nearest, lines[0]) < 0.24 || apart(nearest, lines[len(lines)-1]) < 0.24)
		}
	}
	return d, end || degenerate(points)
}

func apart(a, b Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

func degenerate(points []Point) bool {
	for _, p := range points {
		if p != points[0] {
			return false
		}
	}
	return true
}

func TestDashLengthsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := float64(rapid.IntRange(1, 5000).Draw(t, "length")) / 100
		on := float64(rapid.IntRange(10, 500).Draw(t, "on")) / 100
		off := float64(rapid.IntRange(10, 500).Draw(t, "off")) / 100
		bend := length * 0.37
		c := contour{points: []Point{{0, 0}, {bend, 0}, {bend, length - bend}}}
		got := 0.0
		for _, piece := range dashes(c, []float64{on, off}) {
			for i := 1; i < len(piece.points); i++ {
				got += math.Hypot(piece.points[i].X-piece.points[i-1].X, piece.points[i].Y-piece.points[i-1].Y)
			}
		}
		whole := math.Floor(length / (on + off))
		want := whole*on + min(length-whole*(on+off), on)
		if math.Abs(got-want) > 1e-6 {
			t.Fatalf("dashes of %v and %v on %v points add up to %v, want %v", on, off, length, got, want)
		}
	})
}

func TestStrokeOfNothing(t *testing.T) {
	for _, points := range [][]Point{nil, {{1, 1}}, {{1, 1}, {1, 1}}} {
		for _, dash := range [][]float64{nil, {1, 1}} {
			if got := strokeOutlines([]contour{{points, true}}, Stroke{Width: 1, Dash: dash}); len(got) != 0 {
				t.Errorf("a stroke along %v paints %v", points, got)
			}
		}
	}
}

func TestDashOfLengthZeroEnds(t *testing.T) {
	pieces := dashes(contour{points: []Point{{0, 0}, {10, 0}}}, []float64{0, 2})
	for _, p := range pieces {
		if len(p.points) > 1 {
			t.Errorf("a dash of length 0 draws %v", p.points)
		}
	}
}
