package figure

import "math"

// A Kind says what a Mark is.
type Kind int

// The kinds of marks.
const (
	RectMark   Kind = iota // an upright rectangle
	LineMark               // one straight line
	PathMark               // a polyline, a polygon or curves
	CircleMark             // a circle
	TextMark               // one line of text
)

// A Point is a place on the page or on a canvas, in points, y down.
type Point struct{ X, Y float64 }

// A Box is an upright rectangle; X and Y are its top left corner.
type Box struct{ X, Y, W, H float64 }

// Right returns the x coordinate of the right side.
func (b Box) Right() float64 { return b.X + b.W }

// Bottom returns the y coordinate of the lower side.
func (b Box) Bottom() float64 { return b.Y + b.H }

// Contains reports whether o lies inside b, give or take half a grid step.
func (b Box) Contains(o Box) bool {
	const slack = 0.005
	return o.X >= b.X-slack && o.Y >= b.Y-slack &&
		o.Right() <= b.Right()+slack && o.Bottom() <= b.Bottom()+slack
}

// A Mark is one thing drawn, in coordinates of the page (the origin is the top
// left corner of the page, not of the drawing area) on the 0.01 point grid.
type Mark struct {
	Kind   Kind
	Role   string  // what the author called it, see Canvas.As
	Box    Box     // extent without the stroke; for text: of the set line, turned if it is turned
	Points []Point // vertices of a path (of curves the end points), centre of a circle, anchor of a text
	Fill   Color   // transparent if the mark has no fill
	Stroke Stroke  // width 0 if the mark has no stroke
	Text   string  // of a TextMark
	Style  Style   // of a TextMark, every default filled in
	Width  float64 // of a TextMark: its advance width

	path    path
	corners [4]Point // of a TextMark: the turned rectangle that it fills
}

// extent is the box with the stroke, which reaches half its width outwards:
// all writers join round and end flat.
func (m *Mark) extent() Box {
	half := m.Stroke.Width / 2
	return Box{m.Box.X - half, m.Box.Y - half, m.Box.W + m.Stroke.Width, m.Box.H + m.Stroke.Width}
}

// start returns where the baseline of a text begins.
func (m *Mark) start() Point {
	back := 0.0
	switch m.Style.Anchor {
	case Middle:
		back = m.Width / 2
	case End:
		back = m.Width
	}
	if back == 0 {
		return m.Points[0]
	}
	sin, cos := turn(m.Style.Angle)
	return Point{
		X: snap(m.Points[0].X - float64(back*cos)),
		Y: snap(m.Points[0].Y + float64(back*sin)),
	}
}

// turn returns sine and cosine of an angle in degrees, exact at right angles.
func turn(degrees float64) (sin, cos float64) {
	switch math.Mod(degrees, 360) {
	case 0:
		return 0, 1
	case 90, -270:
		return 1, 0
	case 180, -180:
		return 0, -1
	case 270, -90:
		return -1, 0
	}
	return math.Sincos(degrees * math.Pi / 180)
}

// snap rounds a coordinate to the grid of 0.01 point. It rounds to a millionth
// first, so that a coordinate in the middle between two grid lines falls to
// the same side whatever its last bits are.
func snap(v float64) float64 {
	millionths := math.Round(v * 1e6)
	return math.Floor((millionths+5000)/10000) / 100
}

func bounds(points []Point) Box {
	if len(points) == 0 {
		return Box{}
	}
	lo, hi := points[0], points[0]
	for _, p := range points[1:] {
		lo.X, lo.Y = min(lo.X, p.X), min(lo.Y, p.Y)
		hi.X, hi.Y = max(hi.X, p.X), max(hi.Y, p.Y)
	}
	return Box{lo.X, lo.Y, hi.X - lo.X, hi.Y - lo.Y}
}
