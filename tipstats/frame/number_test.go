package frame

import (
	"math"
	"slices"
	"strings"
	"testing"
)

const shares = `{"missingValues": ["", {"value": "NR", "label": "not reported"}], "fields": [{"name": "share", "type": "number",
	"constraints": {"minimum": -10, "maximum": 100}}]}`

func TestFloats(t *testing.T) {
	schema, err := ParseSchema([]byte(shares))
	if err != nil {
		t.Fatal(err)
	}
	table, err := Read(strings.NewReader("share\n55.625\nNR\n-2.5E-3\n1e2\n-0\n007\n"), schema)
	if err != nil {
		t.Fatal(err)
	}
	values, present := table.Floats("share")
	if !slices.Equal(values, []float64{55.625, 0, -0.0025, 100, math.Copysign(0, -1), 7}) || !slices.Equal(present, []bool{true, false, true, true, true, true}) {
		t.Errorf("values %v, present %v", values, present)
	}
	back, err := FromDataFrame(table.DataFrame(), schema)
	if err != nil {
		t.Fatal(err)
	}
	again, still := back.Floats("share")
	if label, missing := back.Missing("share", 1); !slices.Equal(again, values) || !slices.Equal(still, present) || !missing || label != "not reported" {
		t.Errorf("out of a data frame: values %v, present %v, %q", again, still, label)
	}
}

func TestNumbersThatAreNone(t *testing.T) {
	schema, err := ParseSchema([]byte(shares))
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range []string{"1,5", "+5", "5 %", ".5", "5.", "NaN", "INF", "0x10", "1_0", "1e999", " 5", "100.1", "-11", "−5", "half"} {
		_, err := Read(strings.NewReader("share\n\""+cell+"\"\n"), schema)
		if err == nil || !strings.Contains(err.Error(), "a number in digits, with a point before its decimals, from -10 to 100, or an empty cell, or NR (not reported)") {
			t.Errorf("%q: %v", cell, err)
		}
	}
	if _, err := ParseSchema([]byte(`{"fields": [{"name": "a", "type": "number", "constraints": {"minimum": 0.5}}]}`)); err == nil {
		t.Error("a bound that is no whole number passes, and would not be enforced")
	}
}
