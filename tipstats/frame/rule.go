package frame

import "slices"

// A Rule holds the cells of one row against each other, where a constraint on one column cannot say what is meant. It gets
// the cells by the name of their column and returns the column at fault with what was expected there, or an empty
// expected. It is asked only of rows whose cells are all valid.
type Rule func(cell func(column string) string) (column, expected string)

// apply returns the problem that the rule sees in a row, with the index of its column.
func (r Rule) apply(columns []column, row []string, valid []bool) (p Problem, field int, broken bool) {
	if r == nil || slices.Contains(valid, false) {
		return Problem{}, 0, false
	}
	index := func(name string) int {
		return slices.IndexFunc(columns, func(c column) bool { return c.Name == name })
	}
	name, expected := r(func(column string) string { return row[index(column)] })
	if expected == "" {
		return Problem{}, 0, false
	}
	field = index(name)
	return Problem{Name: name, Cell: row[field], Expected: expected}, field, true
}
