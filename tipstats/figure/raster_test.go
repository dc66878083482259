package figure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// coverAt counts the points of a fine grid in one dot that lie inside an
// outline, by the nonzero winding rule: the slow oracle for raster.fill.
func coverAt(o []stepPoint, dotX, dotY int) float64 {
	const n = 48
	inside := 0
	for j := range n {
		y := (float64(dotY) + (float64(j)+0.5)/n) * steps
		for i := range n {
			x := (float64(dotX) + (float64(i)+0.5)/n) * steps
			if winding(o, x, y) != 0 {
				inside++
			}
		}
	}
	return float64(inside) / (n * n)
}

func winding(o []stepPoint, x, y float64) int {
	w := 0
	for i, q := range o {
		p := o[(i+len(o)-1)%len(o)]
		px, py, qx, qy := float64(p.x), float64(p.y), float64(q.x), float64(q.y)
		if (py <= y) == (qy <= y) || px+(qx-px)*(y-py)/(qy-py) <= x {
			continue
		}
		if py <= y {
			w++
		} else {
			w--
		}
	}
	return w
}

func TestFillAgainstPointCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const size = 4
		corner := func(name string) stepPoint {
			return stepPoint{
				rapid.IntRange(-steps, (size+1)*steps).Draw(t, name+" x"),
				rapid.IntRange(-steps, (size+1)*steps).Draw(t, name+" y"),
			}
		}
		o := []stepPoint{corner("a"), corner("b"), corner("c")}
		p := picture(size, size)
		p.fill([][]stepPoint{o}, Black)
		for y := range size {
			for x := range size {
				grey := dot(p, x, y) & 0xFF
				got, want := 1-float64(grey)/255, coverAt(o, x, y)
				if math.Abs(got-want) > 0.5/shades+0.03 {
					t.Fatalf("dot (%d, %d) of %v is covered %.3f; counting points gives %.3f", x, y, o, got, want)
				}
			}
		}
	})
}

func TestFillIsExactOnRectangles(t *testing.T) {
	p := picture(4, 3)
	p.fill([][]stepPoint{{{steps, steps}, {3 * steps, steps}, {3 * steps, 2 * steps}, {steps, 2 * steps}}}, Sex)
	p.fill([][]stepPoint{{{0, 0}, {steps / 3, 0}, {steps / 3, steps}, {0, steps}}}, Black)
	want := []uint32{
		0xAAAAAA, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF,
		0xFFFFFF, 0xD55E00, 0xD55E00, 0xFFFFFF,
		0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF,
	}
	for i, c := range want {
		if got := dot(p, i%4, i/4); got != c {
			t.Errorf("dot %d is %06X, want %06X", i, got, c)
		}
	}
}

func TestDivideRoundsToNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(-1e12, 1e12).Draw(t, "a")
		b := rapid.IntRange(1e4, 1e6).Draw(t, "b")
		if got, want := divide(a, b), math.Round(float64(a)/float64(b)); float64(got) != want {
			t.Fatalf("divide(%d, %d) = %d, want %v", a, b, got, want)
		}
	})
}

func TestGridFallsOnSteps(t *testing.T) {
	for grid := range 5000 {
		p := toSteps(Point{X: float64(grid) / 100, Y: snap(float64(grid) / 100)})
		if p.x != grid*gridSteps || p.y != grid*gridSteps {
			t.Fatalf("%d hundredths of a point are %v steps", grid, p)
		}
	}
}
