package notebook_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

// metacharacters are what HTML, SVG, Markdown, LaTeX, spreadsheets and templates take for more than text.
var metacharacters = []string{
	`</text></svg><script>alert(1)</script>`, `<![CDATA[x]]> <!-- y --> <?z?>`, `&amp; &#60;b&#62; &lt;`, `"quoted' \"`,
	"*a* _b_ `c` [d](javascript:e) ![f](g) # | ~~h~~", `\input{/etc/passwd} $x^2$ %comment {} #1 ~ \`, `{{.}} {{name}} ${x} <%= y %>`,
	`=HYPERLINK("http://example.org")`, "-1+cmd|' /C calc'!A0", "@SUM(A1)",
}

// TestMetacharactersComeOutAsText puts characters that mean something to one format or another into everything that a notebook shows of
// its data, and reads the files as their readers do.
func TestMetacharactersComeOutAsText(t *testing.T) {
	for _, evil := range metacharacters {
		n := sample()
		n.Title, n.Description, n.Authors, n.Keywords = evil, evil, []string{evil}, []string{evil}
		n.Write = func(d *notebook.Doc) error {
			f := verdictFigure("verdicts")
			f.Title, f.Subtitle, f.Caption, f.Alt = evil, evil, []string{evil}, evil
			f.Draw = func(c *figure.Canvas) { c.Text(10, 16, evil, figure.Style{}) }
			f.Data = figure.Table{Columns: []string{evil, "b"}, Rows: [][]string{{evil, evil}}}
			d.Value("evil", evil, notebook.Text)
			d.Text("## The {{evil}}\n\nProse {{evil}}.[^note]\n\n[^note]: A note {{evil}}.")
			d.Table("cells", "A title {{evil}}", f.Data)
			d.Figure(f)
			return d.Err()
		}
		files, err := notebook.Generate(n)
		if err != nil {
			t.Fatalf("%s: %v", evil, err)
		}
		for _, fault := range faults(t, files["index.html"]) {
			t.Errorf("%s: %s", evil, fault)
		}
		if texts := textOf(t, files["verdicts.svg"], "script"); !strings.Contains(strings.Join(strings.Fields(texts), " "), strings.Join(strings.Fields(evil), " ")) {
			t.Errorf("%s: the SVG shows %q", evil, texts)
		}
		for _, name := range []string{"verdicts.csv", "cells.csv"} {
			rows, err := csv.NewReader(bytes.NewReader(files[name])).ReadAll()
			if err != nil || len(rows) != 2 || strings.TrimPrefix(rows[1][0], "'") != evil || strings.ContainsRune("=+-@", rune(rows[1][1][0])) {
				t.Errorf("%s: %s: %v, %q", evil, name, err, rows)
			}
		}
		for name, file := range files {
			if ext := path.Ext(name); (ext == ".json" || ext == ".ipynb") && !json.Valid(file) {
				t.Errorf("%s: %s is no JSON", evil, name)
			}
		}
		cells(t, files["notebook.ipynb"])
		if depth := braces(string(files["README.md"])); depth != 0 {
			t.Errorf("%s: the BibTeX has %d braces that are not closed", evil, depth)
		}
	}
}

// textOf is the text of an XML file, which holds no element of the given name.
func textOf(t *testing.T, file []byte, forbidden string) string {
	t.Helper()
	var text strings.Builder
	for decoder := xml.NewDecoder(bytes.NewReader(file)); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return text.String()
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		switch token := token.(type) {
		case xml.CharData:
			text.Write(token)
		case xml.StartElement:
			if token.Name.Local == forbidden {
				t.Errorf("a <%s> in %s", forbidden, file)
			}
		}
	}
}

// braces counts the braces of the first BibTeX entry that BibTeX sees open.
func braces(readme string) int {
	_, entry, _ := strings.Cut(readme, "@misc{")
	entry, _, _ = strings.Cut(entry, "\n```")
	depth := 1
	for i := range len(entry) {
		switch entry[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
	}
	return depth
}
