package narrative

import (
	"fmt"

	"github.com/tipstats/tip/tipstats"
)

// resolve turns the figures of the document into statements.
func (d *document) resolve(r *Reading) {
	d.mendYears()
	years := d.years()
	d.checkDirections()
	d.slice(years)
	d.checkSums()
	if n := d.countStatements(); n > 0 {
		r.Statements = make([]Statement, 0, n)
	}
	known := newSaid(cap(r.Statements))
	var list []Statement
	for _, f := range d.figures {
		if !f.coded() {
			d.leave(f)
			continue
		}
		list = d.statements(f, years, list[:0])
		for i := range list {
			f.made = append(f.made, known.enter(r, &list[i]))
		}
		if f.number >= 0 {
			number := &d.numbers[f.number]
			number.Class, number.Statements = Coded, append(number.Statements, f.made...)
		}
	}
	d.restate(r)
	r.Findings = d.findings()
}

// countStatements is about how many statements the figures make.
func (d *document) countStatements() int {
	n := 0
	for _, f := range d.figures {
		if f.coded() {
			n += len(f.stages)
		}
	}
	return n
}

// restate links "the 12 cases" to the statement that the 12 already made, where one has that value.
func (d *document) restate(r *Reading) {
	byValue := map[int][]int{}
	for i, s := range r.Statements {
		if s.Stated {
			byValue[s.Value] = append(byValue[s.Value], i)
		}
	}
	for _, f := range d.restated {
		if f.number < 0 || d.numbers[f.number].Class == Coded {
			continue
		}
		for _, i := range byValue[f.value] {
			if r.Statements[i].Words.Start < f.start {
				d.numbers[f.number].Class = Coded
				d.numbers[f.number].Statements = []int{i}
				break
			}
		}
	}
}

// leave gives the number of a figure that is not coded its class.
func (d *document) leave(f *figure) {
	if f.number < 0 {
		return
	}
	if f.class == "" {
		f.class = Open
	}
	d.numbers[f.number].Class = f.class
	if f.class == Open && f.restated {
		d.restated = append(d.restated, restatement{f.value, f.number, f.span.Start})
	}
}

// statements appends what a figure says to a list: one for each stage, and for each of the two periods for which it holds.
func (d *document) statements(f *figure, years yearScale, list []Statement) []Statement {
	for _, stage := range f.stages {
		s := d.statement(f, stage, years)
		list = append(list, s)
		if f.mark != nil && f.mark.tag == "both" && !(f.mark.each && f.value > 0) {
			s.Period = years.at(Prior)
			list = append(list, s)
		}
		if f.mark != nil && f.mark.tag == "earlier" && years.current > 0 {
			s.Period = Period{Dated, years.current - 2}
			list = append(list, s)
		}
		if like := f.mark != nil && f.mark.tag == "current"; f.mark != nil && f.mark.also > 0 && !(like && f.value > 0) {
			s.Period = years.of(mark{tag: "year", year: f.mark.also}, like || f.isCompared())
			list = append(list, s)
		}
	}
	return list
}

// statement is what a figure says of one stage.
func (d *document) statement(f *figure, stage tipstats.Stage, years yearScale) Statement {
	sentence := d.sentences[f.sentence]
	s := Statement{
		Stage: stage, Cohort: f.cohort, Form: f.formOf(), Unit: f.unit, Period: years.period(f), Value: f.value, Stated: f.stated, Bound: f.bound,
		Slice: f.slice, Words: f.span, Sentence: sentence.Span, Rule: f.rule, Note: f.note,
	}
	s.Locator, s.Doubted = sentence.Locator, d.doubted[f.sentence]
	s.Grade = Inferred
	if f.own && f.role != compared {
		s.Grade = Explicit
	}
	if !s.Stated {
		s.Value = 0
		s.Bound = Exact
	}
	if f.opened == stage && s.Cohort == "" {
		s.Cohort = tipstats.New
	}
	if s.Cohort == "" || stage != tipstats.Investigation && stage != tipstats.Prosecution {
		s.Cohort = tipstats.UnstatedCohort
	}
	if s.Unit == "" && stage == tipstats.Investigation {
		s.Unit = tipstats.Case
	}
	if f.related && s.Note == "" {
		s.Note = "related"
	}
	return s
}

// yearScale says which year is the current one.
type yearScale struct{ current int }

// years finds the newest year that the text describes.
func (d *document) years() yearScale {
	newest, against, undated, covered := 0, 0, false, false
	priorIn := -1 // the last sentence that compares with a prior period without a year
	for _, f := range d.figures {
		if !f.coded() {
			continue
		}
		switch {
		case f.isCompared():
			switch {
			case f.mark != nil && f.mark.tag == "prior":
				priorIn = f.sentence
			case f.mark != nil && f.mark.tag == "year" && priorIn == f.sentence:
				against = max(against, f.mark.year+1)
			case f.mark != nil && f.mark.tag == "year":
				against = max(against, f.mark.year)
			}
		case f.mark == nil || f.mark.tag == "current":
			undated = true
		case f.mark.tag == "year":
			newest = max(newest, f.mark.year)
			covered = covered || f.mark.year == d.report-1
		}
	}
	covered = covered || undated && d.report > 0 && against == d.report-2 // "compared with nine in 2021"
	if covered && newest >= d.report && against != newest-1 {
		newest = d.report - 1 // "as of March 2023" in the report of 2023 is the end of the period
	}
	return yearScale{d.currentYear(newest, against, undated)}
}

// currentYear decides from the newest year of a figure, the newest year that is only compared with, and the edition.
func (d *document) currentYear(newest, against int, undated bool) int {
	covered := d.report - 1
	switch {
	case newest > 0 && (against == newest-1 || d.report > 0 && newest >= covered || !undated):
		return newest
	case d.report > 0:
		return max(covered, newest)
	case against >= newest && against > 0:
		return against + 1
	}
	return newest
}

// period is the period of a figure on the scale.
func (y yearScale) period(f *figure) Period {
	m := f.mark
	if m == nil && f.target != nil && f.role != compared {
		m = f.target.mark
	}
	switch {
	case m == nil && f.isCompared():
		return y.at(Prior)
	case m == nil || m.tag == "both":
		return y.at(Current)
	}
	return y.of(*m, f.isCompared())
}

// of is the period that a mark names.
func (y yearScale) of(m mark, compared bool) Period {
	switch {
	case m.tag == "prior", m.tag == "earlier":
		return y.at(Prior)
	case m.tag == "year" && y.current > 0:
		switch {
		case compared && m.year >= y.current:
			return y.at(Prior)
		case m.year >= y.current:
			return Period{Current, m.year}
		case m.year == y.current-1:
			return Period{Prior, m.year}
		}
		return Period{Dated, m.year}
	}
	if compared {
		return y.at(Prior)
	}
	return y.at(Current)
}

func (y yearScale) at(k PeriodKind) Period {
	switch {
	case y.current == 0:
		return Period{Kind: k}
	case k == Prior:
		return Period{k, y.current - 1}
	}
	return Period{k, y.current}
}

// mendYears finds comparisons of a year with itself. The figure that is compared is then taken as undated, and a person is told.
func (d *document) mendYears() {
	for _, f := range d.figures {
		t := f.target
		if f.role != compared || t == nil || f.mark == nil || t.mark == nil || f.mark.tag != "year" || t.mark.tag != "year" || f.mark.year != t.mark.year || f.mark == t.mark {
			continue
		}
		d.find(YearTwice, fmt.Sprintf("%s is compared with %s of the same year, %d; the first is taken for the period of the report", d.quote(t), d.quote(f), f.mark.year), t, f)
		year := t.mark.year
		for _, g := range d.figures {
			if g.sentence == t.sentence && !g.isCompared() && g.mark != nil && g.mark.tag == "year" && g.mark.year == year {
				g.mark = nil
			}
		}
	}
}

// saidKey is what two statements share that say the same, but for what one of them leaves out.
type saidKey struct {
	stage  tipstats.Stage
	form   tipstats.Form
	other  string
	period Period
	value  int
	stated bool
	slice  string
}

// said finds the statements that were made, by what they say: the first of each key, and after each the next of its key, or -1. There are
// few units and cohorts, so that these chains are short.
type said struct {
	first map[saidKey]int
	next  []int
}

func newSaid(size int) *said { return &said{make(map[saidKey]int, size), make([]int, 0, size)} }

// enter adds a statement to a reading, unless the text states the figure twice: then what the one leaves out the other supplies. It returns
// where the statement stands.
func (m *said) enter(r *Reading, s *Statement) int {
	key := saidKey{s.Stage, s.Form, otherForm(s.Form, s.Note), s.Period, s.Value, s.Stated, s.Slice}
	last := -1
	if first, known := m.first[key]; known {
		for at := first; at >= 0; at = m.next[at] {
			if r.Statements[at].supplied(s) {
				return at
			}
			last = at
		}
	}
	at := len(r.Statements)
	r.Statements, m.next = append(r.Statements, *s), append(m.next, -1)
	if last < 0 {
		m.first[key] = at
	} else {
		m.next[last] = at
	}
	return at
}

// supplied reports whether a statement may be the same as another with its key, and then takes up what it left out itself.
func (s *Statement) supplied(other *Statement) bool {
	unit := s.Unit == other.Unit || other.Unit == UnstatedUnit || s.Unit == UnstatedUnit
	cohort := s.Cohort == other.Cohort || other.Cohort == tipstats.UnstatedCohort || s.Cohort == tipstats.UnstatedCohort
	if !unit || !cohort {
		return false
	}
	if s.Unit == UnstatedUnit {
		s.Unit = other.Unit
	}
	if s.Cohort == tipstats.UnstatedCohort {
		s.Cohort = other.Cohort
	}
	return true
}
