package figure

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
)

// recompressed writes the objects of a file with another compressor.
func recompressed(t *testing.T, file []byte) []byte {
	t.Helper()
	objects, err := pdfObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	for _, o := range objects {
		if o.number == 0 {
			fmt.Fprintf(&out, "trailer\n%sstartxref\n0\n%%%%EOF\n", o.head)
			continue
		}
		fmt.Fprintf(&out, "%d 0 obj\n", o.number)
		if !strings.Contains(o.head, "/Length") || o.content == nil {
			out.WriteString(o.head + "endobj\n")
			continue
		}
		body := o.content
		if strings.Contains(o.head, "/FlateDecode") {
			var deflated bytes.Buffer
			w, _ := zlib.NewWriterLevel(&deflated, zlib.HuffmanOnly)
			w.Write(body)
			w.Close()
			body = deflated.Bytes()
		}
		head := strings.Replace(o.head, "/Length", fmt.Sprintf("/Length %d", len(body)), 1)
		fmt.Fprintf(&out, "%sstream\n%s\nendstream\nendobj\n", head, body)
	}
	return out.Bytes()
}

func TestPDFObjects(t *testing.T) {
	objects, err := pdfObjects(write(t, demo())[".pdf"])
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[int]bool{}
	for _, o := range objects {
		if numbers[o.number] {
			t.Errorf("object %d twice", o.number)
		}
		numbers[o.number] = true
	}
	trailer := objects[len(objects)-1]
	if trailer.number != 0 || !strings.Contains(trailer.head, fmt.Sprintf("/Size %d", len(objects))) {
		t.Errorf("%d objects and the trailer %q", len(objects)-1, trailer.head)
	}
	for n := 1; n < len(objects); n++ {
		if !numbers[n] {
			t.Errorf("object %d is missing", n)
		}
	}
}

func TestPDFObjectsRefuses(t *testing.T) {
	for file, want := range map[string]string{
		"":                          "does not begin",
		"%PDF-1.3\n":                "0 objects",
		"%PDF-1.3\n1 0 obj\n<<>>\n": "object 1 does not end",
		"%PDF-1.3\n1 0 obj\n<<>>\nstream\nabc\nendobj":                          "no length",
		"%PDF-1.3\n1 0 obj\n<</Length 99>>\nstream\nabc\nendobj":                "beyond the end",
		"%PDF-1.3\n1 0 obj\n<</Length 3/FlateDecode>>\nstream\nabc\nendobj":     "cannot be inflated",
		"%PDF-1.3\n1 0 obj\n<</Length 99999999999999999>>\nstream\nabc\nendobj": "beyond the end",
	} {
		if _, err := pdfObjects([]byte(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", file, err, want)
		}
	}
}

func TestSamePDFForgetsTheCompressor(t *testing.T) {
	file := write(t, specimen())[".pdf"]
	again := recompressed(t, file)
	if bytes.Equal(file, again) {
		t.Fatal("the other compressor writes the same bytes; the test shows nothing")
	}
	if same, difference := Same("f.pdf", file, again); !same {
		t.Error(difference)
	}
}

func TestSamePDFSeesWhatDiffers(t *testing.T) {
	base := write(t, demo())[".pdf"]
	title, wide := demo(), demo()
	title.Title += "."
	wide.Profile = PLOS
	wide.Draw = func(c *Canvas) { c.Rect(0, 0, 1, 1, Sex) }
	for what, c := range map[string]struct {
		other []byte
		want  string
	}{
		"drawing": {write(t, variant())[".pdf"], "object 4, its content: line"},
		"title":   {write(t, title)[".pdf"], "object"},
		"profile": {write(t, wide)[".pdf"], "object"},
		"fonts":   {write(t, specimen())[".pdf"], "objects, the other"},
		"cut off": {base[:len(base)-200], "the other cannot be read as PDF"},
		"empty":   {nil, "the other cannot be read as PDF"},
		"no PDF":  {[]byte("%PDF-1.4\n"), "the other cannot be read as PDF"},
	} {
		same, difference := Same("f.pdf", base, c.other)
		if same || !strings.Contains(difference, c.want) {
			t.Errorf("%s: %v, %q, want %q", what, same, difference, c.want)
		}
	}
}
