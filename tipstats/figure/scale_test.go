package figure

import (
	"math"
	"strings"
	"testing"
)

// TestScaled: what is drawn through a scaled canvas is what the same drawing with all lengths multiplied gives.
func TestScaled(t *testing.T) {
	draw := func(c *Canvas, k float64) {
		c = c.Panel(3*k, 2*k, 90*k, 40*k)
		c.Rect(10*k, 5*k, 20*k, 8*k, Blue)
		c.Line(0, 20*k, 30*k, 22*k, Stroke{Width: 2 * k, Dash: []float64{3 * k, k}})
		c.OpenDot(50*k, 20*k, 6*k, Circle, Stroke{Width: 0.5 * k})
		c.Text(10*k, 35*k, "label", Style{Size: 8 * k, Anchor: Middle})
		c.Hatch(60*k, 5*k, 10*k, 10*k, 2*k, Stroke{Width: k})
	}
	figureOf := func(fit func(c *Canvas) float64) []Mark {
		r, err := (&Figure{Name: "n", Title: "t", Alt: "a", Fit: fit}).Render()
		if err != nil {
			t.Fatal(err)
		}
		return r.Marks()
	}
	scaled := figureOf(func(c *Canvas) float64 {
		s := c.Scaled(1.5)
		if math.Abs(s.Width()*1.5-c.Width()) > 1e-9 || math.Abs(s.Profile().Label*1.5-c.Profile().Label) > 1e-9 {
			t.Errorf("a width of %v and labels of %v", s.Width(), s.Profile().Label)
		}
		draw(s, 1)
		return 100
	})
	plain := figureOf(func(c *Canvas) float64 { draw(c, 1.5); return 100 })
	if len(scaled) != len(plain) {
		t.Fatalf("%d marks, want %d", len(scaled), len(plain))
	}
	for i, m := range scaled {
		w := plain[i]
		near := math.Abs(m.Box.X-w.Box.X)+math.Abs(m.Box.Y-w.Box.Y)+math.Abs(m.Box.W-w.Box.W)+math.Abs(m.Stroke.Width-w.Stroke.Width) < 0.04
		if !near || m.Kind != w.Kind || m.Style.Size != w.Style.Size {
			t.Errorf("mark %d: got %+v %v, want %+v %v", i, m.Box, m.Stroke, w.Box, w.Stroke)
		}
	}
}

func TestScaledRefusesNoNumber(t *testing.T) {
	for _, factor := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		f := &Figure{Name: "n", Title: "t", Alt: "a", Fit: func(c *Canvas) float64 { c.Scaled(factor).Rect(0, 0, 1, 1, Ink); return 10 }}
		if _, err := f.Render(); err == nil || !strings.Contains(err.Error(), "scale") {
			t.Errorf("%v: %v", factor, err)
		}
	}
}

func TestFit(t *testing.T) {
	fit := func(height float64) *Figure {
		return &Figure{Name: "n", Title: "t", Alt: "a", Fit: func(c *Canvas) float64 { c.Rect(0, 0, c.Width(), 10, Ink); return height }}
	}
	for _, p := range []Profile{Nature1, Nature2, PLOS, Screen} {
		f := fit(57)
		f.Profile = p
		r, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		if r.Area().H != 57 || math.Abs(r.Area().W-(p.Width-2*margin)) > 0.01 {
			t.Errorf("%s: an area of %v", p.Name, r.Area())
		}
	}
	for _, height := range []float64{0, -1, math.NaN(), math.Inf(1), 2001} {
		if _, err := fit(height).Render(); err == nil || !strings.Contains(err.Error(), "the height that Fit returned is") {
			t.Errorf("%v: %v", height, err)
		}
	}
	high := fit(1500)
	if _, err := high.Render(); err == nil || !strings.Contains(err.Error(), "too high for Nature2 by ") {
		t.Errorf("a page that is too high: %v", err)
	}
	high.Tall = true
	if _, err := high.Render(); err != nil {
		t.Error(err)
	}
	both := fit(10)
	both.Draw, both.Height = func(*Canvas) {}, 10
	if _, err := both.Render(); err == nil || !strings.Contains(err.Error(), "both Draw and Fit") {
		t.Errorf("both: %v", err)
	}
}
