package figure

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
)

// maxInflated bounds what one stream may hold.
const maxInflated = 256 << 20

// pdfObjects reads the objects of a file as this package writes it, the last
// of them, numbered 0, being the trailer. Every byte of the file is accounted
// for: put together again, the objects with their streams as they were stored
// must give the file. So nothing hides between the objects or behind them, and
// no later version of an object covers the first.
func pdfObjects(file []byte) ([]pdfObject, error) {
	rest, ok := bytes.CutPrefix(file, []byte(pdfStart))
	if !ok {
		return nil, fmt.Errorf("it begins with %q, not with %q", file[:min(len(file), len(pdfStart))], pdfStart)
	}
	var objects []pdfObject
	for !bytes.HasPrefix(rest, []byte("xref\n")) {
		o := pdfObject{number: len(objects) + 1}
		var err error
		if rest, err = o.read(rest); err != nil {
			return nil, err
		}
		objects = append(objects, o)
	}
	_, rest, _ = bytes.Cut(rest, []byte("trailer\n"))
	trailer, _, ended := bytes.Cut(rest, []byte("startxref\n"))
	if !ended {
		return nil, fmt.Errorf("it has %d objects and no trailer", len(objects))
	}
	objects = append(objects, pdfObject{head: string(trailer)})
	if again := pdfFile(objects); !bytes.Equal(again, file) {
		at := firstDifference(file, again)
		return nil, fmt.Errorf("from byte %d on it holds more or less than its objects: %s", at, excerpt(file, at))
	}
	return objects, nil
}

// read reads an object and returns what follows it.
func (o *pdfObject) read(file []byte) ([]byte, error) {
	rest, ok := bytes.CutPrefix(file, []byte(strconv.Itoa(o.number)+" 0 obj\n"))
	if !ok {
		return nil, fmt.Errorf("where object %d should begin, it has %s", o.number, excerpt(file, 0))
	}
	if length, isStream := bytes.CutPrefix(rest, []byte(pdfStreamHead)); isStream {
		return o.readStream(length)
	}
	head, rest, ended := bytes.Cut(rest, []byte("endobj\n"))
	if !ended {
		return nil, fmt.Errorf("object %d does not end", o.number)
	}
	o.head = string(head)
	return rest, nil
}

// readStream reads an object with a stream from behind the name of its length.
func (o *pdfObject) readStream(file []byte) ([]byte, error) {
	head, rest, ok := bytes.Cut(file, []byte("stream\n"))
	digits := len(head) - len(bytes.TrimLeft(head, " 0123456789"))
	n, err := strconv.Atoi(strings.TrimSpace(string(head[:digits])))
	if !ok || err != nil || n > len(rest) {
		return nil, fmt.Errorf("object %d: its stream begins with %s, which is not followed by as many bytes", o.number, excerpt(file, 0))
	}
	o.head = pdfStreamHead + string(head[digits:])
	o.stored, rest = rest[:n], rest[n:]
	rest, ok = bytes.CutPrefix(rest, []byte("\nendstream\nendobj\n"))
	if !ok {
		return nil, fmt.Errorf("object %d: its stream does not end after %d bytes", o.number, n)
	}
	o.content = o.stored
	if strings.Contains(o.head, "/FlateDecode") {
		if o.content, err = inflate(o.stored); err != nil {
			return nil, fmt.Errorf("object %d: its stream cannot be inflated: %w", o.number, err)
		}
	}
	return rest, nil
}

// inflate returns what a stream holds that fills its place to the last byte.
func inflate(stream []byte) ([]byte, error) {
	in := bytes.NewReader(stream)
	r, err := zlib.NewReader(in)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(r, maxInflated))
	if err == nil && in.Len() > 0 {
		err = fmt.Errorf("%d bytes stand behind its end", in.Len())
	}
	return content, err
}

// readPDF reads the record of a PDF. One that this package did not lay out as
// it is, be it rewritten or added to, is not intact.
func readPDF(file []byte) (Carried, error) {
	const longestEnd = 1024 // within which readers look for the mark
	if end := file[max(0, len(file)-longestEnd):]; !bytes.Contains(end, []byte("%%EOF")) {
		return Carried{}, fmt.Errorf("%w: the PDF does not end with %%%%EOF; it is cut off", ErrDamaged)
	}
	objects, err := pdfObjects(file)
	if err != nil {
		return strangePDF(file, err)
	}
	for _, o := range objects {
		if found := pdfCarried.FindSubmatch(o.content); found != nil {
			record := html.UnescapeString(string(found[1]))
			return carried(".pdf", record, string(found[2]), pdfContent(objects)), nil
		}
	}
	return Carried{}, noRecord("PDF")
}

// strangePDF looks for the record in a file of any layout. The last one counts,
// as the last version of an object does.
func strangePDF(file []byte, layout error) (Carried, error) {
	found := pdfCarried.FindAllSubmatch(file, -1)
	for _, content := range streams(file) {
		found = append(found, pdfCarried.FindAllSubmatch(content, -1)...)
	}
	if len(found) == 0 {
		return Carried{}, noRecord("PDF")
	}
	record := html.UnescapeString(string(found[len(found)-1][1]))
	return Carried{Ending: ".pdf", Record: record, Content: digest(file), Layout: layout.Error()}, nil
}

// streams inflates the compressed streams of a file of any layout, as far as
// they can be and until they hold more than a figure does.
func streams(file []byte) [][]byte {
	const begin, enough = "stream", 64 << 20
	var list [][]byte
	held := 0
	for at := bytes.Index(file, []byte(begin)); at >= 0 && held < enough; at = bytes.Index(file, []byte(begin)) {
		file = bytes.TrimLeft(file[at+len(begin):], "\r\n")
		r, err := zlib.NewReader(bytes.NewReader(file))
		if err != nil {
			continue
		}
		content, _ := io.ReadAll(io.LimitReader(r, enough-int64(held))) // what stands before a fault counts
		held += len(content)
		list = append(list, content)
	}
	return list
}
