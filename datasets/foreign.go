package datasets

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats/frame"
)

// CheckReferences reads every file and follows its foreign keys: each figure must name a source that
// sources.csv has. The error is [frame.Problems], with file, line and cell of every key that leads
// nowhere.
func CheckReferences() error { return checkReferences(FS) }

func checkReferences(files fs.FS) error {
	described, err := resources(files)
	if err != nil {
		return err
	}
	tables := make(map[string]*frame.Table, len(described))
	for _, r := range described {
		if tables[r.Name], err = table(files, r.Path); err != nil {
			return err
		}
	}
	var problems frame.Problems
	for _, r := range described {
		for _, key := range r.Schema.ForeignKeys {
			found, err := follow(tables, r, key)
			if err != nil {
				return err
			}
			problems = append(problems, found...)
		}
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// follow returns the rows of a table whose key the table that it refers to does not have.
func follow(tables map[string]*frame.Table, r Resource, key frame.ForeignKey) (frame.Problems, error) {
	target := tables[key.Reference.Resource]
	if key.Reference.Resource == "" {
		target = tables[r.Name]
	}
	if target == nil {
		return nil, fmt.Errorf("datasets/%s: %s refers to the resource %q, which is not described", descriptor, r.Name, key.Reference.Resource)
	}
	for _, column := range key.Reference.Fields {
		if !slices.Contains(target.Columns(), column) {
			return nil, fmt.Errorf("datasets/%s: %s refers to the column %q, which %s does not have", descriptor, r.Name, column, target.File())
		}
	}
	known := make(map[string]bool, target.Rows())
	for _, values := range keys(target, key.Reference.Fields) {
		known[values] = true
	}
	from := tables[r.Name]
	column := slices.Index(from.Columns(), key.Fields[0]) + 1
	var problems frame.Problems
	for row, values := range keys(from, key.Fields) {
		if !known[values] && !missing(from, key.Fields, row) {
			problems = append(problems, frame.Problem{
				File: from.File(), Line: from.Line(row), Column: column, Name: key.Fields[0],
				Cell:     strings.ReplaceAll(values, "\x00", ", "),
				Expected: fmt.Sprintf("a value of %s in %s", strings.Join(key.Reference.Fields, ", "), target.File()),
			})
		}
	}
	return problems, nil
}

// keys joins the cells of some columns, row by row.
func keys(t *frame.Table, columns []string) []string {
	joined := t.Strings(columns[0])
	for _, column := range columns[1:] {
		for row, cell := range t.Strings(column) {
			joined[row] += "\x00" + cell // no cell holds this character
		}
	}
	return joined
}

// missing reports whether a part of a row's key is missing, so that it refers to nothing.
func missing(t *frame.Table, columns []string, row int) bool {
	return slices.ContainsFunc(columns, func(column string) bool {
		_, missing := t.Missing(column, row)
		return missing
	})
}
