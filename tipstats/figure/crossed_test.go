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
