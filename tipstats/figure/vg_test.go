package figure

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

func near(a, b Point) bool { return math.Abs(a.X-b.X) < 0.011 && math.Abs(a.Y-b.Y) < 0.011 }

func TestVGHasItsOriginAtTheLowerLeft(t *testing.T) {
	r, own := marks(t, func(c *Canvas) {
		v := c.VG()
		v.SetColor(color.NRGBA{R: 0xD5, G: 0x5E, A: 255})
		v.Fill(vg.Rectangle{Min: vg.Point{X: 10, Y: 20}, Max: vg.Point{X: 30, Y: 50}}.Path())
	})
	want := Box{r.Area().X + 10, r.Area().Y + 100 - 50, 20, 30}
	if own[0].Box != want || own[0].Fill != Sex {
		t.Errorf("%v, want %v", own[0].Box, want)
	}
}

func TestVGTransformsApplyInOrder(t *testing.T) {
	r, own := marks(t, func(c *Canvas) {
		v := c.VG()
		v.Push()
		v.Translate(vg.Point{X: 100, Y: 50})
		v.Rotate(math.Pi / 2)
		v.Scale(2, 2)
		v.SetLineWidth(1.5)
		v.SetLineDash([]vg.Length{3, 1}, 0)
		v.Stroke(vg.Path{{Type: vg.MoveComp, Pos: vg.Point{}}, {Type: vg.LineComp, Pos: vg.Point{X: 10}}})
		v.Pop()
		v.Stroke(vg.Path{{Type: vg.MoveComp, Pos: vg.Point{}}, {Type: vg.LineComp, Pos: vg.Point{X: 10}}})
	})
	at := func(x, y float64) Point { return Point{r.Area().X + x, r.Area().Y + 100 - y} }
	if !near(own[0].Points[0], at(100, 50)) || !near(own[0].Points[1], at(100, 70)) {
		t.Errorf("%v", own[0].Points)
	}
	if s := own[0].Stroke; s.Width != 3 || len(s.Dash) != 2 || s.Dash[0] != 6 || s.Dash[1] != 2 {
		t.Errorf("stroke %+v", s)
	}
	if s := own[1].Stroke; s.Width != 1 || s.Dash != nil || s.Color != Black || !near(own[1].Points[1], at(10, 0)) {
		t.Errorf("after Pop: %+v %v", s, own[1].Points)
	}
}

func TestVGText(t *testing.T) {
	face := font.Face{Font: font.Font{Size: 9, Weight: xfont.WeightBold, Style: xfont.StyleItalic}}
	r, own := marks(t, func(c *Canvas) {
		v := c.VG()
		v.SetColor(nil)
		v.FillString(face, vg.Point{X: 20, Y: 30}, "word")
		v.Rotate(math.Pi / 2)
		v.FillString(face, vg.Point{X: 20, Y: -60}, "up")
		face.Font.Size = 0
		v.FillString(face, vg.Point{}, "not drawn")
	})
	if len(own) != 2 {
		t.Fatalf("%d texts", len(own))
	}
	at := func(x, y float64) Point { return Point{r.Area().X + x, r.Area().Y + 100 - y} }
	if s := own[0].Style; s.Size != 9 || !s.Bold || !s.Italic || s.Angle != 0 || s.Color != Black || !near(own[0].Points[0], at(20, 30)) {
		t.Errorf("%+v at %v", s, own[0].Points)
	}
	if s := own[1].Style; s.Angle != 90 || !near(own[1].Points[0], at(60, 20)) {
		t.Errorf("%+v at %v", s, own[1].Points)
	}
}

func TestVGArcIsAnArc(t *testing.T) {
	for _, c := range []struct{ start, angle float64 }{{0, 2 * math.Pi}, {1, 2.5}, {math.Pi, -math.Pi / 3}, {0.3, -5}} {
		r, own := marks(t, func(canvas *Canvas) {
			v := canvas.VG()
			var p vg.Path
			p.Move(vg.Point{X: 200 + 30*vg.Length(math.Cos(c.start)), Y: 50 + 30*vg.Length(math.Sin(c.start))})
			p.Arc(vg.Point{X: 200, Y: 50}, 30, c.start, c.angle)
			v.Stroke(p)
		})
		length, points := 0.0, own[0].path.contours()[0].points
		for i, p := range points {
			if d := math.Hypot(p.X-r.Area().X-200, p.Y-r.Area().Y-50); math.Abs(d-30) > 0.03 {
				t.Errorf("%v: a point %v from the centre", c, d)
			}
			if i > 0 {
				length += apart(p, points[i-1])
			}
		}
		if want := 30 * math.Abs(c.angle); math.Abs(length/want-1) > 0.005 {
			t.Errorf("%v: the arc is %v long, want %v", c, length, want)
		}
	}
}

func TestVGQuadraticIsRaised(t *testing.T) {
	r, own := marks(t, func(c *Canvas) {
		v := c.VG()
		var p vg.Path
		p.Move(vg.Point{X: 0, Y: 10})
		p.QuadTo(vg.Point{X: 30, Y: 70}, vg.Point{X: 60, Y: 10})
		p.CubeTo(vg.Point{X: 70, Y: 20}, vg.Point{X: 80, Y: 20}, vg.Point{X: 90, Y: 10})
		p.Close()
		v.Fill(p)
	})
	// The middle of the quadratic is (from + 2 control + to) / 4.
	want := Point{r.Area().X + 30, r.Area().Y + 100 - 40}
	best := 1e9
	for _, p := range own[0].path.contours()[0].points {
		best = min(best, apart(p, want))
	}
	if best > 1 {
		t.Errorf("no point of the curve is near its middle: %v", best)
	}
}

func TestVGFaults(t *testing.T) {
	for name, c := range map[string]struct {
		draw func(vg.Canvas)
		want string
	}{
		"picture": {func(v vg.Canvas) { v.DrawImage(vg.Rectangle{}, image.NewGray(image.Rect(0, 0, 1, 1))) }, "a picture"},
		"pop":     {func(v vg.Canvas) { v.Pop() }, "Pop without Push"},
		"mirror": {func(v vg.Canvas) {
			v.Scale(-1, 1)
			v.FillString(font.Face{Font: font.Font{Size: 9}}, vg.Point{}, "mirrored")
		}, `"mirrored"`},
		"NaN":   {func(v vg.Canvas) { v.Fill(vg.Path{{Type: vg.MoveComp, Pos: vg.Point{X: vg.Length(math.NaN())}}}) }, "not a finite number"},
		"small": {func(v vg.Canvas) { v.FillString(font.Face{Font: font.Font{Size: 4}}, vg.Point{}, "tiny") }, `"tiny"`},
	} {
		got := faults(t, small(func(canvas *Canvas) { c.draw(canvas.As("plot").VG()) }))
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestVGDrawsNothingInvisible(t *testing.T) {
	_, own := marks(t, func(c *Canvas) {
		v := c.VG()
		line := vg.Path{{Type: vg.MoveComp}, {Type: vg.LineComp, Pos: vg.Point{X: 9}}}
		v.SetLineWidth(0)
		v.Stroke(line)
		v.SetLineWidth(1)
		v.SetColor(color.Transparent)
		v.Stroke(line)
		v.Fill(line)
		v.Fill(nil)
		c.Rect(0, 0, 1, 1, Sex)
	})
	if len(own) != 1 {
		t.Errorf("%d marks", len(own))
	}
}

func TestVGUnderstandsPremultipliedColours(t *testing.T) {
	_, own := marks(t, func(c *Canvas) {
		v := c.VG()
		v.SetColor(color.RGBA{R: 100, G: 50, B: 0, A: 128})
		v.Fill(vg.Rectangle{Max: vg.Point{X: 10, Y: 10}}.Path())
	})
	if got, want := own[0].Fill, (Color{R: 199, G: 99, B: 0, A: 128}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}
