package notebook

import (
	"bytes"
	_ "embed" // the template and the style of the page
	"fmt"
	"html"
	"html/template"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
)

var (
	//go:embed page.html
	pageText string
	//go:embed page.css
	pageStyle string

	pageTemplate = sync.OnceValue(func() *template.Template {
		return template.Must(template.New("page").Parse(pageText))
	})
)

// pageView is what page.html shows.
type pageView struct {
	Notebook    Notebook
	Style       template.CSS
	Byline      string
	Keywords    string
	Command     string
	Lead        template.HTML // the prose before the first heading: the answer stands before the table of contents
	Contents    []entry
	Blocks      []blockView
	DataID      string
	DataHeading string
	DataMethod  string
	Data        []string
}

// An entry is a line of the table of contents.
type entry struct {
	ID       string
	Title    string
	Children []entry
}

// blockView is one block of the page: one of its fields is set.
type blockView struct {
	Prose  template.HTML
	Code   *codeView
	Table  *tableView
	Figure *figureView
}

type codeView struct {
	File   string
	Source template.HTML
}

type tableView struct {
	ID, Caption, File string
	Number            int
	Columns           []cellView
	Rows              [][]cellView
}

// A cellView is a cell of a table; that of a number is set to the right, with an invisible pad that puts its point under the others.
type cellView struct {
	Text    string
	Pad     string
	Numeric bool
}

type figureView struct {
	ID, Name, Title, Alt string
	Number               int
	SVG                  template.HTML
	Width                template.CSS // "89mm", as it is printed
	Words                []string     // the subtitle and the caption, which the picture holds as well
	Data                 tableView
	Citation             citation
}

// page is index.html.
func (d *Doc) page() ([]byte, error) {
	ids := identities{"text": true, "contents": true} // of page.html
	view := pageView{Notebook: d.notebook, Style: template.CSS(pageStyle), Byline: d.notebook.byline(),
		Keywords: strings.Join(d.notebook.Keywords, ", "), Command: d.notebook.command(),
		DataHeading: dataHeading, DataMethod: dataMethod, Data: d.dataRows()}
	for _, b := range d.blocks {
		switch b := b.(type) {
		case *table:
			ids.unique("table-" + b.name)
		case *picture:
			ids.unique("figure-" + b.figure.Name)
		}
	}
	for _, b := range d.blocks {
		shown, err := d.blockView(b, ids, &view.Contents)
		if err != nil {
			return nil, err
		}
		view.Blocks = append(view.Blocks, shown)
	}
	if len(view.Blocks) > 0 {
		view.Lead, view.Blocks[0].Prose = cutLead(view.Blocks[0].Prose)
	}
	view.DataID = ids.unique(slug(dataHeading))
	view.Contents = append(view.Contents, entry{ID: view.DataID, Title: dataHeading})
	var b bytes.Buffer
	if err := pageTemplate().Execute(&b, view); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// cutLead divides prose at its first heading.
func cutLead(prose template.HTML) (lead, rest template.HTML) {
	if i := strings.Index(string(prose), "<h2"); i >= 0 {
		return prose[:i], prose[i:]
	}
	return prose, ""
}

func (d *Doc) blockView(b block, ids identities, contents *[]entry) (blockView, error) {
	switch b := b.(type) {
	case *prose:
		text, err := d.proseHTML(b, ids, contents)
		return blockView{Prose: template.HTML(text)}, err
	case *code:
		return blockView{Code: &codeView{b.file, template.HTML(highlight(b.source))}}, nil
	case *table:
		view := newTableView(b.columns, b.rows)
		view.ID, view.Number, view.Caption, view.File = "table-"+b.name, b.number, d.plain(b.title), b.name+".csv"
		return blockView{Table: &view}, nil
	case *picture:
		f := b.figure
		words := append([]string{f.Subtitle}, f.Caption...)
		return blockView{Figure: &figureView{ID: "figure-" + f.Name, Name: f.Name, Title: f.Title, Alt: f.Alt, Number: b.number, Width: template.CSS(svgWidth(b.svg)),
			SVG: template.HTML(inlineSVG(b.svg, f.Name+"--")), Words: words,
			Data: newTableView(f.Data.Columns, f.Data.Rows), Citation: d.cite(b)}}, nil
	}
	return blockView{}, fmt.Errorf("no page shows a %T", b)
}

func newTableView(columns []string, rows [][]string) tableView {
	var view tableView
	shown := layOut(columns, rows)
	for _, c := range shown {
		view.Columns = append(view.Columns, cellView{Text: strings.TrimSpace(c.head), Numeric: c.numeric})
	}
	for i := range rows {
		cells := make([]cellView, len(shown))
		for j, c := range shown {
			cells[j] = cellView{strings.TrimSpace(c.cells[i]), c.pads[i], c.numeric}
		}
		view.Rows = append(view.Rows, cells)
	}
	return view
}

// proseHTML is prose with its values, as HTML, and enters its headings into the table of contents.
func (d *Doc) proseHTML(p *prose, ids identities, contents *[]entry) (string, error) {
	next := 0
	err := ast.Walk(p.tree, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := node.(type) {
		case *ast.Heading:
			var title string
			title, next = d.fill(p.text, text(n, p.source), next, d.shown)
			id := ids.unique(slug(title))
			n.SetAttributeString("id", []byte(id))
			enter(contents, n.Level, entry{ID: id, Title: title})
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			next += strings.Count(string(n.Value(p.source)), string(mark))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := markdown.Renderer().Render(&b, p.source, p.tree); err != nil {
		return "", err
	}
	filled, _ := d.fill(p.text, b.String(), 0, d.valueHTML)
	return filled, nil
}

// valueHTML shows a value in the page, with the number in full for whoever reads the page by program.
func (d *Doc) valueHTML(p placeholder) string {
	shown := html.EscapeString(d.shown(p))
	if p.literal {
		return shown
	}
	if _, text := d.values[p.name].raw.(string); text {
		return "<bdi>" + shown + "</bdi>" // whose direction may be another
	}
	exact := string(d.values[p.name].exact())
	if _, err := strconv.ParseFloat(exact, 64); err != nil {
		return shown
	}
	return fmt.Sprintf(`<data class="value" value="%s">%s</data>`, html.EscapeString(exact), shown)
}

// text is what a node shows, without its marks of emphasis.
func text(node ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.WriteString(html.UnescapeString(string(t.Value(source))))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// enter puts a heading into the table of contents, which holds two levels.
func enter(contents *[]entry, level int, e entry) {
	switch {
	case level == 2 || len(*contents) == 0:
		*contents = append(*contents, e)
	case level == 3:
		last := &(*contents)[len(*contents)-1]
		last.Children = append(last.Children, e)
	}
}

// identities are the names of places in the page that are taken.
type identities map[string]bool

func (ids identities) unique(name string) string {
	if name == "" {
		name = "section"
	}
	candidate := name
	for i := 2; ids[candidate]; i++ {
		candidate = fmt.Sprintf("%s-%d", name, i)
	}
	ids[candidate] = true
	return candidate
}
