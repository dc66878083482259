package notebook

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// scrolling writes the tables and the code of prose so that they scroll, by the keyboard too, where they are wider than the page.
type scrolling struct{}

func (scrolling) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(scrolling{}, 1))) // before those of goldmark
}

func (scrolling) RegisterFuncs(register renderer.NodeRendererFuncRegisterer) {
	register.Register(tables.KindTable, renderTable)
	register.Register(tables.KindTableCell, renderCell)
	register.Register(ast.KindCodeBlock, renderCode)
	register.Register(ast.KindFencedCodeBlock, renderCode)
}

func renderTable(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table in the text\">\n<table>\n")
	} else {
		_, _ = w.WriteString("</table>\n</div>\n")
	}
	return ast.WalkContinue, nil
}

// renderCell writes a cell of the head as one, unless it is empty and so the head of nothing.
func renderCell(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	tag, scope := "td", ""
	if node.Parent().Kind() == tables.KindTableHeader && node.HasChildren() {
		tag, scope = "th", ` scope="col"`
	}
	if !entering {
		_, _ = w.WriteString("</" + tag + ">\n")
		return ast.WalkContinue, nil
	}
	style := ""
	if cell := node.(*tables.TableCell); cell.Alignment != tables.AlignNone {
		style = ` style="text-align:` + cell.Alignment.String() + `"`
	}
	_, _ = w.WriteString("<" + tag + scope + style + ">")
	return ast.WalkContinue, nil
}

// renderCode writes a block of code; that of a fence which names Go has its keywords marked.
func renderCode(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	code := string(node.Lines().Value(source))
	shown := string(util.EscapeHTML([]byte(code)))
	if fenced, ok := node.(*ast.FencedCodeBlock); ok && string(fenced.Language(source)) == "go" {
		shown = highlight(code)
	}
	_, _ = w.WriteString("<pre tabindex=\"0\"><code>" + shown + "</code></pre>\n")
	return ast.WalkContinue, nil
}
