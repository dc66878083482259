package frame

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func compiled(t *testing.T, f Field) column {
	t.Helper()
	columns, err := Schema{Fields: []Field{f}}.compile()
	if err != nil {
		t.Fatal(err)
	}
	return columns[0]
}

// TestIntegerAgainstBigArithmetic: an integer cell is valid exactly if it is the canonical spelling of a
// number in range, by an oracle that knows no machine word.
func TestIntegerAgainstBigArithmetic(t *testing.T) {
	c := compiled(t, Field{Name: "n", Type: "integer", Constraints: Constraints{Required: true}})
	limit := big.NewInt(MaxInteger)
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.OneOf(rapid.StringMatching(`[+-]?[0-9]{1,12}`), rapid.StringMatching(`[ 0-9+-.,e_x]{1,6}`)).Draw(t, "cell")
		n, isNumber := new(big.Int).SetString(cell, 10)
		valid := isNumber && n.String() == cell && n.Sign() >= 0 && n.Cmp(limit) <= 0
		if got := c.problem(cell) == ""; got != valid {
			t.Fatalf("%q: valid %t, want %t", cell, got, valid)
		}
	})
}

func TestIntegerRange(t *testing.T) {
	for _, tt := range []struct {
		minimum, maximum *int
		valid, bad       []string
	}{
		{nil, nil, []string{"0", "2147483647"}, []string{"-1", "2147483648"}},
		{new(-3), nil, []string{"-3", "0"}, []string{"-4", "-0"}},
		{new(1990), new(2100), []string{"1990", "2100"}, []string{"1989", "2101"}},
	} {
		c := compiled(t, Field{Name: "n", Type: "integer", Constraints: Constraints{Required: true, Minimum: tt.minimum, Maximum: tt.maximum}})
		for _, cell := range tt.valid {
			if expected := c.problem(cell); expected != "" {
				t.Errorf("%q refused: expected %s", cell, expected)
			}
		}
		for _, cell := range tt.bad {
			if c.problem(cell) == "" {
				t.Errorf("%q accepted", cell)
			}
		}
	}
}

func TestStringConstraints(t *testing.T) {
	c := compiled(t, Field{Name: "s", Constraints: Constraints{MinLength: new(2), MaxLength: new(3), Pattern: "[a-zñ]*|x y"}})
	for cell, valid := range map[string]bool{
		"": true, "a": false, "ñ": false, "ab": true, "ñño": true, "abcd": false, "x y": true, "AB": false, "ab\n": false,
	} {
		if got := c.problem(cell) == ""; got != valid {
			t.Errorf("%q: valid %t, want %t", cell, got, valid)
		}
	}
}

func TestMessageNamesMissingValues(t *testing.T) {
	c := compiled(t, Field{Name: "n", Type: "integer", MissingValues: []MissingValue{{"", "not found"}, {"NR", "not reported"}, {"-", ""}}})
	want := "a whole number from 0 to 2147483647, in digits alone, or an empty cell (not found), or NR (not reported), or -"
	if got := c.problem("x"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestRequiredSaysWhatIsWanted(t *testing.T) {
	for want, f := range map[string]Field{
		"true or false":   {Type: "boolean"},
		"whole number":    {Type: "integer"},
		"one of a, b":     {Constraints: Constraints{Enum: []string{"a", "b"}}},
		"matches [a-z]+":  {Constraints: Constraints{Pattern: "[a-z]+"}},
		"required; text":  {},
		"one of yes, no":  {Categories: []Category{{Value: "yes"}, {Value: "no"}}},
		"from 1 to 12":    {Type: "integer", Constraints: Constraints{Minimum: new(1), Maximum: new(12)}},
		"column is requi": {},
	} {
		f.Name, f.Constraints.Required = "c", true
		if got := compiled(t, f).problem(""); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
}

func TestListStopsAtADozen(t *testing.T) {
	var values []string
	for i := range 20 {
		values = append(values, fmt.Sprint(i))
	}
	if got, want := list(values), "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 8 more"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := list([]string{"", "a"}), "an empty cell, a"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
