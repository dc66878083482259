package chart

import (
	"fmt"
	"math"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"

	"pgregory.net/rapid"
)

func TestLogScaleTicks(t *testing.T) {
	for _, c := range []struct {
		low, high, length float64
		want              string
	}{
		{3, 180, 400, "[2 5 10 20 50 100 200]"}, {1, 1, 400, "[1 10]"}, {0.04, 0.3, 400, "[0.02 0.05 0.1 0.2 0.5]"},
		{1, 1e6, 200, "[1 10 100 1000 10000 100000 1e+06]"}, {1, 1e9, 120, "[1 100 10000 1e+06 1e+08]"}, {20, 50, 300, "[20 50]"},
	} {
		s := logScale(0, c.length, c.low, c.high, 25)
		if got := fmt.Sprint(s.ticks); got != c.want {
			t.Errorf("%v to %v: %s, want %s", c.low, c.high, got, c.want)
		}
	}
}

// TestLogScaleCovers: every number is on the scale, equal ratios are equal distances, ticks are apart.
func TestLogScaleCovers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := math.Exp(rapid.Float64Range(-9, 15).Draw(t, "low"))
		high := low * math.Exp(rapid.Float64Range(0, 5).Draw(t, "ratio"))
		s := logScale(10, 310, low, high, 25)
		if s.low > low*(1+1e-9) || s.high < high*(1-1e-9) || s.at(s.low) != 10 || math.Abs(s.at(s.high)-310) > 1e-9 {
			t.Fatalf("%v to %v on %v to %v", low, high, s.low, s.high)
		}
		if d := s.at(math.Sqrt(s.low*s.high)) - 160; math.Abs(d) > 1e-9 {
			t.Fatalf("the geometric mean is %v off the middle", d)
		}
		for i := 1; i < len(s.ticks); i++ {
			if apart := s.at(s.ticks[i]) - s.at(s.ticks[i-1]); apart < 20 {
				t.Fatalf("ticks %v are %v apart", s.ticks, apart)
			}
		}
	})
}

func TestLinearScale(t *testing.T) {
	s := linearScale(200, 0, 17, 5)
	if s.high != 20 || fmt.Sprint(s.ticks) != "[0 5 10 15 20]" || s.at(5) != 150 || s.at(30) != 0 {
		t.Errorf("%+v", s)
	}
	if empty := linearScale(0, 10, 0, 5); empty.high != 1 {
		t.Errorf("a scale of nothing ends at %v", empty.high)
	}
}

// TestScaleNearItsNumbers ends close to the numbers where two ticks are left, and else at ticks.
func TestScaleNearItsNumbers(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		from, to  float64
		ticks     int
	}{
		{9876, 18774, 9876 / 1.3, 20000, 2},
		{600, 9000, 500, 10000, 5},
		{110, 180, 100, 200, 2},
		{21, 49, 20, 50, 2},
		{30, 33, 20, 50, 2},
	} {
		s := logScale(0, 300, c.low, c.high, 25).near(c.low, c.high)
		if math.Abs(s.low-c.from) > 1e-9*c.from || math.Abs(s.high-c.to) > 1e-9*c.to || len(s.ticks) != c.ticks {
			t.Errorf("%v to %v: from %v to %v with the ticks %v", c.low, c.high, s.low, s.high, s.ticks)
		}
	}
}

// TestLabelsKeepApart: two labels on one line do not read as one.
func TestLabelsKeepApart(t *testing.T) {
	f := &figure.Figure{Name: "labels", Title: "Labels", Alt: "Labels.", Height: 60, Draw: func(c *figure.Canvas) {
		p := labelPlacer{c: c.As("name"), room: figure.Box{W: c.Width(), H: 60}}
		style := figure.Style{Size: c.Profile().Small}
		p.place(20, 30, 3, "7992", style)
		p.place(20+3+c.TextWidth("7992", style)+1-6, 30, 6, "6618", style)
	}}
	r, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	names := marksAs(r, figure.TextMark, "name")
	if len(names) != 2 {
		t.Fatalf("%d labels", len(names))
	}
	if a, b := names[0].Box, names[1].Box; a.Y < b.Bottom() && b.Y < a.Bottom() && b.X-a.Right() < labelsApart {
		t.Errorf("%v and %v stand on one line", a, b)
	}
}
