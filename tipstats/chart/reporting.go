package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
)

// ReportingEntry is what a report says on one topic for one year.
type ReportingEntry struct {
	Section string // heading under which the topic stands, such as the section of the report; may be empty
	Topic   string // "victims identified"
	Year    int
	Status  Status
	Figure  string // what the report gives, in a few characters, to stand beside the mark: "813"; may be empty
	Note    string // a few words on what is lacking, to stand at the end of the row, without the year; none for what is not mentioned

	YearAssumed bool // the report states no year; Year is the one that its edition covers
}

// Reporting is a matrix of topics by years that shows what a report gives, reports in part, says was not reported, and does
// not mention. Sections and topics stand in the order of their first entry, years in their own. Two entries on the same
// topic and year that disagree amount to a partial report. A topic without an entry for a year was not mentioned for it,
// which is not the same as not reported.
//
// The matrix counts topics, and topics are what somebody chose to list: a share of them says nothing of how much of a
// country's effort was reported.
func Reporting(entries []ReportingEntry, c Credit) *figure.Figure {
	m := newReportingMatrix(entries)
	shown := *m
	shown.years = m.years[max(0, len(m.years)-mostYears):]
	f := &figure.Figure{
		Name:  "reporting",
		Title: m.title(),
		Alt:   m.alt(c),
		Data:  m.table(),
	}
	f.Subtitle = "What the report gives on " + c.place("the country") + ", by topic and by the year that the figure or fact concerns."
	remarks := []string{
		fmt.Sprintf("%s, %s", countNoun(len(m.rows), "topic"), countNoun(len(m.years), "year")),
		"A cross: the report says that it was not reported",
		"A dash: the report does not mention the topic for the year, which is not the same",
	}
	if m.hasFigures() {
		remarks = append(remarks, "Beside a mark, where there is room, stands the figure that the report gives")
	}
	if slices.ContainsFunc(entries, func(e ReportingEntry) bool { return e.YearAssumed }) {
		remarks = append(remarks, "Where no year is stated, the one that the edition covers is taken")
	}
	if left := len(m.years) - len(shown.years); left > 0 {
		remarks = append(remarks, fmt.Sprintf("The first %s are in the data and not drawn", countNoun(left, "year")))
	}
	f.Caption = c.caption(append(remarks, "Topics are those listed in the data; their number is no measure of how much was done")...)
	return sized(f, shown.draw)
}

// in is " in Peru", or nothing where no country is named.
func in(c Credit) string {
	if place := c.place(""); place != "" {
		return " in " + place
	}
	return ""
}

// reportingMatrix holds the entries by row and year.
type reportingMatrix struct {
	rows   []*reportingRow
	years  []int
	newest int // of all years, drawn or not
}

type reportingRow struct {
	section, topic string
	cells          map[int]reportingCell
	notes          []reportingNote
}

type reportingNote struct {
	year int
	text string
}

type reportingCell struct {
	status Status
	figure string
}

func newReportingMatrix(entries []ReportingEntry) *reportingMatrix {
	m := &reportingMatrix{}
	sections := map[string]int{}
	for _, e := range entries {
		if _, known := sections[e.Section]; !known {
			sections[e.Section] = len(sections)
		}
		row := m.row(e.Section, e.Topic)
		note := reportingNote{e.Year, strings.TrimRight(strings.TrimSpace(e.Note), ".")}
		if note.text != "" && e.Status != NotMentioned && !slices.Contains(row.notes, note) {
			row.notes = append(row.notes, note)
		}
		cell, seen := row.cells[e.Year]
		switch {
		case !seen:
			cell = reportingCell{e.Status, e.Figure}
		default:
			cell.status = cell.status.and(e.Status)
			if cell.figure == "" {
				cell.figure = e.Figure
			} else if e.Figure != "" && e.Figure != cell.figure {
				cell.figure += ", " + e.Figure
			}
		}
		row.cells[e.Year] = cell
		if !slices.Contains(m.years, e.Year) {
			m.years = append(m.years, e.Year)
		}
	}
	slices.Sort(m.years)
	if len(m.years) > 0 {
		m.newest = m.years[len(m.years)-1]
	}
	slices.SortStableFunc(m.rows, func(a, b *reportingRow) int { return sections[a.section] - sections[b.section] })
	return m
}

func (m *reportingMatrix) row(section, topic string) *reportingRow {
	for _, r := range m.rows {
		if r.section == section && r.topic == topic {
			return r
		}
	}
	r := &reportingRow{section, topic, map[int]reportingCell{}, nil}
	m.rows = append(m.rows, r)
	return r
}

// note is what the notes of a row say together; those of another year than the newest begin with their year.
func (r *reportingRow) note(newest int) string {
	var texts []string
	for _, n := range r.notes {
		text := n.text
		if n.year != newest || len(texts) > 0 {
			text = uncapitalised(text)
		}
		if n.year != newest {
			text = strconv.Itoa(n.year) + ": " + text
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, "; ")
}

// noteOf is what the notes on one year say together.
func (r *reportingRow) noteOf(year int) string {
	var texts []string
	for _, n := range r.notes {
		if n.year == year {
			texts = append(texts, n.text)
		}
	}
	return strings.Join(texts, "; ")
}

// with returns the rows that have the status in the year.
func (m *reportingMatrix) with(year int, s Status) []*reportingRow {
	var rows []*reportingRow
	for _, r := range m.rows {
		if r.cells[year].status == s {
			rows = append(rows, r)
		}
	}
	return rows
}

func (m *reportingMatrix) hasFigures() bool {
	return slices.ContainsFunc(m.rows, func(r *reportingRow) bool {
		for _, cell := range r.cells {
			if cell.figure != "" {
				return true
			}
		}
		return false
	})
}

// title names what was not reported for the newest year; where there is nothing of that, what was reported in part, or in full.
func (m *reportingMatrix) title() string {
	if len(m.years) == 0 {
		return "No topic is listed that the report gives or says was not reported"
	}
	year := m.newest
	for _, says := range []struct {
		status    Status
		one, many string
	}{
		{NotReported, "The report says that one topic was not reported for %[2]d", "The report says that %[1]s topics were not reported for %[2]d"},
		{PartlyReported, "The report gives one topic only in part for %[2]d", "The report gives %[1]s topics only in part for %[2]d"},
		{Reported, "The report gives one topic in full for %[2]d", "The report gives %[1]s topics in full for %[2]d"},
	} {
		if rows := m.with(year, says.status); len(rows) > 0 {
			pattern := says.many
			if len(rows) == 1 {
				pattern = says.one
			}
			return withTopics(fmt.Sprintf(pattern, whole(len(rows)), year), rows)
		}
	}
	return fmt.Sprintf("For %d the report mentions none of the topics that are listed", year)
}

// withTopics adds the topics of the rows to the head of a title: all of them, or the first ones, as many as fit.
func withTopics(head string, rows []*reportingRow) string {
	var names []string
	for _, r := range rows {
		if name := uncapitalised(strings.TrimSpace(r.topic)); name != "" {
			names = append(names, name)
		}
	}
	if all := head + ": " + listed(names); len(names) == len(rows) && !tooLong(all) {
		return all
	}
	for n := len(names); n > 0; n-- {
		if some := head + ", among them " + listed(names[:n]); n < len(rows) && !tooLong(some) {
			return some
		}
	}
	return head
}

// alt says in words what the newest year lacks, and what the matrix is.
func (m *reportingMatrix) alt(c Credit) string {
	text := []string{fmt.Sprintf("Matrix of %s by %s%s", countNoun(len(m.rows), "topic"), countNoun(len(m.years), "year"), in(c))}
	for i := len(m.years) - 1; i >= 0; i-- {
		year := m.years[i]
		for _, s := range []Status{Reported, PartlyReported, NotReported} {
			rows := m.with(year, s)
			if len(rows) == 0 {
				continue
			}
			names := make([]string, len(rows))
			for j, r := range rows {
				names[j] = r.topic
			}
			text = append(text, fmt.Sprintf("%d, %s: %s", year, s, listed(names)))
		}
	}
	return sentences(text...)
}

// table is every cell, those without an entry too.
func (m *reportingMatrix) table() figure.Table {
	t := figure.Table{Columns: []string{"section", "topic", "year", "status", "figure", "notes"}}
	for _, r := range m.rows {
		for _, year := range m.years {
			cell := r.cells[year]
			t.Rows = append(t.Rows, []string{r.section, r.topic, strconv.Itoa(year), cell.status.String(), cell.figure, r.noteOf(year)})
		}
	}
	return t
}
