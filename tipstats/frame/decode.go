package frame

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// ParseSchema reads a Table Schema (Data Package version 2) from JSON. Properties that only describe are
// read or passed over; one that would limit the data and that this package does not enforce is an error.
func ParseSchema(data []byte) (Schema, error) {
	var s Schema
	if err := strict(data, &s); err != nil {
		return Schema{}, fmt.Errorf("schema: %w", err)
	}
	if _, err := s.compile(); err != nil {
		return Schema{}, err
	}
	return s, nil
}

// strict decodes one JSON value and refuses a property that the target does not have.
func strict(data []byte, target any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(target); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return fmt.Errorf("text after the end of the JSON value")
	}
	return nil
}

// UnmarshalJSON reads a Table Schema; see [ParseSchema], which also checks that it can be enforced.
func (s *Schema) UnmarshalJSON(data []byte) error {
	var in struct {
		Schema        string         `json:"$schema"`
		Name          string         `json:"name"`
		Title         string         `json:"title"`
		Description   string         `json:"description"`
		Fields        []Field        `json:"fields"`
		FieldsMatch   string         `json:"fieldsMatch"`
		MissingValues []MissingValue `json:"missingValues"`
		PrimaryKey    names          `json:"primaryKey"`
		ForeignKeys   []ForeignKey   `json:"foreignKeys"`
	}
	if err := strict(data, &in); err != nil {
		return err
	}
	if in.FieldsMatch != "" && in.FieldsMatch != "exact" {
		return fmt.Errorf("fieldsMatch %q: only exact is enforced", in.FieldsMatch)
	}
	*s = Schema{Fields: in.Fields, MissingValues: in.MissingValues, PrimaryKey: in.PrimaryKey, ForeignKeys: in.ForeignKeys}
	return nil
}

// UnmarshalJSON reads a field descriptor.
func (f *Field) UnmarshalJSON(data []byte) error {
	var in struct {
		Name              string         `json:"name"`
		Type              string         `json:"type"`
		Format            string         `json:"format"`
		Title             string         `json:"title"`
		Description       string         `json:"description"`
		Example           any            `json:"example"`
		RDFType           string         `json:"rdfType"`
		Constraints       Constraints    `json:"constraints"`
		Categories        []Category     `json:"categories"`
		CategoriesOrdered bool           `json:"categoriesOrdered"`
		MissingValues     []MissingValue `json:"missingValues"`
		TrueValues        names          `json:"trueValues"`
		FalseValues       names          `json:"falseValues"`
	}
	if err := strict(data, &in); err != nil {
		return fmt.Errorf("field %q: %w", in.Name, err)
	}
	if in.Format != "" && in.Format != "default" {
		return fmt.Errorf("field %q: format %q: only default is enforced", in.Name, in.Format)
	}
	if !in.TrueValues.only("true") || !in.FalseValues.only("false") {
		return fmt.Errorf(`field %q: a boolean is read as true or false alone: state trueValues ["true"] and falseValues ["false"]`, in.Name)
	}
	*f = Field{Name: in.Name, Type: in.Type, Title: in.Title, Description: in.Description,
		Constraints: in.Constraints, Categories: in.Categories, MissingValues: in.MissingValues}
	return nil
}

// UnmarshalJSON reads the constraints of a field.
func (c *Constraints) UnmarshalJSON(data []byte) error {
	var in struct {
		Required  bool     `json:"required"`
		Unique    bool     `json:"unique"`
		MinLength *int     `json:"minLength"`
		MaxLength *int     `json:"maxLength"`
		Minimum   *int     `json:"minimum"`
		Maximum   *int     `json:"maximum"`
		Pattern   string   `json:"pattern"`
		Enum      []scalar `json:"enum"`
	}
	if err := strict(data, &in); err != nil {
		return fmt.Errorf("constraints: %w; only required, unique, minLength, maxLength, minimum, maximum, pattern and enum are enforced", err)
	}
	*c = Constraints{Required: in.Required, Unique: in.Unique, MinLength: in.MinLength, MaxLength: in.MaxLength,
		Minimum: in.Minimum, Maximum: in.Maximum, Pattern: in.Pattern}
	for _, value := range in.Enum {
		c.Enum = append(c.Enum, string(value))
	}
	return nil
}

// UnmarshalJSON reads a foreign key.
func (k *ForeignKey) UnmarshalJSON(data []byte) error {
	var in struct {
		Fields    names `json:"fields"`
		Reference struct {
			Resource string `json:"resource"`
			Fields   names  `json:"fields"`
		} `json:"reference"`
	}
	if err := strict(data, &in); err != nil {
		return fmt.Errorf("foreignKeys: %w", err)
	}
	*k = ForeignKey{Fields: in.Fields, Reference: Reference{Resource: in.Reference.Resource, Fields: in.Reference.Fields}}
	return nil
}

// UnmarshalJSON reads a missing value: a string, or an object with a value and a label.
func (m *MissingValue) UnmarshalJSON(data []byte) error {
	value, label, err := labelled(data)
	*m = MissingValue{Value: value, Label: label}
	return err
}

// UnmarshalJSON reads a category: a value, or an object with a value and a label.
func (c *Category) UnmarshalJSON(data []byte) error {
	value, label, err := labelled(data)
	*c = Category{Value: value, Label: label}
	return err
}

func labelled(data []byte) (value, label string, err error) {
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		var alone scalar
		err = json.Unmarshal(data, &alone)
		return string(alone), "", err
	}
	var in struct {
		Value *scalar `json:"value"`
		Label string  `json:"label"`
	}
	if err := strict(data, &in); err != nil {
		return "", "", err
	}
	if in.Value == nil {
		return "", "", fmt.Errorf("a label without a value: %s", data)
	}
	return string(*in.Value), in.Label, nil
}

// scalar is a string or a number of JSON as a cell would spell it.
type scalar string

func (s *scalar) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err == nil {
		*s = scalar(text)
		return nil
	}
	var number json.Number
	if err := json.Unmarshal(data, &number); err != nil {
		return fmt.Errorf("a value must be a string or a number, not %s", data)
	}
	*s = scalar(number.String())
	return nil
}

// names is a list of strings; JSON may hold one alone.
type names []string

func (n *names) UnmarshalJSON(data []byte) error {
	var alone string
	if err := json.Unmarshal(data, &alone); err == nil {
		*n = names{alone}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(n))
}

// only reports whether a list is absent or holds one value and no other.
func (n names) only(value string) bool {
	return n == nil || len(n) == 1 && n[0] == value
}
