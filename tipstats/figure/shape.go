package figure

import "math"

// A Shape is the form of a data point.
type Shape int

// The shapes. All have about the same area at the same size.
const (
	Circle Shape = iota
	Square
	Triangle // point up
	Diamond
)

// Dot draws a filled data point centred on x, y; size is the diameter of the
// circle that has its area.
func (c *Canvas) Dot(x, y, size float64, shape Shape, fill Color) {
	c.dot(x, y, size, shape, fill, Stroke{})
}

// OpenDot draws a data point that is white inside with a coloured outline.
func (c *Canvas) OpenDot(x, y, size float64, shape Shape, s Stroke) {
	if s, ok := c.stroke(s); ok {
		c.dot(x, y, size-s.Width, shape, White, s)
	}
}

func (c *Canvas) dot(x, y, size float64, shape Shape, fill Color, s Stroke) {
	r := size / 2
	if !(r > 0) {
		c.record.fault("%s: a data point of size %v; it needs a size above 0", c.name("point"), size)
		return
	}
	area := math.Pi * r * r
	switch shape {
	case Circle:
		c.add(CircleMark, circlePath(Point{x, y}, r), fill, s)
	case Square:
		h := math.Sqrt(area) / 2
		c.add(PathMark, polyPath([]Point{{x - h, y - h}, {x + h, y - h}, {x + h, y + h}, {x - h, y + h}}, true), fill, s)
	case Triangle:
		// Equilateral; its centre of mass is the data point.
		side := math.Sqrt(4 * area / math.Sqrt(3))
		up, down := side/math.Sqrt(3), side/(2*math.Sqrt(3))
		c.add(PathMark, polyPath([]Point{{x, y - up}, {x + side/2, y + down}, {x - side/2, y + down}}, true), fill, s)
	case Diamond:
		h := math.Sqrt(area / 2)
		c.add(PathMark, polyPath([]Point{{x, y - h}, {x + h, y}, {x, y + h}, {x - h, y}}, true), fill, s)
	default:
		c.record.fault("%s: there is no shape %d; use Circle, Square, Triangle or Diamond", c.name("point"), int(shape))
	}
}

// Arrow draws a line from the first point to the second that ends there in an
// arrowhead: the end of an interval that is open.
func (c *Canvas) Arrow(x1, y1, x2, y2 float64, s Stroke) {
	s, ok := c.stroke(s)
	if !ok {
		return
	}
	dx, dy := x2-x1, y2-y1
	length := math.Hypot(dx, dy)
	if !(length > 0) {
		c.record.fault("%s: an arrow without length; its two ends are the same place", c.name("arrow"))
		return
	}
	dx, dy = dx/length, dy/length
	head := min(2.5+2.5*s.Width, length)
	half := head * 0.45
	base := Point{x2 - float64(dx*head), y2 - float64(dy*head)}
	if head < length {
		c.Line(x1, y1, base.X, base.Y, s)
	}
	c.Polygon([]Point{
		{x2, y2},
		{base.X - float64(dy*half), base.Y + float64(dx*half)},
		{base.X + float64(dy*half), base.Y - float64(dx*half)},
	}, s.Color)
}

// Bracket draws a square bracket from the first point to the second, its arms
// depth long. Seen along the way from the first point to the second, the arms
// point to the right, or with a negative depth to the left; so with the points
// from left to right they point down.
func (c *Canvas) Bracket(x1, y1, x2, y2, depth float64, s Stroke) {
	dx, dy := x2-x1, y2-y1
	length := math.Hypot(dx, dy)
	if !(length > 0) {
		c.record.fault("%s: a bracket without length; its two ends are the same place", c.name("bracket"))
		return
	}
	ax, ay := -dy/length*depth, dx/length*depth
	c.Polyline([]Point{{x1 + ax, y1 + ay}, {x1, y1}, {x2, y2}, {x2 + ax, y2 + ay}}, s)
}

// Hatch fills a rectangle with parallel lines that rise to the right, gap
// points apart: an area that is not known. It draws no outline.
func (c *Canvas) Hatch(x, y, w, h, gap float64, s Stroke) {
	s, ok := c.stroke(s)
	if !ok {
		return
	}
	if !finite(x, y, w, h, gap) || w <= 0 || h <= 0 || gap < 0.5 {
		c.record.fault("%s: a hatch of %v by %v points with a gap of %v; it needs a size above 0 and a gap of at least 0.5",
			c.name("hatch"), w, h, gap)
		return
	}
	step := gap * math.Sqrt2
	// The line with the number i joins the points where u + v = i * step, u
	// to the right of the lower left corner's vertical, v down from the top.
	var p path
	for i := 1; float64(i)*step < w+h; i++ {
		sum := float64(i) * step
		u1, v1 := max(0, sum-h), min(sum, h)
		u2, v2 := min(sum, w), max(0, sum-w)
		p.move(Point{x + u1, y + v1})
		p.line(Point{x + u2, y + v2})
	}
	if len(p) > 0 {
		c.add(PathMark, p, Color{}, s)
	}
}
