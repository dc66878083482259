package figure

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// content returns the drawing operators of a one-page file.
func content(t *testing.T, file []byte) string {
	t.Helper()
	objects, err := pdfObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range objects {
		if o.number == 4 {
			return string(o.content)
		}
	}
	t.Fatal("no content stream")
	return ""
}

func TestPDFPlacesTextAsRecorded(t *testing.T) {
	r, own := marks(t, func(c *Canvas) {
		c.Text(200, 60, "end", Style{Anchor: End})
		c.Text(300, 60, "up", Style{Angle: 90})
	})
	file, err := r.PDF()
	if err != nil {
		t.Fatal(err)
	}
	got, at, up := content(t, file), own[0].start(), own[1].Points[0]
	for _, want := range []string{
		fmt.Sprintf("%s %s Td\n<", number(at.X), number(r.height-at.Y)),
		fmt.Sprintf("0 1 -1 0 %s %s Tm\n<", number(up.X), number(r.height-up.Y)),
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q:\n%s", want, got)
		}
	}
}

func TestPDFTranslucencyIsSetAndReset(t *testing.T) {
	r, _ := marks(t, func(c *Canvas) {
		c.Rect(0, 0, 10, 10, Faded(Sex, 0.5))
		c.Rect(20, 0, 10, 10, Sex)
	})
	file, err := r.PDF()
	if err != nil {
		t.Fatal(err)
	}
	if got := content(t, file); strings.Count(got, " gs\n") != 2 {
		t.Errorf("want opacity set and reset:\n%s", got)
	}
}

// A page sets the font, the colour, the width and the dashes once for marks that share them.
func TestPDFWritesChangesOnly(t *testing.T) {
	line := Stroke{Color: Sex, Width: 2, Dash: []float64{3, 1}}
	r, _ := marks(t, func(c *Canvas) {
		for i := range 5 {
			c.Line(0, 20*float64(i), 50, 20*float64(i), line)
			c.Text(60, 20*float64(i), "same", Style{Size: 8.5, Color: Labor})
		}
	})
	file, err := r.PDF()
	if err != nil {
		t.Fatal(err)
	}
	page := content(t, file)
	for operator, want := range map[string]int{" 8.5 Tf\n": 1, "\n2 w\n": 1, "[3 1 ] 0 d\n": 1, "0.8353 0.3686 0 RG\n": 1, " Tj\n": 6} {
		if got := strings.Count(page, operator); got != want {
			t.Errorf("%q is written %d times, want %d:\n%s", operator, got, want, page)
		}
	}
}

func TestPDFOperandsAreNumbersOfSVG(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.IntRange(-1e7, 1e7).Draw(t, "hundredths")
		w := &pdfPainter{}
		w.operands(v)
		if got, want := string(w.out), number(float64(v)/100)+" "; got != want {
			t.Fatalf("%d hundredths are written %q, want %q", v, got, want)
		}
	})
}

func TestPDFColorsComeBack(t *testing.T) {
	for v := range 256 {
		w := &pdfPainter{}
		w.color(Color{R: uint8(v), A: 255}, "rg")
		var red float64
		if _, err := fmt.Sscan(string(w.out), &red); err != nil || int(red*255+0.5) != v || !bytes.HasSuffix(w.out, []byte(" 0 0 rg\n")) {
			t.Errorf("channel %d is written %q: %v", v, w.out, err)
		}
	}
}
