package frame

import (
	"reflect"
	"strings"
	"testing"
)

// TestSchemaThatCannotBeEnforced: a schema with a slip is refused before a byte of data is read.
func TestSchemaThatCannotBeEnforced(t *testing.T) {
	required := Constraints{Required: true}
	tests := []struct {
		name, message string
		schema        Schema
	}{
		{"no fields", "no fields", Schema{}},
		{"no name", "field 1 has no name", Schema{Fields: []Field{{}}}},
		{"doubled", `two fields are named "a"`, Schema{Fields: []Field{{Name: "a"}, {Name: "a"}}}},
		{"type", `type "date"`, Schema{Fields: []Field{{Name: "a", Type: "date"}}}},
		{"boolean that may be missing", "must be required", Schema{Fields: []Field{{Name: "a", Type: "boolean"}}}},
		{"minimum of a boolean", "for integers", Schema{Fields: []Field{{Name: "a", Type: "boolean", Constraints: Constraints{Required: true, Minimum: new(0)}}}}},
		{"minimum of a string", "for integers", Schema{Fields: []Field{{Name: "a", Constraints: Constraints{Minimum: new(1)}}}}},
		{"empty range", "minimum 3 is above maximum 2", Schema{Fields: []Field{{Name: "a", Type: "integer", Constraints: Constraints{Minimum: new(3), Maximum: new(2)}}}}},
		{"empty lengths", "minLength 3 is above maxLength 2", Schema{Fields: []Field{{Name: "a", Constraints: Constraints{MinLength: new(3), MaxLength: new(2)}}}}},
		{"pattern", "pattern", Schema{Fields: []Field{{Name: "a", Constraints: Constraints{Pattern: "("}}}}},
		{"enum and categories", "state the values once", Schema{Fields: []Field{{Name: "a", Categories: []Category{{Value: "x"}}, Constraints: Constraints{Enum: []string{"x"}}}}}},
		{"enum of another type", `"x" is not valid itself`, Schema{Fields: []Field{{Name: "a", Type: "integer", Constraints: Constraints{Enum: []string{"x"}}}}}},
		{"primary key", `primary key names "b"`, Schema{Fields: []Field{{Name: "a", Constraints: required}}, PrimaryKey: []string{"b"}}},
		{"primary key that may be missing", `"a" is part of the primary key`, Schema{Fields: []Field{{Name: "a"}}, PrimaryKey: []string{"a"}}},
		{"foreign key", `foreign key names "b"`, Schema{Fields: []Field{{Name: "a"}}, ForeignKeys: []ForeignKey{{Fields: []string{"b"}, Reference: Reference{Fields: []string{"c"}}}}}},
		{"foreign key of another width", "refers to 2 columns, not 1", Schema{Fields: []Field{{Name: "a"}}, ForeignKeys: []ForeignKey{{Fields: []string{"a"}, Reference: Reference{Fields: []string{"c", "d"}}}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(strings.NewReader("a\n"), tt.schema)
			if err == nil || !strings.Contains(err.Error(), tt.message) {
				t.Errorf("error %v, want one with %q", err, tt.message)
			}
		})
	}
}

func TestSchemaColumns(t *testing.T) {
	if want := []string{"country", "year", "stage", "value", "complete", "note"}; !reflect.DeepEqual(courts.Columns(), want) {
		t.Errorf("columns %q, want %q", courts.Columns(), want)
	}
}

// TestMissingValuesOfSchemaAndField: a field's own list replaces the schema's, and an empty list means
// that every cell is a value.
func TestMissingValuesOfSchemaAndField(t *testing.T) {
	schema := Schema{
		MissingValues: []MissingValue{{"-", "none"}},
		Fields: []Field{
			{Name: "a"},
			{Name: "b", MissingValues: []MissingValue{{"?", ""}}},
			{Name: "c", MissingValues: []MissingValue{}, Constraints: Constraints{Required: true}},
		},
	}
	table, err := Read(strings.NewReader("a,b,c\n-,-,-\n?,?,\n"), schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		column  string
		row     int
		label   string
		missing bool
	}{{"a", 0, "none", true}, {"a", 1, "", false}, {"b", 0, "", false}, {"b", 1, "?", true}, {"c", 0, "", false}, {"c", 1, "", false}} {
		if label, missing := table.Missing(tt.column, tt.row); label != tt.label || missing != tt.missing {
			t.Errorf("Missing(%s, %d) = %q, %t; want %q, %t", tt.column, tt.row, label, missing, tt.label, tt.missing)
		}
	}
}
