package figure

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// specimen draws one of everything.
func specimen() *Figure {
	return &Figure{
		Name:     "specimen",
		Title:    "Everything that a canvas draws, so that a long title is wrapped onto a second line and nothing of it is lost on the way",
		Subtitle: "é – ≥ → ¶ ’ “ Perú 95 % Ω Ж ½ ‰ − × & < > \" '",
		Caption:  []string{"One paragraph with **Markdown**, $LaTeX$, &amp; and <b>HTML</b>.", "Another."},
		Alt:      "A specimen of shapes & lines, <not> a result. “Perú”",
		Keywords: []string{"specimen", "Perú"},
		Height:   230,
		Draw:     drawSpecimen,
	}
}

func drawSpecimen(c *Canvas) {
	for i := range 7 {
		fill, shape := Series(i)
		x := 20 + 24*float64(i)
		c.As("dot").Dot(x, 12, 10, shape, fill)
		c.As("open dot").OpenDot(x, 30, 10, shape, Stroke{Color: fill, Width: 1.2})
	}
	c.As("translucent").Rect(200, 4, 40, 24, Faded(Sex, 0.5))
	c.As("translucent").Rect(220, 12, 40, 24, Faded(Labor, 0.5))
	c.Text(228, 22, "both", Style{Size: 7, Color: Faded(Ink, 0.8), Anchor: Middle})
	c.As("open interval").Arrow(280, 10, 330, 10, Stroke{})
	c.As("open interval").Arrow(330, 30, 280, 22, Stroke{Color: Sex, Width: 1.5})
	c.As("bracket").Bracket(350, 10, 420, 10, 5, Stroke{})
	c.As("not known").Hatch(350, 20, 70, 16, 3, Stroke{Color: Unspecified})
	c.As("not known").Frame(350, 20, 70, 16, Stroke{Color: Unspecified, Width: 0.7})

	for i, dash := range [][]float64{nil, {4, 2}, {1, 1.5}, {6, 2, 1}} {
		y := 50 + 8*float64(i)
		c.Polyline([]Point{{10, y}, {60, y + 10}, {110, y}, {160, y + 12}}, Stroke{Color: Blue, Width: 0.5 + 0.5*float64(i), Dash: dash})
	}
	c.As("outline").Outline([]Point{{190, 50}, {230, 50}, {210, 85}}, Stroke{Width: 4, Color: BluishGreen})
	c.Polygon([]Point{{240, 85}, {260, 50}, {280, 85}}, Faded(Yellow, 0.7))

	for i, angle := range []float64{0, 30, 90, -45, 180} {
		x := 310 + 38*float64(i)
		c.Text(x, 80, "angle", Style{Angle: angle, Anchor: Anchor(i % 3)})
	}
	c.Text(10, 110, "Regular, ", Style{Size: 9})
	c.Text(50, 110, "bold, ", Style{Size: 9, Bold: true})
	c.Text(80, 110, "italic, ", Style{Size: 9, Italic: true})
	c.Text(112, 110, "both: AVATAR To fi ffl", Style{Size: 9, Bold: true, Italic: true})
	for i, line := range c.Wrap("Wrapped to a hundred points, with 95 % kept together and datasets/peru2023/a-rather-long-name/enforcement.csv broken.", 100, Style{}) {
		c.Text(240, 110+9.5*float64(i), line, Style{})
	}
	drawGonum(c.Panel(10, 120, 210, 105).As("gonum"))
	c.As("circle").OpenDot(420, 180, 60, Circle, Stroke{Width: 3, Color: ReddishPurple, Dash: []float64{5, 3}})
}

// drawGonum draws a plot of gonum's on a canvas.
func drawGonum(c *Canvas) {
	plot.DefaultFont = font.Font{Typeface: "Liberation", Variant: "Sans"}
	p := plot.New()
	p.Title.Text = "gonum/plot"
	p.X.Label.Text, p.Y.Label.Text = "x", "sine of x"
	for _, style := range []*draw.TextStyle{&p.Title.TextStyle, &p.X.Label.TextStyle, &p.Y.Label.TextStyle, &p.X.Tick.Label, &p.Y.Tick.Label} {
		style.Font.Size = 7
	}
	points := make(plotter.XYs, 21)
	for i := range points {
		points[i].X = float64(i) / 3
		points[i].Y = math.Sin(points[i].X)
	}
	line, scatter, err := plotter.NewLinePoints(points)
	if err != nil {
		panic(err)
	}
	line.Color = Sex
	scatter.Shape = draw.CircleGlyph{}
	scatter.Radius = 1.5
	p.Add(line, scatter)
	p.Draw(draw.NewCanvas(c.VG(), vg.Length(c.Width()), vg.Length(c.Height())))
}
