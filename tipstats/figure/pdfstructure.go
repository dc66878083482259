package figure

import (
	"fmt"
	"strings"
)

// A pdfPart is a run of marks that belong together for a reader who hears the page: the title and the subtitle, the drawing, in place of
// which the alternative text is read, and the caption. What only adorns has no tag.
type pdfPart struct {
	tag      string // as the format names it
	from, to int    // of the marks
}

// parts returns all marks, in the order in which they are drawn and read.
func (r *Rendered) parts() []pdfPart {
	tags := map[string]string{"title": "H1", "subtitle": "P", "caption": "P"}
	var parts []pdfPart
	for i := 0; i < len(r.marks); {
		part := pdfPart{tag: "Figure", from: i, to: r.drawing[1]}
		if i < r.drawing[0] || i >= r.drawing[1] {
			role := r.marks[i].Role
			part.tag, part.to = tags[role], i+1
			for part.to < len(r.marks) && part.to != r.drawing[0] && r.marks[part.to].Role == role {
				part.to++
			}
		}
		parts = append(parts, part)
		i = part.to
	}
	return parts
}

// pdfTree returns the objects that say how the parts of the page hang together: the root, the document, and the parts that have a tag, which
// are numbered from first on.
func (r *Rendered) pdfTree(first int) (root, document pdfObject, elements []pdfObject) {
	var references strings.Builder
	for _, part := range r.parts() {
		if part.tag == "" {
			continue
		}
		number := len(elements)
		alt := ""
		if part.tag == "Figure" {
			alt = "/Alt" + pdfText(r.alt)
		}
		references.WriteString(pdfReference(first+number) + " ")
		elements = append(elements, pdfObject{head: fmt.Sprintf("<</Type/StructElem/S/%s/P %s/Pg %s/K %d%s>>\n",
			part.tag, pdfReference(pdfDocument), pdfReference(pdfPage), number, alt)})
	}
	kids := strings.TrimSpace(references.String())
	root.head = fmt.Sprintf("<</Type/StructTreeRoot/K %s/ParentTree<</Nums[0[%s]]>>/ParentTreeNextKey 1>>\n", pdfReference(pdfDocument), kids)
	document.head = fmt.Sprintf("<</Type/StructElem/S/Document/P %s/K[%s]>>\n", pdfReference(pdfStructure), kids)
	return root, document, elements
}
