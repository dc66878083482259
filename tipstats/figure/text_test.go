package figure

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTextRefuses(t *testing.T) {
	for s, want := range map[string]string{
		"snow ☃":         `no character '☃' (U+2603)`,
		"漢字":             "U+6F22",
		"𝟙":              "U+1D7D9",
		"a\nb":           "control character U+000A",
		"a\tb":           "control character U+0009",
		"a\x00b":         "control character U+0000",
		"a\u0085b":       "control character U+0085",
		"a\xffb":         "not valid UTF-8",
		"שלום":           "from right to left",
		"soft\u00adness": "invisible character U+00AD",
		"\u202eright":    "invisible character U+202E",
		"q\u0301":        "accent U+0301",
	} {
		got := faults(t, small(func(c *Canvas) { c.Text(10, 20, s, Style{}) }))
		if !strings.Contains(got, want) && !strings.Contains(got, "has no character") {
			t.Errorf("%q: %s", s, got)
		}
		if !strings.Contains(got, want) {
			t.Errorf("%q: error lacks %q: %s", s, want, got)
		}
	}
}

func TestTextRefusesWhatIsNoPlace(t *testing.T) {
	for name, draw := range map[string]func(*Canvas){
		"NaN":    func(c *Canvas) { c.Text(math.NaN(), 20, "word", Style{}) },
		"Inf":    func(c *Canvas) { c.Text(10, math.Inf(1), "word", Style{}) },
		"size":   func(c *Canvas) { c.Text(10, 20, "word", Style{Size: math.NaN()}) },
		"angle":  func(c *Canvas) { c.Text(10, 20, "word", Style{Angle: math.Inf(-1)}) },
		"anchor": func(c *Canvas) { c.Text(10, 20, "word", Style{Anchor: 7}) },
		"panel":  func(c *Canvas) { c.Panel(math.NaN(), 0, 1, 1).Text(10, 20, "word", Style{}) },
	} {
		if got := faults(t, small(draw)); !strings.Contains(got, `"word"`) {
			t.Errorf("%s: the error does not name the label: %s", name, got)
		}
	}
}

func TestTextJoinsAccents(t *testing.T) {
	_, own := marks(t, func(c *Canvas) { c.Text(10, 20, "Peru\u0301", Style{}) })
	if own[0].Text != "Perú" {
		t.Errorf("%+q", own[0].Text)
	}
}

// The widths of Arial and Helvetica, from the Adobe Font Metrics of Helvetica
// and Helvetica-Bold, in thousandths of an em.
func TestWidthsAreThoseOfHelvetica(t *testing.T) {
	for _, c := range []struct {
		char          string
		regular, bold float64
	}{
		{"A", 667, 722}, {"W", 944, 944}, {"a", 556, 556}, {"i", 222, 278}, {"m", 833, 889}, {"0", 556, 556},
		{" ", 278, 278}, {"%", 889, 889}, {"(", 333, 333}, {"é", 556, 556}, {"–", 556, 556}, {"’", 222, 278},
	} {
		got := textWidth(c.char, Style{Size: 1000})
		bold := textWidth(c.char, Style{Size: 1000, Bold: true})
		if math.Abs(got-c.regular) > 0.5 || math.Abs(bold-c.bold) > 0.5 {
			t.Errorf("%q is %.1f and bold %.1f wide, want %v and %v", c.char, got, bold, c.regular, c.bold)
		}
	}
}

func TestWidthAdds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOf(rapid.RuneFrom([]rune("abcÀé 0–%")))
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		style := Style{Size: rapid.Float64Range(6.5, 30).Draw(t, "size"), Bold: rapid.Bool().Draw(t, "bold")}
		whole, parts := textWidth(a+b, style), textWidth(a, style)+textWidth(b, style)
		if math.Abs(whole-parts) > 1e-9 {
			t.Fatalf("%v, but the parts are %v wide", whole, parts)
		}
	})
}

func TestMiddleCentresCapitals(t *testing.T) {
	_, own := marks(t, func(c *Canvas) { c.Text(10, c.Middle(40, Style{Size: 10}), "H", Style{Size: 10}) })
	g := own[0].Style.face().glyph('H')
	top := own[0].Points[0].Y + float64(g.box[1])*10/unitsPerEm
	bottom := own[0].Points[0].Y + float64(g.box[3])*10/unitsPerEm
	middle := 40 + own[0].Points[0].Y - 40 - 10*float64(capHeight)/unitsPerEm/2
	if math.Abs((top+bottom)/2-middle) > 0.01 {
		t.Errorf("the capital reaches from %v to %v, its middle should be %v", top, bottom, middle)
	}
}

func TestTextBoxHoldsTheInk(t *testing.T) {
	_, own := marks(t, func(c *Canvas) {
		c.Text(20, 40, "Ćgjy(|É", Style{Size: 20})
		c.Text(200, 60, "turned", Style{Size: 20, Angle: 60})
	})
	p := picture(2161, 600)
	for i := range own {
		p.mark(&own[i])
	}
	for i := range p.w * p.h {
		if dot(p, i%p.w, i/p.w) == 0xFFFFFF {
			continue
		}
		x, y := float64(i%p.w)*72/dotsPerInch, float64(i/p.w)*72/dotsPerInch
		in := false
		for _, m := range own {
			in = in || Box{m.Box.X - 0.3, m.Box.Y - 0.3, m.Box.W + 0.6, m.Box.H + 0.6}.Contains(Box{x, y, 0, 0})
		}
		if !in {
			t.Fatalf("ink at (%v, %v) outside the boxes", x, y)
		}
	}
}
