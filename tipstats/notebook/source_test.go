package notebook_test

import (
	"embed"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/notebook"
)

//go:embed source_test.go section_test.go
var twoFiles embed.FS

// shown runs a notebook of these two files and returns what its code blocks show.
func shown(t *testing.T, write func(*notebook.Doc)) []string {
	t.Helper()
	n := sample()
	n.Source = twoFiles
	n.Write = func(d *notebook.Doc) error { write(d); return d.Err() }
	files, err := notebook.Generate(n)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for _, part := range strings.Split(string(files["README.md"]), "```go\n")[1:] {
		source, _, _ := strings.Cut(part, "\n```")
		blocks = append(blocks, source)
	}
	return blocks
}

func same(t *testing.T, got []string, expected ...string) {
	t.Helper()
	if strings.Join(got, "\n---\n") != strings.Join(expected, "\n---\n") {
		t.Errorf("shown:\n%s\nexpected:\n%s", strings.Join(got, "\n---\n"), strings.Join(expected, "\n---\n"))
	}
}

func TestCodeSinceTheLastCall(t *testing.T) {
	same(t, shown(t, func(d *notebook.Doc) {
		first := 1 // from the beginning

		d.Code()
		second := first
		d.Text(`
			Prose over
			several lines.
		`)

		third := second

		if third > 0 {
			third++
		}
		d.Code()
		_ = third
		d.Text("The end.")
	}), "first := 1 // from the beginning", "third := second\n\nif third > 0 {\n\tthird++\n}")
}

func TestCodeOfSectionsInOtherFiles(t *testing.T) {
	same(t, shown(t, func(d *notebook.Doc) {
		mine := 1
		section(d, mine)
		section(d, mine)
		d.Code()
	}), "n *= 2 // of the section", "n *= 2 // of the section", "mine := 1\nsection(d, mine)\nsection(d, mine)")
}

func TestCodeInALoopAndInALiteral(t *testing.T) {
	same(t, shown(t, func(d *notebook.Doc) {
		for i := range 2 {
			d.Code()
			_ = i
		}
		show := func(x int) {
			x++
			d.Code()
			_ = x
		}
		show(1)
	}), "for i := range 2 {", "for i := range 2 {", "x++")
}

func TestCodeErrors(t *testing.T) {
	fails(t, func(d *notebook.Doc) {
		d.Text("Prose.")
		d.Code()
	}, "Notebook.Source does not hold source_test.go", "//go:embed")
	broken := sample()
	for text, expected := range map[string]string{
		"package":     "source_test.go:1",
		"package a\n": "it has no line",
	} {
		broken.Source = fstest.MapFS{"source_test.go": {Data: []byte(text)}}
		broken.Write = func(d *notebook.Doc) error { d.Code(); return d.Err() }
		if _, err := notebook.Generate(broken); err == nil || !strings.Contains(err.Error(), expected) {
			t.Errorf("error %v does not say %q", err, expected)
		}
	}
	broken.Source = twoFiles
	broken.Write = func(d *notebook.Doc) error {
		d.Text("Prose.")
		d.Code()
		return d.Err()
	}
	if _, err := notebook.Generate(broken); err == nil || !strings.Contains(err.Error(), "nothing to show") {
		t.Errorf("error %v", err)
	}
}
