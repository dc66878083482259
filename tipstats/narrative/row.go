package narrative

import (
	"strconv"
	"strings"
)

// Columns are the columns of a row for a person to review: one count that the text states.
func Columns() []string {
	return []string{"file", "stage", "cohort", "form", "unit", "period", "value", "bound", "slice", "quote", "note"}
}

// Row is the statement in these columns. The text is that which was read, file the name of the narrative.
func (s Statement) Row(file, text string) []string {
	unit, value := string(s.Unit), ""
	if s.Unit == UnstatedUnit {
		unit = "unstated"
	}
	if s.Stated {
		value = strconv.Itoa(s.Value)
	}
	return []string{
		file, string(s.Stage), string(s.Cohort), string(s.Form), unit, s.Period.String(), value, string(s.Bound), s.Slice,
		plainQuote(text[s.Words.Start:s.Words.End]), s.note(),
	}
}

// String is "current", "prior" or the year.
func (p Period) String() string {
	switch p.Kind {
	case Current:
		return "current"
	case Prior:
		return "prior"
	}
	return strconv.Itoa(p.Year)
}

func (s Statement) note() string {
	notes := []string{}
	if s.Note != "" {
		notes = append(notes, s.Note)
	}
	if s.Doubted {
		notes = append(notes, "the text calls the data incomplete")
	}
	if s.Grade == Inferred {
		notes = append(notes, "inferred: "+s.Rule)
	}
	return strings.Join(notes, "; ")
}

// plainQuote is a quotation on one line.
func plainQuote(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return isBlank(r) && r != 0xad }), " ")
}
