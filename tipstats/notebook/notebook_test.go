package notebook_test

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

// generate runs a notebook with this function and the sample's data.
func generate(t *testing.T, write func(*notebook.Doc) error) (map[string][]byte, error) {
	t.Helper()
	n := sample()
	n.Write = write
	return notebook.Generate(n)
}

// fails runs a notebook and holds its error to what it must say.
func fails(t *testing.T, write func(*notebook.Doc), expected ...string) {
	t.Helper()
	files, err := generate(t, func(d *notebook.Doc) error {
		write(d)
		return d.Err()
	})
	if err == nil {
		t.Fatalf("no error; expected one with %q", expected)
	}
	if files != nil {
		t.Errorf("%d files of a notebook that failed", len(files))
	}
	for _, text := range expected {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("error:\n%v\ndoes not say %q", err, text)
		}
	}
}

// made runs a notebook that must not fail.
func made(t *testing.T, write func(*notebook.Doc)) map[string][]byte {
	t.Helper()
	files, err := generate(t, func(d *notebook.Doc) error {
		write(d)
		return d.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestNotebookWithoutItsFields(t *testing.T) {
	_, err := notebook.Generate(notebook.Notebook{})
	for _, expected := range []string{"name", "Title", "Source", "Data", "Write"} {
		if err == nil || !strings.Contains(err.Error(), expected) {
			t.Errorf("error %v does not name %s", err, expected)
		}
	}
}

func TestNamesThatAreNoFileNames(t *testing.T) {
	for _, name := range []string{"", "..", "../up", "a/b", `a\b`, "a.b", "a b", "-a", "a--b", "con", "LPT1", "é", "a\x00", strings.Repeat("a", 101)} {
		n := sample()
		n.Name = name
		if _, err := notebook.Generate(n); err == nil {
			t.Errorf("a notebook named %q", name)
		}
		fails(t, func(d *notebook.Doc) { d.Figure(verdictFigure(name)) }, "name")
		fails(t, func(d *notebook.Doc) { d.Table(name, "A table", verdictFigure("x").Data) }, "name")
	}
}

func TestRecipeHoldsNoPathOfTheMachine(t *testing.T) {
	n := sample()
	n.Recipe = []string{"country", "-data", "/home/somebody/figures.csv"}
	if _, err := notebook.Generate(n); err == nil || !strings.Contains(err.Error(), "a path on this machine") {
		t.Error(err)
	}
}
