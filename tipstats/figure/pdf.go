package figure

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// pdfDate stands where the format wants a date; the file does not say when it
// was made, so that it is the same whenever it is made.
var pdfDate = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// PDF returns the figure as a PDF file of one page, with the fonts embedded as
// subsets and the title, the alternative text and the keywords as metadata.
func (r *Rendered) PDF() ([]byte, error) {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: r.width, Ht: r.height}})
	doc.SetCatalogSort(true)
	doc.SetCreationDate(pdfDate)
	doc.SetModificationDate(pdfDate)
	doc.SetProducer("tipstats", true)
	doc.SetCreator("tipstats", true)
	doc.SetTitle(r.title, true)
	doc.SetSubject(r.alt, true)
	doc.SetKeywords(strings.Join(r.keywords, ", "), true)
	doc.SetLang("en")
	if r.record != "" {
		doc.SetXmpMetadata(r.xmp())
	}
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	w := &pdfWriter{doc: doc, height: r.height, opacity: 1}
	w.addFonts(r.marks)
	doc.AddPage()
	doc.SetLineJoinStyle("round")
	w.fill(White)
	doc.Rect(0, 0, r.width, r.height, "F")
	for i := range r.marks {
		w.mark(&r.marks[i])
	}
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		return nil, fmt.Errorf("figure %q: PDF: %w", r.name, err)
	}
	file, err := r.sealedPDF(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("figure %q: PDF: %w", r.name, err)
	}
	return file, nil
}

// pdfWriter keeps what is in force, so as to write changes only.
type pdfWriter struct {
	doc     *fpdf.Fpdf
	height  float64
	fillOf  Color
	lineOf  Color
	width   float64
	dash    string
	font    string
	opacity float64
}

const pdfFamily = "LiberationSans"

// addFonts embeds the faces that the marks use.
func (w *pdfWriter) addFonts(marks []Mark) {
	used := make(map[*face]bool)
	for i := range marks {
		if marks[i].Kind == TextMark {
			used[marks[i].Style.face()] = true
		}
	}
	for _, f := range faces {
		if used[f] {
			w.doc.AddUTF8FontFromBytes(pdfFamily, f.style, f.ttf)
		}
	}
}

func (w *pdfWriter) mark(m *Mark) {
	if m.Kind == TextMark {
		w.text(m)
		return
	}
	if m.Fill.A > 0 {
		w.fill(m.Fill)
		w.shape(m, "F")
	}
	if m.Stroke.Width > 0 && m.Stroke.Color.A > 0 {
		w.stroke(m.Stroke)
		w.shape(m, "D")
	}
}

// shape draws a path, and rectangles in the shorter form that PDF has for them.
func (w *pdfWriter) shape(m *Mark, how string) {
	if m.Kind == RectMark {
		w.doc.Rect(m.Box.X, m.Box.Y, m.Box.W, m.Box.H, how)
		return
	}
	for _, s := range m.path {
		switch s.op {
		case moveTo:
			w.doc.MoveTo(s.p[2].X, s.p[2].Y)
		case lineTo:
			w.doc.LineTo(s.p[2].X, s.p[2].Y)
		case curveTo:
			w.doc.CurveBezierCubicTo(s.p[0].X, s.p[0].Y, s.p[1].X, s.p[1].Y, s.p[2].X, s.p[2].Y)
		case closePath:
			w.doc.ClosePath()
		}
	}
	w.doc.DrawPath(how)
}

func (w *pdfWriter) text(m *Mark) {
	w.fill(m.Fill)
	style := m.Style.face().style
	if font := fmt.Sprint(style, " ", m.Style.Size); font != w.font {
		w.font = font
		w.doc.SetFont(pdfFamily, style, m.Style.Size)
	}
	at := m.start()
	if m.Style.Angle == 0 {
		w.doc.Text(at.X, at.Y, m.Text)
		return
	}
	sin, cos := turn(m.Style.Angle)
	sin, cos = math.Round(sin*1e5)/1e5+0, math.Round(cos*1e5)/1e5+0
	w.doc.TransformBegin()
	w.doc.Transform(fpdf.TransformMatrix{A: cos, B: sin, C: 0 - sin, D: cos, E: at.X, F: snap(w.height - at.Y)})
	w.doc.Text(0, w.height, m.Text)
	w.doc.TransformEnd()
}

// fill sets the colour of areas and of text; as one colour serves both, fpdf
// need not switch between them.
func (w *pdfWriter) fill(c Color) {
	w.alpha(c)
	c.A = 255
	if c != w.fillOf {
		w.fillOf = c
		w.doc.SetFillColor(int(c.R), int(c.G), int(c.B))
		w.doc.SetTextColor(int(c.R), int(c.G), int(c.B))
	}
}

func (w *pdfWriter) stroke(s Stroke) {
	w.alpha(s.Color)
	c := s.Color
	c.A = 255
	if c != w.lineOf {
		w.lineOf = c
		w.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	}
	if s.Width != w.width {
		w.width = s.Width
		w.doc.SetLineWidth(s.Width)
	}
	if dash := fmt.Sprint(s.Dash); dash != w.dash {
		w.dash = dash
		w.doc.SetDashPattern(s.Dash, 0)
	}
}

func (w *pdfWriter) alpha(c Color) {
	if o := opacity(c); o != w.opacity {
		w.opacity = o
		w.doc.SetAlpha(o, "Normal")
	}
}
