package figure

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Numbers of the objects that every file has; those of the fonts and
// of the parts of the page follow.
const (
	pdfCatalog = iota + 1
	pdfPages
	pdfPage
	pdfContents
	pdfInfo
	pdfMetadata
	pdfStructure
	pdfDocument
	pdfFirstFont
)

// PDF returns the figure as a PDF file of one page, with the fonts embedded as
// subsets and the title, the alternative text and the keywords as metadata. It
// is tagged, so that a screen reader reads the title, then the alternative text
// in place of the drawing, then the caption. It holds no date.
func (r *Rendered) PDF() ([]byte, error) {
	fonts := pdfFonts(r.marks)
	page := newPDFPage(r, fonts)
	root, document, elements := r.pdfTree(pdfFirstFont + pdfFontObjects*len(fonts))
	objects := []pdfObject{
		{head: "<</Type/Catalog/Pages " + pdfReference(pdfPages) + "/Lang(en)/Metadata " + pdfReference(pdfMetadata) +
			"/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>/StructTreeRoot " + pdfReference(pdfStructure) + ">>\n"},
		{head: "<</Type/Pages/Count 1/Kids[" + pdfReference(pdfPage) + "]>>\n"},
		{head: fmt.Sprintf("<</Type/Page/Parent %s/StructParents 0/Tabs/S/MediaBox[0 0 %s %s]/Contents %s/Resources<</ExtGState<<%s>>/Font<<%s>>>>>>\n",
			pdfReference(pdfPages), number(r.width), number(r.height), pdfReference(pdfContents), page.opacities(), pdfFontNames(fonts))},
		{head: "<</Length/Filter/FlateDecode>>\n", content: page.out},
		{head: "<</Title" + pdfText(r.title) + "/Subject" + pdfText(r.alt) + "/Keywords" + pdfText(strings.Join(r.keywords, ", ")) +
			"/Creator" + pdfText("tipstats") + "/Producer" + pdfText("tipstats") + ">>\n"},
		{head: "<</Length/Type/Metadata/Subtype/XML>>\n", content: r.xmp()},
		root,
		document,
	}
	for _, f := range fonts {
		objects = append(objects, f.objects()...)
	}
	objects = append(objects, elements...)
	for i := range objects {
		objects[i].number = i + 1
	}
	objects = append(objects, pdfObject{head: fmt.Sprintf("<</Size %d/Root %s/Info %s>>\n",
		len(objects)+1, pdfReference(pdfCatalog), pdfReference(pdfInfo))})
	r.sealPDF(objects)
	return pdfFile(objects), nil
}

const (
	pdfStart      = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"
	pdfStreamHead = "<</Length"
)

// pdfFile writes objects, the trailer being the last, and the table that says where each begins.
func pdfFile(objects []pdfObject) []byte {
	out := []byte(pdfStart)
	last := len(objects) - 1
	starts := make([]int, last)
	for i, o := range objects[:last] {
		starts[i] = len(out)
		out = append(strconv.AppendInt(out, int64(o.number), 10), " 0 obj\n"...)
		out = append(o.appendBody(out), "endobj\n"...)
	}
	table := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(objects))
	for _, at := range starts {
		out = fmt.Appendf(out, "%010d 00000 n \n", at)
	}
	return fmt.Appendf(out, "trailer\n%sstartxref\n%d\n%%%%EOF\n", objects[last].head, table)
}

// appendBody writes the head of an object and its stream: as it was stored in a file that was read, or compressed if the head says so.
func (o *pdfObject) appendBody(out []byte) []byte {
	rest, isStream := strings.CutPrefix(o.head, pdfStreamHead)
	if !isStream {
		return append(out, o.head...)
	}
	data := o.stored
	if data == nil {
		data = o.content
		if strings.Contains(rest, "/FlateDecode") {
			data = deflate(data)
		}
	}
	out = fmt.Appendf(out, "%s %d%sstream\n", pdfStreamHead, len(data), rest)
	return append(append(out, data...), "\nendstream\n"...)
}

func pdfReference(number int) string { return strconv.Itoa(number) + " 0 R" }

// pdfText writes a text as PDF wants it that can hold any character: in UTF-16 behind its mark, here in hexadecimal digits.
func pdfText(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}
