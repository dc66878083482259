package notebook_test

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

func TestTableAsCSV(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Table("cells", "Cells", figure.Table{Columns: []string{"=name", "text"}, Rows: [][]string{
			{"=1+1", "-1"}, {"+a", "-0.5"}, {"-a", "+5"}, {"@SUM(A1)", "−3"}, {"a,b", `say "x"`}, {"", "-5.5 %"}, {"\t=1", "a=b"}, {"-2.5E3", "-"}, {"-1e-7", "--"}, {"-2.5E3+1", "-e5"},
		}})
	})
	expected := "'=name,text\n'=1+1,-1\n'+a,-0.5\n'-a,+5\n'@SUM(A1),−3\n\"a,b\",\"say \"\"x\"\"\"\n,-5.5 %\n'\t=1,a=b\n-2.5E3,-\n-1e-7,'--\n'-2.5E3+1,'-e5\n"
	if got := string(files["cells.csv"]); got != expected {
		t.Errorf("CSV:\n%s\nexpected:\n%s", got, expected)
	}
}

func TestColumnsOfNumbersAreSetToTheRight(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Table("kinds", "Kinds", figure.Table{Columns: []string{"a", "b", "c", "d", "e"}, Rows: [][]string{
			{"1,266", "x", "55.6 %", "1.2.3", ""}, {"−0.5", "7", "NR", "2", ""}, {"", "8", "–", "3", ""}, {"-2.5E3", "-", "-", "4", ""},
		}})
	})
	if readme := string(files["README.md"]); !strings.Contains(readme, "| ---: | --- | ---: | --- | --- |") {
		t.Error(readme)
	}
	if page := string(files["index.html"]); strings.Count(page, `scope="col" class="number"`) != 2 {
		t.Error(page)
	}
}

func TestTableErrors(t *testing.T) {
	good := verdictFigure("x").Data
	fails(t, func(d *notebook.Doc) { d.Table("a", "All 160 verdicts", good) }, "table_test.go:", "a number in prose")
	fails(t, func(d *notebook.Doc) { d.Table("a", "  ", good) }, "title of table a is empty")
	fails(t, func(d *notebook.Doc) { d.Table("a", "All {{n}}", good) }, `no value is named "n"`)
	fails(t, func(d *notebook.Doc) { d.Table("a", "All {{n", good) }, "not closed")
	fails(t, func(d *notebook.Doc) { d.Table("a", "All", figure.Table{}) }, `table "a"`, "at least one column")
	fails(t, func(d *notebook.Doc) {
		d.Table("a", "All", figure.Table{Columns: []string{"x"}, Rows: [][]string{{"1", "2"}}})
	}, `table "a"`, "1 cell")
	fails(t, func(d *notebook.Doc) {
		d.Table("a", "All", good)
		d.Table("A", "All", good)
	}, "taken by table")
}
