package figure

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// A pdfObject is a numbered object of a PDF file.
type pdfObject struct {
	number  int
	head    string // everything but the stream, without its length
	content []byte // the stream, inflated
}

// differentPDF compares the objects, and returns "" if they are the same.
func differentPDF(a, b []byte) string {
	objectsA, err := pdfObjects(a)
	if err != nil {
		return fmt.Sprintf("one cannot be read as PDF: %v", err)
	}
	objectsB, err := pdfObjects(b)
	if err != nil {
		return fmt.Sprintf("the other cannot be read as PDF: %v", err)
	}
	if len(objectsA) != len(objectsB) {
		return fmt.Sprintf("one has %d objects, the other %d", len(objectsA), len(objectsB))
	}
	for i, oa := range objectsA {
		ob := objectsB[i]
		what := fmt.Sprintf("object %d", oa.number)
		if oa.number == 0 {
			what = "the trailer"
		}
		if oa.number != ob.number {
			return fmt.Sprintf("%s of one stands where the other has object %d", what, ob.number)
		}
		if oa.head != ob.head {
			return what + ": " + differentText([]byte(oa.head), []byte(ob.head))
		}
		if !bytes.Equal(oa.content, ob.content) {
			return what + ", its content: " + differentText(oa.content, ob.content)
		}
	}
	return ""
}

var (
	pdfStart   = regexp.MustCompile(`(?:^|[\r\n])(\d+) 0 obj\s`)
	pdfLength  = regexp.MustCompile(`/Length (\d+)`)
	pdfStream  = regexp.MustCompile(`stream\r?\n`)
	pdfTrailer = regexp.MustCompile(`(?s)[\r\n]trailer\s(.*?)startxref`)
)

// maxInflated bounds what one stream may hold.
const maxInflated = 256 << 20

// pdfObjects reads the objects of a file as this package writes it: without
// object streams, lengths written in place. The last one, numbered 0, is the
// trailer.
func pdfObjects(file []byte) ([]pdfObject, error) {
	if !bytes.HasPrefix(file, []byte("%PDF-")) {
		return nil, fmt.Errorf("it does not begin as a PDF file does")
	}
	var objects []pdfObject
	rest := file
	for {
		at := pdfStart.FindSubmatchIndex(rest)
		if at == nil {
			break
		}
		o := pdfObject{}
		o.number, _ = strconv.Atoi(string(rest[at[2]:at[3]]))
		rest = rest[at[1]:]
		end := bytes.Index(rest, []byte("endobj"))
		if end < 0 {
			return nil, fmt.Errorf("object %d does not end", o.number)
		}
		if begin := pdfStream.FindIndex(rest[:end]); begin != nil {
			n, err := o.readStream(rest[:begin[0]], rest[begin[1]:])
			if err != nil {
				return nil, fmt.Errorf("object %d: %w", o.number, err)
			}
			rest = rest[begin[1]+n:]
		} else {
			o.head = string(rest[:end])
			rest = rest[end:]
		}
		objects = append(objects, o)
	}
	trailer := pdfTrailer.FindSubmatch(rest)
	if len(objects) == 0 || trailer == nil {
		return nil, fmt.Errorf("it has %d objects and no trailer; it may be cut off", len(objects))
	}
	return append(objects, pdfObject{head: string(trailer[1])}), nil
}

// readStream reads the stream that follows a head and returns its length in
// the file.
func (o *pdfObject) readStream(head, rest []byte) (int, error) {
	length := pdfLength.FindSubmatch(head)
	if length == nil {
		return 0, fmt.Errorf("its stream has no length")
	}
	n, err := strconv.Atoi(string(length[1]))
	if err != nil || n > len(rest) {
		return 0, fmt.Errorf("its stream has the length %s, which is beyond the end of the file", length[1])
	}
	o.head = string(pdfLength.ReplaceAll(head, []byte("/Length")))
	o.content = rest[:n]
	if !bytes.Contains(head, []byte("/FlateDecode")) {
		return n, nil
	}
	r, err := zlib.NewReader(bytes.NewReader(o.content))
	if err != nil {
		return 0, fmt.Errorf("its stream cannot be inflated: %w", err)
	}
	o.content, err = io.ReadAll(io.LimitReader(r, maxInflated))
	if err != nil {
		return 0, fmt.Errorf("its stream cannot be inflated: %w", err)
	}
	return n, nil
}
