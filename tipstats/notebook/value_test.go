package notebook_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/notebook"
)

func TestValueErrors(t *testing.T) {
	fails(t, func(d *notebook.Doc) {
		d.Value("a", 1, notebook.Whole)
		d.Value("a", 1, notebook.Whole)
		d.Text("{{a}}")
	}, `the value "a" is named twice; first at tipstats/notebook_test/value_test.go:`)
	fails(t, func(d *notebook.Doc) { d.Value("a", 1, notebook.Whole) }, "value_test.go:", `no prose uses the value "a"`)
	fails(t, func(d *notebook.Doc) { d.Value("a", 1, nil) }, `value "a" has no format`)
	fails(t, func(d *notebook.Doc) { d.Value("a", tipstats.NotReported, notebook.Whole) }, `value "a"`, "not reported")
	fails(t, func(d *notebook.Doc) { d.Value("a", math.NaN(), notebook.Percent(1)) }, `value "a"`, "NaN")
	for _, name := range []string{"", "1a", "a b", "{a}", "é"} {
		fails(t, func(d *notebook.Doc) { d.Value(name, 1, notebook.Whole) }, "cannot name a value")
	}
	fails(t, func(d *notebook.Doc) {
		d.Value("opened", 1, notebook.Whole)
		d.Text("{{opened}} and {{openned}}")
	}, `no value is named "openned"`, "opened")
}

// A value is used by prose and by the title of a table, and by nothing else.
func TestValueIsUsedInATitle(t *testing.T) {
	made(t, func(d *notebook.Doc) {
		d.Table("counts", "All {{n}}", verdictFigure("x").Data)
		d.Value("n", 160, notebook.Whole)
	})
}

func TestValuesFile(t *testing.T) {
	custom := func(any) (string, error) { return "shown", nil }
	files := made(t, func(d *notebook.Doc) {
		for name, v := range map[string]any{
			"third": 1.0 / 3, "count": tipstats.Exactly(813), "least": tipstats.AtLeast(44), "range": tipstats.Between(1, 2),
			"about": tipstats.Approximately(120), "gap": tipstats.NotFound, "nan": math.NaN(), "infinite": math.Inf(-1),
			"text": "<&>", "tiny": 1e-300, "huge": 1e300, "flag": true,
		} {
			d.Value(name, v, custom)
			d.Text("{{" + name + "}}")
		}
	})
	var got map[string]struct {
		Value any
		Shown string
	}
	if err := json.Unmarshal(files["values.json"], &got); err != nil {
		t.Fatal(err)
	}
	values := map[string]any{}
	for name, entry := range got {
		values[name] = entry.Value
	}
	expected := map[string]any{"third": 0.3333333333333, "count": 813.0, "least": []any{44.0, nil}, "range": []any{1.0, 2.0}, "about": 120.0,
		"gap": nil, "nan": nil, "infinite": nil, "text": "shown", "tiny": 1e-300, "huge": 1e300, "flag": "true"}
	if difference := cmp.Diff(expected, values); difference != "" {
		t.Error(difference)
	}
}
