package notebook

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/frame"
)

// table is a table in the document.
type table struct {
	number    int
	name      string
	title     passage
	columns   []string
	rows      [][]string
	statement string
}

// Table adds a table, and writes it as NAME.csv beside the document. The title is plain text under the rules of
// [Doc.Text]: it shows a value as {{name}} and holds no digit of its own. A column of numbers is set to the right.
func (d *Doc) Table(name, title string, t figure.Table) {
	if d.failed {
		return
	}
	at := caller()
	heading, ok := d.checkPlain(place(at), "title of table "+name, title)
	if !d.take("table", name) || !ok {
		return
	}
	data, err := csvFile(t)
	if err != nil {
		d.problem(fmt.Errorf("table %q: %w", name, err))
		return
	}
	d.files[name+".csv"] = data
	d.tables++
	b := &table{number: d.tables, name: name, title: heading, columns: t.Columns, rows: t.Rows,
		statement: d.statement(at, fmt.Sprintf("d.Table(%q, …)", name))}
	d.add(b)
}

// csvFile is a table as CSV, whose cells no spreadsheet takes for formulas: see [frame.Write].
func csvFile(t figure.Table) ([]byte, error) {
	if err := checkCells(t.Columns, t.Rows); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := frame.Write(&b, t.Columns, t.Rows); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// numericColumn reports whether a column holds numbers and nothing else but gaps.
func numericColumn(rows [][]string, column int) bool {
	found := false
	for _, row := range rows {
		switch cell := row[column]; {
		case isNumeric(figureOf(cell)):
			found = true
		case cell != "" && cell != "-" && cell != "–" && cell != "NR":
			return false
		}
	}
	return found
}

// figureOf is the number of a cell that says how far it is exact: "at least 44".
func figureOf(cell string) string {
	for _, words := range []string{"at least ", "at most ", "about "} {
		if number, found := strings.CutPrefix(cell, words); found {
			return number
		}
	}
	return cell
}

// numberPattern is a number as a reader sees it: 1,266, -0.5, 55.6 %, -2.5E3.
var numberPattern = regexp.MustCompile(`^[-+\x{2212}]?([0-9][0-9,]*\.?[0-9]*|\.[0-9]+)([eE][-+\x{2212}]?[0-9]+)?[ \x{a0}]*%?[ \x{a0}]*$`)

// isNumeric reports whether a cell is a number.
func isNumeric(cell string) bool { return numberPattern.MatchString(cell) }
