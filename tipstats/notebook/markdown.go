package notebook

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	reader "github.com/yuin/goldmark/text"
)

// markdown is prose with its values, as Markdown.
func (d *Doc) markdown(p *prose) string {
	var b strings.Builder
	for i, part := range strings.Split(p.portable(), string(mark)) {
		if i > 0 {
			shown, begins := d.shown(p.text.places[i-1]), startsLine(b.String())
			b.WriteString(escape(shown, begins))
			if begins && endsListNumber.MatchString(shown) && strings.IndexAny(part, ".)") == 0 {
				b.WriteByte('\\')
			}
		}
		b.WriteString(part)
	}
	return b.String()
}

// portable is the source of prose for readers that take more for HTML or for mathematics than CommonMark does.
func (p *prose) portable() string {
	var texts []reader.Segment
	_ = ast.Walk(p.tree, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := node.(type) {
		case *ast.CodeSpan, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.AutoLink:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				texts = append(texts, n.Segment)
			}
		}
		return ast.WalkContinue, nil
	})
	slices.SortFunc(texts, func(a, b reader.Segment) int { return cmp.Compare(a.Start, b.Start) })
	var b strings.Builder
	end := 0
	for _, text := range texts {
		b.Write(p.source[end:text.Start])
		b.WriteString(portableText.Replace(string(p.source[text.Start:text.Stop])))
		end = text.Stop
	}
	b.Write(p.source[end:])
	return b.String()
}

// A dollar sign or a backslash in an element of its own begins no mathematics, neither in Markdown nor, with MathJax, in the page made of it.
const (
	dollar    = "<span>&#36;</span>"
	backslash = "<span>&#92;</span>"
)

// portableText writes the escapes of a text that some readers of Markdown do not know as entities, which all know.
var portableText = strings.NewReplacer(`\\`, backslash, `\<`, "&lt;", `\$`, dollar, `\&`, "&amp;", "<", "&lt;", "$", dollar)

// lineStart matches what may stand on a line before its text: quotation marks, bullets and numbers of lists.
var lineStart = regexp.MustCompile(`(^|\n)[ \t>*+-]*([0-9]+[.)][ \t]+)?$`)

// startsLine reports whether what comes after a text begins a line.
func startsLine(before string) bool {
	return lineStart.MatchString(before[strings.LastIndexByte(before, '\n')+1:])
}

// escapeLine writes a text as a line of Markdown that shows it.
func escapeLine(text string) string {
	return escape(strings.Join(strings.Fields(text), " "), true)
}

// A number with a point or a parenthesis after it makes a list where it begins a line, whoever wrote the point.
var (
	listNumber     = regexp.MustCompile(`^[0-9]+([.)])(?: |$)`)
	endsListNumber = regexp.MustCompile(`^[0-9]+$`)
)

// escape writes a text so that Markdown shows it as it stands; what begins a line could begin a list, a heading or a rule. Characters that
// are escaped by a backslash are those of the first Markdown; the others are entities, since not every reader knows their escape.
func escape(text string, startsLine bool) string {
	var b strings.Builder
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		after, begins := text[i+size:], startsLine && i == 0
		switch {
		case strings.ContainsRune("`*_[]|~#", r), begins && strings.ContainsRune("+-", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\\':
			b.WriteString(backslash)
		case r == '$':
			b.WriteString(dollar)
		case r == '<':
			b.WriteString("&lt;")
		case r == '&' && (after == "" || entityStart(after[0])):
			b.WriteString("&amp;")
		case begins && r == '>':
			b.WriteString("&gt;")
		case begins && r == '=':
			b.WriteString("&#61;")
		case begins && r == ':':
			b.WriteString("&#58;")
		default:
			b.WriteRune(r)
		}
	}
	escaped := b.String()
	if m := listNumber.FindStringSubmatchIndex(escaped); startsLine && m != nil {
		return escaped[:m[2]] + `\` + escaped[m[2]:]
	}
	return escaped
}

// entityStart reports whether a character after & can make more of it than a character.
func entityStart(c byte) bool { return c == '#' || c|0x20 >= 'a' && c|0x20 <= 'z' }
