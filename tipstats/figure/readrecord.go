package figure

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
)

// Carried is what a file of a figure says of itself.
type Carried struct {
	Ending  string // ".svg", ".pdf" or ".png", told by the content and not by the name
	Record  string // the Record of the Figure
	Intact  bool   // record and content are those that were written
	Content string // a digest of all but the record, the same for every compressor
	Layout  string // where a PDF is not laid out as this package does it; empty if it is
}

// Errors of [ReadRecord], for errors.Is. The message says what was found.
var (
	ErrForeign = errors.New("no figure of this module")
	ErrDamaged = errors.New("damaged")
)

var (
	svgRoot    = regexp.MustCompile(`(?s)^\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]`)
	svgCarried = regexp.MustCompile(`<metadata data-seal="([0-9a-f]{64})">([^<]*)</metadata>\r?\n`)
	pdfCarried = regexp.MustCompile(`<tip:record>([^<]*)</tip:record><tip:seal>([0-9a-f]{64})</tip:seal>`)
)

// ReadRecord reads the record of a file that [Rendered.SVG], [Rendered.PDF] or
// [Rendered.PNG] wrote. The error is ErrForeign where the file is none of
// theirs or carries no record, ErrDamaged where it is cut off or cannot be
// read. A file that was edited is no error: it is not Intact.
func ReadRecord(file []byte) (Carried, error) {
	switch {
	case len(bytes.TrimSpace(file)) == 0:
		return Carried{}, fmt.Errorf("%w: the file is empty", ErrDamaged)
	case bytes.HasPrefix(file, []byte(pngSignature)):
		return readPNG(file)
	case bytes.HasPrefix(file, []byte("%PDF-")):
		return readPDF(file)
	case svgRoot.Match(bytes.TrimPrefix(file, []byte("\uFEFF"))):
		return readSVG(file)
	case bytes.HasPrefix([]byte(pngSignature), file), bytes.HasPrefix([]byte("%PDF-"), file), bytes.HasPrefix([]byte("<svg "), file):
		return Carried{}, fmt.Errorf("%w: the file ends after %d bytes", ErrDamaged, len(file))
	}
	return Carried{}, fmt.Errorf("%w: the file is neither SVG nor PDF nor PNG; it begins with %s", ErrForeign, excerpt(file, 0))
}

func readSVG(file []byte) (Carried, error) {
	if err := wellFormed(file); err != nil {
		return Carried{}, fmt.Errorf("%w: the SVG is cut off, or was edited so that it is no XML: %v", ErrDamaged, err)
	}
	at := svgCarried.FindSubmatchIndex(file)
	if at == nil {
		return Carried{}, noRecord("SVG")
	}
	record := html.UnescapeString(string(file[at[4]:at[5]]))
	content := digest(append(bytes.Clone(file[:at[0]]), file[at[1]:]...))
	return carried(".svg", record, string(file[at[2]:at[3]]), content), nil
}

func wellFormed(file []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(file))
	for {
		if _, err := decoder.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func readPNG(file []byte) (Carried, error) {
	chunks, err := pngChunks(file)
	if err != nil {
		return Carried{}, fmt.Errorf("%w: the PNG is cut off or changed: %v", ErrDamaged, err)
	}
	if len(chunks) == 0 || chunks[len(chunks)-1].name != "IEND" {
		return Carried{}, fmt.Errorf("%w: the PNG ends without its last chunk; it is cut off", ErrDamaged)
	}
	if err := plausibleSize(chunks[0]); err != nil {
		return Carried{}, err
	}
	var record, sealed string
	for _, c := range chunks {
		if text, found := textOf(c, pngRecord); found {
			record = text
		}
		if text, found := textOf(c, pngSeal); found {
			sealed = text
		}
	}
	if record == "" {
		return Carried{}, noRecord("PNG")
	}
	return carried(".png", record, sealed, pngContent(chunks)), nil
}

// plausibleSize refuses a PNG whose head announces more pixels than a figure
// can have, before anything makes room for them.
func plausibleSize(head pngChunk) error {
	const most = longestSide*dotsPerInch/72 + 1
	if head.name != "IHDR" || len(head.data) != 13 {
		return fmt.Errorf("%w: the PNG does not begin with its head", ErrDamaged)
	}
	width, height := binary.BigEndian.Uint32(head.data), binary.BigEndian.Uint32(head.data[4:])
	if width > most || height > most {
		return fmt.Errorf("%w: the PNG says that it has %d by %d pixels, more than any figure", ErrForeign, width, height)
	}
	return nil
}

func carried(ending, record, sealed, content string) Carried {
	return Carried{Ending: ending, Record: record, Intact: sealed == seal(record, content), Content: content}
}

func noRecord(kind string) error {
	return fmt.Errorf("%w: the %s carries no record of what made it; another program wrote it, or has rewritten it", ErrForeign, kind)
}
