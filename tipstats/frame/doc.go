// Package frame is the one door to gota: strict CSV in, typed columns out, tidy results back.
//
// A [Schema] says what a table holds. It decodes from the Table Schema of a Data Package (version 2), so
// that datapackage.json is the only description of a file. [Read] holds a CSV against it and returns
// either a [Table] whose every cell is what the schema promises, or [Problems]: everything that is wrong
// with the file at once, each with its line, column and cell, and with what was expected there.
//
//	schema, err := frame.ParseSchema(description)
//	table, err := frame.Read(file, schema)
//	counts, present := table.Ints("value") // present[i] is false where a count is missing
//
// A missing cell is never a number. A schema may name several kinds of missing value (not reported, not
// found); [Table.Missing] says which kind a cell is.
//
// [Write] makes CSVs that [Read] reads back, and in which no spreadsheet finds a formula: a cell such as
// =HYPERLINK("x") is written with an apostrophe before it, which Read takes away.
//
// gota is a container at the boundary and nothing else. Its CSV reader turns a bad cell into NaN without
// an error and its summaries are wrong where a value is missing, so this package builds its data frames
// from typed columns, reads columns back through the same checks as a CSV, and computes nothing with it.
package frame
