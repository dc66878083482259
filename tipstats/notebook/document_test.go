package notebook_test

import (
	"bytes"
	"errors"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

func TestGenerateMakesAllFiles(t *testing.T) {
	files, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	expected := []string{"README.md", "again.csv", "again.pdf", "again.png", "again.svg", "counts.csv", "index.html", "notebook.ipynb",
		"provenance.json", "values.json", "verdicts-2022.csv", "verdicts-2022.pdf", "verdicts-2022.png", "verdicts-2022.svg"}
	if names := slices.Sorted(maps.Keys(files)); !slices.Equal(names, expected) {
		t.Errorf("files %q, expected %q", names, expected)
	}
	for name, data := range files {
		if len(data) == 0 {
			t.Errorf("%s is empty", name)
		}
	}
}

func TestGenerateIsDeterministic(t *testing.T) {
	first, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	second, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	for name := range first {
		if !bytes.Equal(first[name], second[name]) {
			t.Errorf("%s differs between two runs", name)
		}
	}
}

func TestErrorsAreSticky(t *testing.T) {
	fails(t, func(d *notebook.Doc) {
		d.Dataset("missing.csv")
		if d.Err() == nil {
			t.Error("Err is nil after an error")
		}
		d.Text("1 2 3 {{unknown}}")
		d.Value("x", nil, nil)
		d.Code()
		d.Figure(nil)
		d.Table("", "", figure.Table{})
		d.Read("missing.csv")
		d.Fail(errors.New("another error"))
		if problems := d.Err().(notebook.Problems); len(problems) != 1 {
			t.Errorf("problems after the first error: %v", problems)
		}
	}, "missing.csv", "document_test.go:")
}

func TestPanicAfterAnErrorIsItsConsequence(t *testing.T) {
	fails(t, func(d *notebook.Doc) {
		d.Dataset("missing.csv").Observations() // a nil dataset
	}, "missing.csv")
}

func TestPanicOfTheNotebookGoesOn(t *testing.T) {
	defer func() {
		if failure := recover(); failure != "a bug" {
			t.Errorf("recovered %v", failure)
		}
	}()
	_, _ = generate(t, func(*notebook.Doc) error { panic("a bug") })
}

func TestErrorThatTheFunctionReturns(t *testing.T) {
	mine := errors.New("an error of the notebook's own")
	if _, err := generate(t, func(*notebook.Doc) error { return mine }); !errors.Is(err, mine) {
		t.Errorf("error %v", err)
	}
	fails(t, func(d *notebook.Doc) { d.Fail(mine) }, "document_test.go:", mine.Error())
	if _, err := generate(t, func(d *notebook.Doc) error { d.Fail(mine); return nil }); !errors.Is(err, mine) {
		t.Errorf("an error that the function forgot: %v", err)
	}
	_ = made(t, func(d *notebook.Doc) {
		d.Fail(nil)
		d.Text("Prose.")
	})
}

func TestNotebookThatWritesNothing(t *testing.T) {
	fails(t, func(d *notebook.Doc) { d.Dataset("enforcement.csv") }, "the notebook writes nothing")
}

func TestProblemsOfProseAreFoundInOneRun(t *testing.T) {
	_, err := generate(t, func(d *notebook.Doc) error {
		d.Text("There were 7.")
		d.Text("And {{unknown}}.")
		d.Value("unused", 1, notebook.Whole)
		d.Text("# No title")
		return d.Err()
	})
	if problems, ok := err.(notebook.Problems); !ok || len(problems) != 4 {
		t.Errorf("expected four problems, got:\n%v", err)
	}
}

func TestNamesOfFiguresAndTablesDoNotMeet(t *testing.T) {
	fails(t, func(d *notebook.Doc) {
		d.Figure(verdictFigure("verdicts"))
		d.Table("Verdicts", "A table", verdictFigure("x").Data)
	}, `the name "Verdicts" of this table is taken by figure "verdicts"`)
}

// BenchmarkDocument is what a notebook of forty sections costs without its figures.
func BenchmarkDocument(b *testing.B) {
	n := sample()
	n.Source = twoFiles
	n.Write = func(d *notebook.Doc) error {
		d.Value("n", 1266, notebook.Whole)
		for range 40 {
			d.Text(strings.Repeat("## A heading\n\nA paragraph with *emphasis* and {{n}} in it, and some more words.\n\n", 5))
			section(d, 1)
		}
		return d.Err()
	}
	for b.Loop() {
		if _, err := notebook.Generate(n); err != nil {
			b.Fatal(err)
		}
	}
}

func TestDocumentsAreThoseOfLastTime(t *testing.T) {
	files, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	notebook.Golden(t, files)
}
