package narrative

import (
	"fmt"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// Key is what a narrative is filed under in a dataset.
type Key struct {
	Country string // ISO 3166-1 alpha-3
	Report  int    // the edition
	Source  string // identifies the document
}

// UnitByStage stands in the note of an observation whose unit the text leaves open.
const UnitByStage = "the unit is not stated, it follows from the stage"

// Observations turns the statements into rows of a dataset. A dataset knows two units. Where the text leaves the unit open, an
// investigation is a case, and an arrest, a conviction or an acquittal one of a person, which the note says; a prosecution or a
// dismissal may be either, and is left out. So is a second row for one figure. What is left out is in left, with the reason.
func (r *Reading) Observations(text string, key Key) (list []tipstats.Observation, left []string) {
	seen := map[string]bool{}
	for _, s := range r.Statements {
		words := fmt.Sprintf("%s: %q", s.Locator, plainQuote(text[s.Words.Start:s.Words.End]))
		o, reason := s.observation(key)
		name := fmt.Sprint(o.Year, o.Stage, o.Cohort, o.Form, o.Unit, o.Slice)
		switch {
		case reason == "" && seen[name]:
			reason = "another row of the same key stands before it"
		case reason == "":
			seen[name] = true
			list = append(list, o)
			continue
		}
		left = append(left, fmt.Sprintf("%s (%s): left out, %s", words, s.Stage, reason))
	}
	return list, left
}

func (s Statement) observation(key Key) (tipstats.Observation, string) {
	o := tipstats.Observation{
		Country: key.Country, Report: key.Report, Year: s.Period.Year, Stage: s.Stage, Cohort: s.Cohort, Form: s.Form, Unit: s.Unit,
		Count: s.Count(), Slice: s.Slice, Complete: !s.Doubted, Source: key.Source, Locator: s.Locator, Note: s.Note,
	}
	if o.Year == 0 {
		o.Year = key.Report - 1
		if s.Period.Kind == Prior {
			o.Year--
		}
	}
	if o.Year > key.Report {
		return o, fmt.Sprintf("its year, %d, is after the edition, %d", o.Year, key.Report)
	}
	if s.Unit != UnstatedUnit {
		return o, ""
	}
	switch s.Stage {
	case tipstats.Investigation:
		o.Unit = tipstats.Case
	case tipstats.Arrest, tipstats.Conviction, tipstats.Acquittal:
		o.Unit = tipstats.Person
	default:
		return o, "the text does not say whether it counts cases or persons"
	}
	o.Note = strings.TrimPrefix(o.Note+"; "+UnitByStage, "; ")
	return o, ""
}

// Count is the statement's number as a dataset holds it.
func (s Statement) Count() tipstats.Count {
	switch {
	case !s.Stated:
		return tipstats.NotReported
	case s.Bound == AtLeast:
		return tipstats.AtLeast(s.Value)
	case s.Bound == AtMost:
		return tipstats.AtMost(s.Value)
	case s.Bound == Approximate:
		return tipstats.Approximately(s.Value)
	}
	return tipstats.Exactly(s.Value)
}

var doubts = wordSet("incomplete unverified provisional")

// doubts reports whether a sentence says that its figures may be incomplete.
func (d *document) doubts(c cut) bool {
	for i := c.first; i < c.end; i++ {
		t := &d.tokens[i]
		if t.word != nil && t.word.doubt {
			return true
		}
	}
	return false
}

func locator(p place) string {
	return fmt.Sprintf("Prosecution, paragraph %d, sentence %d", p.paragraph, p.sentence)
}
