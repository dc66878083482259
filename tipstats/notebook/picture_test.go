package notebook_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

func TestFigureFiles(t *testing.T) {
	files := made(t, func(d *notebook.Doc) { d.Figure(verdictFigure("verdicts")) })
	for name, begins := range map[string]string{
		"verdicts.svg": "<", "verdicts.pdf": "%PDF-", "verdicts.png": "\x89PNG", "verdicts.csv": "verdict,persons\nconvicted,89\n",
	} {
		if !bytes.HasPrefix(files[name], []byte(begins)) {
			t.Errorf("%s begins with %.20q", name, files[name])
		}
	}
}

// TestKeywordsReachTheFiles: those of the notebook stand in the metadata of its figures, behind the figure's own.
func TestKeywordsReachTheFiles(t *testing.T) {
	files := made(t, func(d *notebook.Doc) { d.Figure(verdictFigure("verdicts")) })
	for name, expected := range map[string]string{
		"verdicts.pdf": "<pdf:Keywords>figure verdicts, trafficking, verdicts</pdf:Keywords>",
		"verdicts.png": "figure verdicts, trafficking, verdicts",
	} {
		if !bytes.Contains(files[name], []byte(expected)) {
			t.Errorf("%s does not carry %q", name, expected)
		}
	}
}

func TestFigureErrors(t *testing.T) {
	fails(t, func(d *notebook.Doc) { d.Figure(nil) }, "picture_test.go:", "nil")
	change := func(do func(*figure.Figure)) func(*notebook.Doc) {
		return func(d *notebook.Doc) {
			f := verdictFigure("verdicts")
			do(f)
			d.Figure(f)
		}
	}
	fails(t, change(func(f *figure.Figure) { f.Alt = "" }), `figure "verdicts"`, "alt text")
	fails(t, change(func(f *figure.Figure) { f.Data = figure.Table{} }), `figure "verdicts" has no data`)
	fails(t, change(func(f *figure.Figure) { f.Data.Rows = append(f.Data.Rows, []string{"x"}) }), `figure "verdicts"`)
	fails(t, change(func(f *figure.Figure) { f.Data.Columns = []string{"x", "x"} }), `figure "verdicts"`, "same name")
	fails(t, change(func(f *figure.Figure) {
		f.Draw = func(c *figure.Canvas) { c.Text(0, 10, strings.Repeat("too long ", 100), figure.Style{}) }
	}), `figure "verdicts"`, "too long", "leaves the page")
	fails(t, change(func(f *figure.Figure) {
		f.Draw = func(c *figure.Canvas) {
			c.Text(0, 10, "one label", figure.Style{})
			c.Text(3, 12, "another label", figure.Style{})
		}
	}), `figure "verdicts"`, "one label", "another label", "overlap")
	fails(t, func(d *notebook.Doc) {
		d.Figure(verdictFigure("verdicts"))
		d.Figure(verdictFigure("VERDICTS"))
	}, "taken by figure")
}

// A figure's record names what it is drawn from, and nothing else that the notebook has read.
func TestFigureNamesItsData(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Dataset("enforcement.csv")
		d.Figure(verdictFigure("all"))
		d.Read("capacity.csv")
		d.Figure(verdictFigure("described"), "capacity.csv")
		d.Figure(verdictFigure("plain"), "enforcement.csv")
		d.Figure(verdictFigure("both"))
	})
	for name, expected := range map[string]string{
		"all": "datasets/enforcement.csv", "plain": "datasets/enforcement.csv", "described": "datasets/datapackage.json datasets/capacity.csv",
		"both": "datasets/enforcement.csv datasets/datapackage.json datasets/capacity.csv",
	} {
		record, _, err := notebook.ReadRecord(files[name+".svg"])
		var paths []string
		for _, input := range record.Data {
			paths = append(paths, input.Path)
		}
		if got := strings.Join(paths, " "); err != nil || got != expected {
			t.Errorf("figure %s is drawn from %s, expected %s; %v", name, got, expected, err)
		}
	}
	fails(t, func(d *notebook.Doc) { d.Figure(verdictFigure("verdicts"), "enforcement.csv") }, `figure "verdicts"`, `has not read "enforcement.csv"`)
}
