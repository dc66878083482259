package figure

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
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

// utf16Text is how a PDF writes a text string.
func utf16Text(s string, mark bool) string {
	var b strings.Builder
	if mark {
		b.WriteString("\xFE\xFF")
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u >> 8))
		b.WriteByte(byte(u))
	}
	return strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`, "\r", `\r`).Replace(b.String())
}

func TestPDFMetadata(t *testing.T) {
	f := specimen()
	file := write(t, f)[".pdf"]
	objects, err := pdfObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, o := range objects {
		all += o.head + "\n"
	}
	for what, want := range map[string]string{
		"title":    "/Title (" + utf16Text(f.Title, true) + ")",
		"subject":  "/Subject (" + utf16Text(f.Alt, true) + ")",
		"keywords": "/Keywords (" + utf16Text("figure specimen, specimen, Perú", true) + ")",
		"date":     "/CreationDate (D:20000101000000)",
		"change":   "/ModDate (D:20000101000000)",
		"language": "/Lang (en)",
		"size":     "/MediaBox [0 0 518.74 ",
		"version":  "/ca 0.502 /CA 0.502 /BM /Normal",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s: %q", what, want)
		}
	}
	if strings.Contains(all, "/BM />>") {
		t.Error("a blend mode without a name")
	}
}

func TestPDFEmbedsTheFontsItUses(t *testing.T) {
	r, _ := marks(t, func(c *Canvas) { c.Text(10, 20, "plain", Style{}); c.Text(10, 40, "slanted", Style{Italic: true}) })
	file, err := r.PDF()
	if err != nil {
		t.Fatal(err)
	}
	objects, err := pdfObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	names, fonts := map[string]bool{}, 0
	base := regexp.MustCompile(`/BaseFont /(\S+)`)
	for _, o := range objects {
		if m := base.FindStringSubmatch(o.head); m != nil {
			names[m[1]] = true
		}
		if bytes.HasPrefix(o.content, []byte("\x00\x01\x00\x00")) {
			fonts++
			if len(o.content) > 100<<10 {
				t.Errorf("a font of %d bytes is no subset", len(o.content))
			}
		}
	}
	if len(names) != 3 || fonts != 3 { // the title is bold
		t.Errorf("%d fonts embedded, named %v; want regular, bold and italic", fonts, names)
	}
}

func TestPDFTextIsUnicode(t *testing.T) {
	hard := "é – ≥ → ¶ ’ “ Perú 95 % (a\\b)"
	r, _ := marks(t, func(c *Canvas) { c.Text(10, 20, hard, Style{}) })
	file, err := r.PDF()
	if err != nil {
		t.Fatal(err)
	}
	if got := content(t, file); !strings.Contains(got, "("+utf16Text(hard, false)+") Tj") {
		t.Errorf("the text is not in the page:\n%q", got)
	}
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
	got, at := content(t, file), own[0].start()
	for _, want := range []string{
		fmt.Sprintf("BT %.2f %.2f Td (", at.X, r.height-at.Y),
		fmt.Sprintf("0.00000 1.00000 0.00000 -1.00000 %.5f %.5f cm", own[1].Points[0].X, r.height-own[1].Points[0].Y),
	} {
		want = strings.Replace(want, "0.00000 1.00000 0.00000 -1.00000", "0.00000 1.00000 -1.00000 0.00000", 1)
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q:\n%q", want, got)
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

// Where poppler is installed, it reads the text back and shows the same
// picture as our own PNG.
func TestPDFInPoppler(t *testing.T) {
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("poppler is not installed")
	}
	files := write(t, demo())
	dir := t.TempDir()
	in := filepath.Join(dir, "f.pdf")
	if err := os.WriteFile(in, files[".pdf"], 0o644); err != nil {
		t.Fatal(err)
	}
	if message, err := exec.Command(tool, "-r", "300", "-png", "-singlefile", in, filepath.Join(dir, "f")).CombinedOutput(); err != nil || len(message) > 0 {
		t.Fatalf("%v: %s", err, message)
	}
	compareInk(t, files[".png"], filepath.Join(dir, "f.png"))
	text, err := exec.Command("pdftotext", "-layout", in, "-").CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Of 160 defendants who got a verdict in 2022, 89 were convicted", "55.6 % of verdicts (95 % interval 47.9 to 63.1)"} {
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("poppler does not read %q:\n%s", want, text)
		}
	}
}

// compareInk compares our PNG with another renderer's: the mean darkness of
// every square of 24 by 24 dots must agree to within a tenth.
func compareInk(t *testing.T, ours []byte, theirs string) {
	t.Helper()
	file, err := os.ReadFile(theirs)
	if err != nil {
		t.Fatal(err)
	}
	a, b := decodePNG(t, ours), decodePNG(t, file)
	if dx, dy := a.Bounds().Dx()-b.Bounds().Dx(), a.Bounds().Dy()-b.Bounds().Dy(); dx*dx > 1 || dy*dy > 1 {
		t.Fatalf("sizes %v and %v", a.Bounds(), b.Bounds())
	}
	const side = 24
	for y := 0; y+side < a.Bounds().Dy(); y += side {
		for x := 0; x+side < a.Bounds().Dx(); x += side {
			if da, db := darkness(a, x, y, side), darkness(b, x, y, side); math.Abs(da-db) > 0.1 {
				t.Errorf("around dot (%d, %d) the darkness is %.3f, another renderer has %.3f", x, y, da, db)
			}
		}
	}
}

func decodePNG(t *testing.T, file []byte) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

func darkness(p image.Image, x, y, side int) float64 {
	sum := 0.0
	for j := range side {
		for i := range side {
			r, g, b, _ := p.At(x+i, y+j).RGBA()
			sum += 1 - float64(r+g+b)/(3*0xFFFF)
		}
	}
	return sum / float64(side*side)
}
