package datasets

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/frame"
)

// where picks rows by the cells of some columns.
type where map[string]string

// total adds the values of the rows that it picks. A missing value in one of them is an error, as are
// no rows at all: a sum over nothing agrees with nothing.
func total(table *frame.Table, w where) (sum, rows int, err error) {
	values, present := table.Ints("value")
	picked := make([]bool, table.Rows())
	for i := range picked {
		picked[i] = true
	}
	for column, want := range w {
		for i, cell := range table.Strings(column) {
			picked[i] = picked[i] && (cell == want || want == "*" && cell != "all")
		}
	}
	for i, value := range values {
		if !picked[i] {
			continue
		}
		if !present[i] {
			return 0, 0, fmt.Errorf("%s, line %d: the value is missing", table.File(), table.Line(i))
		}
		sum, rows = sum+value, rows+1
	}
	if rows == 0 {
		return 0, 0, fmt.Errorf("%s: no row with %v", table.File(), w)
	}
	return sum, rows, nil
}

// breakdown holds parts against their whole. In a where, "*" picks every cell but "all".
type breakdown struct {
	path         string
	whole, parts where
	want, among  int // the total, and in how many parts
}

func (b breakdown) check(table *frame.Table) error {
	whole, rows, err := total(table, b.whole)
	if err != nil {
		return err
	}
	sum, parts, err := total(table, b.parts)
	if err != nil {
		return err
	}
	if rows != 1 || whole != b.want || sum != b.want || parts != b.among {
		return fmt.Errorf("%s: %d in %d row, %d parts add up to %d; want %d in %d parts",
			table.File(), whole, rows, parts, sum, b.want, b.among)
	}
	return nil
}

// The totals are those of the narrative: worked values, not computed from the files.
var breakdowns = []breakdown{
	enforcement("2022", "investigation", "new", 813, 3),
	enforcement("2021", "investigation", "new", 354, 2),
	enforcement("2022", "prosecution", "new", 103, 3),
	enforcement("2022", "prosecution", "ongoing", 45, 3),
	enforcement("2022", "conviction", "unstated", 89, 3),
	{"peru2023/victims.csv", children("2022", "all", "all", "all"), children("2022", "*", "*", "all"), 113, 4},
	{"peru2023/victims.csv", children("2022", "all", "all", "all"), children("2022", "*", "all", "*"), 113, 4},
	{"peru2023/victims.csv", children("2020", "all", "all", "all"), children("2020", "all", "all", "*"), 223, 4},
}

func enforcement(year, stage, cohort string, want, among int) breakdown {
	pick := func(form string) where {
		return where{"year": year, "stage": stage, "cohort": cohort, "form": form, "slice": ""}
	}
	return breakdown{"peru2023/enforcement.csv", pick("all"), pick("*"), want, among}
}

func children(year, form, sex, nationality string) where {
	return where{"year": year, "measure": "assisted", "age": "child", "form": form, "sex": sex, "nationality": nationality}
}

func TestBreakdownsAddUp(t *testing.T) {
	for _, b := range breakdowns {
		if err := b.check(load(t, b.path)); err != nil {
			t.Error(err)
		}
	}
}

// TestBreakdownsCanFail: each breakdown notices a change in its whole, a change in any of its parts, a
// part that is missing and a part too many.
func TestBreakdownsCanFail(t *testing.T) {
	for _, b := range breakdowns {
		table := load(t, b.path)
		values, present := table.Ints("value")
		for row, value := range values {
			if !present[row] || !(picks(table, b.whole, row) || picks(table, b.parts, row)) {
				continue
			}
			for _, cell := range []string{fmt.Sprint(value + 1), "NR"} {
				if err := b.check(change(t, b.path, row, "value", cell)); err == nil {
					t.Errorf("%s, line %d: %s for %d was not noticed", table.File(), table.Line(row), cell, value)
				}
			}
			if err := b.check(change(t, b.path, row, "year", "2019")); err == nil {
				t.Errorf("%s, line %d: the loss of a row was not noticed", table.File(), table.Line(row))
			}
		}
	}
}

func picks(table *frame.Table, w where, row int) bool {
	for column, want := range w {
		if cell := table.Strings(column)[row]; cell != want && !(want == "*" && cell != "all") {
			return false
		}
	}
	return true
}

// change returns a table with one cell replaced.
func change(t *testing.T, path string, row int, column, cell string) *frame.Table {
	t.Helper()
	original := load(t, path)
	rows := make([][]string, original.Rows())
	for _, name := range original.Columns() {
		for i, old := range original.Strings(name) {
			if i == row && name == column {
				old = cell
			}
			rows[i] = append(rows[i], old)
		}
	}
	description, err := FS.ReadFile(descriptor)
	if err != nil {
		t.Fatal(err)
	}
	changed, err := table(fstest.MapFS{
		descriptor: {Data: description},
		path:       {Data: written(t, original.Columns(), rows)},
	}, path)
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

func written(t *testing.T, columns []string, rows [][]string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := frame.Write(&b, columns, rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
