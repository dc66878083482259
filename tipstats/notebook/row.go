package notebook

import (
	"fmt"
	"strconv"

	"github.com/tipstats/tip/tipstats"
)

// Row is a row of a table, its cells by column. Its methods, and those of Rows, end the notebook where a cell is not what they need; see
// [Must].
type Row map[string]string

// Rows are rows of a table, in its order.
type Rows []Row

// Rows reads the rows of a table as [Doc.Read] does.
func (d *Doc) Rows(file string) Rows {
	t := d.Read(file)
	rows := make(Rows, t.Rows())
	for i := range rows {
		rows[i] = Row{}
	}
	for _, column := range t.Columns() {
		for i, cell := range t.Strings(column) {
			rows[i][column] = cell
		}
	}
	return rows
}

// Where are the rows that have the given cells, named in pairs of column and cell.
func (rows Rows) Where(cells ...string) Rows {
	var found Rows
	for _, r := range rows {
		if r.has(cells) {
			found = append(found, r)
		}
	}
	return found
}

// Only is the one row that has the given cells. None, or several, end the notebook.
func (rows Rows) Only(cells ...string) Row {
	found := rows.Where(cells...)
	if len(found) != 1 {
		return Must(Row(nil), fmt.Errorf("%d rows with %q: expected one", len(found), cells))
	}
	return found[0]
}

func (r Row) has(cells []string) bool {
	for i := 0; i < len(cells); i += 2 {
		cell, known := r[cells[i]]
		if !known {
			return Must(false, fmt.Errorf("there is no column %q", cells[i]))
		}
		if cell != cells[i+1] {
			return false
		}
	}
	return true
}

// Number is a cell that holds a whole number.
func (r Row) Number(column string) int {
	n, err := strconv.Atoi(r[column])
	if err != nil {
		err = fmt.Errorf("column %q: %q is no whole number", column, r[column])
	}
	return Must(n, err)
}

// Count is what the columns value and bound state.
func (r Row) Count() tipstats.Count { return Must(tipstats.ParseCount(r["value"], r["bound"])) }
