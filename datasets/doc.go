// Package datasets holds the figures that reports on human trafficking state, as CSV files inside the
// program: one figure a row, each with the place in the source that states it.
//
//	ds, err := datasets.Peru2023()      // the enforcement figures, ready to compute with
//	t, err := datasets.Table("global/totals.csv") // any other file, held against its description
//
// datapackage.json (Data Package version 2) describes every file: its columns, what their values may be,
// what a missing value means, and which columns refer to sources.csv. Nothing here is estimated: a figure
// that no source states has no row, and one that the source says was not reported has the value NR.
//
// README.md says what each file holds and how to add one.
package datasets
