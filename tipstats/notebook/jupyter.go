package notebook

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
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
	cells := []any{markdownCell("title", heading)}
	for i := 0; i < len(d.blocks); {
		id := fmt.Sprintf("cell-%d", len(cells))
		if p, ok := d.blocks[i].(*prose); ok {
			cells = append(cells, markdownCell(id, d.markdown(p)))
			i++
			continue
		}
		end := i
		for end < len(d.blocks) && !isProse(d.blocks[end]) {
			end++
		}
		cells = append(cells, d.codeCell(id, d.blocks[i:end]))
		i = end
	}
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

func isProse(b block) bool {
	_, ok := b.(*prose)
	return ok
}

func markdownCell(id, text string) any {
	return map[string]any{"id": id, "cell_type": "markdown", "metadata": map[string]any{}, "source": lines(text)}
}

// codeCell is the code, the figures and the tables between two pieces of prose. Where no code is shown there, the calls that
// showed the figures and tables stand for it.
func (d *Doc) codeCell(id string, blocks []block) any {
	var shown, statements []string
	outputs := []any{}
	for _, b := range blocks {
		switch b := b.(type) {
		case *code:
			shown = append(shown, b.source)
		case *table:
			statements = append(statements, b.statement)
			outputs = append(outputs, d.tableOutput(b))
		case *picture:
			statements = append(statements, b.statement)
			outputs = append(outputs, output(map[string]any{
				"image/svg+xml": lines(string(b.svg)),
				"text/plain":    lines(fmt.Sprintf("Figure %d. %s\n%s", b.number, b.figure.Title, b.figure.Alt)),
			}))
		}
	}
	if len(shown) == 0 {
		shown = statements
	}
	return map[string]any{"id": id, "cell_type": "code", "metadata": map[string]any{}, "execution_count": nil,
		"source": lines(strings.Join(shown, "\n\n")), "outputs": outputs}
}

func output(data map[string]any) any {
	return map[string]any{"output_type": "display_data", "metadata": map[string]any{}, "data": data}
}

func (d *Doc) tableOutput(t *table) any {
	title := fmt.Sprintf("Table %d. %s", t.number, d.plain(t.title))
	var page strings.Builder
	row := func(tag string, cells []string) {
		page.WriteString("<tr>")
		for _, cell := range cells {
			fmt.Fprintf(&page, "<%s>%s</%s>", tag, html.EscapeString(cell), strings.Fields(tag)[0])
		}
		page.WriteString("</tr>\n")
	}
	fmt.Fprintf(&page, "<table>\n<caption>%s</caption>\n<thead>\n", html.EscapeString(title))
	row(`th scope="col"`, t.columns)
	page.WriteString("</thead>\n<tbody>\n")
	for _, cells := range t.rows {
		row("td", cells)
	}
	page.WriteString("</tbody>\n</table>")
	return output(map[string]any{
		"text/html":  lines(page.String()),
		"text/plain": lines(title + "\n" + strings.TrimRight(string(d.files[t.name+".csv"]), "\n")),
	})
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
