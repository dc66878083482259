package frame

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Table is a table that holds what its schema promises.
type Table struct {
	file    string
	columns []column
	cells   [][]string // one slice a column
	lines   []int
}

func newTable(file string, columns []column) *Table {
	return &Table{file: file, columns: columns, cells: make([][]string, len(columns))}
}

func (t *Table) add(row []string, line int) {
	for i, cell := range row {
		t.cells[i] = append(t.cells[i], cell)
	}
	t.lines = append(t.lines, line)
}

// Rows returns the number of rows, the header not counted.
func (t *Table) Rows() int { return len(t.lines) }

// File returns the name of the file that was read, "input" where it has none.
func (t *Table) File() string { return t.file }

// Line returns the line of the file on which a row starts; the header is line 1. In a table that comes
// from a data frame it is the number of the row, from 1. It panics if there is no such row.
func (t *Table) Line(row int) int { return t.lines[row] }

// Columns returns the names of the columns in order.
func (t *Table) Columns() []string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.Name
	}
	return names
}

// index finds a column. A name that the schema does not have is a slip in the program, not in the data.
func (t *Table) index(name string) int {
	i := slices.IndexFunc(t.columns, func(c column) bool { return c.Name == name })
	if i < 0 {
		panic(fmt.Sprintf("frame: %s has no column %q, only %s", t.file, name, strings.Join(t.Columns(), ", ")))
	}
	return i
}

func (t *Table) typed(name, kind string) []string {
	i := t.index(name)
	if t.columns[i].Type != kind {
		panic(fmt.Sprintf("frame: column %q of %s is %s, not %s", name, t.file, t.columns[i].Type, kind))
	}
	return t.cells[i]
}

// Strings returns the cells of a column of any type as they were read, those that are missing among
// them. It panics if there is no such column.
func (t *Table) Strings(column string) []string { return slices.Clone(t.cells[t.index(column)]) }

// Ints returns the values of an integer column and whether each is there: where present is false the
// cell is missing, and the value beside it is 0 and means nothing. It panics if there is no such integer
// column.
func (t *Table) Ints(column string) (values []int, present []bool) {
	cells := t.typed(column, "integer")
	values, present = make([]int, len(cells)), make([]bool, len(cells))
	for row, cell := range cells {
		if _, missing := t.Missing(column, row); missing {
			continue
		}
		values[row], present[row] = integer(cell), true
	}
	return values, present
}

// integer reads a cell that has been held against its column.
func integer(cell string) int {
	value, err := strconv.Atoi(cell)
	if err != nil {
		panic(fmt.Sprintf("frame: %q passed for an integer: %v", cell, err))
	}
	return value
}

// Bools returns the values of a boolean column. None is missing: a schema with a boolean that may be is
// refused. It panics if there is no such boolean column.
func (t *Table) Bools(column string) []bool {
	cells := t.typed(column, "boolean")
	values := make([]bool, len(cells))
	for row, cell := range cells {
		values[row] = cell == "true"
	}
	return values
}

// Missing reports whether a cell is missing and what the schema says of that: the label of its spelling,
// or the spelling itself where it has no label. It panics if there is no such column or row.
func (t *Table) Missing(column string, row int) (label string, missing bool) {
	i := t.index(column)
	m, missing := t.columns[i].missingValue(t.cells[i][row])
	if m.Label != "" {
		return m.Label, missing
	}
	return m.Value, missing
}
