package figure

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A figure's record is a text that its three files carry for programs: in the
// <metadata> of the SVG, in the XMP of the PDF, in an iTXt chunk of the PNG.
// Beside it stands the seal, a digest of the record and of everything else
// that the file says, by which [ReadRecord] tells an edited file.
//
// The seal is no signature: who edits a file can make a new seal. It tells a
// file that was changed from one that another version of the code made.

// seal is the digest that a file carries beside its record. content is that of
// the file without record and seal.
func seal(record, content string) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(content+"\n"+record)))
}

// sealedSVG adds record and seal to an SVG file, after its description.
func (r *Rendered) sealedSVG(file []byte) []byte {
	if r.record == "" {
		return file
	}
	metadata := fmt.Sprintf("<metadata data-seal=\"%s\">%s</metadata>\n", seal(r.record, digest(file)), escapeText(r.record))
	const after = "</desc>\n"
	return bytes.Replace(file, []byte(after), []byte(after+metadata), 1)
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escapeText leaves quotation marks as they are, so that a record is easy to find and to read.
func escapeText(s string) string { return textEscaper.Replace(s) }

// digest is that of a whole file: the content of an SVG without record.
func digest(file []byte) string { return fmt.Sprintf("%x", sha256.Sum256(file)) }

// Keywords of the chunks that hold record and seal in a PNG.
const (
	pngRecord = "tipstats record"
	pngSeal   = "tipstats seal"
)

// sealedPNG adds record and seal to the chunks of a PNG file, before its pixels.
func (r *Rendered) sealedPNG(chunks []pngChunk) []pngChunk {
	if r.record == "" {
		return chunks
	}
	pixels := slices.IndexFunc(chunks, func(c pngChunk) bool { return c.name == "IDAT" })
	return slices.Insert(chunks, pixels,
		pngChunk{"iTXt", internationalText(pngRecord, r.record)},
		pngChunk{"iTXt", internationalText(pngSeal, seal(r.record, pngContent(chunks)))})
}

// pngContent is the digest of a PNG file without record and seal. The pixels
// are in it by the sum that ends their stream (Adler-32), which is the same
// whatever compressed them.
func pngContent(chunks []pngChunk) string {
	digest := sha256.New()
	var pixels []byte
	for _, c := range chunks {
		_, isRecord := textOf(c, pngRecord)
		_, isSeal := textOf(c, pngSeal)
		switch {
		case isRecord, isSeal:
		case c.name == "IDAT":
			pixels = append(pixels, c.data[max(0, len(c.data)-4):]...)
		default:
			part(digest, c.name, c.data)
		}
	}
	part(digest, "pixels", pixels[max(0, len(pixels)-4):])
	return fmt.Sprintf("%x", digest.Sum(nil))
}

// internationalText is the data of an iTXt chunk that is not compressed.
func internationalText(keyword, text string) []byte {
	return []byte(keyword + "\x00\x00\x00\x00\x00" + text)
}

// textOf returns the text of an iTXt chunk with a keyword.
func textOf(c pngChunk, keyword string) (string, bool) {
	if c.name != "iTXt" {
		return "", false
	}
	text, found := bytes.CutPrefix(c.data, internationalText(keyword, ""))
	return string(text), found
}

// noSeal stands in a PDF file for the seal until it is known.
var noSeal = strings.Repeat("0", 2*sha256.Size)

// sealPDF puts the seal into the metadata, where noSeal stands.
func (r *Rendered) sealPDF(objects []pdfObject) {
	if r.record == "" {
		return
	}
	const before = "<tip:seal>"
	metadata := &objects[pdfMetadata-1]
	made := []byte(before + seal(r.record, pdfContent(objects)))
	metadata.content = bytes.Replace(metadata.content, []byte(before+noSeal), made, 1)
}

// xmp is the metadata of the PDF in the form that readers of documents prefer
// to its information dictionary.
func (r *Rendered) xmp() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:tip="https://github.com/tipstats/tip/">` + "\n")
	fmt.Fprintf(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escape(r.title))
	fmt.Fprintf(&b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", escape(r.alt))
	fmt.Fprintf(&b, "<pdf:Keywords>%s</pdf:Keywords>\n", escape(strings.Join(r.keywords, ", ")))
	if r.record != "" {
		fmt.Fprintf(&b, "<tip:record>%s</tip:record><tip:seal>%s</tip:seal>\n", escapeText(r.record), noSeal)
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// pdfContent is the digest of the objects of a PDF file without record and
// seal.
func pdfContent(objects []pdfObject) string {
	digest := sha256.New()
	for _, o := range objects {
		content := o.content
		if bytes.Contains(content, []byte("<tip:record>")) {
			content = pdfCarried.ReplaceAll(content, nil)
		}
		part(digest, o.head, content)
	}
	return fmt.Sprintf("%x", digest.Sum(nil))
}

// part adds a named piece to a digest, so that no two lists of pieces give the
// same bytes.
func part(digest io.Writer, name string, data []byte) {
	sizes := binary.BigEndian.AppendUint64(nil, uint64(len(name)))
	digest.Write(binary.BigEndian.AppendUint64(sizes, uint64(len(data))))
	io.WriteString(digest, name)
	digest.Write(data)
}
