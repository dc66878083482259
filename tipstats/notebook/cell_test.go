package notebook

import (
	_ "embed" // the source of this file
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/figure"
)

//go:embed cell_test.go
var ownSource string

// flat is a notebook without sections: its function makes everything itself.
func flat(d *Doc) error {
	first := figure.Table{Columns: []string{"a"}, Rows: [][]string{{"1"}}}
	second := first
	d.Text("One.")
	d.Table("one", "One", first)
	d.Text("Two.")
	d.Table("two", "Two", second)
	d.Table("three", "Three", first)
	return d.Err()
}

// flatLines is the rest of the notebook's source.
const flatLines = `package notebook

var Notebook = notebook.Notebook{Data: none, Write: flat}

var none = fstest.MapFS{}
`

// A notebook without sections is cut at its prose; what a cell needs of the statements before it goes with it.
func TestCellsOfAFunctionWithoutSections(t *testing.T) {
	source := fstest.MapFS{"cell_test.go": {Data: []byte(ownSource)}, "flat.go": {Data: []byte(flatLines)}}
	n := Notebook{Name: "flat", Title: "Flat", Source: source, Data: fstest.MapFS{}, Write: flat}
	d := newDoc(n)
	if err := d.run(); err != nil {
		t.Fatal(err)
	}
	code, runs := d.newCellCode()
	if !runs {
		t.Fatal("the source was not understood")
	}
	if setup := code.setup(); !strings.HasSuffix(setup, "var none = fstest.MapFS{}") {
		t.Error(setup)
	}
	var got []string
	for _, part := range d.parts(code) {
		if !isProse(d.blocks[part[0]]) {
			got = append(got, code.section(d, d.originsOf(part)))
		}
	}
	expected := []string{
		"%%\nnotebook.Cell(none, func(d *Doc) error {\n" +
			"\tfirst := figure.Table{Columns: []string{\"a\"}, Rows: [][]string{{\"1\"}}}\n\tsecond := first\n" +
			"\td.Table(\"one\", \"One\", first)\n\t_ = second\n\treturn d.Err()\n})",
		"%%\nnotebook.Cell(none, func(d *Doc) error {\n" +
			"\tfirst := figure.Table{Columns: []string{\"a\"}, Rows: [][]string{{\"1\"}}}\n\tsecond := first\n" +
			"\td.Table(\"two\", \"Two\", second)\n\td.Table(\"three\", \"Three\", first)\n\treturn d.Err()\n})",
	}
	if strings.Join(got, "\n") != strings.Join(expected, "\n") {
		t.Errorf("%s\nexpected\n%s", strings.Join(got, "\n"), strings.Join(expected, "\n"))
	}
}
