package notebook_test

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

// A table and code that are wider than the page scroll, and the keyboard reaches them.
func TestWideProseScrolls(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Text("| a | | {{x}} |\n| --- | :-: | ---: |\n| b | c | d |\n\n~~~go\nfunc f() {}\n~~~\n\n~~~\n<b> & func\n~~~")
		d.Value("x", 3, notebook.Whole)
	})
	page := string(files["index.html"])
	for _, expected := range []string{
		"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table in the text\">\n<table>",
		"<th scope=\"col\">a</th>\n<td style=\"text-align:center\"></td>\n<th scope=\"col\" style=\"text-align:right\"><data", "</table>\n</div>",
		`<pre tabindex="0"><code><span class="keyword">func</span> f() {}`, "<pre tabindex=\"0\"><code>&lt;b&gt; &amp; func\n</code></pre>",
	} {
		if !strings.Contains(page, expected) {
			t.Errorf("the page has no %s:\n%s", expected, page[strings.Index(page, "<main"):])
		}
	}
	for _, fault := range faults(t, files["index.html"]) {
		t.Error(fault)
	}
}
