package frame

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Write writes a table as CSV: RFC 4180, UTF-8, lines that end in LF, quotation marks only where a cell
// needs them. A cell that a spreadsheet would run as a formula gets an apostrophe before it, so that opening a
// file harms nobody; [Read] takes it away. What it writes, Read reads back the same. Nothing is written if a row has more or fewer
// cells than there are columns, a column has no name or another's, or a cell is not text that Read takes:
// the error is then [Problems].
func Write(w io.Writer, columns []string, rows [][]string) error {
	if err := checkRows(columns, rows); err != nil {
		return err
	}
	var b bytes.Buffer
	writeRow(&b, columns)
	for _, row := range rows {
		writeRow(&b, row)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func checkRows(columns []string, rows [][]string) error {
	var problems Problems
	report := func(p Problem) {
		p.File = "table to write"
		problems.add(p)
	}
	if len(columns) == 0 {
		report(Problem{Expected: "at least one column"})
	}
	for i, name := range columns {
		p := Problem{Column: i + 1, Cell: name, Expected: badText(name)}
		if first := slices.Index(columns, name); first < i {
			p.Expected = fmt.Sprintf("a column once; column %d has the same name", first+1)
		}
		if name == "" {
			p.Expected = "a column's name"
		}
		if p.Expected != "" {
			report(p)
		}
	}
	for r, row := range rows {
		if len(row) != len(columns) {
			report(Problem{Row: r + 1, Expected: fmt.Sprintf("%s, not %d", cells(len(columns)), len(row))})
		}
		for i, cell := range row {
			if expected := badText(cell); expected != "" {
				report(Problem{Row: r + 1, Column: i + 1, Cell: cell, Expected: expected})
			}
		}
	}
	return problems.err()
}

func writeRow(b *bytes.Buffer, row []string) {
	for i, cell := range row {
		if i > 0 {
			b.WriteByte(',')
		}
		cell = neutral(cell)
		// An empty cell that is a whole row must not be read as an empty line.
		if strings.ContainsAny(cell, ",\"\n") || cell == "" && len(row) == 1 {
			b.WriteByte('"')
			b.WriteString(strings.ReplaceAll(cell, `"`, `""`))
			b.WriteByte('"')
			continue
		}
		b.WriteString(cell)
	}
	b.WriteByte('\n')
}

// WriteFile writes a file whole or not at all: beside the old one first, then in its place by renaming.
// A write that fails leaves the old file as it was and nothing beside it. The folder must exist. A file
// that is replaced keeps its permissions; a new one can be read by everyone.
func WriteFile(path string, data []byte) (err error) {
	mode := os.FileMode(0o644)
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return &os.PathError{Op: "write", Path: path, Err: errors.New("not a regular file")}
	case err == nil:
		mode = info.Mode().Perm()
	}
	beside, err := os.CreateTemp(filepath.Dir(path), ".tipstats-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, cause(err))
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("write %s: %w", path, cause(err))
			beside.Close()
			os.Remove(beside.Name())
		}
	}()
	if _, err = beside.Write(data); err != nil {
		return err
	}
	if err = beside.Chmod(mode); err != nil {
		return err
	}
	if err = beside.Sync(); err != nil {
		return err
	}
	if err = beside.Close(); err != nil {
		return err
	}
	return os.Rename(beside.Name(), path)
}

// cause is an error without the name of the file beside, of which the caller knows nothing.
func cause(err error) error {
	var ofPath *os.PathError
	var ofRename *os.LinkError
	switch {
	case errors.As(err, &ofPath):
		return ofPath.Err
	case errors.As(err, &ofRename):
		return ofRename.Err
	}
	return err
}
