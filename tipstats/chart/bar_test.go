package chart

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/figure"
)

// barFigure draws bars alone.
func barFigure(bars []bar) *figure.Figure {
	return sized(&figure.Figure{Name: "bars", Title: "t", Alt: "a"}, func(c *figure.Canvas) float64 {
		return drawBars(c, 0, bars, scaleBars(c, bars, bars))
	})
}

func TestBarOfNothingHasABeginning(t *testing.T) {
	r := proof(t, barFigure([]bar{{label: "zero", value: "0"}, {label: "ten", value: "10", parts: []part{{size: 10, fill: figure.Sex, name: "p"}}}}))
	if len(marksAs(r, figure.LineMark, "start zero")) != 1 {
		t.Error("a figure of 0 leaves no mark")
	}
	if len(marksAs(r, figure.LineMark, "start ten")) != 0 {
		t.Error("a bar has a line at its beginning")
	}
}

func TestBarLabelsOnlyWhereTheyFit(t *testing.T) {
	parts := []part{{size: 1000, fill: figure.Sex, label: "1000", name: "a"}, {size: 1, fill: figure.Labor, label: "1", name: "b"}}
	r := proof(t, barFigure([]bar{{label: "x", value: "1001", parts: parts}}))
	if len(marksAs(r, figure.TextMark, "part x a")) != 1 || len(marksAs(r, figure.TextMark, "part x b")) != 0 {
		t.Error("a label stands where it does not fit, or is missing where it does")
	}
}

func TestBarNoteGoesUnderTheBarWhereThereIsNoRoom(t *testing.T) {
	long := strings.Repeat("words that say something of the figure ", 6)
	full, short := []part{{size: 100, fill: figure.Sex, name: "p"}}, []part{{size: 5, fill: figure.Sex, name: "p"}}
	r := proof(t, barFigure([]bar{{label: "full", value: "100", note: long, parts: full}, {label: "short", value: "5", note: "few", parts: short}}))
	bars := marksAs(r, figure.RectMark, "bar")
	notes := marksAs(r, figure.TextMark, "note")
	if first := notes[0]; first.Box.Y < bars[0].Box.Bottom()-1 || first.Box.Bottom() > bars[1].Box.Y {
		t.Errorf("the long note stands at %v, its bar at %v, the next at %v", first.Box, bars[0].Box, bars[1].Box)
	}
	if last := notes[len(notes)-1]; last.Box.X < bars[1].Box.Right() || last.Box.Y > bars[1].Box.Bottom() {
		t.Errorf("the short note does not stand behind its bar: %v", last.Box)
	}
}

// TestBarsOfAnySize: lengths are in proportion, and every bar is on the page with its value.
func TestBarsOfAnySize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var bars []bar
		for i := range rapid.IntRange(1, 6).Draw(t, "bars") {
			b := bar{
				label: strings.Repeat("label ", rapid.IntRange(1, 12).Draw(t, "words")) + string(rune('a'+i)),
				value: rapid.SampledFrom([]string{"1", "at least 1,000,000,000", ""}).Draw(t, "value"),
				note:  strings.Repeat("note ", rapid.IntRange(0, 60).Draw(t, "note")),
				open:  rapid.Bool().Draw(t, "open"), hollow: rapid.Bool().Draw(t, "hollow"),
			}
			for range rapid.IntRange(0, 4).Draw(t, "parts") {
				size := rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0, 1e9)).Draw(t, "size")
				b.parts = append(b.parts, part{size: size, fill: figure.Labor, label: "9", name: "p", unsure: rapid.Bool().Draw(t, "unsure")})
			}
			bars = append(bars, b)
		}
		f := barFigure(bars)
		r, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		longest, most := 0.0, 0.0
		sizes := map[string]float64{}
		for _, m := range r.Marks() {
			if name, ok := strings.CutPrefix(m.Role, "bar "); ok && m.Kind == figure.RectMark && m.Fill.A > 0 {
				sizes[strings.TrimSuffix(name, " p")] += m.Box.W
			}
		}
		for _, b := range bars {
			if b.length() > most {
				most, longest = b.length(), sizes[b.label]
			}
		}
		for _, b := range bars {
			want := 0.0
			if most > 0 {
				want = b.length() / most * longest
			}
			if sizes[b.label] > want+0.05 || sizes[b.label] < want-0.05 {
				t.Fatalf("%q of %v is %v points long, want %v", b.label, b.length(), sizes[b.label], want)
			}
		}
	})
}
