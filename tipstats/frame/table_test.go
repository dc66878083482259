package frame

import (
	"strings"
	"testing"
)

func TestTableRefusesMisuse(t *testing.T) {
	table := read(t, header+"PER,2022,conviction,89,true,\n")
	for message, misuse := range map[string]func(){
		`no column "stages", only country, year, stage`: func() { table.Strings("stages") },
		`no column "values"`:                            func() { table.Missing("values", 0) },
		`column "stage" of input is string, not int`:    func() { table.Ints("stage") },
		`column "value" of input is integer, not num`:   func() { table.Floats("value") },
		`column "value" of input is integer, not bool`:  func() { table.Bools("value") },
	} {
		func() {
			defer func() {
				if got, _ := recover().(string); !strings.Contains(got, message) {
					t.Errorf("panic %q, want one with %q", got, message)
				}
			}()
			misuse()
		}()
	}
}

// TestTableIsNotChangedThroughItsColumns: what a caller does to a column stays with the caller.
func TestTableIsNotChangedThroughItsColumns(t *testing.T) {
	table := read(t, header+"PER,2022,conviction,89,true,\n")
	table.Strings("value")[0] = "7"
	values, present := table.Ints("value")
	if values[0] != 89 || !present[0] {
		t.Errorf("value %d, present %t after a change to a copy", values[0], present[0])
	}
}
