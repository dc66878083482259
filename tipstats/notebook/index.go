package notebook

import (
	"fmt"
	"strings"
)

// index is figures/README.md: every figure of every notebook, small, with what it says and the hashes of its files.
func (all *collected) index() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- %s%s: edit the notebooks, not this file. -->\n\n# Figures\n\n", generatedBy, strings.ReplaceAll(plainLine(all.Command), "--", "- -"))
	fmt.Fprintf(&b, "Every figure here is made from the datasets by %s, as SVG, PDF and PNG, with the numbers that it shows as CSV. "+
		"The same data and code give the same bytes.\n\n", codeSpan(all.Command))
	fmt.Fprintf(&b, "- %s says whether anything here is stale.\n", codeSpan(all.Command+" -check"))
	if all.VerifyCommand != "" {
		fmt.Fprintf(&b, "- %s says of a figure that somebody sent you whether it is one of these, and if not, what differs.\n", codeSpan(all.VerifyCommand+" FILE"))
	}
	fmt.Fprintf(&b, "- %s writes one archive for a deposit, with the data and the code.\n", codeSpan(all.Command+" -bundle out.zip"))
	fmt.Fprintf(&b, "- [%s](%s) links figures, notebooks and data for machines.\n\n", crateFile, crateFile)
	for _, doc := range all.docs {
		n := doc.notebook
		fmt.Fprintf(&b, "## [%s](%s/README.md)\n\n", escapeLine(n.Title), n.Name)
		if n.Description != "" {
			fmt.Fprintf(&b, "%s\n\n", escapeLine(n.Description))
		}
		for _, p := range doc.pictures() {
			b.WriteString(all.indexFigure(doc, p))
		}
	}
	return []byte(strings.TrimRight(b.String(), "\n") + "\n")
}

// thumbnail is the width of a figure in the index, in pixels.
const thumbnail = 360

func (all *collected) indexFigure(doc *Doc, p *picture) string {
	var b strings.Builder
	f := p.figure
	at := doc.notebook.Name + "/" + f.Name
	fmt.Fprintf(&b, "### Figure %d. %s\n\n", p.number, escapeLine(f.Title))
	fmt.Fprintf(&b, "<a href=\"%s.svg\"><img src=\"%s.svg\" width=\"%d\" alt=\"%s\"></a>\n\n", at, at, thumbnail, attribute(f.Alt))
	for _, paragraph := range append([]string{f.Subtitle}, f.Caption...) {
		if strings.TrimSpace(paragraph) != "" {
			fmt.Fprintf(&b, "%s\n\n", escapeLine(paragraph))
		}
	}
	b.WriteString("| File | Bytes | SHA-256 |\n| --- | ---: | --- |\n")
	for _, ending := range figureEndings {
		data := all.file(doc, f.Name+ending)
		fmt.Fprintf(&b, "| [%s%s](%s%s) | %d | `%s` |\n", f.Name, ending, at, ending, len(data), sum(data))
	}
	b.WriteByte('\n')
	return b.String()
}

// figureEndings are the endings of the files of a figure.
var figureEndings = []string{".svg", ".pdf", ".png", ".csv"}
