package datasets

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/frame"
)

// silence finds the words with which a narrative says that something was not reported, or in part only.
var silence = regexp.MustCompile(`(?i)did not (report|specify|collect|provide)|complete data|incomplete|unspecified form|lacked a coordinated data`)

// notSilence are sentences that silence finds and that speak of something else.
var notSilence = map[string]string{
	"Protection, paragraph 8, sentence 6": "a person was not provided with an alternative",
}

// unreported returns the sentences that say that something is not known and that no row of reporting.csv
// carries with a status of its own.
func unreported(n narrative, reporting *frame.Table) []string {
	carried := map[string]bool{}
	for row, locator := range reporting.Strings("locator") {
		if reporting.Strings("status")[row] != "reported" {
			carried[locator] = true
		}
	}
	var list []string
	for _, locator := range n.locators {
		if silence.MatchString(n.sentences[locator]) && !carried[locator] && notSilence[locator] == "" {
			list = append(list, locator)
		}
	}
	return list
}

func TestNoSilenceIsLeftOut(t *testing.T) {
	n, reporting := peruNarrative(t), load(t, "peru2023/reporting.csv")
	for _, locator := range unreported(n, reporting) {
		t.Errorf("no row for %s: %s", locator, n.sentences[locator])
	}
	for row, locator := range reporting.Strings("locator") {
		if status := reporting.Strings("status")[row]; status != "reported" && !silence.MatchString(n.sentences[locator]) &&
			!strings.HasPrefix(reporting.Strings("wording")[row], "no ") {
			t.Errorf("%s, line %d: %s, but %s does not say so", reporting.File(), reporting.Line(row), status, locator)
		}
	}
	invented := parseNarrative("PROSECUTION\n\nThe state did not report anything.\n")
	if got := unreported(invented, reporting); len(got) != 0 {
		t.Errorf("a locator that a row carries is reported: %q", got)
	}
	invented = parseNarrative("PREVENTION\n\nIt was good.\n\nIt spoke. It did not specify of what.\n")
	if got := fmt.Sprint(unreported(invented, reporting)); got != "[Prevention, paragraph 2, sentence 2]" {
		t.Errorf("left out: %s", got)
	}
}

// TestReportingAgreesWithTheFigures: what reporting.csv calls reported has a figure in another file with
// the same place in the source, and what it calls not reported has none there but NR.
func TestReportingAgreesWithTheFigures(t *testing.T) {
	figures := map[string]bool{}
	for _, r := range described(t) {
		table := load(t, r.Path)
		if r.Path == "sources.csv" || r.Path == "peru2023/cases.csv" || !hasColumns(table, "value", "locator") {
			continue
		}
		_, present := table.Ints("value")
		for row, locator := range table.Strings("locator") {
			figures[locator] = figures[locator] || present[row]
		}
	}
	reporting := load(t, "peru2023/reporting.csv")
	for row, locator := range reporting.Strings("locator") {
		status := reporting.Strings("status")[row]
		if status == "reported" && !figures[locator] {
			t.Errorf("%s, line %d: reported, but no figure has %s", reporting.File(), reporting.Line(row), locator)
		}
		if section, _, _ := strings.Cut(locator, ","); section != reporting.Strings("section")[row] {
			t.Errorf("%s, line %d: section %s, locator %s", reporting.File(), reporting.Line(row), reporting.Strings("section")[row], locator)
		}
	}
}

func hasColumns(table *frame.Table, names ...string) bool {
	columns := "," + strings.Join(table.Columns(), ",") + ","
	for _, name := range names {
		if !strings.Contains(columns, ","+name+",") {
			return false
		}
	}
	return true
}
