package figure

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Every check is shown to fail on the fault and to pass just beside it.
func TestChecks(t *testing.T) {
	width := func(s string) float64 { return textWidth(s, Style{}.complete(Nature2)) }
	right := Nature2.Width - margin // of the page, from the canvas's left
	for name, c := range map[string]struct {
		draw func(*Canvas)
		want string // "" for none
	}{
		"fits at the right":    {func(c *Canvas) { c.Text(right-width("edge"), 20, "edge", Style{}) }, ""},
		"leaves at the right":  {func(c *Canvas) { c.Text(right-width("edge")+0.1, 20, "edge", Style{}) }, `text "edge" leaves the page at the right by 0.10`},
		"leaves at the left":   {func(c *Canvas) { c.Text(-9, 20, "edge", Style{Anchor: End}) }, `"edge" leaves the page at the left`},
		"leaves at the bottom": {func(c *Canvas) { c.Text(0, 130, "edge", Style{}) }, `"edge" leaves the page at the bottom`},
		"turned, leaves":       {func(c *Canvas) { c.Text(200, -20, "edge", Style{Angle: 90}) }, `"edge" leaves the page at the top`},
		"mark leaves":          {func(c *Canvas) { c.As("bar").Rect(0, 0, 600, 5, Sex) }, `mark "bar" leaves the page at the right`},
		"stroke leaves":        {func(c *Canvas) { c.Line(-10, 5, 20, 5, Stroke{Width: 2}); c.Line(-10, 9, -10, 20, Stroke{Width: 2}) }, "a mark leaves the page at the left by 1.00"},
		"side by side":         {func(c *Canvas) { c.Text(0, 20, "one", Style{}); c.Text(width("one"), 20, "two", Style{}) }, ""},
		"overlap":              {func(c *Canvas) { c.Text(0, 20, "one", Style{}); c.Text(width("one")-1, 20, "two", Style{}) }, `text "one" at (10.00, 47.00) and text "two"`},
		"lines apart":          {func(c *Canvas) { c.Text(0, 20, "one", Style{}); c.Text(0, 28, "two", Style{}) }, ""},
		"lines too close":      {func(c *Canvas) { c.Text(0, 20, "one", Style{}); c.Text(0, 25, "two", Style{}) }, "overlap"},
		"accent reaches up":    {func(c *Canvas) { c.Text(0, 20, "one", Style{}); c.Text(0, 27.4, "Ć", Style{}) }, "overlap"},
		"turned texts apart": {func(c *Canvas) {
			c.Text(100, 60, "slanted", Style{Angle: 45})
			c.Text(106, 60, "slanted too", Style{Angle: 45})
			c.Text(122, 66, "below", Style{})
		}, `"slanted" at (110.00, 87.00) and text "slanted too"`},
		"turned, boxes overlap": {func(c *Canvas) {
			c.Text(100, 60, "slanted", Style{Angle: 45})
			c.Text(113, 60, "slanted", Style{Angle: 45})
		}, ""},
		"covers the title":        {func(c *Canvas) { c.Text(0, -8, "high", Style{}) }, `"A finding"`},
		"just large enough":       {func(c *Canvas) { c.Text(0, 20, "small", Style{Size: 6.5}) }, ""},
		"too small":               {func(c *Canvas) { c.Text(0, 20, "small", Style{Size: 6.49}) }, `text "small" is set in 6.49 points`},
		"size below zero":         {func(c *Canvas) { c.Text(0, 20, "small", Style{Size: -8}) }, "-8 points"},
		"empty text and no fault": {func(c *Canvas) { c.Text(0, 20, "", Style{}); c.Rect(0, 0, 1, 1, Sex) }, ""},
	} {
		_, err := small(c.draw).Render()
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: got %v, want an error with %q", name, err, c.want)
		}
	}
}

func TestMinimumSizeOfTheProfile(t *testing.T) {
	f := small(func(c *Canvas) { c.Text(0, 20, "note", Style{Size: 7}) })
	f.Profile = PLOS
	if got := faults(t, f); !strings.Contains(got, "PLOS asks for at least 8") {
		t.Error(got)
	}
}

// An oracle for overlap: two rectangles overlap if a corner of one, or any of
// a grid of points inside it, lies inside the other.
func TestOverlapAgainstPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) Mark {
			m := Mark{Kind: TextMark, Text: "Habg", Style: Style{
				Size:  float64(rapid.IntRange(650, 2000).Draw(t, name+" size")) / 100,
				Angle: float64(rapid.IntRange(-180, 180).Draw(t, name+" angle")),
			}}
			m.Points = []Point{{
				X: float64(rapid.IntRange(0, 6000).Draw(t, name+" x")) / 100,
				Y: float64(rapid.IntRange(0, 6000).Draw(t, name+" y")) / 100,
			}}
			m.Width = textWidth(m.Text, m.Style)
			m.corners = corners(&m)
			m.Box = bounds(m.corners[:])
			return m
		}
		a, b := draw("a"), draw("b")
		depth := deepest(a, b)
		got := overlap(&a, &b)
		if got != overlap(&b, &a) {
			t.Fatal("overlap is not symmetric")
		}
		if depth > 2*touching && !got {
			t.Fatalf("a point of one is %v points inside the other, but they do not overlap", depth)
		}
		if got && depth < -1 {
			t.Fatalf("they overlap, but the points are %v apart", -depth)
		}
	})
}

// deepest returns how far inside b the deepest of many points of a is, or if
// negative, how far all of them are from b's sides.
func deepest(a, b Mark) float64 {
	best := -1e9
	const n = 60
	for i := range n + 1 {
		for j := range n + 1 {
			u, v := float64(i)/n, float64(j)/n
			c := a.corners
			p := Point{
				X: c[0].X + u*(c[1].X-c[0].X) + v*(c[3].X-c[0].X),
				Y: c[0].Y + u*(c[1].Y-c[0].Y) + v*(c[3].Y-c[0].Y),
			}
			best = max(best, inside(p, b))
		}
	}
	return best
}

// inside returns the distance of p from the nearest side of m's rectangle.
func inside(p Point, m Mark) float64 {
	sin, cos := turn(m.Style.Angle)
	least := 1e9
	for _, axis := range [2]Point{{cos, -sin}, {sin, cos}} {
		lo, hi := shadow(m.corners, axis)
		d := p.X*axis.X + p.Y*axis.Y
		least = min(least, d-lo, hi-d)
	}
	return least
}

func TestAHundredLabelsAreChecked(t *testing.T) {
	got := faults(t, small(func(c *Canvas) {
		for i := range 20 {
			c.Text(10, 50, fmt.Sprint("label ", i), Style{})
		}
	}))
	if !strings.Contains(got, "more than 100 faults") || !strings.Contains(got, `"label 0"`) {
		t.Errorf("%.300s", got)
	}
}
