package tipstats

import (
	"fmt"

	"github.com/tipstats/tip/tipstats/frame"
)

// What the columns value and bound may hold besides numbers.
const (
	notReportedCell = "NR"

	boundExact   = "exact"
	boundAtLeast = "at_least"
	boundAtMost  = "at_most"
	boundApprox  = "approx"
)

// Schema is the table that ReadCSV and FromFrame accept and WriteCSV and Frame make: one row a figure that a source states.
//
// value is a whole number, NR where the source says that the figure was not reported, or empty where it was not found; bound is
// exact, at_least, at_most or approx, and exact or empty beside a missing value. The rows of one figure differ in their edition
// (report), which is no earlier than the year that it covers, or in their source.
func Schema() frame.Schema {
	earliest, latest, most := 1900, 2200, MaxCount
	year := frame.Constraints{Required: true, Minimum: &earliest, Maximum: &latest}
	required := frame.Constraints{Required: true}
	return frame.Schema{
		MissingValues: []frame.MissingValue{{Value: ""}},
		PrimaryKey:    []string{"country", "report", "year", "stage", "cohort", "form", "unit", "slice", "source"},
		Rule:          checkObservation,
		Fields: []frame.Field{
			{Name: "country", Type: "string", Constraints: frame.Constraints{Required: true, Pattern: "[A-Z]{3}"}},
			{Name: "report", Type: "integer", Constraints: year},
			{Name: "year", Type: "integer", Constraints: year},
			{Name: "stage", Type: "string", Constraints: oneOf(Stages())},
			{Name: "cohort", Type: "string", Constraints: oneOf(Cohorts())},
			{Name: "form", Type: "string", Constraints: oneOf(Forms())},
			{Name: "unit", Type: "string", Constraints: oneOf(Units())},
			{Name: "value", Type: "integer", Constraints: frame.Constraints{Maximum: &most},
				MissingValues: []frame.MissingValue{{Value: "", Label: "not found"}, {Value: notReportedCell, Label: "not reported"}}},
			{Name: "bound", Type: "string", Constraints: frame.Constraints{Enum: []string{boundExact, boundAtLeast, boundAtMost, boundApprox}}},
			{Name: "slice", Type: "string", MissingValues: []frame.MissingValue{}},
			{Name: "complete", Type: "boolean", Constraints: required},
			{Name: "source", Type: "string", Constraints: required},
			{Name: "locator", Type: "string"},
			{Name: "note", Type: "string"},
		},
	}
}

func oneOf[T ~string](words []T) frame.Constraints {
	c := frame.Constraints{Required: true}
	for _, w := range words {
		c.Enum = append(c.Enum, string(w))
	}
	return c
}

// checkObservation holds the cells of one row against each other.
func checkObservation(cell func(column string) string) (column, expected string) {
	value, bound := cell("value"), cell("bound")
	missing := value == "" || value == notReportedCell
	switch {
	case cell("year") > cell("report"):
		return "year", fmt.Sprintf("a year up to that of the report, %s", cell("report"))
	case missing && bound != "" && bound != boundExact:
		return "bound", "exact, or an empty cell, beside a value that is missing"
	case !missing && bound == "":
		return "bound", "exact, at_least, at_most or approx beside a value"
	}
	return "", ""
}
