package notebook_test

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

func TestFootnotes(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Value("n", 89, notebook.Whole)
		d.Text("Some text {{n}}.[^first] More.[^second] Again.[^first]\n\n[^first]: The *first* of {{n}}.\n\n[^second]: The second, {{= 95}}.")
		d.Text("## Heading\n\nMore {{n}}.[^third]\n\n[^third]: The third.")
	})
	page := string(files["index.html"])
	for _, fault := range faults(t, files["index.html"]) {
		t.Error(fault)
	}
	for _, expected := range []string{
		`<a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a>`, `<li id="fn:3" value="3">`, `<a href="#fn:3" class="footnote-ref" role="doc-noteref">3</a>`,
		`The <em>first</em> of <data class="value" value="89">89</data>.`, `The second, 95.`, `title="Back to the text"`,
	} {
		if !strings.Contains(page, expected) {
			t.Errorf("the page has no %s:\n%s", expected, page[strings.Index(page, "<main"):])
		}
	}
	if readme := string(files["README.md"]); !strings.Contains(readme, "More 89.[^third]\n\n[^third]: The third.") {
		t.Error(readme)
	}
	list := cells(t, files["notebook.ipynb"])
	first := strings.Join(list[1].Source, "")
	if !strings.HasPrefix(first, "Some text 89.<sup>1</sup> More.<sup>2</sup> Again.<sup>1</sup>\n\n<sup>1</sup> The *first* of 89.\n\n<sup>2</sup> The second") {
		t.Error(first)
	}
}

func TestFootnoteErrors(t *testing.T) {
	fails(t, func(d *notebook.Doc) {
		d.Text("A.[^a]\n\n[^a]: Note.")
		d.Text("B.[^a]\n\n[^a]: Note.")
	}, "two footnotes [^a]")
	fails(t, func(d *notebook.Doc) { d.Text("A.[^a]\n\n[^a]: In 2023.") }, "a number in prose")
	fails(t, func(d *notebook.Doc) { d.Text("A.[^a] B.[^b]\n\n[^b]: Note {{= 2}}.\n\n[^a]: Note {{= 1}}.") }, "in the order in which")
	fails(t, func(d *notebook.Doc) { d.Text("A.[^a]\n\n[^a]: Note {{= 1}}.\n\nB {{= 2}}.") }, "at the end")
	fails(t, func(d *notebook.Doc) { d.Text("A.[^wlison]\n\nB.[^wilson]\n\n[^wilson]: Note.") }, "no footnote [^wlison]")
	fails(t, func(d *notebook.Doc) { d.Text("A.[^wlison] b.") }, "no footnote [^wlison]")
	fails(t, func(d *notebook.Doc) { d.Text("A.\n\n[^wilson]: Note {{= 5}}.") }, "nothing refers to the footnote [^wilson]")
	fails(t, func(d *notebook.Doc) { d.Text("A.\n\n> [^wilson]: Note.") }, "nothing refers to the footnote [^wilson]")
}

// What only looks like a footnote is none.
func TestNoFootnotes(t *testing.T) {
	made(t, func(d *notebook.Doc) { d.Text("`x[^a]`, \\[^b], [^c](https://example.org).\n\n~~~\n[^d]: code\n~~~") })
}
