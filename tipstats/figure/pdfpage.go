package figure

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// pdfPainter writes the operators that draw a page. It keeps what is in force, so as to write changes only.
type pdfPainter struct {
	out    []byte
	height int // of the page, in hundredths of a point
	fonts  []*pdfFont
	alphas []float64 // the opacities that the page uses, in the order of their first use

	alpha  float64
	fillOf Color
	lineOf Color
	width  float64
	dash   []float64
	font   *pdfFont
	size   float64
}

// newPDFPage draws the marks on a white page.
func newPDFPage(r *Rendered, fonts []*pdfFont) *pdfPainter {
	w := &pdfPainter{height: hundredths(r.height), fonts: fonts, alpha: 1}
	w.fillOf, w.lineOf = Black, Black // as a page begins
	w.width = 1
	w.operator("j", 1) // round joins
	w.operator("/Artifact BMC")
	w.fill(White)
	w.rectangle(Box{W: r.width, H: r.height})
	w.operator("f")
	w.operator("EMC")
	tagged := 0
	for _, part := range r.parts() {
		if part.tag == "" {
			w.operator("/Artifact BMC")
		} else {
			w.out = fmt.Appendf(w.out, "/%s<</MCID %d>>BDC\n", part.tag, tagged)
			tagged++
		}
		for i := range r.marks[part.from:part.to] {
			w.mark(&r.marks[part.from+i])
		}
		w.operator("EMC")
	}
	return w
}

// opacities are the entries of the page's resources that set an opacity.
func (w *pdfPainter) opacities() string {
	var b strings.Builder
	for i, o := range w.alphas {
		text := strconv.FormatFloat(o, 'f', -1, 64)
		fmt.Fprintf(&b, "/A%d<</ca %s/CA %[2]s>>", i+1, text)
	}
	return b.String()
}

func (w *pdfPainter) mark(m *Mark) {
	if m.Kind == TextMark {
		w.text(m)
		return
	}
	if m.Fill.A > 0 {
		w.fill(m.Fill)
		w.shape(m)
		w.operator("f")
	}
	if m.Stroke.Width > 0 && m.Stroke.Color.A > 0 {
		w.stroke(m.Stroke)
		w.shape(m)
		w.operator("S")
	}
}

// shape writes a path, and rectangles in the shorter form that PDF has for them.
func (w *pdfPainter) shape(m *Mark) {
	if m.Kind == RectMark {
		w.rectangle(m.Box)
		return
	}
	for _, s := range m.path {
		switch s.op {
		case moveTo:
			w.points("m", s.p[2:])
		case lineTo:
			w.points("l", s.p[2:])
		case curveTo:
			w.points("c", s.p[:])
		case closePath:
			w.operator("h")
		}
	}
}

func (w *pdfPainter) rectangle(b Box) {
	top, bottom := hundredths(b.Y), hundredths(b.Bottom())
	w.operands(hundredths(b.X), w.height-bottom, hundredths(b.W), bottom-top)
	w.operator("re")
}

// points writes places on the page, y upwards as PDF has it, and the operator that uses them.
func (w *pdfPainter) points(operator string, points []Point) {
	for _, p := range points {
		w.operands(hundredths(p.X), w.height-hundredths(p.Y))
	}
	w.operator(operator)
}

func (w *pdfPainter) text(m *Mark) {
	w.fill(m.Fill)
	f := w.fonts[slices.IndexFunc(w.fonts, func(f *pdfFont) bool { return f.face == m.Style.face() })]
	w.out = append(w.out, "BT\n"...)
	if f != w.font || m.Style.Size != w.size {
		w.font, w.size = f, m.Style.Size
		w.out = append(append(w.out, f.name()...), ' ')
		w.operands(hundredths(m.Style.Size))
		w.operator("Tf")
	}
	if m.Style.Angle == 0 {
		w.points("Td", []Point{m.start()})
	} else {
		sin, cos := turn(m.Style.Angle)
		for _, v := range []float64{cos, sin, -sin, cos} {
			w.out = append(strconv.AppendFloat(w.out, math.Round(v*1e5)/1e5+0, 'f', -1, 64), ' ')
		}
		w.points("Tm", []Point{m.start()})
	}
	w.out = f.appendText(w.out, m.Text+pdfBehindText)
	w.operator(" Tj")
	w.operator("ET")
}

func (w *pdfPainter) fill(c Color) {
	w.opacity(c)
	if c.A = 255; c != w.fillOf {
		w.fillOf = c
		w.color(c, "rg")
	}
}

func (w *pdfPainter) stroke(s Stroke) {
	w.opacity(s.Color)
	c := s.Color
	if c.A = 255; c != w.lineOf {
		w.lineOf = c
		w.color(c, "RG")
	}
	if s.Width != w.width {
		w.width = s.Width
		w.operands(hundredths(s.Width))
		w.operator("w")
	}
	if !slices.Equal(s.Dash, w.dash) {
		w.dash = s.Dash
		w.out = append(w.out, '[')
		for _, d := range s.Dash {
			w.operands(hundredths(d))
		}
		w.out = append(w.out, "] 0 d\n"...)
	}
}

// color writes a colour of eight bits a channel to four decimals, which gives those bits back.
func (w *pdfPainter) color(c Color, operator string) {
	for _, v := range []uint8{c.R, c.G, c.B} {
		tenThousandths := (int64(v)*10000*2 + 255) / (2 * 255)
		w.out = append(strconv.AppendFloat(w.out, float64(tenThousandths)/1e4, 'f', -1, 64), ' ')
	}
	w.operator(operator)
}

func (w *pdfPainter) opacity(c Color) {
	o := opacity(c)
	if o == w.alpha {
		return
	}
	w.alpha = o
	i := slices.Index(w.alphas, o)
	if i < 0 {
		i = len(w.alphas)
		w.alphas = append(w.alphas, o)
	}
	w.out = fmt.Appendf(w.out, "/A%d gs\n", i+1)
}

// operands writes lengths that are given in hundredths of a point.
func (w *pdfPainter) operands(lengths ...int) {
	for _, v := range lengths {
		if v < 0 {
			w.out, v = append(w.out, '-'), -v
		}
		w.out = strconv.AppendInt(w.out, int64(v/100), 10)
		if tenth, hundredth := v/10%10, v%10; hundredth > 0 {
			w.out = append(w.out, '.', byte('0'+tenth), byte('0'+hundredth))
		} else if tenth > 0 {
			w.out = append(w.out, '.', byte('0'+tenth))
		}
		w.out = append(w.out, ' ')
	}
}

// operator ends a line: what it works on stands before it.
func (w *pdfPainter) operator(name string, operands ...int) {
	for _, v := range operands {
		w.out = append(strconv.AppendInt(w.out, int64(v), 10), ' ')
	}
	w.out = append(append(w.out, name...), '\n')
}

// hundredths returns a length of the grid that marks are on as a whole number.
func hundredths(v float64) int { return int(math.Round(v * 100)) }
