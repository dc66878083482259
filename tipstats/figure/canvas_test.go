package figure

import "testing"

func TestMarksAreRecordedOnThePageAndOnTheGrid(t *testing.T) {
	r, own := marks(t, func(c *Canvas) {
		c.As("bar").Rect(1.0/3, 2.0/3, 10, 20, Sex)
		c.Rect(30, 40, -10, -20, Labor)
		c.Panel(100, 10, 50, 40).As("inner").Line(0, 0, 50, 40, Stroke{})
	})
	if got := own[0]; got.Box.X != 10.33 || got.Box.Y != 27.67 || got.Role != "bar" || got.Fill != Sex || got.Kind != RectMark {
		t.Errorf("%+v", got)
	}
	if got := own[1].Box; got.X != 30 || got.W != 10 || got.Y != 47 || got.H != 20 {
		t.Errorf("a rectangle to the left and up: %v", got)
	}
	if got := own[2]; got.Points[0] != (Point{110, 37}) || got.Points[1] != (Point{160, 77}) || got.Role != "inner" || got.Kind != LineMark {
		t.Errorf("%+v", got)
	}
	if r.Name() != "small" {
		t.Error(r.Name())
	}
}

func TestPanelHasItsOwnSize(t *testing.T) {
	marks(t, func(c *Canvas) {
		if c.Width() != 498.74 || c.Height() != 100 {
			t.Errorf("canvas %v by %v", c.Width(), c.Height())
		}
		p := c.Panel(10, 20, 30, 40).Panel(1, 2, 3, 4)
		if p.Width() != 3 || p.Height() != 4 {
			t.Errorf("panel %v by %v", p.Width(), p.Height())
		}
		p.Rect(0, 0, 1, 1, Sex)
	})
}

func TestAsDoesNotRenameTheCanvas(t *testing.T) {
	_, own := marks(t, func(c *Canvas) {
		c.As("named")
		c.Rect(0, 0, 1, 1, Sex)
	})
	if own[0].Role != "" {
		t.Errorf("role %q", own[0].Role)
	}
}

func TestInputsAreNotMutated(t *testing.T) {
	points, dash := []Point{{0, 0}, {10, 10}, {20, 0}}, []float64{1.23456, 2}
	marks(t, func(c *Canvas) {
		c.Polygon(points, Sex)
		c.Outline(points, Stroke{Dash: dash})
		c.Polyline(points, Stroke{Dash: dash})
	})
	if points[1] != (Point{10, 10}) || dash[0] != 1.23456 {
		t.Errorf("%v %v", points, dash)
	}
}
