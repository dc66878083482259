package figure

import (
	"image"
	"image/color"
	"math"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// VG returns the canvas as gonum/plot sees one, origin at the lower left, so
// that any of its plotters draws into the same record:
//
//	p.Draw(draw.NewCanvas(c.VG(), vg.Length(c.Width()), vg.Length(c.Height())))
//
// All text is set in Liberation Sans, bold or italic as the font given says;
// plots whose labels are to be placed exactly should use font.Font with
// Typeface "Liberation" and Variant "Sans". Pictures (DrawImage) are refused:
// a figure holds vectors only.
func (c *Canvas) VG() vg.Canvas {
	v := &vgCanvas{canvas: c, state: vgState{m: [6]float64{1, 0, 0, -1, 0, c.height}}}
	vg.Initialize(v)
	return v
}

type vgState struct {
	width float64
	dash  []float64
	color Color
	m     [6]float64 // a b c d e f: x' = a x + c y + e, y' = b x + d y + f
}

type vgCanvas struct {
	canvas *Canvas
	state  vgState
	stack  []vgState
}

func (v *vgCanvas) SetLineWidth(w vg.Length) { v.state.width = w.Points() }

// SetLineDash ignores the offset: a dash begins where its line begins.
func (v *vgCanvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	v.state.dash = nil
	for _, d := range pattern {
		v.state.dash = append(v.state.dash, d.Points())
	}
}

func (v *vgCanvas) SetColor(c color.Color) {
	if c == nil {
		c = color.Black
	}
	v.state.color = color.NRGBAModel.Convert(c).(color.NRGBA)
}

func (v *vgCanvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	v.multiply([6]float64{cos, sin, -sin, cos, 0, 0})
}

func (v *vgCanvas) Translate(pt vg.Point) {
	v.multiply([6]float64{1, 0, 0, 1, pt.X.Points(), pt.Y.Points()})
}

func (v *vgCanvas) Scale(x, y float64) { v.multiply([6]float64{x, 0, 0, y, 0, 0}) }

func (v *vgCanvas) Push() { v.stack = append(v.stack, v.state) }

func (v *vgCanvas) Pop() {
	if len(v.stack) == 0 {
		v.canvas.record.fault("%s: vg.Canvas.Pop without Push", v.canvas.name("plot"))
		return
	}
	v.state = v.stack[len(v.stack)-1]
	v.stack = v.stack[:len(v.stack)-1]
}

// multiply puts a transform before those in force.
func (v *vgCanvas) multiply(t [6]float64) {
	m := v.state.m
	sum := func(p, q, r, s float64) float64 { return float64(p*q) + float64(r*s) }
	v.state.m = [6]float64{
		sum(m[0], t[0], m[2], t[1]), sum(m[1], t[0], m[3], t[1]),
		sum(m[0], t[2], m[2], t[3]), sum(m[1], t[2], m[3], t[3]),
		sum(m[0], t[4], m[2], t[5]) + m[4], sum(m[1], t[4], m[3], t[5]) + m[5],
	}
}

func (v *vgCanvas) at(x, y float64) Point {
	m := v.state.m
	return Point{float64(m[0]*x) + float64(m[2]*y) + m[4], float64(m[1]*x) + float64(m[3]*y) + m[5]}
}

// scale is how much the transforms enlarge, on the average of both directions.
func (v *vgCanvas) scale() float64 {
	m := v.state.m
	return math.Sqrt(math.Abs(float64(m[0]*m[3]) - float64(m[1]*m[2])))
}

func (v *vgCanvas) Stroke(p vg.Path) {
	if v.state.width <= 0 || v.state.color.A == 0 || len(p) == 0 {
		return
	}
	scale := v.scale()
	s := Stroke{Color: v.state.color, Width: v.state.width * scale}
	for _, d := range v.state.dash {
		s.Dash = append(s.Dash, d*scale)
	}
	if s, ok := v.canvas.stroke(s); ok {
		v.canvas.add(PathMark, v.path(p), Color{}, s)
	}
}

func (v *vgCanvas) Fill(p vg.Path) {
	if v.state.color.A == 0 || len(p) == 0 {
		return
	}
	v.canvas.add(PathMark, v.path(p), v.state.color, Stroke{})
}

func (v *vgCanvas) FillString(f font.Face, pt vg.Point, text string) {
	size := f.Font.Size.Points() * v.scale()
	if size == 0 || v.state.color.A == 0 {
		return
	}
	m := v.state.m
	if float64(m[0]*m[3])-float64(m[1]*m[2]) > 0 {
		v.canvas.record.fault("text %s: the transforms in force mirror it", quote(text))
		return
	}
	at := v.at(pt.X.Points(), pt.Y.Points())
	v.canvas.Text(at.X, at.Y, text, Style{
		Size:   size,
		Bold:   f.Font.Weight >= xfont.WeightSemiBold,
		Italic: f.Font.Style != xfont.StyleNormal,
		Color:  v.state.color,
		Angle:  math.Atan2(-m[1], m[0]) * 180 / math.Pi,
	})
}

func (v *vgCanvas) DrawImage(vg.Rectangle, image.Image) {
	v.canvas.record.fault("%s: a picture in a plot; a figure holds vectors only, so draw rectangles", v.canvas.name("plot"))
}

// path brings a path of gonum's to the coordinates of the canvas.
func (v *vgCanvas) path(p vg.Path) path {
	var q path
	var at vg.Point
	to := func(pt vg.Point) Point { return v.at(pt.X.Points(), pt.Y.Points()) }
	for _, comp := range p {
		switch comp.Type {
		case vg.MoveComp:
			q.move(to(comp.Pos))
		case vg.LineComp:
			q.line(to(comp.Pos))
		case vg.CurveComp:
			c1, c2 := cubic(at, comp)
			q.curve(to(c1), to(c2), to(comp.Pos))
		case vg.ArcComp:
			at = v.arc(&q, comp)
			continue
		case vg.CloseComp:
			q.close()
			continue
		}
		at = comp.Pos
	}
	return q
}

// cubic returns the control points of a curve, raising a quadratic to a cubic.
func cubic(from vg.Point, comp vg.PathComp) (c1, c2 vg.Point) {
	if len(comp.Control) == 2 {
		return comp.Control[0], comp.Control[1]
	}
	c := comp.Control[0]
	third := func(end vg.Point) vg.Point { return end.Add(c.Sub(end).Scale(2.0 / 3)) }
	return third(from), third(comp.Pos)
}

// arc adds an arc as cubics of at most a quarter turn, and returns its end.
func (v *vgCanvas) arc(q *path, comp vg.PathComp) vg.Point {
	n := max(1, int(math.Ceil(math.Abs(comp.Angle)/(math.Pi/2)-1e-9)))
	step := comp.Angle / float64(n)
	arm := 4.0 / 3 * math.Tan(step/4)
	r := comp.Radius.Points()
	on := func(angle, tangent float64) vg.Point {
		sin, cos := math.Sincos(angle)
		return vg.Point{
			X: comp.Pos.X + vg.Length(r*(cos-float64(tangent*sin))),
			Y: comp.Pos.Y + vg.Length(r*(sin+float64(tangent*cos))),
		}
	}
	to := func(pt vg.Point) Point { return v.at(pt.X.Points(), pt.Y.Points()) }
	first := to(on(comp.Start, 0))
	if len(*q) == 0 || (*q)[len(*q)-1].op == closePath {
		q.move(first)
	} else {
		q.line(first)
	}
	for i := range n {
		a := comp.Start + float64(step*float64(i))
		b := comp.Start + float64(step*float64(i+1))
		q.curve(to(on(a, arm)), to(on(b, -arm)), to(on(b, 0)))
	}
	return on(comp.Start+comp.Angle, 0)
}
