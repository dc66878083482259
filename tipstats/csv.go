package tipstats

import (
	"fmt"
	"io"
	"strconv"

	"github.com/go-gota/gota/dataframe"

	"github.com/tipstats/tip/tipstats/frame"
)

// ReadCSV reads a dataset whose columns are those of [Schema]. Reading is strict: the error is a [frame.Problems], which
// names line, column and cell of everything that is wrong with the file, at most [frame.MaxProblems] of them.
func ReadCSV(r io.Reader) (*Dataset, error) {
	table, err := frame.Read(r, Schema())
	if err != nil {
		return nil, err
	}
	return fromTable(table), nil
}

// WriteCSV writes the dataset as ReadCSV reads it, in its order. A note such as =HYPERLINK("x") is written with an apostrophe before it,
// so that no spreadsheet runs it; ReadCSV takes the apostrophe away.
func (d *Dataset) WriteCSV(w io.Writer) error {
	rows, err := rows(d.observations)
	if err != nil {
		return err
	}
	return frame.Write(w, Schema().Columns(), rows)
}

// FromFrame makes a dataset of a data frame whose columns are those of [Schema]. It is as strict as ReadCSV.
func FromFrame(df dataframe.DataFrame) (*Dataset, error) {
	table, err := frame.FromDataFrame(df, Schema())
	if err != nil {
		return nil, err
	}
	return fromTable(table), nil
}

// Frame returns the dataset as a data frame with the columns of [Schema]. A missing value is NaN there, and the further column
// value.missing tells NR (not reported) from empty (not found). FromFrame gives the dataset back.
func (d *Dataset) Frame() dataframe.DataFrame {
	return d.table.DataFrame()
}

func fromTable(t *frame.Table) *Dataset {
	d := &Dataset{table: t, observations: make([]Observation, t.Rows())}
	reports, _ := t.Ints("report")
	years, _ := t.Ints("year")
	complete := t.Bools("complete")
	text := map[string][]string{}
	for _, name := range t.Columns() {
		text[name] = t.Strings(name)
	}
	for i := range d.observations {
		count, err := ParseCount(text["value"][i], text["bound"][i])
		if err != nil {
			panic(err) // the schema has held the cells
		}
		d.observations[i] = Observation{
			Country: text["country"][i], Report: reports[i], Year: years[i],
			Stage: Stage(text["stage"][i]), Cohort: Cohort(text["cohort"][i]),
			Form: Form(text["form"][i]), Unit: Unit(text["unit"][i]),
			Count: count, Slice: text["slice"][i], Complete: complete[i],
			Source: text["source"][i], Locator: text["locator"][i], Note: text["note"][i],
		}
	}
	return d
}

// ParseCount reads the cells value and bound of a dataset: a whole number with exact, at_least, at_most or approx (exact if empty), NR
// where the source says that the figure was not reported, nothing where it was not found. The error names the cell that is off.
func ParseCount(value, bound string) (Count, error) {
	switch value {
	case "":
		return NotFound, nil
	case notReportedCell:
		return NotReported, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 || n > MaxCount {
		return NotFound, fmt.Errorf("value %q: expected a whole number from 0 to %d, %s or nothing", value, MaxCount, notReportedCell)
	}
	switch bound {
	case "", boundExact:
		return Exactly(n), nil
	case boundAtLeast:
		return AtLeast(n), nil
	case boundAtMost:
		return AtMost(n), nil
	case boundApprox:
		return Approximately(n), nil
	}
	return NotFound, fmt.Errorf("bound %q of the value %s: expected %s, %s, %s or %s", bound, value, boundExact, boundAtLeast, boundAtMost, boundApprox)
}

// rows spells observations as the cells of a CSV.
func rows(observations []Observation) ([][]string, error) {
	list := make([][]string, len(observations))
	for i, o := range observations {
		value, bound, err := o.Count.cells()
		if err != nil {
			return nil, fmt.Errorf("observation %d, %s: %w", i+1, o, err)
		}
		list[i] = []string{
			o.Country, strconv.Itoa(o.Report), strconv.Itoa(o.Year), string(o.Stage), string(o.Cohort), string(o.Form), string(o.Unit),
			value, bound, o.Slice, strconv.FormatBool(o.Complete), o.Source, o.Locator, o.Note,
		}
	}
	return list, nil
}

// cells spells a count as the columns value and bound.
func (c Count) cells() (value, bound string, err error) {
	switch c.kind {
	case notFound:
		return "", boundExact, nil
	case notReported:
		return notReportedCell, boundExact, nil
	case atLeast:
		return strconv.Itoa(c.lo), boundAtLeast, nil
	case atMost:
		return strconv.Itoa(c.hi), boundAtMost, nil
	case approximately:
		return strconv.Itoa(c.lo), boundApprox, nil
	case between:
		if c.lo < c.hi {
			return "", "", fmt.Errorf("a dataset has no cell for %q: write the bound that the source states as at least or at most, and the other in the note", c)
		}
	}
	return strconv.Itoa(c.lo), boundExact, nil
}
