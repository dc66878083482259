package figure

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestPDFObjects(t *testing.T) {
	objects, err := pdfObjects(write(t, demo())[".pdf"])
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range objects[:len(objects)-1] {
		if o.number != i+1 {
			t.Errorf("object %d stands as the object %d", o.number, i+1)
		}
	}
	trailer := objects[len(objects)-1]
	if trailer.number != 0 || !strings.Contains(trailer.head, fmt.Sprintf("/Size %d", len(objects))) {
		t.Errorf("%d objects and the trailer %q", len(objects)-1, trailer.head)
	}
}

func TestPDFObjectsRefuses(t *testing.T) {
	const end = "xref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n15\n%%EOF\n"
	if _, err := pdfObjects([]byte(pdfStart + end)); err != nil {
		t.Errorf("a file without objects: %v", err)
	}
	for file, want := range map[string]string{
		"":                           "it begins with",
		"%PDF-1.3\n" + end:           "it begins with",
		pdfStart:                     "where object 1 should begin",
		pdfStart + "xref\n":          "no trailer",
		pdfStart + end + "\n":        "than its objects",
		pdfStart + "2 0 obj\n":       "where object 1 should begin",
		pdfStart + "1  0 obj\n":      "where object 1 should begin",
		pdfStart + "1 0 obj\n<<>>\n": "object 1 does not end",
		pdfStart + "1 0 obj\n<</Length>>\nstream\nabc\nendobj":                                          "as many bytes",
		pdfStart + "1 0 obj\n<</Length 99>>\nstream\nabc\nendobj":                                       "as many bytes",
		pdfStart + "1 0 obj\n<</Length 2>>\nstream\nabc\nendstream\nendobj\n":                           "does not end after 2",
		pdfStart + "1 0 obj\n<</Length 5 0 R>>\nstream\nabc\nendobj":                                    "as many bytes",
		pdfStart + "1 0 obj\n<</Length 3/FlateDecode>>\nstream\nabc\nendstream\nendobj\n":               "cannot be inflated",
		pdfStart + "1 0 obj\n<</Length 99999999999999999999>>\nstream\nabc\nendobj":                     "as many bytes",
		pdfStart + "1 0 obj\n<</Length 03>>\nstream\nabc\nendstream\nendobj\n" + end:                    "than its objects",
		pdfStart + "1 0 obj\n<</Length 11/FlateDecode>>\nstream\n" + empty + "abc\nendstream\nendobj\n": "3 bytes stand behind its end",
	} {
		if _, err := pdfObjects([]byte(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", file, err, want)
		}
	}
}

// empty is a compressed stream of nothing.
const empty = "\x78\x9c\x03\x00\x00\x00\x00\x01"

// forgeries are files that show something else than the file that they are made from, or hold more, and keep its objects as they are.
func forgeries(file []byte) map[string][]byte {
	const red = "1 0 0 rg 40 100 400 150 re f"
	covering := fmt.Appendf(nil, "%d  0  obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", pdfContents, len(red), red)
	update := fmt.Appendf(bytes.Clone(file), "%sxref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 99/Root 1 0 R/Prev 1>>\nstartxref\n%d\n%%%%EOF\n",
		covering, pdfContents, len(file), len(file)+len(covering))
	xref := bytes.LastIndex(file, []byte("xref\n0"))
	return map[string][]byte{
		"a later version of the page": update,
		"an object between":           bytes.Join([][]byte{file[:xref], covering, file[xref:]}, nil),
		"a comment between":           bytes.Replace(file, []byte("\nxref"), []byte("\n% 298 was forged\nxref"), 1),
		"a comment behind":            append(bytes.Clone(file), "% more\n%%EOF\n"...),
		"a comment before":            bytes.Replace(file, []byte("\n1 0 obj"), []byte("\n%\n1 0 obj"), 1),
		"a table that leads astray":   bytes.Replace(file, []byte("00000 n"), []byte("00001 n"), 1),
		"another start of the table":  bytes.Replace(file, []byte("startxref\n"), []byte("startxref\n1"), 1),
	}
}

func TestForgedPDFIsNeitherTheSameNorIntact(t *testing.T) {
	file := write(t, recorded(specimenRecord))[".pdf"]
	for what, forged := range forgeries(file) {
		if bytes.Equal(forged, file) {
			t.Fatalf("%s: the file is as it was", what)
		}
		same, difference := Same("f.pdf", forged, file)
		if same || !strings.HasPrefix(difference, "one is not laid out as this package writes PDF") {
			t.Errorf("%s: %v, %q", what, same, difference)
		}
		read, err := ReadRecord(forged)
		if err != nil || read.Intact || read.Record != specimenRecord || read.Layout == "" {
			t.Errorf("%s: %+v, %v", what, read, err)
		}
	}
}

// TestHealthyPDFOfOthers: a PDF of another layout is no figure of this module if it carries no record, and is never called damaged.
func TestHealthyPDFOfOthers(t *testing.T) {
	other := []byte("%PDF-1.5\n%\xB5\xED\xAE\xFB\n3 0 obj\n<< /Length 4 0 R /Filter /FlateDecode >>\nstream\n" + empty +
		"\nendstream\nendobj\n4 0 obj\n   8\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n0\n%%EOF\n")
	if _, err := ReadRecord(other); !errors.Is(err, ErrForeign) {
		t.Error(err)
	}
}

// TestPDFThatQpdfHasRewritten: the record is found, and the file is not taken for what was written.
func TestPDFThatQpdfHasRewritten(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("SKIPPED, no PDF is rewritten: qpdf is not installed")
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "in.pdf")
	if err := os.WriteFile(file, write(t, recorded(specimenRecord))[".pdf"], 0o600); err != nil {
		t.Fatal(err)
	}
	for _, option := range []string{"--compress-streams=y", "--qdf", "--object-streams=generate", "--linearize"} {
		out := filepath.Join(folder, "out.pdf")
		if message, err := exec.Command(qpdf, option, file, out).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, message)
		}
		rewritten, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		read, err := ReadRecord(rewritten)
		if err != nil || read.Record != specimenRecord || read.Intact || read.Layout == "" {
			t.Errorf("%s: %+v, %v", option, read, err)
		}
	}
}
