package figure

import (
	"bytes"
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
	for i := range objects {
		if o := &objects[i]; strings.Contains(o.head, "/FlateDecode") {
			o.stored = deflatedAnew(t, o.stored)
		}
	}
	return pdfFile(objects)
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
		"cut off": {base[:len(base)-200], "the other is not laid out as"},
		"empty":   {nil, "the other is not laid out as"},
		"no PDF":  {[]byte("%PDF-1.4\n"), "the other is not laid out as"},
	} {
		same, difference := Same("f.pdf", base, c.other)
		if same || !strings.Contains(difference, c.want) {
			t.Errorf("%s: %v, %q, want %q", what, same, difference, c.want)
		}
	}
}
