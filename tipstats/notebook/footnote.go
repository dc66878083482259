package notebook

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/yuin/goldmark/ast"
	notes "github.com/yuin/goldmark/extension/ast"
)

// numberNotes numbers the footnotes of a text after those of the texts before it, and reports labels that are taken: README.md is
// one document, in which a label has one note.
func (d *Doc) numberNotes(p *prose) {
	before := len(d.notes)
	var labels []string
	p.notes = map[string]int{}
	_ = ast.Walk(p.tree, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := node.(type) {
		case *notes.FootnoteLink:
			n.Index += before
		case *notes.FootnoteBacklink:
			n.Index += before
		case *notes.Footnote:
			labels = append(labels, string(n.Ref))
			n.Index += before
			p.notes[string(n.Ref)] = n.Index
			n.SetAttributeString("value", []byte(strconv.Itoa(n.Index)))
		}
		return ast.WalkContinue, nil
	})
	for _, label := range labels {
		if d.notes[label] {
			d.problemf("the document has two footnotes [^%s]: give each a label of its own", label)
		}
		d.notes[label] = true
	}
}

var noteMark = regexp.MustCompile(`(?m)(^|[^\\])\[\^([^\]\s]+)\](:?)`)

// raisedNotes writes the marks of footnotes as raised numbers, for readers of Markdown that know no footnotes, as Jupyter.
func (p *prose) raisedNotes(markdown string) string {
	return noteMark.ReplaceAllStringFunc(markdown, func(found string) string {
		parts := noteMark.FindStringSubmatch(found)
		number, known := p.notes[parts[2]]
		if !known {
			return found
		}
		colon := parts[3]
		if parts[1] == "" || parts[1] == "\n" {
			colon = "" // the note itself
		}
		return fmt.Sprintf("%s<sup>%d</sup>%s", parts[1], number, colon)
	})
}
