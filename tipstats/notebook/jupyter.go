package notebook

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"
)

// jupyter is notebook.ipynb, in nbformat 4.5: prose as Markdown cells, code as code cells. What the code shows is the output of its
// cell: figures and tables belong to the code that stands directly before or after them.
func (d *Doc) jupyter() ([]byte, error) {
	n := d.notebook
	heading := "# " + escapeLine(n.Title)
	for _, line := range []string{n.Description, n.byline()} {
		if line != "" {
			heading += "\n\n" + escapeLine(line)
		}
	}
	cells := d.cells(heading)
	authors := []any{}
	for _, author := range n.Authors {
		authors = append(authors, map[string]any{"name": author})
	}
	return indented(map[string]any{
		"nbformat":       4,
		"nbformat_minor": 5,
		"metadata": map[string]any{
			"title":         n.Title,
			"authors":       authors,
			"kernelspec":    map[string]any{"name": "gonb", "display_name": "Go (gonb)", "language": "go"},
			"language_info": map[string]any{"name": "go", "file_extension": ".go", "mimetype": "text/x-go"},
		},
		"cells": cells,
	})
}

// cells are the cells of the notebook: those of a kernel where the source tells how to cut it, and otherwise the code as the
// document shows it.
func (d *Doc) cells(heading string) []any {
	code, runs := d.newCellCode()
	var cells []any
	if runs {
		cells = append(cells, markdownCell("title", heading+"\n\n"+kernelNote), codeCell("setup", code.setup(), []any{}))
	} else {
		cells = append(cells, markdownCell("title", heading+"\n\n"+fmt.Sprintf(shownNote, codeSpan(d.notebook.command()))))
	}
	first := len(cells)
	id := func() string { return fmt.Sprintf("cell-%d", len(cells)-first+1) }
	for _, part := range d.parts(code) {
		shown := slices.IndexFunc(part, func(i int) bool { return !isProse(d.blocks[i]) })
		for n, i := range part {
			if n == shown {
				source := ""
				if runs {
					source = code.section(d, d.originsOf(part))
				} else {
					source = d.shownSource(part)
				}
				cells = append(cells, codeCell(id(), source, d.outputs(part)))
			}
			if p, ok := d.blocks[i].(*prose); ok {
				cells = append(cells, markdownCell(id(), p.raisedNotes(d.markdown(p))))
			}
		}
	}
	return cells
}

// kernelNote says how to run the cells.
const kernelNote = "The code cells run in order in GoNB, a Go kernel for Jupyter. Where the module is not to be had from a proxy, tell the kernel " +
	"where its checkout is, in a cell before the first: `!*go mod edit -replace " + modulePath + "=/path/to/checkout`."

// shownNote says what cells are that a kernel cannot run.
const shownNote = "The code cells show how the tables and figures below them were made and do not run by themselves: %s makes all of it again."

// parts divides the blocks into those of one code cell each: what a statement of the notebook's function made or, where that is
// not known or the function itself made them, neighbours without prose between them.
func (d *Doc) parts(code *cellCode) [][]int {
	var parts [][]int
	last := -1
	for i, b := range d.blocks {
		statement := -1
		if code != nil && len(d.origins[i]) > 1 {
			statement = code.statement(d.origins[i])
		}
		joins := len(parts) > 0 && statement == last && (statement >= 0 || !isProse(b) && !isProse(d.blocks[i-1]))
		if joins {
			parts[len(parts)-1] = append(parts[len(parts)-1], i)
		} else {
			parts = append(parts, []int{i})
		}
		last = statement
	}
	return parts
}

func (d *Doc) originsOf(part []int) []origin {
	var list []origin
	for _, i := range part {
		list = append(list, d.origins[i])
	}
	return list
}

func isProse(b block) bool {
	_, ok := b.(*prose)
	return ok
}

func markdownCell(id, text string) any {
	return map[string]any{"id": id, "cell_type": "markdown", "metadata": map[string]any{}, "source": lines(text)}
}

func codeCell(id, source string, outputs []any) any {
	return map[string]any{"id": id, "cell_type": "code", "metadata": map[string]any{}, "execution_count": nil,
		"source": lines(source), "outputs": outputs}
}

// shownSource is the code that the document shows in a part, or the calls that showed its figures and tables.
func (d *Doc) shownSource(part []int) string {
	var shown, statements []string
	for _, i := range part {
		switch b := d.blocks[i].(type) {
		case *code:
			shown = append(shown, b.source)
		case *table:
			statements = append(statements, b.statement)
		case *picture:
			statements = append(statements, b.statement)
		}
	}
	if len(shown) == 0 {
		shown = statements
	}
	return strings.Join(shown, "\n\n")
}

// outputs are the tables and figures of a part, as outputs of its cell.
func (d *Doc) outputs(part []int) []any {
	outputs := []any{}
	for _, i := range part {
		var shown map[string]string
		switch b := d.blocks[i].(type) {
		case *table:
			shown = d.tableOutput(b, fmt.Sprintf("Table %d. %s", b.number, d.plain(b.title)))
		case *picture:
			shown = b.output(fmt.Sprintf("Figure %d. %s", b.number, b.figure.Title))
		default:
			continue
		}
		data := map[string]any{}
		for kind, text := range shown {
			data[kind] = lines(text)
		}
		outputs = append(outputs, map[string]any{"output_type": "display_data", "metadata": map[string]any{}, "data": data})
	}
	return outputs
}

// output is a figure as a kernel shows it, by the kind of what shows it.
func (p *picture) output(title string) map[string]string {
	return map[string]string{"image/svg+xml": string(p.svg), "text/plain": title + "\n" + p.figure.Alt}
}

// tableOutput is a table as a kernel shows it.
func (d *Doc) tableOutput(t *table, title string) map[string]string {
	var page strings.Builder
	row := func(tag string, cells []string) {
		page.WriteString("<tr>")
		for _, cell := range cells {
			fmt.Fprintf(&page, "<%s>%s</%s>", tag, outputText(cell), strings.Fields(tag)[0])
		}
		page.WriteString("</tr>\n")
	}
	fmt.Fprintf(&page, "<table>\n<caption>%s</caption>\n<thead>\n", outputText(title))
	row(`th scope="col"`, t.columns)
	page.WriteString("</thead>\n<tbody>\n")
	for _, cells := range t.rows {
		row("td", cells)
	}
	page.WriteString("</tbody>\n</table>")
	return map[string]string{
		"text/html":  page.String(),
		"text/plain": title + "\n" + strings.TrimRight(string(d.files[t.name+".csv"]), "\n"),
	}
}

// outputText is a text in the HTML of an output, where Jupyter looks for mathematics.
func outputText(text string) string {
	return strings.NewReplacer("$", dollar, `\`, backslash).Replace(html.EscapeString(text))
}

// lines is a text as nbformat holds it: a list of lines, each with its line feed.
func lines(text string) []string {
	if text == "" {
		return []string{}
	}
	return strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
}

// indented is JSON for people: indented, with keys in order and < > & as they are.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	err := encoder.Encode(v)
	return b.Bytes(), err
}
