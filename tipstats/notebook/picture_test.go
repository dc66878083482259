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
