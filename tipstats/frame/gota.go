package frame

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"
)

// missingSuffix ends the name of the column that a data frame carries beside a column of integers or numbers whose
// schema knows several kinds of missing value.
const missingSuffix = ".missing"

// DataFrame returns the table as a gota data frame: strings as String, integers as Int, numbers as Float,
// booleans as Bool. A missing integer or number is NaN there. gota knows one NaN only, so such a column with several kinds of
// missing value is followed by a String column of the same name with ".missing" after it, which holds
// the spelling ("NR") in the rows where the value is missing and is empty elsewhere; [FromDataFrame]
// reads it back. Strings stay as they were read, the missing among them; gota alone takes the text "NaN"
// for a missing value.
//
// Use it to hand a table to code that wants gota. Summaries and joins of gota are wrong where values are
// missing.
func (t *Table) DataFrame() dataframe.DataFrame {
	var columns []series.Series
	for i, c := range t.columns {
		switch c.Type {
		case "integer":
			columns = append(columns, t.integerSeries(c.Name))
		case "number":
			columns = append(columns, t.numberSeries(c.Name))
		case "boolean":
			columns = append(columns, series.New(t.Bools(c.Name), series.Bool, c.Name))
		default:
			columns = append(columns, series.New(t.cells[i], series.String, c.Name))
		}
		if c.quantity() && len(c.missing) > 1 {
			columns = append(columns, t.missingSeries(i))
		}
	}
	return dataframe.New(columns...)
}

func (t *Table) integerSeries(name string) series.Series {
	values, present := t.Ints(name)
	cells := make([]any, len(values))
	for row, value := range values {
		if present[row] {
			cells[row] = value
		}
	}
	return series.New(cells, series.Int, name)
}

func (t *Table) numberSeries(name string) series.Series {
	values, present := t.Floats(name)
	for row := range values {
		if !present[row] {
			values[row] = math.NaN()
		}
	}
	return series.New(values, series.Float, name)
}

func (t *Table) missingSeries(i int) series.Series {
	c := t.columns[i]
	spellings := make([]string, t.Rows())
	for row, cell := range t.cells[i] {
		if m, missing := c.missingValue(cell); missing {
			spellings[row] = m.Value
		}
	}
	return series.New(spellings, series.String, c.Name+missingSuffix)
}

// FromDataFrame reads a table from a gota data frame by the same checks as [Read]; its problems name row
// and column. Columns are found by name, in any order; integers may be an Int column, a Float one of
// whole numbers or a String one. A missing integer or number is the kind that the ".missing" column says (see
// [Table.DataFrame]), and otherwise the first missing value of the field. The data frame is not changed.
func FromDataFrame(df dataframe.DataFrame, s Schema) (*Table, error) {
	columns, err := s.compile()
	if err != nil {
		return nil, err
	}
	if df.Err != nil {
		return nil, fmt.Errorf("data frame: %w", df.Err)
	}
	rd := &frameReader{frame: df, columns: columns, table: newTable("data frame", columns)}
	rd.readColumns()
	if err := rd.problems.err(); err != nil {
		return nil, err
	}
	rd.readRows(newKeys(s, columns), s.Rule)
	if err := rd.problems.err(); err != nil {
		return nil, err
	}
	return rd.table, nil
}

type frameReader struct {
	frame    dataframe.DataFrame
	columns  []column
	cells    [][]string // one slice a column of the schema
	table    *Table
	problems Problems
}

func (rd *frameReader) report(p Problem) {
	p.File = rd.table.file
	rd.problems.add(p)
}

// readColumns finds every column of the schema and spells its cells as a CSV would.
func (rd *frameReader) readColumns() {
	names := rd.frame.Names()
	known := make(map[string]bool, len(names))
	for _, c := range rd.columns {
		known[c.Name] = true
		if c.quantity() && len(c.missing) > 1 {
			known[c.Name+missingSuffix] = true
		}
	}
	for i, name := range names {
		p := Problem{Column: i + 1, Cell: name}
		switch {
		case slices.Index(names, name) < i:
			p.Expected = "a column once"
		case !known[name]:
			p.Expected = "one of the columns " + list(rd.table.Columns()) + suggest(name, rd.table.Columns())
		default:
			continue
		}
		rd.report(p)
	}
	rd.cells = make([][]string, len(rd.columns))
	for i, c := range rd.columns {
		if !slices.Contains(names, c.Name) {
			rd.report(Problem{Expected: fmt.Sprintf("a column %q; the data frame has none", c.Name)})
			continue
		}
		rd.cells[i] = rd.spell(c, names)
	}
}

// spell writes the cells of a column as a CSV would hold them.
func (rd *frameReader) spell(c column, names []string) []string {
	from := rd.frame.Col(c.Name)
	cells := make([]string, from.Len())
	for row := range cells {
		element := from.Elem(row)
		switch {
		case !element.IsNA():
			cells[row] = spellElement(element)
		case len(c.missing) > 0:
			cells[row] = c.missing[0].Value
		}
	}
	if c.quantity() && len(c.missing) > 1 && slices.Contains(names, c.Name+missingSuffix) {
		rd.spellMissing(c, names, from, cells)
	}
	return cells
}

// spellMissing writes the missing cells of a column of integers or numbers as the column beside it says.
func (rd *frameReader) spellMissing(c column, names []string, from series.Series, cells []string) {
	name := c.Name + missingSuffix
	kinds := rd.frame.Col(name)
	for row := range cells {
		kind := kinds.Elem(row)
		if kind.IsNA() {
			continue
		}
		p := Problem{Row: row + 1, Column: slices.Index(names, name) + 1, Name: name, Cell: kind.String()}
		_, known := c.missingValue(p.Cell)
		switch {
		case !from.Elem(row).IsNA() && p.Cell != "":
			p.Expected = fmt.Sprintf("an empty cell, for %s is %s", c.Name, quote(cells[row]))
		case !from.Elem(row).IsNA():
			continue
		case !known:
			p.Expected = "how the value is missing" + c.orMissing()
		default:
			cells[row] = p.Cell
			continue
		}
		rd.report(p)
	}
}

// spellElement writes one value of gota. A float is written in full, for gota's own spelling stops at six
// decimals.
func spellElement(element series.Element) string {
	if element.Type() != series.Float {
		return element.String()
	}
	value := element.Float()
	if value == math.Trunc(value) && math.Abs(value) <= MaxInteger {
		return strconv.Itoa(int(value))
	}
	return strconv.FormatFloat(value, 'g', -1, 64)
}

// readRows holds the cells against the schema row by row.
func (rd *frameReader) readRows(keys []*key, rule Rule) {
	places := make([]int, len(rd.columns))
	for i, c := range rd.columns {
		places[i] = slices.Index(rd.frame.Names(), c.Name) + 1
	}
	for row := range rd.cells[0] {
		cells, valid := make([]string, len(rd.columns)), make([]bool, len(rd.columns))
		for i, c := range rd.columns {
			cells[i] = rd.cells[i][row]
			expected := c.problem(cells[i])
			valid[i] = expected == ""
			if !valid[i] {
				rd.report(Problem{Row: row + 1, Column: places[i], Name: c.Name, Cell: cells[i], Expected: expected})
			}
		}
		for _, k := range keys {
			k.word = "row"
			if p, doubled := k.check(cells, valid, row+1); doubled {
				p.Row, p.Column = row+1, places[k.fields[0]]
				rd.report(p)
			}
		}
		if p, field, broken := rule.apply(rd.columns, cells, valid); broken {
			p.Row, p.Column = row+1, places[field]
			rd.report(p)
		}
		rd.table.add(cells, row+1)
	}
}
