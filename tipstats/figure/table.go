package figure

// A Table is the data that a figure shows, as the CSV beside it states them.
type Table struct {
	Columns []string
	Rows    [][]string
}
