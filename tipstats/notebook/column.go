package notebook

import "strings"

// A column is a column of a table as documents show it. CSV files hold the cells as they were given.
type column struct {
	head    string
	cells   []string
	pads    []string // what is missing after a number for its point to stand under the others: ".00"
	numeric bool
}

// layOut prepares the columns of a table: a unit that all numbers of a column carry goes into its head, and points are aligned.
func layOut(heads []string, rows [][]string) []column {
	columns := make([]column, len(heads))
	for i, head := range heads {
		c := column{head: head, cells: make([]string, len(rows)), pads: make([]string, len(rows)), numeric: numericColumn(rows, i)}
		for j, row := range rows {
			c.cells[j] = row[i]
		}
		if c.numeric {
			c.liftUnit()
			c.align()
		}
		columns[i] = c
	}
	return columns
}

// liftUnit moves the percent sign of a column into its head.
func (c *column) liftUnit() {
	for _, cell := range c.cells {
		if isNumeric(figureOf(cell)) && !strings.HasSuffix(cell, "%") {
			return
		}
	}
	for i, cell := range c.cells {
		c.cells[i] = strings.TrimRight(strings.TrimSuffix(cell, "%"), " \u00a0")
	}
	if !strings.Contains(c.head, "%") {
		c.head += " (%)"
	}
}

// align finds the pad of each number, by the longest fraction of the column.
func (c *column) align() {
	fractions := make([]int, len(c.cells)) // digits after the point, and the point
	longest := 0
	for i, cell := range c.cells {
		if at := strings.IndexByte(cell, '.'); at >= 0 && isNumeric(figureOf(cell)) {
			fractions[i] = len(strings.TrimRight(cell[at:], "% \u00a0"))
			longest = max(longest, fractions[i])
		}
	}
	for i, cell := range c.cells {
		switch missing := longest - fractions[i]; {
		case !isNumeric(figureOf(cell)) || missing == 0:
		case fractions[i] == 0:
			c.pads[i] = "." + strings.Repeat("0", missing-1)
		default:
			c.pads[i] = strings.Repeat("0", missing)
		}
	}
}

// blank is a pad as text of the same width in which nothing is seen: a figure space for a digit, a punctuation space for the point.
func blank(pad string) string { return strings.NewReplacer("0", "\u2007", ".", "\u2008").Replace(pad) }
