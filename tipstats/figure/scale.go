package figure

// Scaled returns the same canvas in longer lengths: whatever is drawn through
// it, strokes and type included, becomes factor times as large, and its Width,
// Height and Profile are so much smaller. A drawing that is laid out for the
// type of [Nature2] keeps its proportions with the type of another profile:
//
//	c = c.Scaled(c.Profile().Label / figure.Nature2.Label)
//
// A factor that is not a number above 0 is a fault of the figure.
func (c *Canvas) Scaled(factor float64) *Canvas {
	if !finite(factor) || factor <= 0 {
		c.record.fault("%s: a scale of %v; a scale is a number above 0", c.name("canvas"), factor)
		return c
	}
	scaled := *c
	scaled.scale = c.factor() * factor
	scaled.width /= factor
	scaled.height /= factor
	return &scaled
}

// factor is how many points of the page a unit of the canvas is.
func (c *Canvas) factor() float64 {
	if c.scale == 0 {
		return 1
	}
	return c.scale
}

// onPage is where a place of the canvas is on the page.
func (c *Canvas) onPage(x, y float64) Point {
	k := c.factor()
	return Point{float64(x*k) + c.origin.X, float64(y*k) + c.origin.Y}
}

// enlarged is a stroke in points of the page.
func (s Stroke) enlarged(factor float64) Stroke {
	if factor == 1 || s.Width == 0 {
		return s
	}
	s.Width = max(snap(s.Width*factor), 0.01)
	dash := make([]float64, len(s.Dash))
	for i, d := range s.Dash {
		dash[i] = snap(d * factor)
	}
	if s.Dash != nil {
		s.Dash = dash
	}
	return s
}
