package frame

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
)

// decimal is how a number is written: in digits with a point, and with an exponent where it has one. Signs of plus, commas, per cent signs
// and the words NaN and INF are not read: a missing number is a missing value, and says which.
var decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

func (c column) checkNumber(cell string) string {
	value, err := strconv.ParseFloat(cell, 64)
	limits := c.Constraints
	switch {
	case err != nil, math.IsInf(value, 0), !decimal.MatchString(cell),
		limits.Minimum != nil && value < float64(*limits.Minimum), limits.Maximum != nil && value > float64(*limits.Maximum):
		return c.numberKind()
	}
	return ""
}

// numberKind says in words what a number may be.
func (c column) numberKind() string {
	const kind = "a number in digits, with a point before its decimals"
	minimum, maximum := c.Constraints.Minimum, c.Constraints.Maximum
	switch {
	case minimum != nil && maximum != nil:
		return fmt.Sprintf("%s, from %d to %d", kind, *minimum, *maximum)
	case minimum != nil:
		return fmt.Sprintf("%s, at least %d", kind, *minimum)
	case maximum != nil:
		return fmt.Sprintf("%s, at most %d", kind, *maximum)
	}
	return kind
}

// Floats returns the values of a number column and whether each is there: where present is false the cell is missing, and the value beside
// it is 0 and means nothing. It panics if there is no such number column.
func (t *Table) Floats(column string) (values []float64, present []bool) {
	cells := t.typed(column, "number")
	values, present = make([]float64, len(cells)), make([]bool, len(cells))
	for row, cell := range cells {
		if _, missing := t.Missing(column, row); missing {
			continue
		}
		value, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			panic(fmt.Sprintf("frame: %q passed for a number: %v", cell, err))
		}
		values[row], present[row] = value, true
	}
	return values, present
}

// quantity reports whether the cells of a column are integers or numbers, whose missing values gota cannot tell apart.
func (c column) quantity() bool { return c.Type == "integer" || c.Type == "number" }
