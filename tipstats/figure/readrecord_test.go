package figure

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"testing"
)

// deflatedAnew inflates a stream and deflates it at another level.
func deflatedAnew(t *testing.T, stream []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w, err := zlib.NewWriterLevel(&out, zlib.HuffmanOnly)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(w, r); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEditedFileIsNotIntact(t *testing.T) {
	files := write(t, recorded(specimenRecord))
	edit := func(ending, old, changed string) {
		t.Helper()
		edited := bytes.Replace(files[ending], []byte(old), []byte(changed), 1)
		if bytes.Equal(edited, files[ending]) {
			t.Fatalf("%s holds no %q", ending, old)
		}
		read, err := ReadRecord(edited)
		if err != nil || read.Intact {
			t.Errorf("%s with %q for %q: %+v, %v", ending, changed, old, read, err)
		}
	}
	edit(".svg", "Regular, ", "Irregular, ")
	edit(".svg", "figure", "another")
	edit(".svg", `": "specimen"`, `": "other"`)
	edit(".pdf", "specimen", "specimon")
	edit(".pdf", "/Producer", "/Producex")
}

// TestEditedPixelsAreNotIntact turns one dot of a PNG and writes the file as a program that keeps its chunks would.
func TestEditedPixelsAreNotIntact(t *testing.T) {
	chunks, err := pngChunks(write(t, recorded(specimenRecord))[".png"])
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range chunks {
		if c.name == "IDAT" {
			r, err := zlib.NewReader(bytes.NewReader(c.data))
			if err != nil {
				t.Fatal(err)
			}
			rows, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			rows[len(rows)/2] ^= 1
			chunks[i].data = deflate(rows)
		}
	}
	if read, err := ReadRecord(pngFile(chunks)); err != nil || read.Intact {
		t.Errorf("read %+v, %v", read, err)
	}
}

// TestCutFileIsDamaged cuts each format at many places.
func TestCutFileIsDamaged(t *testing.T) {
	for ending, file := range write(t, recorded(specimenRecord)) {
		for n := 0; n < len(file)-8; n += 1 + len(file)/61 {
			if _, err := ReadRecord(file[:n]); !errors.Is(err, ErrDamaged) {
				t.Errorf("%s cut after %d of %d bytes: %v", ending, n, len(file), err)
			}
		}
	}
}

func TestForeignFiles(t *testing.T) {
	without := write(t, specimen())
	huge := bytes.Clone(without[".png"])
	copy(huge[16:], "\x7f\xff\xff\xff")
	for name, file := range map[string][]byte{
		"text":               []byte("country,report,year\n"),
		"an SVG of others":   []byte(`<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>`),
		"HTML":               []byte("<!DOCTYPE html><html></html>"),
		"SVG without record": without[".svg"],
		"PDF without record": without[".pdf"],
		"PNG without record": without[".png"],
	} {
		_, err := ReadRecord(file)
		if !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ReadRecord(huge); err == nil || !strings.Contains(err.Error(), "sum") {
		t.Errorf("a head with a wrong sum: %v", err)
	}
	head := pngChunk{"IHDR", []byte("\x7f\xff\xff\xff\x00\x00\x00\x01\x08\x03\x00\x00\x00")}
	if err := plausibleSize(head); !errors.Is(err, ErrForeign) {
		t.Errorf("a picture that no memory holds: %v", err)
	}
}

func FuzzReadRecord(f *testing.F) {
	f.Add([]byte(`<svg><metadata data-seal="` + noSeal + `">x</metadata>` + "\n</svg>"))
	f.Add([]byte("%PDF-1.3\n1 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF"))
	f.Add([]byte(pngSignature))
	f.Fuzz(func(t *testing.T, file []byte) {
		if read, err := ReadRecord(file); err == nil && read.Content == "" {
			t.Error("neither an error nor a content")
		}
	})
}
