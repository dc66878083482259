package notebook_test

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

// Nothing that a document shows holds a character that it cannot show.
func TestCharactersThatNoDocumentShows(t *testing.T) {
	for _, evil := range []string{"a\x00b", "a\x1b[31mb", "a\ab", "a\xffb", "a\u202Eb", "a\u2066b", "a\u009Fb"} {
		for what, set := range map[string]func(*notebook.Notebook){
			"Title": func(n *notebook.Notebook) { n.Title = evil }, "Description": func(n *notebook.Notebook) { n.Description = evil },
			"Authors": func(n *notebook.Notebook) { n.Authors = []string{"A", evil} }, "Keywords": func(n *notebook.Notebook) { n.Keywords = []string{evil} },
			"Sources": func(n *notebook.Notebook) { n.Sources = []string{evil} }, "Address": func(n *notebook.Notebook) { n.Address = evil },
		} {
			n := sample()
			set(&n)
			if _, err := notebook.Generate(n); err == nil || !strings.Contains(err.Error(), what) {
				t.Errorf("%q in %s: %v", evil, what, err)
			}
		}
		fails(t, func(d *notebook.Doc) { d.Text("Prose " + evil + ".") }, "the text")
		fails(t, func(d *notebook.Doc) { d.Table("a", "A title "+evil, verdictFigure("f").Data) }, "the title of table a")
		cells := figure.Table{Columns: []string{"a", "b"}, Rows: [][]string{{"x", evil}}}
		fails(t, func(d *notebook.Doc) { d.Table("a", "A title", cells) }, `row 1, column "b"`)
		fails(t, func(d *notebook.Doc) { d.Table("a", "A title", figure.Table{Columns: []string{evil}}) }, "the name of a column")
		fails(t, func(d *notebook.Doc) {
			f := verdictFigure("f")
			f.Data = cells
			d.Figure(f)
		}, `row 1, column "b"`)
		fails(t, func(d *notebook.Doc) {
			d.Value("v", 1, func(any) (string, error) { return evil, nil })
			d.Text("{{v}}")
		}, `value "v"`)
		for part, set := range map[string]func(*figure.Figure){
			"title": func(f *figure.Figure) { f.Title = evil }, "alt": func(f *figure.Figure) { f.Alt = evil },
			"caption": func(f *figure.Figure) { f.Caption = []string{evil} },
		} {
			if _, err := notebook.Generate(withFigure(set)); err == nil {
				t.Errorf("%q passes in the %s of a figure", evil, part)
			}
		}
	}
}

func withFigure(set func(*figure.Figure)) notebook.Notebook {
	n := sample()
	n.Write = func(d *notebook.Doc) error {
		f := verdictFigure("f")
		set(f)
		d.Figure(f)
		return d.Err()
	}
	return n
}

// A text of the data whose direction is another cannot turn the text around it.
func TestTextsOfDataAreIsolated(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Value("name", "مكافحة \u202Eالاتجار", notebook.Text)
		d.Text("The law {{name}}: {{= 5}}.")
	})
	if page := string(files["index.html"]); !strings.Contains(page, "The law <bdi>مكافحة \uFFFDالاتجار</bdi>: 5.") {
		t.Error(page[strings.Index(page, "<main"):])
	}
}
