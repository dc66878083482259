package figure

import "math"

// op is what a segment of a path does.
type op uint8

const (
	moveTo  op = iota // to p[2]
	lineTo            // to p[2]
	curveTo           // a cubic with the control points p[0] and p[1], to p[2]
	closePath
)

type segment struct {
	op op
	p  [3]Point
}

type path []segment

func (p *path) move(to Point) { *p = append(*p, segment{moveTo, [3]Point{2: to}}) }
func (p *path) line(to Point) { *p = append(*p, segment{lineTo, [3]Point{2: to}}) }
func (p *path) curve(c1, c2, to Point) {
	*p = append(*p, segment{curveTo, [3]Point{c1, c2, to}})
}
func (p *path) close() { *p = append(*p, segment{op: closePath}) }

// polyPath joins points by straight lines.
func polyPath(points []Point, closed bool) path {
	p := make(path, 0, len(points)+1)
	for i, q := range points {
		if i == 0 {
			p.move(q)
		} else {
			p.line(q)
		}
	}
	if closed {
		p.close()
	}
	return p
}

// kappa is the length of the control arms of a cubic that stands for a quarter
// of a unit circle.
const kappa = 0.5522847498307936

// circlePath is a circle as four cubics.
func circlePath(c Point, r float64) path {
	k := r * kappa
	at := func(dx, dy float64) Point { return Point{c.X + dx, c.Y + dy} }
	var p path
	p.move(at(r, 0))
	p.curve(at(r, k), at(k, r), at(0, r))
	p.curve(at(-k, r), at(-r, k), at(-r, 0))
	p.curve(at(-r, -k), at(-k, -r), at(0, -r))
	p.curve(at(k, -r), at(r, -k), at(r, 0))
	p.close()
	return p
}

// snapped returns the path on the grid; ok is false if a coordinate is no number.
func (p path) snapped() (q path, ok bool) {
	q = make(path, len(p))
	for i, s := range p {
		for j, pt := range s.p {
			if !finite(pt.X, pt.Y) {
				return nil, false
			}
			s.p[j] = Point{snap(pt.X), snap(pt.Y)}
		}
		q[i] = s
	}
	return q, true
}

// ends returns where the segments end.
func (p path) ends() []Point {
	points := make([]Point, 0, len(p))
	for _, s := range p {
		if s.op != closePath {
			points = append(points, s.p[2])
		}
	}
	return points
}

// box returns the extent of the path; of a curve that of its control points,
// which hold it.
func (p path) box() Box {
	points := make([]Point, 0, len(p))
	for _, s := range p {
		switch s.op {
		case curveTo:
			points = append(points, s.p[:]...)
		case moveTo, lineTo:
			points = append(points, s.p[2])
		}
	}
	return bounds(points)
}

// A contour is a path without curves.
type contour struct {
	points []Point
	closed bool
}

// contours flattens the path: no point of a curve is further than about 0.02
// points from the lines that stand for it.
func (p path) contours() []contour {
	var all []contour
	var at Point
	for _, s := range p {
		if s.op == moveTo || len(all) == 0 || s.op != closePath && all[len(all)-1].closed {
			start := at
			if s.op == moveTo {
				start = s.p[2]
			}
			all = append(all, contour{points: []Point{start}})
		}
		c := &all[len(all)-1]
		switch s.op {
		case lineTo:
			c.points = append(c.points, s.p[2])
		case curveTo:
			c.points = appendCurve(c.points, at, s)
		case closePath:
			c.closed = true
			at = c.points[0]
			continue
		}
		at = s.p[2]
	}
	return all
}

func appendCurve(points []Point, from Point, s segment) []Point {
	// A cubic is nowhere further from n equal chords than 3/4 of its greatest
	// second difference over n squared.
	d := math.Max(
		math.Abs(from.X-2*s.p[0].X+s.p[1].X)+math.Abs(from.Y-2*s.p[0].Y+s.p[1].Y),
		math.Abs(s.p[0].X-2*s.p[1].X+s.p[2].X)+math.Abs(s.p[0].Y-2*s.p[1].Y+s.p[2].Y))
	n := int(math.Ceil(math.Sqrt(math.Round(d*1e6) / 1e6 / 0.03)))
	n = min(max(n, 2), 200)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		b0, b1, b2, b3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		points = append(points, Point{
			X: float64(b0*from.X) + float64(b1*s.p[0].X) + float64(b2*s.p[1].X) + float64(b3*s.p[2].X),
			Y: float64(b0*from.Y) + float64(b1*s.p[0].Y) + float64(b2*s.p[1].Y) + float64(b3*s.p[2].Y),
		})
	}
	return append(points, s.p[2])
}
