package notebook_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/notebook"
)

// rowFiles are a described table with every kind of count.
var rowFiles = fstest.MapFS{
	"datapackage.json": {Data: []byte(`{"resources": [{"path": "own/counts.csv", "schema": {"fields": [
		{"name": "what", "type": "string"}, {"name": "value", "type": "string"}, {"name": "bound", "type": "string"}]}}]}`)},
	"own/counts.csv": {Data: []byte("what,value,bound\na,7,exact\nb,44,at_least\nc,9,at_most\nd,120,approx\ne,NR,\nf,,\ng,x,exact\nh,5,some\ni,3,exact\ni,4,exact\n")},
}

// rowsIn runs a notebook that reads the rows, and returns its error.
func rowsIn(t *testing.T, use func(notebook.Rows)) error {
	t.Helper()
	_, err := notebook.Run(notebook.Notebook{Name: "rows", Title: "Rows", Command: "go run .", Source: source, Data: rowFiles, Write: func(d *notebook.Doc) error {
		use(d.Rows("own/counts.csv"))
		d.Text("Read.")
		return d.Err()
	}}, t.TempDir())
	return err
}

func TestRows(t *testing.T) {
	err := rowsIn(t, func(rows notebook.Rows) {
		for what, want := range map[string]tipstats.Count{
			"a": tipstats.Exactly(7), "b": tipstats.AtLeast(44), "c": tipstats.AtMost(9), "d": tipstats.Approximately(120), "e": tipstats.NotReported, "f": tipstats.NotFound,
		} {
			if got := rows.Only("what", what).Count(); got != want {
				t.Errorf("%s: got %s, want %s", what, got, want)
			}
		}
		if n := len(rows.Where("what", "i")); n != 2 || len(rows) != 10 {
			t.Errorf("%d of %d rows", n, len(rows))
		}
		if n := rows.Only("what", "a", "bound", "exact").Number("value"); n != 7 {
			t.Errorf("got %d", n)
		}
	})
	if err != nil {
		t.Error(err)
	}
}

func TestRowsThatAreNot(t *testing.T) {
	for want, use := range map[string]func(notebook.Rows){
		`2 rows with ["what" "i"]`:   func(rows notebook.Rows) { rows.Only("what", "i") },
		`0 rows with ["what" "z"]`:   func(rows notebook.Rows) { rows.Only("what", "z") },
		`no column "wat"`:            func(rows notebook.Rows) { rows.Where("wat", "a") },
		`value "x": expected`:        func(rows notebook.Rows) { rows.Only("what", "g").Count() },
		`bound "some" of`:            func(rows notebook.Rows) { rows.Only("what", "h").Count() },
		`"exact" is no whole number`: func(rows notebook.Rows) { rows.Only("what", "a").Number("bound") },
	} {
		if err := rowsIn(t, use); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
