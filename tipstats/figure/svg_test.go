package figure

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// element is an element of an SVG file with its text.
type element struct {
	name  string
	attrs map[string]string
	text  string
}

// parseSVG reads every element, and fails if the file is not well formed.
func parseSVG(t *testing.T, file []byte) []*element {
	t.Helper()
	var all, open []*element
	d := xml.NewDecoder(bytes.NewReader(file))
	d.Strict = true
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatalf("not well formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				if _, twice := e.attrs[a.Name.Local]; twice {
					t.Errorf("%s has %s twice", e.name, a.Name.Local)
				}
				e.attrs[a.Name.Local] = a.Value
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(token)
			}
		}
	}
}

func TestSVGHead(t *testing.T) {
	f := specimen()
	f.Title, f.Alt = `A <title> & "more"`, "Alt with\na line feed & <b>tags</b> ]]>"
	all := parseSVG(t, write(t, f)[".svg"])
	root := all[0]
	for name, want := range map[string]string{"width": "183mm", "lang": "en", "role": "img", "aria-labelledby": "specimen-title specimen-desc"} {
		if root.attrs[name] != want {
			t.Errorf("%s=%q, want %q", name, root.attrs[name], want)
		}
	}
	box := strings.Fields(root.attrs["viewBox"])
	height, _ := strconv.ParseFloat(strings.TrimSuffix(root.attrs["height"], "mm"), 64)
	points, _ := strconv.ParseFloat(box[3], 64)
	if box[2] != "518.74" || math.Abs(height*pointsPerMM-points) > 0.02 {
		t.Errorf("viewBox %v, height %v mm", box, height)
	}
	if all[1].name != "title" || all[1].text != `A <title> & "more"` || all[1].attrs["id"] != "specimen-title" {
		t.Errorf("%+v", all[1])
	}
	if all[2].name != "desc" || all[2].text != "Alt with a line feed & <b>tags</b> ]]>" || all[2].attrs["id"] != "specimen-desc" {
		t.Errorf("%+v", all[2])
	}
}

func TestSVGHoldsOnlyDrawing(t *testing.T) {
	allowed := map[string]bool{"svg": true, "title": true, "desc": true, "g": true, "rect": true, "line": true, "path": true, "circle": true, "text": true}
	file := write(t, specimen())[".svg"]
	for _, e := range parseSVG(t, file) {
		if !allowed[e.name] {
			t.Errorf("element %s", e.name)
		}
		for name := range e.attrs {
			if strings.HasPrefix(name, "on") || name == "href" {
				t.Errorf("attribute %s of %s", name, e.name)
			}
		}
	}
	if n := bytes.Count(file, []byte("http")); n != 1 {
		t.Errorf("%d addresses; only the name space is one", n)
	}
}

func TestSVGTextIsText(t *testing.T) {
	hard := []string{`<script>alert("1")</script>`, "a & b &amp; c", "]]> <!-- -->", `"'`, "é – ≥ → ¶ ’ “ Perú 95 %", "  two  spaces  ", "\u00a0no break\u00a0"}
	r, _ := marks(t, func(c *Canvas) {
		for i, s := range hard {
			c.Text(10, 10+12*float64(i), s, Style{})
		}
	})
	var got []*element
	for _, e := range parseSVG(t, r.SVG()) {
		if e.name == "text" {
			got = append(got, e)
		}
	}
	for i, s := range hard {
		e := got[1+i] // after the title
		if e.text != s {
			t.Errorf("text %q, want %q", e.text, s)
		}
		if keep := e.attrs["space"] == "preserve"; keep != strings.Contains(s, "  ") && !strings.Contains(s, "\u00a0") {
			t.Errorf("text %q: white space kept is %v", s, keep)
		}
	}
}

func TestSVGAttributes(t *testing.T) {
	r, _ := marks(t, func(c *Canvas) {
		c.Line(0, 1, 2, 3, Stroke{Dash: []float64{1, 2}, Color: Labor, Width: 1.25})
		c.Dot(50, 50, 10, Circle, Labor)
		c.OpenDot(80, 50, 10, Square, Stroke{})
		c.Frame(0, 0, 10, 10, Stroke{})
		c.Text(100, 50, "word", Style{Bold: true, Italic: true, Anchor: End, Angle: 30, Color: Faded(Sex, 0.5)})
	})
	got := string(r.SVG())
	for _, want := range []string{
		`<text x="110" y="77" font-size="7.5" font-weight="bold" font-style="italic" text-anchor="end" transform="rotate(-30 110 77)" fill="#d55e00" fill-opacity="0.502">word</text>`,
		`<line x1="10" y1="28" x2="12" y2="30" stroke="#0072b2" stroke-width="1.25" stroke-dasharray="1 2"/>`,
		`<circle cx="60" cy="77" r="5" fill="#0072b2"/>`,
		`<rect x="10" y="27" width="10" height="10" fill="none" stroke="#111" stroke-width="0.5"/>`,
		`fill="#fff" stroke="#111" stroke-width="0.5"/>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the file lacks %s:\n%s", want, got)
		}
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", 10: "10", 0.5: "0.5", 12.30: "12.3", 100.25: "100.25", -3: "-3", -0.001: "0", 14.999999999: "15"} {
		if got := number(v); got != want {
			t.Errorf("number(%v) = %q, want %q", v, got, want)
		}
	}
}

// Where librsvg is installed, it shows the same picture as our own PNG.
func TestSVGLooksLikePNG(t *testing.T) {
	tool, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("rsvg-convert is not installed")
	}
	files := write(t, demo())
	dir := t.TempDir()
	in, out := filepath.Join(dir, "f.svg"), filepath.Join(dir, "f.png")
	if err := os.WriteFile(in, files[".svg"], 0o644); err != nil {
		t.Fatal(err)
	}
	if message, err := exec.Command(tool, "-d", "300", "-p", "300", "-o", out, in).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, message)
	}
	compareInk(t, files[".png"], out)
}
