package figure

import (
	"bytes"
	"fmt"
)

// A pdfObject is a numbered object of a PDF file.
type pdfObject struct {
	number  int
	head    string // everything but the stream, without its length
	content []byte // the stream, inflated
	stored  []byte // the stream as it stands in a file that was read
}

// differentPDF compares the objects, and returns "" if they are the same.
// Nothing else can differ: [pdfObjects] takes no file that holds more.
func differentPDF(a, b []byte) string {
	objectsA, err := pdfObjects(a)
	if err != nil {
		return fmt.Sprintf("one is not laid out as this package writes PDF: %v", err)
	}
	objectsB, err := pdfObjects(b)
	if err != nil {
		return fmt.Sprintf("the other is not laid out as this package writes PDF: %v", err)
	}
	if len(objectsA) != len(objectsB) {
		return fmt.Sprintf("one has %d objects, the other %d", len(objectsA)-1, len(objectsB)-1)
	}
	for i, oa := range objectsA {
		ob := objectsB[i]
		what := fmt.Sprintf("object %d", oa.number)
		if oa.number == 0 {
			what = "the trailer"
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
