package frame

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNeutral(t *testing.T) {
	for cell, written := range map[string]string{
		`=HYPERLINK("x")`: `'=HYPERLINK("x")`, "@SUM(1)": "'@SUM(1)", "+1+1": "'+1+1", "-2+3+cmd|' /C calc'!A0": "'-2+3+cmd|' /C calc'!A0",
		"\t=1": "'\t=1", "\n=1": "'\n=1", "＝1": "'＝1", "＠x": "'＠x", "'=1": "''=1", "''@x": "'''@x", "=": "'=", "-a": "'-a", "--1": "'--1",
		"": "", "-": "-", "-5": "-5", "+1,266": "+1,266", "-2.5E3": "-2.5E3", "-0.5 %": "-0.5 %", "-.5": "-.5", "a=1": "a=1", "'": "'",
		"'tis": "'tis", "'-5": "'-5", " =1": " =1", "1-2": "1-2", "'-": "'-", "\xff": "\xff",
	} {
		if got := neutral(cell); got != written {
			t.Errorf("%q is written as %q, expected %q", cell, got, written)
		}
		if got := original(written); got != cell {
			t.Errorf("%q is read as %q, expected %q", written, got, cell)
		}
	}
}

// TestNoFormulaIsWritten: no cell of a file that Write makes begins a formula, and Read gives every cell back.
func TestNoFormulaIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOfN(rapid.SampledFrom([]rune("'=+-@\t\n1.,e% a＝")), 0, 7, -1)
		columns := rapid.SliceOfNDistinct(cell.Filter(func(s string) bool { return s != "" }), 2, 2, rapid.ID[string]).Draw(t, "columns")
		row := rapid.SliceOfN(cell, 2, 2).Draw(t, "row")
		var b bytes.Buffer
		if err := Write(&b, columns, [][]string{row}); err != nil {
			t.Fatal(err)
		}
		reader := newRecordReader(strings.NewReader(b.String()))
		for range 2 {
			rec, err := reader.next()
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range rec.cells {
				if !strings.HasPrefix(c.text, "'") && formula(c.text) {
					t.Fatalf("a spreadsheet runs %q", c.text)
				}
			}
		}
		table, err := Read(&b, Schema{Fields: []Field{{Name: columns[0]}, {Name: columns[1]}}})
		if err != nil {
			t.Fatal(err)
		}
		if got := records(table)[0]; got[0] != row[0] || got[1] != row[1] {
			t.Fatalf("read %q, wrote %q", got, row)
		}
	})
}

// TestLongestFormulaComesBack: the apostrophe does not count against the longest cell.
func TestLongestFormulaComesBack(t *testing.T) {
	cell := "=" + strings.Repeat("x", MaxCell-1)
	var b bytes.Buffer
	if err := Write(&b, []string{"a"}, [][]string{{cell}}); err != nil {
		t.Fatal(err)
	}
	table, err := Read(&b, Schema{Fields: []Field{{Name: "a"}}})
	if err != nil || records(table)[0][0] != cell {
		t.Error(err)
	}
}
