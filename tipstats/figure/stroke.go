package figure

import "math"

// strokeOutlines turns lines into the areas that a pen of their width covers,
// with flat ends and round joins. All areas run the same way round, so that
// they add up where they overlap.
func strokeOutlines(contours []contour, s Stroke) [][]stepPoint {
	var outlines [][]stepPoint
	for _, c := range contours {
		c.points = distinct(c)
		if s.Dash == nil {
			outlines = appendStroke(outlines, c, s.Width/2)
			continue
		}
		for _, piece := range dashes(c, s.Dash) {
			outlines = appendStroke(outlines, piece, s.Width/2)
		}
	}
	return outlines
}

// distinct returns the points of a contour without repetitions in a row, and
// without the repetition of the first at the end of a closed one.
func distinct(c contour) []Point {
	var points []Point
	for _, p := range c.points {
		if len(points) == 0 || p != points[len(points)-1] {
			points = append(points, p)
		}
	}
	if c.closed && len(points) > 1 && points[len(points)-1] == points[0] {
		points = points[:len(points)-1]
	}
	return points
}

// appendStroke adds a rectangle for every line and a fan for every join.
func appendStroke(outlines [][]stepPoint, c contour, half float64) [][]stepPoint {
	n := len(c.points)
	if n < 2 {
		return outlines
	}
	lines := n - 1
	if c.closed {
		lines = n
	}
	normals := make([]Point, lines)
	for i := range normals {
		p, q := c.points[i], c.points[(i+1)%n]
		length := math.Hypot(q.X-p.X, q.Y-p.Y)
		nx, ny := float64(-(q.Y-p.Y)/length*half), float64((q.X-p.X)/length*half)
		normals[i] = Point{nx, ny}
		outlines = append(outlines, oriented(
			Point{p.X + nx, p.Y + ny}, Point{q.X + nx, q.Y + ny},
			Point{q.X - nx, q.Y - ny}, Point{p.X - nx, p.Y - ny}))
	}
	for i := range normals {
		if i+1 < lines {
			outlines = append(outlines, join(c.points[i+1], normals[i], normals[i+1]))
		} else if lines == n {
			outlines = append(outlines, join(c.points[0], normals[i], normals[0]))
		}
	}
	return outlines
}

// join is the part of a disc around v between the ends of two lines, on the
// outer side of the turn.
func join(v, from, to Point) []stepPoint {
	cross := float64(from.X*to.Y) - float64(from.Y*to.X)
	angle := math.Atan2(cross, float64(from.X*to.X)+float64(from.Y*to.Y))
	if angle > 0 {
		from = Point{-from.X, -from.Y}
	}
	n := max(1, int(math.Ceil(math.Abs(angle)/(math.Pi/12))))
	fan := []Point{v}
	for i := range n + 1 {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		fan = append(fan, Point{
			X: v.X + float64(from.X*cos) - float64(from.Y*sin),
			Y: v.Y + float64(from.X*sin) + float64(from.Y*cos),
		})
	}
	return oriented(fan...)
}

// oriented brings points to the raster, running always the same way round.
func oriented(points ...Point) []stepPoint {
	o := make([]stepPoint, len(points))
	twice := int64(0)
	for i, p := range points {
		o[i] = toSteps(p)
	}
	for i, p := range o {
		q := o[(i+1)%len(o)]
		twice += int64(p.x)*int64(q.y) - int64(q.x)*int64(p.y)
	}
	if twice < 0 {
		for i, j := 0, len(o)-1; i < j; i, j = i+1, j-1 {
			o[i], o[j] = o[j], o[i]
		}
	}
	return o
}

// dashes cuts a contour into the pieces that are drawn.
func dashes(c contour, pattern []float64) []contour {
	points := c.points
	if c.closed && len(points) > 1 {
		points = append(points[:len(points):len(points)], points[0])
	}
	var pieces []contour
	index, left := 0, pattern[0]
	for i := 1; i < len(points); i++ {
		p, q := points[i-1], points[i]
		length := math.Hypot(q.X-p.X, q.Y-p.Y)
		at := func(d float64) Point {
			return Point{p.X + float64((q.X-p.X)*d/length), p.Y + float64((q.Y-p.Y)*d/length)}
		}
		if index%2 == 0 && i == 1 {
			pieces = append(pieces, contour{points: []Point{p}})
		}
		done := 0.0
		for length-done > left {
			done += left
			if index%2 == 0 {
				last := &pieces[len(pieces)-1]
				last.points = append(last.points, at(done))
			} else {
				pieces = append(pieces, contour{points: []Point{at(done)}})
			}
			index = (index + 1) % len(pattern)
			left = pattern[index]
		}
		left -= length - done
		if index%2 == 0 {
			last := &pieces[len(pieces)-1]
			last.points = append(last.points, q)
		}
	}
	for i := range pieces {
		pieces[i].points = distinct(pieces[i])
	}
	return pieces
}
