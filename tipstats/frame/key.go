package frame

import (
	"fmt"
	"slices"
	"strings"
)

// key finds rows that repeat what must be unique: a primary key, or one unique column.
type key struct {
	columns []column
	fields  []int // indexes in columns
	names   []string
	first   map[string]int // the line on which a key was first seen
	word    string         // "line", or "row" for a data frame
}

// newKeys returns what a schema wants unique; columns are the schema's.
func newKeys(s Schema, columns []column) []*key {
	var keys []*key
	add := func(names ...string) {
		k := &key{columns: columns, names: names, first: map[string]int{}, word: "line"}
		for _, name := range names {
			k.fields = append(k.fields, slices.Index(s.Columns(), name))
		}
		keys = append(keys, k)
	}
	for _, f := range s.Fields {
		if f.Constraints.Unique {
			add(f.Name)
		}
	}
	if len(s.PrimaryKey) > 0 {
		add(s.PrimaryKey...)
	}
	return keys
}

// check remembers a row's key, or says which row has the same one. A row whose key is not wholly there is
// passed over: a cell that is not valid has been reported already, and missing cells are not equal.
func (k *key) check(row []string, valid []bool, line int) (Problem, bool) {
	parts, shown := make([]string, len(k.fields)), make([]string, len(k.fields))
	for i, field := range k.fields {
		_, missing := k.columns[field].missingValue(row[field])
		if missing || !valid[field] {
			return Problem{}, false
		}
		parts[i], shown[i] = row[field], plain(row[field])
	}
	joined := strings.Join(parts, "\x00") // no cell holds this character
	first, doubled := k.first[joined]
	if !doubled {
		k.first[joined] = line
		return Problem{}, false
	}
	return Problem{
		Name: k.names[0],
		Cell: row[k.fields[0]],
		Expected: fmt.Sprintf("a key (%s) that no other row has; %s %d has the same: %s",
			strings.Join(k.names, ","), k.word, first, strings.Join(shown, ",")),
	}, true
}
