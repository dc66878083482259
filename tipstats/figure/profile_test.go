package figure

import (
	"math"
	"strings"
	"testing"
)

func TestProfilesHaveTheirPublishersSizes(t *testing.T) {
	for _, c := range []struct {
		p               Profile
		mm, deep        float64
		smallest, least float64
	}{
		{Nature1, 89, 247, 6.5, 6.5}, {Nature2, 183, 247, 6.5, 6.5}, {PLOS, 190.5, 222.25, 8, 8}, {Screen, 254, 190.5, 9, 9},
	} {
		if math.Abs(c.p.Width*25.4/72-c.mm) > 1e-9 || math.Abs(c.p.MaxHeight*25.4/72-c.deep) > 1e-9 {
			t.Errorf("%s: %v by %v points", c.p.Name, c.p.Width, c.p.MaxHeight)
		}
		if got := min(c.p.Title, c.p.Subtitle, c.p.Label, c.p.Small, c.p.Caption); got != c.smallest || c.p.MinText != c.least {
			t.Errorf("%s: smallest type %v, least %v", c.p.Name, got, c.p.MinText)
		}
		if err := c.p.check(); err != nil {
			t.Error(err)
		}
	}
	if PLOS.Title > 12 {
		t.Error("PLOS takes type up to 12 points")
	}
}

func TestZeroProfileIsNature2(t *testing.T) {
	if got := (Profile{}).complete(); got != Nature2 {
		t.Errorf("%+v", got)
	}
	got := Profile{Width: 300, MinText: 3}.complete()
	if got.Width != 300 || got.Label != Nature2.Label || got.MinText != 6.5 || got.Name != "custom" {
		t.Errorf("%+v", got)
	}
}

func TestProfileChecks(t *testing.T) {
	for _, p := range []Profile{{Width: 99}, {Width: 2001}, {Width: math.NaN()}, {MaxHeight: -5}, {MaxHeight: math.Inf(1)}, {Label: 6}, {Title: math.NaN()}, {MinText: math.NaN()}, {Caption: 101}} {
		f := small(func(c *Canvas) { c.Rect(0, 0, 1, 1, Sex) })
		f.Profile = p
		if got := faults(t, f); !strings.Contains(got, "profile custom") {
			t.Error(got)
		}
	}
}

func TestEveryProfileRenders(t *testing.T) {
	for _, p := range []Profile{Nature1, Nature2, PLOS, Screen} {
		f := small(func(c *Canvas) {
			if c.Profile() != p {
				t.Errorf("the canvas is of profile %v", c.Profile())
			}
			c.Text(0, 20, "A label", Style{})
			c.Text(c.Width(), 20, "another", Style{Anchor: End, Size: p.Small})
		})
		f.Profile = p
		f.Title, f.Subtitle = strings.Repeat("A long title ", 12), strings.Repeat("A long subtitle ", 20)
		f.Caption = []string{strings.Repeat("A long caption ", 30), "datasets/" + strings.Repeat("long", 60) + ".csv"}
		r, err := f.Render()
		if err != nil {
			t.Error(err)
			continue
		}
		if w, _ := r.Size(); w != snap(p.Width) {
			t.Errorf("%s: %v wide", p.Name, w)
		}
	}
}
