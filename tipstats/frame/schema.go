package frame

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A Schema describes a table: its columns in order, the spellings of a missing value, and the columns
// that tell rows apart. It is the part of a Data Package Table Schema that [Read] enforces; decoding a
// schema that asks for anything else is an error, because a constraint that nobody checks is worse than
// none. See https://datapackage.org/standard/table-schema/.
type Schema struct {
	Fields []Field
	// MissingValues holds for every field that states none of its own. Nil means that an empty cell is
	// missing; an empty slice that is not nil means that no cell is.
	MissingValues []MissingValue
	// PrimaryKey names the columns that no two rows share. A missing value cannot be part of a key.
	PrimaryKey []string
	// ForeignKeys are carried, not enforced: [Read] sees one file. Whoever holds the other checks them.
	ForeignKeys []ForeignKey
	// Rule relates the cells of one row; nil means none. It is the caller's: no Table Schema states it.
	Rule Rule
}

// A Field describes one column.
type Field struct {
	Name        string
	Type        string // "string", "integer", "number" or "boolean"; an empty Type is "string"
	Title       string
	Description string
	Constraints Constraints
	// Categories are the values that a cell may have, with a label for each. Empty means any value.
	Categories []Category
	// MissingValues replaces the schema's MissingValues for this field; nil means the schema's.
	MissingValues []MissingValue
}

// Constraints limit the cells of a column. A missing cell is held against Required alone.
type Constraints struct {
	Required  bool // no cell may be missing
	Unique    bool // no two cells are equal
	MinLength *int // in characters
	MaxLength *int
	// Minimum and Maximum bound an integer or a number, both inclusive. Without a Minimum that of an integer is 0: the tables of
	// this field hold counts, years and sums of money, and a negative one is a slip. A number, which may be a change or a
	// difference, then has none.
	Minimum *int
	Maximum *int
	Pattern string   // a regular expression that the whole cell matches
	Enum    []string // the values that a cell may have
}

// A Category is one value of a categorical column. Label may be empty.
type Category struct{ Value, Label string }

// A MissingValue is one spelling of a missing cell, and what it means: "NR" "not reported".
type MissingValue struct{ Value, Label string }

// A ForeignKey says that Fields of this table repeat the Reference.Fields of another one.
type ForeignKey struct {
	Fields    []string
	Reference Reference
}

// A Reference names a resource of the same data package and its columns. An empty Resource is the table
// itself.
type Reference struct {
	Resource string
	Fields   []string
}

// MaxInteger is the largest integer that a cell may hold, the same on every machine.
const MaxInteger = 1<<31 - 1

// Columns returns the names of the columns in the order of the file.
func (s Schema) Columns() []string {
	names := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		names[i] = f.Name
	}
	return names
}

// column is a field made ready for checking cells.
type column struct {
	Field
	missing []MissingValue
	allowed []string // Enum and Categories in one; empty means any
	pattern *regexp.Regexp
}

// compile checks that the schema can be enforced as it stands.
func (s Schema) compile() ([]column, error) {
	if len(s.Fields) == 0 {
		return nil, fmt.Errorf("schema: no fields")
	}
	columns := make([]column, len(s.Fields))
	seen := make(map[string]bool, len(s.Fields))
	for i, f := range s.Fields {
		switch {
		case f.Name == "":
			return nil, fmt.Errorf("schema: field %d has no name", i+1)
		case seen[f.Name]:
			return nil, fmt.Errorf("schema: two fields are named %q", f.Name)
		}
		seen[f.Name] = true
		c, err := s.compileField(f)
		if err != nil {
			return nil, fmt.Errorf("schema: field %q: %w", f.Name, err)
		}
		columns[i] = c
	}
	return columns, s.checkKeys(columns)
}

// checkKeys checks that keys name columns that there are, and that no part of a primary key can be missing.
func (s Schema) checkKeys(columns []column) error {
	find := func(name string) int {
		return slices.IndexFunc(columns, func(c column) bool { return c.Name == name })
	}
	for _, name := range s.PrimaryKey {
		i := find(name)
		if i < 0 {
			return fmt.Errorf("schema: the primary key names %q, which is no field", name)
		}
		if len(columns[i].missing) > 0 && !columns[i].Constraints.Required {
			return fmt.Errorf("schema: field %q is part of the primary key: it must be required, or have no missing values", name)
		}
	}
	for _, key := range s.ForeignKeys {
		for _, name := range key.Fields {
			if find(name) < 0 {
				return fmt.Errorf("schema: a foreign key names %q, which is no field", name)
			}
		}
		if len(key.Fields) != len(key.Reference.Fields) {
			return fmt.Errorf("schema: the foreign key (%s) refers to %d columns, not %d",
				strings.Join(key.Fields, ", "), len(key.Reference.Fields), len(key.Fields))
		}
	}
	return nil
}

func (s Schema) compileField(f Field) (column, error) {
	c := column{Field: f, missing: f.MissingValues}
	if c.missing == nil {
		c.missing = s.MissingValues
	}
	if c.missing == nil {
		c.missing = []MissingValue{{}}
	}
	if c.Type == "" {
		c.Type = "string"
	}
	if err := c.checkType(); err != nil {
		return c, err
	}
	c.allowed = append(c.allowed, f.Constraints.Enum...)
	for _, category := range f.Categories {
		c.allowed = append(c.allowed, category.Value)
	}
	if len(f.Constraints.Enum) > 0 && len(f.Categories) > 0 {
		return c, fmt.Errorf("both categories and an enum: state the values once")
	}
	if f.Constraints.Pattern != "" {
		pattern, err := regexp.Compile(`^(?:` + f.Constraints.Pattern + `)$`)
		if err != nil {
			return c, fmt.Errorf("pattern: %w", err)
		}
		c.pattern = pattern
	}
	for _, value := range c.allowed {
		if expected := c.check(value); expected != "" {
			return c, fmt.Errorf("the permitted value %q is not valid itself: expected %s", value, expected)
		}
	}
	return c, nil
}

func (c column) checkType() error {
	limits := c.Constraints
	switch c.Type {
	case "string":
		if limits.Minimum != nil || limits.Maximum != nil {
			return fmt.Errorf("minimum and maximum are for integers and numbers; a string has minLength and maxLength")
		}
	case "integer", "number":
		if limits.Minimum != nil && limits.Maximum != nil && *limits.Minimum > *limits.Maximum {
			return fmt.Errorf("minimum %d is above maximum %d", *limits.Minimum, *limits.Maximum)
		}
	case "boolean":
		if limits.Minimum != nil || limits.Maximum != nil {
			return fmt.Errorf("minimum and maximum are for integers and numbers")
		}
		if !limits.Required {
			return fmt.Errorf("a boolean must be required: a missing one would have to be read as false")
		}
	default:
		return fmt.Errorf("type %q: only string, integer, number and boolean are read", c.Type)
	}
	if limits.MinLength != nil && limits.MaxLength != nil && *limits.MinLength > *limits.MaxLength {
		return fmt.Errorf("minLength %d is above maxLength %d", *limits.MinLength, *limits.MaxLength)
	}
	return nil
}
