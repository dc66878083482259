package peru

import (
	"fmt"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/notebook"
)

// record is one row of a table, by column.
type record map[string]string

// records reads a described table of the 2023 narrative.
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

// matches reports whether the row has all of the given cells, named in pairs of column and cell.
func (r record) matches(cells ...string) bool {
	for i := 0; i < len(cells); i += 2 {
		if r[cells[i]] != cells[i+1] {
			return false
		}
	}
	return true
}

// count is the figure of a row with the columns value and bound.
func (r record) count() tipstats.Count {
	switch r["value"] {
	case "":
		return tipstats.NotFound
	case "NR":
		return tipstats.NotReported
	}
	n := notebook.Must(strconv.Atoi(r["value"]))
	switch r["bound"] {
	case "at_least":
		return tipstats.AtLeast(n)
	case "at_most":
		return tipstats.AtMost(n)
	case "approx":
		return tipstats.Approximately(n)
	}
	return tipstats.Exactly(n)
}

// only returns the one row that has the given cells.
func only(rows []record, cells ...string) record {
	var found []record
	for _, r := range rows {
		if r.matches(cells...) {
			found = append(found, r)
		}
	}
	return notebook.Must(one(found, cells))
}

func one(found []record, cells []string) (record, error) {
	if len(found) != 1 {
		return nil, fmt.Errorf("%d rows with %v: expected one", len(found), cells)
	}
	return found[0], nil
}
