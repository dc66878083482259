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
	"strconv"
	"strings"
	"testing"
)

func TestPDFMetadata(t *testing.T) {
	f := specimen()
	objects, err := pdfObjects(write(t, f)[".pdf"])
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, o := range objects {
		all += o.head + "\n"
	}
	for what, want := range map[string]string{
		"title":    "/Title" + pdfText(f.Title),
		"subject":  "/Subject" + pdfText(f.Alt),
		"keywords": "/Keywords" + pdfText("figure specimen, specimen, Perú"),
		"language": "/Lang(en)",
		"size":     "/MediaBox[0 0 518.74 ",
		"opacity":  "/A1<</ca 0.502/CA 0.502>>",
		"XMP":      "/Type/Metadata/Subtype/XML",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s: %q", what, want)
		}
	}
	for _, date := range []string{"Date", "(D:", "/ID"} {
		if strings.Contains(all, date) {
			t.Errorf("the file holds %s, which says when or where it was made", date)
		}
	}
}

func TestPDFText(t *testing.T) {
	if got := pdfText("é(\U0001F600"); got != "<FEFF00E90028D83DDE00>" {
		t.Error(got)
	}
}

// The table at the end of a file says where each object begins, and whatever an object refers to is there.
func TestPDFTableOfObjects(t *testing.T) {
	for name, f := range map[string]*Figure{"demo": demo(), "specimen": specimen()} {
		file := write(t, f)[".pdf"]
		starts := pdfTable(t, file)
		objects, err := pdfObjects(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(starts) != len(objects)-1 {
			t.Errorf("%s: the table has %d objects, the file %d", name, len(starts), len(objects)-1)
		}
		for number, at := range starts {
			if want := fmt.Sprintf("\n%d 0 obj\n", number); !bytes.HasPrefix(file[at-1:], []byte(want)) {
				t.Errorf("%s: object %d does not begin at %d, where %q stands", name, number, at, file[at-1:at+12])
			}
		}
		for _, o := range objects {
			for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(o.head, -1) {
				if number, _ := strconv.Atoi(m[1]); starts[number] == 0 {
					t.Errorf("%s: object %d refers to %s, which is not there", name, o.number, m[1])
				}
			}
		}
	}
}

// pdfTable reads the table of a file by the letter of the format: where it says that it is, in lines of twenty bytes.
func pdfTable(t *testing.T, file []byte) map[int]int {
	t.Helper()
	last := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if last == nil {
		t.Fatalf("the file ends in %q", file[len(file)-40:])
	}
	at, _ := strconv.Atoi(string(last[1]))
	var count int
	if _, err := fmt.Sscanf(string(file[at:at+20]), "xref\n0 %d\n", &count); err != nil {
		t.Fatalf("no table at %d: %v", at, err)
	}
	at += len(fmt.Sprintf("xref\n0 %d\n", count))
	starts := make(map[int]int)
	for number := range count {
		line := string(file[at+20*number : at+20*(number+1)])
		var offset, generation int
		var kind string
		if _, err := fmt.Sscanf(line, "%010d %05d %s", &offset, &generation, &kind); err != nil || !strings.HasSuffix(line, " \n") {
			t.Fatalf("line %q of the table: %v", line, err)
		}
		if free := number == 0; free != (kind == "f") || free != (generation == 65535) {
			t.Errorf("line %q of the table", line)
		} else if !free {
			starts[number] = offset
		}
	}
	return starts
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
