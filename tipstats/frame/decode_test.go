package frame

import (
	"reflect"
	"strings"
	"testing"
)

func TestParseSchema(t *testing.T) {
	got, err := ParseSchema([]byte(`{
		"$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
		"fieldsMatch": "exact",
		"missingValues": ["", {"value": "NR", "label": "not reported"}],
		"primaryKey": "id",
		"foreignKeys": [{"fields": "id", "reference": {"resource": "sources", "fields": ["key"]}}],
		"fields": [
			{"name": "id", "title": "Key", "description": "what it is", "missingValues": [], "constraints": {"required": true, "pattern": "[a-z]+"}},
			{"name": "n", "type": "integer", "constraints": {"minimum": 1, "maximum": 9, "enum": [1, "2"]}},
			{"name": "b", "type": "boolean", "trueValues": ["true"], "falseValues": ["false"], "constraints": {"required": true}},
			{"name": "c", "categories": [{"value": "x", "label": "an x"}, "y"], "example": "x"},
			{"name": "d", "missingValues": [{"value": "?", "label": "unknown"}], "constraints": {"unique": true, "minLength": 2, "maxLength": 3}}
		]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := Schema{
		MissingValues: []MissingValue{{"", ""}, {"NR", "not reported"}},
		PrimaryKey:    []string{"id"},
		ForeignKeys:   []ForeignKey{{Fields: []string{"id"}, Reference: Reference{Resource: "sources", Fields: []string{"key"}}}},
		Fields: []Field{
			{Name: "id", Title: "Key", Description: "what it is", MissingValues: []MissingValue{}, Constraints: Constraints{Required: true, Pattern: "[a-z]+"}},
			{Name: "n", Type: "integer", Constraints: Constraints{Minimum: new(1), Maximum: new(9), Enum: []string{"1", "2"}}},
			{Name: "b", Type: "boolean", Constraints: Constraints{Required: true}},
			{Name: "c", Categories: []Category{{"x", "an x"}, {"y", ""}}},
			{Name: "d", MissingValues: []MissingValue{{"?", "unknown"}}, Constraints: Constraints{Unique: true, MinLength: new(2), MaxLength: new(3)}},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// TestParseSchemaRefuses: what is not enforced is not ignored.
func TestParseSchemaRefuses(t *testing.T) {
	for text, message := range map[string]string{
		``:                        "EOF",
		`[]`:                      "cannot unmarshal",
		`{"fields": []}`:          "no fields",
		`{"fields": [{}]}`:        "field 1 has no name",
		`{"fields": []} {}`:       "text after the end",
		`{"uniqueKeys": [["a"]]}`: `unknown field "uniqueKeys"`,
		`{"fieldsMatch": "subset", "fields": [{"name": "a"}]}`:                                                     "only exact",
		`{"fields": [{"name": "a", "constraints": {"exclusiveMinimum": 1}}]}`:                                      `unknown field "exclusiveMinimum"`,
		`{"fields": [{"name": "a", "constraints": {"jsonSchema": {}}}]}`:                                           `unknown field "jsonSchema"`,
		`{"fields": [{"name": "a", "type": "integer", "constraints": {"minimum": 1.5}}]}`:                          "cannot unmarshal",
		`{"fields": [{"name": "a", "type": "integer", "constraints": {"maximum": 99999999999999999999}}]}`:         "cannot unmarshal",
		`{"fields": [{"name": "a", "type": "integer", "bareNumber": false}]}`:                                      `unknown field "bareNumber"`,
		`{"fields": [{"name": "a", "type": "date"}]}`:                                                              `type "date"`,
		`{"fields": [{"name": "a", "format": "email"}]}`:                                                           `format "email"`,
		`{"fields": [{"name": "a", "type": "boolean", "trueValues": ["yes"], "constraints": {"required": true}}]}`: "read as true or false alone",
		`{"fields": [{"name": "a", "missingValues": [{"label": "x"}]}]}`:                                           "a label without a value",
		`{"fields": [{"name": "a", "constraints": {"enum": [true]}}]}`:                                             "a string or a number",
		`{"fields": [{"name": "a"}], "foreignKeys": [{"field": "a"}]}`:                                             `unknown field "field"`,
		`{"fields": [{"name": "a", "missingValues": [{"value": "x", "name": "y"}]}]}`:                              `unknown field "name"`,
		`{"fields": [{"name": "a"}], "primaryKey": ["b"]}`:                                                         `primary key names "b"`,
	} {
		if _, err := ParseSchema([]byte(text)); err == nil || !strings.Contains(err.Error(), message) {
			t.Errorf("%s: error %v, want one with %q", text, err, message)
		}
	}
}
