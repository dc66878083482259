package world

import (
	"fmt"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/notebook"
)

// record is one row of a table, by column.
type record map[string]string

// records reads a described table.
func (s study) records(file string) []record {
	t := s.Read(file)
	list := make([]record, t.Rows())
	for _, column := range t.Columns() {
		for i, cell := range t.Strings(column) {
			if list[i] == nil {
				list[i] = record{}
			}
			list[i][column] = cell
		}
	}
	return list
}

// number is a cell that holds a whole number.
func (r record) number(column string) int { return notebook.Must(strconv.Atoi(r[column])) }

// count is the figure of a row. The tables have exact figures and lower bounds; another bound is an error.
func (r record) count() tipstats.Count {
	if r["bound"] == "at_least" {
		return tipstats.AtLeast(r.number("value"))
	}
	return notebook.Must(r.exact())
}

func (r record) exact() (tipstats.Count, error) {
	if bound := r["bound"]; bound != "" && bound != "exact" {
		return tipstats.NotFound, fmt.Errorf("bound %q of the figure %s: expected exact or at_least", bound, r["value"])
	}
	return tipstats.Exactly(r.number("value")), nil
}

// where returns the rows that have the given cells, named in pairs of column and cell.
func where(rows []record, cells ...string) []record {
	var found []record
	for _, r := range rows {
		matches := true
		for i := 0; i < len(cells); i += 2 {
			matches = matches && r[cells[i]] == cells[i+1]
		}
		if matches {
			found = append(found, r)
		}
	}
	return found
}

// only returns the one row that has the given cells.
func only(rows []record, cells ...string) record {
	return notebook.Must(one(where(rows, cells...), cells))
}

func one(found []record, cells []string) (record, error) {
	if len(found) != 1 {
		return nil, fmt.Errorf("%d rows with %v: expected one", len(found), cells)
	}
	return found[0], nil
}
