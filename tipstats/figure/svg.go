package figure

import (
	"fmt"
	"strconv"
	"strings"
)

// fontFamily names Liberation Sans and fonts with the same widths, of which every system has one: Arimo on Android and ChromeOS, Arial
// on Windows, Helvetica on macOS, Nimbus Sans on systems with Ghostscript alone.
const fontFamily = "Liberation Sans, Arimo, Arial, Helvetica, Nimbus Sans, sans-serif"

// SVG returns the figure as an SVG file: in millimetres, with the title and
// the alternative text for screen readers, text as text, and no script, no
// style sheet and nothing to fetch.
func (r *Rendered) SVG() []byte {
	w := &svgWriter{}
	w.b.Grow(16 << 10)
	fmt.Fprintf(&w.b, `<svg xmlns="http://www.w3.org/2000/svg" width="%smm" height="%smm" viewBox="0 0 %s %s" xml:lang="en" role="img" aria-labelledby="%[5]s-title %[5]s-desc">`,
		number(r.width/pointsPerMM), number(r.height/pointsPerMM), number(r.width), number(r.height), r.name)
	fmt.Fprintf(&w.b, "\n<title id=\"%[1]s-title\">%[2]s</title>\n<desc id=\"%[1]s-desc\">%[3]s</desc>\n", r.name, escape(r.title), escape(r.alt))
	fmt.Fprintf(&w.b, "<rect width=\"%s\" height=\"%s\" fill=\"#fff\"/>\n", number(r.width), number(r.height))
	fmt.Fprintf(&w.b, "<g font-family=\"%s\" stroke-linejoin=\"round\" style=\"font-kerning:none;font-variant-ligatures:none\">\n", fontFamily)
	for i := range r.marks {
		w.mark(&r.marks[i])
	}
	w.b.WriteString("</g>\n</svg>\n")
	return r.sealedSVG([]byte(w.b.String()))
}

type svgWriter struct{ b strings.Builder }

func (w *svgWriter) mark(m *Mark) {
	switch m.Kind {
	case TextMark:
		w.text(m)
		return
	case RectMark:
		w.open("rect", "x", m.Box.X, "y", m.Box.Y, "width", m.Box.W, "height", m.Box.H)
	case LineMark:
		a, b := m.Points[0], m.Points[1]
		w.open("line", "x1", a.X, "y1", a.Y, "x2", b.X, "y2", b.Y)
	case CircleMark:
		w.open("circle", "cx", m.Points[0].X, "cy", m.Points[0].Y, "r", m.Box.W/2)
	default:
		w.b.WriteString(`<path d="`)
		w.path(m.path)
		w.b.WriteByte('"')
	}
	w.paint("fill", m.Fill, m.Kind != LineMark)
	if m.Stroke.Width > 0 {
		w.paint("stroke", m.Stroke.Color, false)
		w.attribute("stroke-width", number(m.Stroke.Width))
		if m.Stroke.Dash != nil {
			dashes := make([]string, len(m.Stroke.Dash))
			for i, d := range m.Stroke.Dash {
				dashes[i] = number(d)
			}
			w.attribute("stroke-dasharray", strings.Join(dashes, " "))
		}
	}
	w.b.WriteString("/>\n")
}

func (w *svgWriter) text(m *Mark) {
	at := m.Points[0]
	w.open("text", "x", at.X, "y", at.Y, "font-size", m.Style.Size)
	if m.Style.Bold {
		w.attribute("font-weight", "bold")
	}
	if m.Style.Italic {
		w.attribute("font-style", "italic")
	}
	if m.Style.Anchor != Start {
		w.attribute("text-anchor", [...]string{Middle: "middle", End: "end"}[m.Style.Anchor])
	}
	if m.Style.Angle != 0 {
		w.attribute("transform", "rotate("+number(-m.Style.Angle)+" "+number(at.X)+" "+number(at.Y)+")")
	}
	if strings.TrimSpace(m.Text) != m.Text || strings.Contains(m.Text, "  ") {
		w.attribute("xml:space", "preserve")
	}
	w.paint("fill", m.Fill, true)
	w.b.WriteString(">" + escape(m.Text) + "</text>\n")
}

// open begins an element with attributes that are numbers.
func (w *svgWriter) open(element string, attributes ...any) {
	w.b.WriteString("<" + element)
	for i := 0; i < len(attributes); i += 2 {
		w.attribute(attributes[i].(string), number(attributes[i+1].(float64)))
	}
}

func (w *svgWriter) attribute(name, value string) {
	w.b.WriteString(" " + name + `="` + value + `"`)
}

// paint writes a colour; none says that a transparent one has to be written.
func (w *svgWriter) paint(name string, c Color, none bool) {
	if c.A == 0 {
		if none {
			w.attribute(name, "none")
		}
		return
	}
	w.attribute(name, hex(c))
	if c.A < 255 {
		w.attribute(name+"-opacity", strconv.FormatFloat(opacity(c), 'f', -1, 64))
	}
}

func (w *svgWriter) path(p path) {
	for _, s := range p {
		switch s.op {
		case closePath:
			w.b.WriteByte('Z')
			continue
		case moveTo:
			w.b.WriteByte('M')
		case lineTo:
			w.b.WriteByte('L')
		case curveTo:
			w.b.WriteByte('C')
			for _, c := range s.p[:2] {
				w.b.WriteString(number(c.X) + " " + number(c.Y) + " ")
			}
		}
		w.b.WriteString(number(s.p[2].X) + " " + number(s.p[2].Y))
	}
}

// number writes a length with at most two decimals.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(s, "0")
	s = strings.TrimSuffix(s, ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// opacity is the alpha of a colour, to three decimals, the same in all formats.
func opacity(c Color) float64 {
	return float64((int(c.A)*1000+127)/255) / 1000
}

func hex(c Color) string {
	s := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	if s[1] == s[2] && s[3] == s[4] && s[5] == s[6] {
		return string([]byte{'#', s[1], s[3], s[5]})
	}
	return s
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

func escape(s string) string { return escaper.Replace(s) }
