package figure

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text draws one line of text with its baseline at y. An empty text draws
// nothing. Accents that are written as separate characters are joined with
// their letters (Unicode form NFC).
func (c *Canvas) Text(x, y float64, s string, style Style) {
	if s == "" {
		return
	}
	style = style.complete(c.Profile())
	style.Size *= c.factor()
	at := c.onPage(x, y)
	x, y = at.X, at.Y
	if !finite(x, y, style.Size, style.Angle) {
		c.record.fault("text %s: a coordinate, size or angle is not a finite number", quote(s))
		return
	}
	if style.Anchor < Start || style.Anchor > End {
		c.record.fault("text %s: there is no anchor %d; use Start, Middle or End", quote(s), int(style.Anchor))
		return
	}
	s = norm.NFC.String(s)
	if err := checkText(s, style); err != nil {
		c.record.fault("text %s: %v", quote(s), err)
		return
	}
	style.Size, style.Angle = snap(style.Size), snap(style.Angle)
	m := Mark{Kind: TextMark, Role: c.role, Points: []Point{{snap(x), snap(y)}},
		Text: s, Style: style, Fill: style.Color, Width: textWidth(s, style)}
	m.corners = corners(&m)
	m.Box = bounds(m.corners[:])
	c.record.marks = append(c.record.marks, m)
}

// TextWidth returns the width of s as Text would set it, in points.
func (c *Canvas) TextWidth(s string, style Style) float64 {
	return textWidth(norm.NFC.String(s), style.complete(c.Profile()))
}

// Middle returns the y coordinate of the baseline for which capitals and
// digits of the style are centred on y.
func (c *Canvas) Middle(y float64, style Style) float64 {
	return y + style.complete(c.Profile()).Size*capHeight/unitsPerEm/2
}

// textWidth is the sum of the advance widths.
func textWidth(s string, style Style) float64 {
	return float64(style.face().units(s)) * style.Size / unitsPerEm
}

// checkText says why s cannot be set, if so.
func checkText(s string, style Style) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("it is not valid UTF-8; save the source as UTF-8")
	}
	f := style.face()
	for _, r := range s {
		switch {
		case r < ' ' || r >= 0x7F && r < 0xA0:
			return fmt.Errorf("it holds the control character %U; use Wrap and one Text a line for line breaks", r)
		case f.glyph(r).missing:
			return fmt.Errorf("the font Liberation Sans has no character %q (%U); write it in another way", r, r)
		case unicode.In(r, unicode.Hebrew, unicode.Arabic):
			return fmt.Errorf("it holds %q (%U), which is written from right to left; this package sets text from left to right only", r, r)
		case unicode.Is(unicode.Mn, r):
			return fmt.Errorf("the accent %U cannot be joined with the letter before it; use a letter that exists with the accent", r)
		case unicode.Is(unicode.Cf, r) || r == 0x2028 || r == 0x2029:
			return fmt.Errorf("it holds the invisible character %U; leave it out", r)
		}
	}
	return nil
}

// corners returns the turned rectangle that a text fills: its advance width by
// the line's height, and higher or deeper where its characters are.
func corners(m *Mark) [4]Point {
	top, bottom := -ascent, descent
	f := m.Style.face()
	for _, r := range m.Text {
		g := f.glyph(r)
		top, bottom = min(top, g.box[1]), max(bottom, g.box[3])
	}
	scale := m.Style.Size / unitsPerEm
	sin, cos := turn(m.Style.Angle)
	from := m.start()
	at := func(dx, dy float64) Point {
		return Point{
			X: snap(from.X + float64(dx*cos) + float64(dy*sin)),
			Y: snap(from.Y - float64(dx*sin) + float64(dy*cos)),
		}
	}
	up, down := float64(top)*scale, float64(bottom)*scale
	return [4]Point{at(0, up), at(m.Width, up), at(m.Width, down), at(0, down)}
}

// quote shortens a text for an error.
func quote(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
