package datasets

import (
	"slices"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/frame"
)

func TestPeru2023(t *testing.T) {
	ds, err := Peru2023()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(ds.Observations()), load(t, "peru2023/enforcement.csv").Rows(); got != want {
		t.Errorf("%d observations of %d rows", got, want)
	}
	for _, finding := range ds.Check() {
		t.Error(finding)
	}
}

// TestEnforcementSchemaIsThatOfTipstats: the description of enforcement.csv and the code that reads it
// use the same columns, words and key.
func TestEnforcementSchemaIsThatOfTipstats(t *testing.T) {
	list := described(t)
	i := slices.IndexFunc(list, func(r Resource) bool { return r.Path == "peru2023/enforcement.csv" })
	data, code := list[i].Schema, tipstats.Schema()
	if !slices.Equal(data.Columns(), code.Columns()) {
		t.Fatalf("columns %q in datapackage.json, %q in tipstats", data.Columns(), code.Columns())
	}
	if !slices.Equal(data.PrimaryKey, code.PrimaryKey) {
		t.Errorf("primary key %q in datapackage.json, %q in tipstats", data.PrimaryKey, code.PrimaryKey)
	}
	for i, f := range data.Fields {
		g := code.Fields[i]
		if f.Type != g.Type {
			t.Errorf("column %s: type %s in datapackage.json, %s in tipstats", f.Name, f.Type, g.Type)
		}
		if !slices.Equal(words(f), words(g)) {
			t.Errorf("column %s: words %q in datapackage.json, %q in tipstats", f.Name, words(f), words(g))
		}
		if g.Constraints.Required && !f.Constraints.Required {
			t.Errorf("column %s is required in tipstats alone", f.Name)
		}
		if !sameLimit(f.Constraints.Minimum, g.Constraints.Minimum) || !sameLimit(f.Constraints.Maximum, g.Constraints.Maximum) {
			t.Errorf("column %s: the range in datapackage.json is not that in tipstats", f.Name)
		}
		if f.Name == "value" {
			if !slices.Equal(spellings(f.MissingValues), spellings(g.MissingValues)) {
				t.Errorf("missing values %q in datapackage.json, %q in tipstats", f.MissingValues, g.MissingValues)
			}
		}
	}
}

// words returns the permitted words of a column.
func words(f frame.Field) []string {
	list := slices.Clone(f.Constraints.Enum)
	for _, c := range f.Categories {
		list = append(list, c.Value)
	}
	slices.Sort(list)
	return list
}

func spellings(missing []frame.MissingValue) []string {
	list := make([]string, len(missing))
	for i, m := range missing {
		list[i] = m.Value
	}
	slices.Sort(list)
	return list
}

// sameLimit compares two limits of an integer, where none given as the smallest is 0.
func sameLimit(a, b *int) bool {
	if a == nil || b == nil {
		return (a == nil || *a == 0) && (b == nil || *b == 0)
	}
	return *a == *b
}
