package figure

import (
	"strings"
	"testing"
)

func TestCrossings(t *testing.T) {
	for _, c := range []struct {
		what    string
		draw    func(*Canvas)
		crossed bool
	}{
		{"a line through the letters", func(c *Canvas) { c.As("axis").Line(0, 17, 100, 17, Stroke{}) }, true},
		{"a slope through them", func(c *Canvas) { c.As("axis").Line(0, 10, 60, 30, Stroke{}) }, true},
		{"an upright", func(c *Canvas) { c.As("axis").Line(20, 0, 20, 40, Stroke{}) }, true},
		{"a line below", func(c *Canvas) { c.As("axis").Line(0, 22, 100, 22, Stroke{}) }, false},
		{"a line that ends before", func(c *Canvas) { c.As("axis").Line(0, 17, 9, 17, Stroke{}) }, false},
		{"a bar behind", func(c *Canvas) { c.Rect(0, 0, 100, 40, Unsplit) }, false},
		{"an outline behind", func(c *Canvas) { c.As("axis").Frame(0, 0, 20, 40, Stroke{}) }, false},
	} {
		_, err := (&Figure{Name: "n", Title: "t", Alt: "a", Height: 50, Draw: func(canvas *Canvas) {
			c.draw(canvas)
			canvas.Text(10, 20, "letters", Style{})
		}}).Render()
		if c.crossed != (err != nil) {
			t.Errorf("%s: %v", c.what, err)
		}
		if err != nil && !strings.Contains(err.Error(), `text "letters"`) || err != nil && !strings.Contains(err.Error(), `"axis"`) {
			t.Errorf("%s: the error does not name both: %v", c.what, err)
		}
	}
}

// TestWhatIsDrawnOverAText: curves, outlines and fills that come after a text and touch its letters are faults.
func TestWhatIsDrawnOverAText(t *testing.T) {
	thick := Stroke{Color: Ink, Width: 1}
	for _, c := range []struct {
		what  string
		draw  func(*Canvas)
		fault string // what the error says, if there is one
	}{
		{"a polyline", func(c *Canvas) { c.Polyline([]Point{{0, 17}, {50, 17}, {200, 16}}, thick) }, "crossed"},
		{"a polyline below", func(c *Canvas) { c.Polyline([]Point{{0, 24}, {50, 26}, {200, 25}}, thick) }, ""},
		{"an outline", func(c *Canvas) { c.Outline([]Point{{0, 17}, {200, 17}, {200, 40}, {0, 40}}, thick) }, "crossed"},
		{"an outline around", func(c *Canvas) { c.Outline([]Point{{0, 5}, {200, 5}, {200, 40}, {0, 40}}, thick) }, ""},
		{"a frame", func(c *Canvas) { c.Frame(0, 0, 20, 40, thick) }, "crossed"},
		{"a ring", func(c *Canvas) { c.OpenDot(20, 17, 12, Circle, thick) }, "cover"},
		{"an arrow", func(c *Canvas) { c.Arrow(0, 17, 100, 17, thick) }, "crossed"},
		{"half a dot", func(c *Canvas) { c.Dot(10, 17, 14, Circle, Sex) }, "covered"},
		{"a dot beside", func(c *Canvas) { c.Dot(100, 17, 14, Circle, Sex) }, ""},
		{"a bar", func(c *Canvas) { c.Rect(0, 0, 100, 40, Sex) }, "covered"},
		{"a band that one can look through", func(c *Canvas) { c.Rect(0, 0, 100, 40, Faded(Sex, 0.2)) }, ""},
	} {
		_, err := (&Figure{Name: "n", Title: "t", Alt: "a", Height: 50, Draw: func(canvas *Canvas) {
			canvas.Text(10, 20, "letters", Style{})
			c.draw(canvas.As("above"))
		}}).Render()
		switch {
		case c.fault == "" && err != nil:
			t.Errorf("%s: %v", c.what, err)
		case c.fault != "" && (err == nil || !strings.Contains(err.Error(), c.fault) && !strings.Contains(err.Error(), "crossed") ||
			!strings.Contains(err.Error(), `text "letters"`) || !strings.Contains(err.Error(), `"above"`)):
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

// TestTextThatCannotBeToldFromWhatIsBehind: white on white, and dark on a dark bar.
func TestTextThatCannotBeToldFromWhatIsBehind(t *testing.T) {
	for _, c := range []struct {
		what       string
		behind     Color
		text       Color
		unreadable bool
	}{
		{"white on white", White, White, true},
		{"white on dark", Ink, White, false},
		{"dark on dark", Ink, Black, true},
		{"dark on white", White, Ink, false},
		{"white on a pale band", Faded(Ink, 0.1), White, true},
	} {
		_, err := (&Figure{Name: "n", Title: "t", Alt: "a", Height: 50, Draw: func(canvas *Canvas) {
			canvas.Rect(0, 0, 100, 40, c.behind)
			canvas.Text(10, 20, "letters", Style{Color: c.text})
		}}).Render()
		if c.unreadable != (err != nil) || err != nil && !strings.Contains(err.Error(), `text "letters"`) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}
