package notebook

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	reader "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// prose is Markdown with placeholders, parsed with a mark for each of them.
type prose struct {
	text   passage
	source []byte
	tree   ast.Node
	notes  map[string]int // the number of each footnote, by its label
	stray  parser.Context // what strayNotes found
}

// markdown is CommonMark with tables and footnotes.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table,
	extension.NewFootnote(extension.WithFootnoteBacklinkTitle("Back to the text")), strayNotes{}, scrolling{}))

// Text adds Markdown prose (CommonMark, with tables and footnotes). The white space that all its lines begin with is taken off, so that it
// can be indented like the code around it. The title is the document's only heading of the first level: prose begins with ##, and
// headings go down one level at a time.
//
// {{name}} shows a value of the notebook, named before or after. A digit, or any other character that is a number, is an
// error in prose, except
//
//   - in {{name}}, and in {{= 95}}, which shows the text after the equals sign as it stands;
//   - in the number at the beginning of a heading ("## 2. Method") and that of a list's item;
//   - in a code span or a code block;
//   - in the address of a link, not in its text.
//
// A footnote, [^wilson] in the text and "[^wilson]: What it says." at the end of the same text, is numbered through the document. Its
// label is its own in the document, and the notes stand in the order in which the text refers to them. A mark without a note, and a note
// without a mark, are errors.
//
// A dollar sign is a character and begins no mathematics. Placeholders stand in text, not in code or addresses. Raw HTML and pictures are errors: a picture is a [Doc.Figure].
func (d *Doc) Text(markdownText string) {
	if d.failed {
		return
	}
	frame := caller()
	d.reached(frame)
	t, err := parsePassage(place(frame), dedent(markdownText))
	if err != nil {
		d.problem(err)
		return
	}
	p := parseProse(t)
	d.numberNotes(p)
	check := proseCheck{doc: d, where: t.where, source: p.source}
	check.notes(p)
	_ = ast.Walk(p.tree, check.visit) // visit returns no error
	if !check.found && check.places != len(t.places) {
		d.problemf("a placeholder stands where no text is shown, in the definition of a link perhaps")
	}
	d.add(p)
}

// parseProse reads a text with its marks as Markdown.
func parseProse(t passage) *prose {
	source, found := []byte(t.marked()), parser.NewContext()
	tree := markdown.Parser().Parse(reader.NewReader(source), parser.WithContext(found))
	return &prose{text: t, source: source, tree: tree, stray: found}
}

// proseCheck holds prose to the rules of Doc.Text.
type proseCheck struct {
	doc    *Doc
	where  string
	source []byte
	places int  // placeholders that stand in text
	at     int  // where in the source the last of them stands
	found  bool // a problem after which they cannot be counted
}

func (c *proseCheck) problemf(format string, args ...any) {
	c.doc.problems = append(c.doc.problems, Problem{c.where, fmt.Errorf(format, args...)})
}

func (c *proseCheck) visit(node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := node.(type) {
	case *ast.Heading:
		c.heading(n)
	case *ast.RawHTML, *ast.HTMLBlock:
		c.problemf("raw HTML in prose: write Markdown, and a backslash before a < that is a character")
		c.found = true
		return ast.WalkSkipChildren, nil
	case *ast.Image:
		c.problemf("a picture in prose: show it with Doc.Figure, which records how it was made")
		c.found = true
		return ast.WalkSkipChildren, nil
	case *ast.CodeSpan, *ast.CodeBlock, *ast.FencedCodeBlock:
		c.code(node)
		return ast.WalkSkipChildren, nil
	case *ast.AutoLink:
		c.address(string(n.URL(c.source)))
		return ast.WalkSkipChildren, nil
	case *ast.Link:
		c.address(string(n.Destination))
		c.text(string(n.Title), "")
	case *ast.Text:
		if count := strings.Count(string(n.Value(c.source)), string(mark)); count > 0 {
			if n.Segment.Start < c.at {
				c.problemf("a footnote with a placeholder stands before text that comes first in the page: write the notes at the end, in the order in which the text refers to them")
				c.found = true
			}
			c.places, c.at = c.places+count, n.Segment.Start
		}
		c.text(string(n.Value(c.source)), sectionNumber(n, c.source))
	case *ast.String:
		c.text(string(n.Value), "")
	}
	return ast.WalkContinue, nil
}

// notes reports footnotes without a mark and marks without a footnote.
func (c *proseCheck) notes(p *prose) {
	for _, label := range stray(p.stray, unansweredKey) {
		c.problemf("no footnote [^%s] stands in this text: write \"[^%s]: What it says.\" at its end, or a backslash before a [ that is a character", visible(label), visible(label))
	}
	for _, label := range stray(p.stray, unusedKey) {
		c.problemf("nothing refers to the footnote [^%s]: write [^%s] where it belongs, in the same text", visible(label), visible(label))
		c.found = true // its placeholders are shown nowhere
	}
}

// heading checks that headings go down one level at a time.
func (c *proseCheck) heading(n *ast.Heading) {
	switch {
	case n.Level == 1:
		c.problemf("a heading of the first level in prose: the title is the only one, so begin with ##")
	case n.Level > c.doc.heading+1:
		c.problemf("a heading of level %d follows one of level %d: go down one level at a time", n.Level, c.doc.heading)
	}
	c.doc.heading = n.Level
}

// text reports the first character of a text that is a number.
func (c *proseCheck) text(s, allowed string) {
	s = string(util.ResolveNumericReferences(util.ResolveEntityNames([]byte(s))))
	s = strings.TrimPrefix(s, allowed)
	if at := strings.IndexFunc(s, unicode.IsNumber); at >= 0 {
		c.problemf("a number in prose that no code computed, at %q: name it with Doc.Value and write {{its name}}, or write "+
			"{{= …}} around a number that is a name", excerpt(visible(nearby(s, at))))
	}
}

// code reports a placeholder that would come out as it stands.
func (c *proseCheck) code(node ast.Node) {
	var b strings.Builder
	if node.Type() == ast.TypeBlock {
		b.Write(node.Lines().Value(c.source))
	}
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			b.Write(t.Value(c.source))
		}
	}
	if strings.ContainsRune(b.String(), mark) {
		c.problemf("a placeholder in code, at %q: take it out of the backticks", excerpt(visible(b.String())))
		c.found = true
	}
}

// address checks where a link goes.
func (c *proseCheck) address(url string) {
	if strings.ContainsRune(url, mark) {
		c.problemf("a placeholder in the address of a link, %q", excerpt(visible(url)))
		c.found = true
		return
	}
	scheme, _, found := strings.Cut(url, ":")
	if found && !strings.ContainsAny(scheme, "/?#") && scheme != "https" && scheme != "http" && scheme != "mailto" {
		c.problemf("a link to %q: expected https, http, mailto or a path", excerpt(url))
	}
}

// sectionNumber is the number that a heading begins with, "2.1 ", if the text is a heading's first.
func sectionNumber(n *ast.Text, source []byte) string {
	if _, ok := n.Parent().(*ast.Heading); !ok || n.PreviousSibling() != nil {
		return ""
	}
	s := string(n.Value(source))
	length := 0
	for length < len(s) && (s[length] >= '0' && s[length] <= '9' || s[length] == '.' && length > 0) {
		length++
	}
	if length == 0 || length == len(s) || s[length] != ' ' {
		return ""
	}
	return s[:length]
}

// nearby is the number at a place in a text, with the words around it.
func nearby(s string, at int) string {
	start := at
	for words := 0; start > 0 && words < 4; start-- {
		if s[start-1] == ' ' {
			words++
		}
	}
	return s[start:]
}

// visible writes each placeholder of a parsed text as "{{…}}".
func visible(s string) string { return strings.ReplaceAll(s, string(mark), "{{…}}") }

// dedent takes off the white space that all lines begin with, and empty lines at both ends. The first line does not count
// where it follows the opening quotation mark of a raw string.
func dedent(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	common, known := "", false
	for i, line := range lines {
		rest := strings.TrimLeft(line, " \t")
		indent := line[:len(line)-len(rest)]
		if rest == "" || i == 0 && indent == "" {
			continue
		}
		if !known {
			common, known = indent, true
		}
		for !strings.HasPrefix(indent, common) {
			common = common[:len(common)-1]
		}
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight(strings.TrimPrefix(line, common), "\t\r")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// slug is a heading as the name of its place in the page: "what-the-courts-decided".
func slug(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(heading) {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimRight(b.String(), "-")
}

// checkPlain holds a title to the rules of prose and returns it as a passage.
func (d *Doc) checkPlain(where, what, s string) (passage, bool) {
	if err := checkCharacters("the "+what, s); err != nil {
		d.problem(err)
		return passage{}, false
	}
	t, err := parsePassage(where, strings.Join(strings.Fields(s), " "))
	if err == nil && t.marked() == "" {
		err = fmt.Errorf("the %s is empty", what)
	}
	if err != nil {
		d.problem(err)
		return t, false
	}
	check := proseCheck{doc: d, where: where}
	check.text(t.marked(), "")
	return t, true
}
