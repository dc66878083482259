package chart

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestNewAxis(t *testing.T) {
	for _, c := range []struct{ most, end, step float64 }{
		{1, 1, 0.2}, {2.42, 2.5, 0.5}, {4, 4, 1}, {0.3, 0.3, 0.1}, {17, 20, 5}, {1e9, 1e9, 2e8},
	} {
		a := newAxis(10, 100, c.most, 5)
		if math.Abs(a.most-c.end) > 1e-12*c.end || a.step != c.step {
			t.Errorf("%v: ends at %v by %v, want %v by %v", c.most, a.most, a.step, c.end, c.step)
		}
		if a.at(0) != 10 || a.at(a.most) != 110 || a.at(-1) != 10 || a.at(2*a.most) != 110 {
			t.Errorf("%v: from %v to %v", c.most, a.at(0), a.at(a.most))
		}
	}
}

// TestAxisCovers: any number up to the greatest is on the axis, at its place, with few ticks.
func TestAxisCovers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := math.Exp(rapid.Float64Range(-15, 25).Draw(t, "log"))
		a := newAxis(0, 300, most, 5)
		if a.beyond(most) || a.most > 2.5*most {
			t.Fatalf("%v on an axis to %v", most, a.most)
		}
		if ticks := a.most / a.step; ticks < 0.9 || ticks > 6.1 || math.Abs(ticks-math.Round(ticks)) > 1e-9 {
			t.Fatalf("%v ticks", ticks)
		}
		if half := a.at(a.most / 2); math.Abs(half-150) > 1e-9 {
			t.Fatalf("the middle is at %v", half)
		}
	})
}
