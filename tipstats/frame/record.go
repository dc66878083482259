package frame

import (
	"bufio"
	"errors"
	"io"
)

// record is one row of a CSV file before its cells are held against a schema.
type record struct {
	line  int       // where it starts
	cells []rawCell // the first maxCells of the row
	count int       // all cells of the row
}

// rawCell is a cell as the grammar gives it.
type rawCell struct {
	text   string // the first MaxCell+1 bytes
	length int    // of the whole cell, in bytes
	line   int    // where it starts
	quoted bool
	fault  string // what the grammar expected; empty for a well-formed cell
}

// maxCells is how many cells of a row are kept: enough to name what is wrong with a header, few enough
// that a row of commas costs no memory.
const maxCells = 1000

// blank reports whether the row is an empty line.
func (rec record) blank() bool {
	return rec.count == 1 && rec.cells[0].length == 0 && !rec.cells[0].quoted
}

// restore takes away what [Write] has put before cells that begin like formulas.
func (rec record) restore() {
	for i := range rec.cells {
		c := &rec.cells[i]
		if text := original(c.text); text != c.text {
			c.text = text
			c.length--
		}
	}
}

// recordReader splits CSV into rows by RFC 4180: a comma between cells; a cell with commas, quotation
// marks or line ends stands in quotation marks, with each quotation mark inside doubled. Lines end in LF
// or CRLF, and CRLF inside a cell is read as LF.
//
// It reads what encoding/csv reads (the tests hold one against the other) and differs where this package
// must: an empty line is a row and not skipped, a fault has its column and reading goes on after it, and
// a cell or a row of any size is measured to its end in bounded memory.
type recordReader struct {
	in   *bufio.Reader
	line int    // of the next byte
	text []byte // of the cell being read
	size int
}

func newRecordReader(r io.Reader) *recordReader {
	return &recordReader{in: bufio.NewReaderSize(r, 1<<16), line: 1}
}

// next returns the next row, io.EOF after the last, or the error of the underlying reader.
func (r *recordReader) next() (record, error) {
	if _, err := r.in.Peek(1); err != nil {
		return record{}, err
	}
	rec := record{line: r.line}
	for {
		cell, end, err := r.cell()
		if err != nil {
			return record{}, err
		}
		if rec.count < maxCells {
			rec.cells = append(rec.cells, cell)
		}
		rec.count++
		if end != ',' {
			return rec, nil
		}
	}
}

// eof stands for the end of the file where a byte is expected; no byte of a cell has this value.
const eof = -1

// cell reads one cell and what ends it: a comma, a line end or eof.
func (r *recordReader) cell() (rawCell, int, error) {
	r.text, r.size = r.text[:0], 0
	cell := rawCell{line: r.line}
	b, err := r.read()
	if b == '"' && err == nil {
		cell.quoted = true
		b, err = r.quoted(&cell)
	}
	for err == nil && b != ',' && b != '\n' && b != eof {
		if b == '"' && cell.fault == "" {
			cell.fault = "a cell with a quotation mark to stand in quotation marks, the mark inside doubled"
		}
		r.add(b)
		b, err = r.read()
	}
	cell.text, cell.length = string(r.text), r.size
	return cell, b, err
}

// quoted reads from after the opening quotation mark to after the closing one, and returns what follows.
func (r *recordReader) quoted(cell *rawCell) (int, error) {
	for {
		b, err := r.read()
		if err != nil {
			return b, err
		}
		if b == eof {
			cell.fault = "a closing quotation mark before the end of the file"
			return eof, nil
		}
		if b != '"' {
			r.add(b)
			continue
		}
		b, err = r.read()
		if err != nil || b == ',' || b == '\n' || b == eof {
			return b, err
		}
		if b != '"' {
			cell.fault = "a comma or the end of the line after a closing quotation mark"
			return b, nil
		}
		r.add('"')
	}
}

func (r *recordReader) add(b int) {
	if len(r.text) <= MaxCell {
		r.text = append(r.text, byte(b))
	}
	r.size++
}

// read returns the next byte, '\n' for either kind of line end, or eof.
func (r *recordReader) read() (int, error) {
	b, err := r.in.ReadByte()
	if errors.Is(err, io.EOF) {
		return eof, nil
	}
	if err != nil {
		return eof, err
	}
	if b == '\r' {
		if following, _ := r.in.Peek(1); len(following) == 1 && following[0] == '\n' {
			b, _ = r.in.ReadByte()
		}
	}
	if b == '\n' {
		r.line++
	}
	return int(b), nil
}
