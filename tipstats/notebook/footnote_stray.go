package notebook

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	notes "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	reader "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// strayNotes finds the marks of footnotes that no note answers, which Markdown shows as they stand, and the notes that nothing refers to,
// which it drops. It reads what the parser of footnotes, which has the priorities 101 and 999, leaves and what it is about to drop.
type strayNotes struct{}

func (strayNotes) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithInlineParsers(util.Prioritized(strayNotes{}, 102)),
		parser.WithASTTransformers(util.Prioritized(strayNotes{}, 998)),
	)
}

var (
	unansweredKey = parser.NewContextKey()
	unusedKey     = parser.NewContextKey()
)

// stray is the list of labels under a key.
func stray(pc parser.Context, key parser.ContextKey) []string {
	labels, _ := pc.Get(key).([]string)
	return labels
}

func (strayNotes) Trigger() []byte { return []byte{'['} }

// Parse records a mark and leaves it to the other parsers.
func (strayNotes) Parse(_ ast.Node, block reader.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	label, after, closed := bytes.Cut(bytes.TrimPrefix(line, []byte("[^")), []byte("]"))
	link := bytes.HasPrefix(after, []byte("("))
	if bytes.HasPrefix(line, []byte("[^")) && closed && !link && !util.IsBlank(label) {
		pc.Set(unansweredKey, append(stray(pc, unansweredKey), string(label)))
	}
	return nil
}

// Transform records the notes that nothing refers to.
func (strayNotes) Transform(document *ast.Document, _ reader.Reader, pc parser.Context) {
	_ = ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if note, ok := node.(*notes.Footnote); ok && entering && note.Index < 0 {
			pc.Set(unusedKey, append(stray(pc, unusedKey), string(note.Ref)))
		}
		return ast.WalkContinue, nil
	})
}
