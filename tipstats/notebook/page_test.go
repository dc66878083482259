package notebook_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

// element is a start tag of a page and the text directly in it.
type element struct {
	name       string
	attributes map[string]string
	text       string
}

// elements reads a page. Void elements apart, it must be well-formed.
func elements(t *testing.T, page []byte) []*element {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(page))
	decoder.Strict = false
	decoder.AutoClose = []string{"meta", "link", "br", "hr"}
	decoder.Entity = xml.HTMLEntity
	var all, open []*element
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			if len(open) > 0 {
				t.Errorf("<%s> is not closed", open[len(open)-1].name)
			}
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attributes: map[string]string{}}
			for _, a := range token.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			all = append(all, e)
			if !strings.Contains(" meta link br hr ", " "+e.name+" ") {
				open = append(open, e)
			}
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1].name != token.Name.Local {
				t.Fatalf("</%s> closes nothing", token.Name.Local)
			}
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(token)
			}
		}
	}
}

// faults lists what a page must not have.
func faults(t *testing.T, page []byte) []string {
	t.Helper()
	var list []string
	ids, counts := map[string]bool{}, map[string]int{}
	all := elements(t, page)
	for _, e := range all {
		counts[e.name]++
		if id, ok := e.attributes["id"]; ok {
			if ids[id] {
				list = append(list, "two elements have the id "+id)
			}
			ids[id] = true
		}
	}
	level := 0
	for _, e := range all {
		if target, ok := strings.CutPrefix(e.attributes["href"], "#"); ok && !ids[target] {
			list = append(list, "a link to nothing: #"+target)
		}
		for _, name := range strings.Fields(e.attributes["aria-labelledby"] + " " + e.attributes["aria-describedby"]) {
			if !ids[name] {
				list = append(list, "a label that is not there: "+name)
			}
		}
		for attribute, value := range e.attributes {
			if attribute == "src" || strings.HasPrefix(attribute, "on") || e.name == "link" && attribute == "href" && value != "data:," {
				list = append(list, "a request or a script: "+e.name+" "+attribute+"="+value)
			}
			if strings.HasPrefix(strings.TrimSpace(strings.ToLower(value)), "javascript:") {
				list = append(list, "a script: "+value)
			}
		}
		if e.name == "th" && e.attributes["scope"] == "" {
			list = append(list, "a th without scope: "+e.text)
		}
		if e.name == "script" || e.name == "iframe" || e.name == "object" || e.name == "embed" || e.name == "img" {
			list = append(list, "<"+e.name+">")
		}
		if regexp.MustCompile(`^h[1-6]$`).MatchString(e.name) {
			if n := int(e.name[1] - '0'); n > level+1 {
				list = append(list, "a heading skips a level: "+e.text)
			} else {
				level = n
			}
		}
	}
	for _, name := range []string{"html", "head", "title", "h1", "header", "nav", "main", "footer"} {
		want := 1
		if name == "title" {
			want += counts["svg"] // each picture has its own
		}
		if counts[name] != want {
			list = append(list, "not one <"+name+">")
		}
	}
	if regexp.MustCompile(`(?i)@import|url\(\s*["']?(https?:|//)`).Match(page) {
		list = append(list, "a request of the style")
	}
	if all[0].name != "html" || all[0].attributes["lang"] != "en" {
		list = append(list, "no language")
	}
	return list
}

func TestPage(t *testing.T) {
	files, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults(t, files["index.html"]) {
		t.Error(fault)
	}
}

// The check of pages finds what it looks for.
func TestPageCheckCanFail(t *testing.T) {
	files, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{
		`<p id="text"></p>`, `<a href="#nowhere">x</a>`, `<h1>x</h1>`, `<h5>x</h5>`, `<b onclick="x">y</b>`, `<script></script>`, `<th>x</th>`,
		`<a href=" JavaScript:x">y</a>`, `<img src="https://example.org/x.png"></img>`, `<style>a { background: url("https://example.org") }</style>`,
		`<p aria-labelledby="nobody"></p>`,
	} {
		page := bytes.Replace(files["index.html"], []byte("</main>"), []byte(bad+"</main>"), 1)
		if len(faults(t, page)) == 0 {
			t.Errorf("%s passes", bad)
		}
	}
}

// Characters that mean something in HTML come out as text, wherever they come from.
func TestPageShowsMetacharactersAsText(t *testing.T) {
	const evil = `</style></title><script>alert("1")</script>&amp;'{{.}}`
	n := sample()
	n.Title, n.Description, n.Authors, n.Keywords, n.Address = evil, evil, []string{evil}, []string{evil}, evil
	n.Write = func(d *notebook.Doc) error {
		f := verdictFigure("verdicts")
		f.Title, f.Subtitle, f.Caption, f.Alt = evil, evil, []string{evil}, evil
		f.Data.Columns[0], f.Data.Rows[0][0] = evil, evil
		d.Value("evil", evil, notebook.Text)
		d.Text("## The {{evil}}\n\nProse {{evil}}.")
		d.Table("cells", "A title {{evil}}", f.Data)
		d.Figure(f)
		return d.Err()
	}
	files, err := notebook.Generate(n)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults(t, files["index.html"]) {
		t.Error(fault)
	}
	all := elements(t, files["index.html"])
	seen := map[string]int{}
	for _, e := range all {
		if strings.Contains(e.text, evil) {
			seen[e.name]++
		}
	}
	for _, name := range []string{"title", "h1", "h2", "p", "caption", "th", "figcaption", "svg", "a"} {
		if seen[name] == 0 {
			t.Errorf("no <%s> shows the text", name)
		}
	}
}

func TestPageMarksValuesForPrograms(t *testing.T) {
	files, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	page := string(files["index.html"])
	for _, expected := range []string{
		`<data class="value" value="0.55625">55.6 %</data>`, `<strong><data class="value" value="89">89</data></strong>`,
		`<td style="text-align:right"><data class="value" value="1266">1,266</data></td>`,
		`<h3 id="places-and-their-number">`, `<li><a href="#places-and-their-number">`, `at the 95 % level`,
	} {
		if !strings.Contains(page, expected) {
			t.Errorf("the page has no %s", expected)
		}
	}
}

func TestHeadingsOfOneNameHavePlacesOfTheirOwn(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Text("## Text\n\n## Contents\n\n## The {{n}} *most* `common`\n\n## …")
		d.Text("## Text\n\n## Figure verdicts\n\n### Data and how to reproduce this")
		d.Value("n", 3, notebook.Whole)
		d.Figure(verdictFigure("verdicts"))
	})
	for _, fault := range faults(t, files["index.html"]) {
		t.Error(fault)
	}
	if !bytes.Contains(files["index.html"], []byte(`<h2 id="the-3-most-common">`)) {
		t.Error("the place of a heading does not carry its value")
	}
}
