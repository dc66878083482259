package frame

import (
	"strings"
	"testing"
)

// TestRule: cells of one row are held against each other once each is valid alone, missing ones among them.
func TestRule(t *testing.T) {
	schema := Schema{
		Fields: []Field{{Name: "from", Type: "integer"}, {Name: "to", Type: "integer"}},
		Rule: func(cell func(string) string) (string, string) {
			if cell("to") == "" && cell("from") != "" {
				return "to", "a value beside the other"
			}
			return "", ""
		},
	}
	if _, err := Read(strings.NewReader("from,to\n1,2\n,\n,2\n"), schema); err != nil {
		t.Error(err)
	}
	found := problems(t, "from,to\n1,\nx,\n", schema)
	if len(found) != 2 || found[0].Line != 2 || found[0].Column != 2 || found[0].Name != "to" || found[1].Column != 1 {
		t.Errorf("problems %v", found)
	}
	table, err := Read(strings.NewReader("from,to\n1,2\n"), schema)
	if err != nil {
		t.Fatal(err)
	}
	df := table.DataFrame()
	if _, err := FromDataFrame(df, schema); err != nil {
		t.Error(err)
	}
	empty := schema
	empty.Rule = func(func(string) string) (string, string) { return "from", "nothing" }
	if _, err := FromDataFrame(df, empty); err == nil || !strings.Contains(err.Error(), `row 1, column 1 (from): read "1", expected nothing`) {
		t.Errorf("error %v", err)
	}
}
