package frame

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// Read reads a CSV that must be what the schema says: UTF-8 without a byte order mark, the header's
// columns by name and in order, as many cells in every row as in the header, no empty line, every cell
// valid for its column, no two rows with the same key. Lines may end in LF or CRLF. The apostrophe that [Write]
// puts before a cell that begins like a formula is no part of the cell: '=1+1 is read as =1+1.
//
// The error is [Problems] where the content is at fault, and names the file if r has a Name (as *os.File)
// or a Stat (as fs.File). A schema that cannot be enforced, or an r that fails, is an error of its own.
func Read(r io.Reader, s Schema) (*Table, error) {
	columns, err := s.compile()
	if err != nil {
		return nil, err
	}
	rd := &reader{
		records: newRecordReader(r),
		schema:  s,
		columns: columns,
		table:   newTable(fileName(r), columns),
	}
	if err := rd.readAll(); err != nil {
		return nil, fmt.Errorf("%s, line %d: %w", rd.table.file, rd.records.line, err)
	}
	if err := rd.problems.err(); err != nil {
		return nil, err
	}
	return rd.table, nil
}

// fileName asks a reader what it reads.
func fileName(r io.Reader) string {
	switch r := r.(type) {
	case interface{ Name() string }:
		return r.Name()
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil {
			return info.Name()
		}
	}
	return "input"
}

type reader struct {
	records  *recordReader
	schema   Schema
	columns  []column
	table    *Table
	header   []int // for each column of the file, the index of its field, or -1
	keys     []*key
	problems Problems
}

func (rd *reader) readAll() error {
	if stop, err := rd.readStart(); stop || err != nil {
		return err
	}
	header, err := rd.nextRow()
	if errors.Is(err, io.EOF) {
		rd.report(Problem{Expected: "a header with the columns " + list(rd.schema.Columns()) + "; the file is empty"})
		return nil
	}
	if err != nil {
		return err
	}
	rd.readHeader(header)
	rd.keys = newKeys(rd.schema, rd.columns)
	for {
		rec, err := rd.nextRow()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		rd.readRow(rec)
	}
}

// readStart looks for the marks that other programs put before the text, and passes over a UTF-8 one.
func (rd *reader) readStart() (stop bool, err error) {
	start, err := rd.records.in.Peek(3)
	if err != nil && !errors.Is(err, io.EOF) {
		return true, err
	}
	switch {
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		rd.report(Problem{Line: 1, Column: 1, Cell: "\ufeff",
			Expected: "no byte order mark: save the file as UTF-8 without one"})
		_, err = rd.records.in.Discard(len(start))
		return false, err
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		rd.report(Problem{Line: 1, Expected: "UTF-8 text, not UTF-16: save the file as UTF-8"})
		return true, nil
	}
	return false, nil
}

// nextRow returns the next row that is not an empty line, and reports those that are.
func (rd *reader) nextRow() (record, error) {
	for {
		rec, err := rd.records.next()
		if err != nil || !rec.blank() {
			rec.restore()
			return rec, err
		}
		rd.report(Problem{Line: rec.line, Expected: "a row; the line is empty"})
	}
}

func (rd *reader) report(p Problem) {
	p.File = rd.table.file
	rd.problems.add(p)
}

// readHeader finds the field of each column and reports every column that is not where it should be.
func (rd *reader) readHeader(rec record) {
	names := rd.schema.Columns()
	rd.header = make([]int, rec.count)
	place := make(map[string]int, rec.count)
	for i := range rd.header {
		rd.header[i] = -1
		if i >= len(rec.cells) {
			continue
		}
		cell := rec.cells[i]
		p := Problem{Line: cell.line, Column: i + 1, Cell: cell.text}
		field := slices.Index(names, cell.text)
		first, doubled := place[cell.text]
		switch {
		case cell.fault != "":
			p.Expected = cell.fault
		case cell.length > MaxCell:
			p.Expected = fmt.Sprintf("a column's name, not a cell of %d bytes", cell.length)
		case field < 0:
			p.Expected = rd.expectedName(rec, cell.text)
		case doubled:
			p.Expected = fmt.Sprintf("a column once; column %d has the same name", first+1)
		default:
			place[cell.text] = i
			rd.header[i] = field
			continue
		}
		rd.report(p)
	}
	if rec.count > len(rec.cells) {
		rd.report(Problem{Line: rec.line, Expected: fmt.Sprintf("a header of %d columns, not %d", len(names), rec.count)})
	}
	rd.checkPlaces(rec, place)
}

// checkPlaces reports columns that the header does not have, and those that stand after a later one.
func (rd *reader) checkPlaces(rec record, place map[string]int) {
	names := rd.schema.Columns()
	for i, name := range names {
		if _, found := place[name]; !found {
			rd.report(Problem{Line: rec.line, Expected: fmt.Sprintf("a column %q, as column %d; the header has none", name, i+1)})
		}
	}
	last := -1
	for i, field := range rd.header {
		if field < 0 {
			continue
		}
		if field < last {
			rd.report(Problem{Line: rec.line, Column: i + 1, Name: names[field], Cell: names[field],
				Expected: fmt.Sprintf("this column as column %d: the order is %s", field+1, strings.Join(names, ","))})
		}
		last = max(last, field)
	}
}

// expectedName says which names a header may have, and what else may have gone wrong with one.
func (rd *reader) expectedName(rec record, name string) string {
	names := rd.schema.Columns()
	if expected := badText(name); expected != "" {
		return expected
	}
	if rec.count == 1 && len(names) > 1 {
		for _, separator := range []string{";", "\t", "|"} {
			if strings.Contains(name, separator) {
				return fmt.Sprintf("columns separated by commas, not by %q: %s", separator, list(names))
			}
		}
	}
	return "one of the columns " + list(names) + suggest(name, names)
}

// readRow holds a row against the schema and keeps it.
func (rd *reader) readRow(rec record) {
	if rec.count != len(rd.header) {
		rd.report(Problem{Line: rec.line, Expected: fmt.Sprintf("%s as in the header, not %d", cells(len(rd.header)), rec.count)})
	}
	row := make([]string, len(rd.columns))
	valid := make([]bool, len(rd.columns))
	for i, cell := range rec.cells {
		p := Problem{Line: cell.line, Column: i + 1, Cell: cell.text}
		field := -1
		if i < len(rd.header) {
			field = rd.header[i]
		}
		if field >= 0 {
			p.Name = rd.columns[field].Name
		}
		switch {
		case cell.fault != "":
			p.Expected = cell.fault
		case cell.length > MaxCell:
			p.Expected = fmt.Sprintf("at most %d bytes in a cell, not %d", MaxCell, cell.length)
		case field >= 0 && rec.count == len(rd.header):
			p.Expected = rd.columns[field].problem(cell.text)
			row[field], valid[field] = cell.text, p.Expected == ""
		}
		if p.Expected != "" {
			rd.report(p)
		}
	}
	for _, k := range rd.keys {
		if p, doubled := k.check(row, valid, rec.line); doubled {
			p.Line, p.Column = rec.line, slices.Index(rd.header, k.fields[0])+1
			rd.report(p)
		}
	}
	if p, field, broken := rd.schema.Rule.apply(rd.columns, row, valid); broken {
		p.Line, p.Column = rec.line, slices.Index(rd.header, field)+1
		rd.report(p)
	}
	if len(rd.problems) == 0 {
		rd.table.add(row, rec.line)
	}
}

func cells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", n)
}
