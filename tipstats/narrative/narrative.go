package narrative

import (
	"github.com/tipstats/tip/tipstats"
)

// Span is a part of the text, in bytes: text[Start:End].
type Span struct{ Start, End int }

// Bound says how firmly the text states a number, in the words of a dataset's column bound.
type Bound string

// The bounds.
const (
	Exact       Bound = "exact"
	AtLeast     Bound = "at_least"
	AtMost      Bound = "at_most"
	Approximate Bound = "approx"
)

// UnstatedUnit is the unit of a figure that the text leaves open: "12 convictions".
const UnstatedUnit tipstats.Unit = ""

// Grade says how directly the words carry what a statement says.
type Grade string

// The grades. Explicit: the clause itself names the stage and the thing counted. Inferred: one of the two is carried over from
// words nearby, as in "compared with 12".
const (
	Explicit Grade = "explicit"
	Inferred Grade = "inferred"
)

// PeriodKind says of which period a figure speaks.
type PeriodKind uint8

// The periods: the one that the report covers, the one before it, or an older one with its year.
const (
	Current PeriodKind = iota
	Prior
	Dated
)

// Period is the period of a figure.
type Period struct {
	Kind PeriodKind
	Year int // the calendar year; 0 if neither the text nor the options give it
}

// Statement is one count that the text states.
type Statement struct {
	Stage  tipstats.Stage
	Cohort tipstats.Cohort
	Form   tipstats.Form
	Unit   tipstats.Unit // UnstatedUnit where the text leaves it open
	Period Period
	Value  int
	Stated bool // false: the text says that the figure was not reported
	Bound  Bound
	Slice  string // what the figure is restricted to ("agency: ..."); empty for a national figure

	Doubted bool // the sentence says that the figure may be incomplete

	Words    Span   // the number and its noun
	Sentence Span   // the sentence
	Locator  string // where the sentence stands: "Prosecution, paragraph 3, sentence 1"
	Rule     string // the construction that gave the stage
	Grade    Grade
	Note     string
}
