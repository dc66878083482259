package figure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestSnap(t *testing.T) {
	for _, c := range []struct{ in, want float64 }{
		{0, 0}, {1, 1}, {0.005, 0.01}, {0.0049, 0}, {0.015, 0.02}, {0.125, 0.13}, {-0.005, 0}, {-0.0051, -0.01},
		{-0.004, 0}, {math.Copysign(0, -1), 0}, {518.740157, 518.74}, {-12.345, -12.34},
	} {
		if got := snap(c.in); got != c.want || math.Signbit(got) && got == 0 {
			t.Errorf("snap(%v) = %v, want %v", c.in, got, c.want)
		}
	}
}

// The last bits of a computation, which differ between processors, must not
// move a coordinate, not even one in the middle between two grid lines.
func TestSnapForgetsLastBits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := float64(rapid.IntRange(-400000, 400000).Draw(t, "halves")) / 200
		noise := rapid.Float64Range(-1e-9, 1e-9).Draw(t, "noise")
		if a, b := snap(v), snap(v+noise); a != b {
			t.Fatalf("snap(%v) = %v, but with %v more %v", v, a, noise, b)
		}
		if s := snap(v); snap(s) != s || math.Abs(s-v) > 0.005+1e-12 {
			t.Fatalf("snap(%v) = %v", v, s)
		}
	})
}

func TestTurnIsExactAtRightAngles(t *testing.T) {
	for angle, want := range map[float64][2]float64{0: {0, 1}, 90: {1, 0}, -90: {-1, 0}, 180: {0, -1}, 270: {-1, 0}, 450: {1, 0}, -360: {0, 1}} {
		sin, cos := turn(angle)
		if sin != want[0] || cos != want[1] {
			t.Errorf("turn(%v) = %v, %v", angle, sin, cos)
		}
	}
	if sin, cos := turn(30); math.Abs(sin-0.5) > 1e-15 || math.Abs(cos-math.Sqrt(3)/2) > 1e-15 {
		t.Errorf("turn(30) = %v, %v", sin, cos)
	}
}

func TestBoxContains(t *testing.T) {
	page := Box{0, 0, 100, 50}
	for _, c := range []struct {
		box  Box
		want bool
	}{
		{Box{0, 0, 100, 50}, true}, {Box{10, 10, 5, 5}, true}, {Box{-0.01, 0, 5, 5}, false},
		{Box{0, -0.01, 5, 5}, false}, {Box{96, 0, 4.01, 5}, false}, {Box{0, 46, 5, 4.01}, false},
	} {
		if got := page.Contains(c.box); got != c.want {
			t.Errorf("Contains(%v) = %v", c.box, got)
		}
	}
}

func TestStartFollowsAnchorAndAngle(t *testing.T) {
	_, all := marks(t, func(c *Canvas) {
		c.Text(100, 50, "word", Style{})
		c.Text(200, 50, "word", Style{Anchor: Middle})
		c.Text(300, 50, "word", Style{Anchor: End})
		c.Text(400, 50, "word", Style{Anchor: End, Angle: 90})
	})
	w := all[0].Width
	for i, want := range []Point{{110, 0}, {210 - w/2, 0}, {310 - w, 0}, {410, w}} {
		got := all[i].start()
		got.Y -= all[i].Points[0].Y
		if math.Abs(got.X-want.X) > 0.006 || math.Abs(got.Y-want.Y) > 0.006 {
			t.Errorf("text %d begins at %v, want %v", i, got, want)
		}
	}
}
