package glm

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/gonum/mat"
)

// maxProblems bounds how many problems one call lists.
const maxProblems = 100

// maxCount is the largest count: beyond it float64 skips whole numbers.
const maxCount = 1 << 53

// leastWeight and mostWeight bound the weights of rows, beyond which rounding decides.
const (
	leastWeight = 1e-12
	mostWeight  = 1e12
)

// Data is what a regression is fitted to. Response and Label are required, and Design.
type Data struct {
	Label    string    // what the caller calls the response: "Counts"
	Response []float64 // >= 0, and at most Trials where those are given
	Whole    bool      // whether the response must be whole
	Trials   []float64 // of a binomial response
	Design   mat.Matrix
	Names    []string  // of the columns; nil for x0, x1, ...
	Offset   []float64 // nil for 0
	Weights  []float64 // nil for 1
}

// complaints collects problems, at most maxProblems of them.
type complaints struct {
	list    []string
	omitted int
}

func (c *complaints) add(format string, args ...any) {
	if len(c.list) >= maxProblems-1 {
		c.omitted++
		return
	}
	c.list = append(c.list, fmt.Sprintf(format, args...))
}

func (c *complaints) all() []string {
	if c.omitted > 0 {
		return append(c.list, fmt.Sprintf("and %d more problems", c.omitted))
	}
	return c.list
}

// Check returns everything that is wrong with the data, except for a design whose columns
// depend on each other.
func Check(d Data) []string {
	var c complaints
	n := len(d.Response)
	if n == 0 {
		c.add("%s is empty: a regression needs data", d.Label)
	}
	c.length(d, "Offset", d.Offset)
	c.length(d, "Weights", d.Weights)
	c.length(d, "Trials", d.Trials)
	c.responses(d)
	for i, v := range d.Offset {
		if !finite(v) {
			c.add("Offset[%d] is %v: expected a finite number (of an exposure, its logarithm)", i, v)
		}
	}
	used := n
	for i, v := range d.Weights {
		if v != 0 && !(v >= leastWeight && v <= mostWeight) {
			c.add("Weights[%d] is %v: expected 0 or a number from %v to %v", i, v, leastWeight, mostWeight)
		}
		if v == 0 {
			used--
		}
	}
	c.design(d, used)
	return c.all()
}

func (c *complaints) length(d Data, name string, values []float64) {
	if values != nil && len(values) != len(d.Response) {
		c.add("%d %s for %d %s: expected one for each", len(values), name, len(d.Response), d.Label)
	}
}

func (c *complaints) responses(d Data) {
	for i, v := range d.Response {
		switch {
		case !finite(v):
			c.add("%s[%d] is %v: expected a finite number (leave a missing one out; it is not zero)", d.Label, i, v)
		case v < 0:
			c.add("%s[%d] is %v: a count is 0 or more", d.Label, i, v)
		case v > maxCount:
			c.add("%s[%d] is %v: expected at most 2^53", d.Label, i, v)
		case d.Whole && v != math.Trunc(v):
			c.add("%s[%d] is %v: expected a whole number", d.Label, i, v)
		}
	}
}

func (c *complaints) design(d Data, used int) {
	if d.Design == nil {
		c.add("Design is nil: expected a matrix with one row for each of the %s and one column for each coefficient", d.Label)
		return
	}
	rows, columns := d.Design.Dims()
	if rows != len(d.Response) {
		c.add("Design has %d rows for %d %s: expected one for each", rows, len(d.Response), d.Label)
	}
	if columns == 0 {
		c.add("Design has no columns: expected one for each coefficient, the constant 1 of the intercept among them")
	}
	if used < columns {
		c.add("%d coefficients from %d %s with a weight: expected at least as many of them as coefficients", columns, used, d.Label)
	}
	if d.Names != nil && len(d.Names) != columns {
		c.add("%d Names for %d columns of Design: expected one for each, or none at all", len(d.Names), columns)
	}
	for i := range rows {
		for j := range columns {
			if v := d.Design.At(i, j); !finite(v) {
				c.add("Design[%d, %d] (%s) is %v: expected a finite number", i, j, nameOf(d.Names, j), v)
			}
		}
	}
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// nameOf returns the name of a column.
func nameOf(names []string, j int) string {
	if j < len(names) && strings.TrimSpace(names[j]) != "" {
		return names[j]
	}
	return fmt.Sprintf("x%d", j)
}
