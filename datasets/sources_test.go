package datasets

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/frame"
)

// peruNarrative reads the text from the folder that TIP_SOURCES names. The text is not in the project:
// without it the tests that need it are skipped.
func peruNarrative(t *testing.T) narrative {
	t.Helper()
	folder := os.Getenv("TIP_SOURCES")
	if folder == "" {
		t.Skip("TIP_SOURCES is not set: the figures are not held against the text of the source. Set it to the folder with peru-2023.txt.")
	}
	data, err := os.ReadFile(filepath.Join(folder, "peru-2023.txt"))
	if err != nil {
		t.Fatal(err)
	}
	sources := load(t, "sources.csv")
	sizes, _ := sources.Ints("text_bytes")
	if got, want := fmt.Sprintf("%x", sha256.Sum256(data)), sources.Strings("text_sha256")[0]; got != want || len(data) != sizes[0] {
		t.Fatalf("%s: %d bytes with SHA-256 %s; the figures were transcribed from %d bytes with %s",
			filepath.Join(folder, "peru-2023.txt"), len(data), got, sizes[0], want)
	}
	return parseNarrative(string(data))
}

// peruTables returns every table of figures.
func peruTables(t *testing.T) []*frame.Table {
	t.Helper()
	var list []*frame.Table
	for _, r := range described(t) {
		if strings.HasPrefix(r.Path, "peru2023/") {
			list = append(list, load(t, r.Path))
		}
	}
	return list
}

// peruAllowed are the numbers of the narrative that are no figure.
var peruAllowed = []allowance{
	{"Introduction, paragraph 1, sentence 2", 19, "the name of a disease"},
	{"Prosecution, paragraph 1, sentence 6", 129, "the number of a statute"},
	{"Prosecution, paragraph 1, sentence 6", 153, "the number of a statute"},
	{"Prosecution, paragraph 1, sentence 6", 1, "one another"},
	{"Prosecution, paragraph 2, sentence 1", 2022, "the date of a political crisis"},
	{"Prosecution, paragraph 2, sentence 3", 2022, "the date of an order to the police"},
	{"Prosecution, paragraph 4, sentence 8", 1, "one of the courses counted"},
	{"Prevention, paragraph 1, sentence 5", 1, "one another"},
	{"Prevention, paragraph 4, sentence 1", 2023, "the date of a law on housing"},
}

// yearsStated returns, by locator, the years of rows whose sentence states them.
func yearsStated(n narrative, tables []*frame.Table) map[string][]int {
	stated := map[string][]int{}
	for _, table := range tables {
		if !slices.Contains(table.Columns(), "year") {
			continue
		}
		years, present := table.Ints("year")
		for row, locator := range table.Strings("locator") {
			if present[row] && slices.Contains(numbersIn(n.sentences[locator]), years[row]) {
				stated[locator] = append(stated[locator], years[row])
			}
		}
	}
	return stated
}

// TestSources finds every number of every row in the sentence that the row names, and every number of
// the narrative in a row.
func TestSources(t *testing.T) {
	n, tables := peruNarrative(t), peruTables(t)
	var claimed []claim
	for _, table := range tables {
		claimed = append(claimed, claims(table)...)
	}
	years := yearsStated(n, tables)
	for _, complaint := range compare(n, claimed, years, peruAllowed) {
		t.Error(complaint)
	}
	for i := range claimed {
		wrong := slices.Clone(claimed)
		wrong[i].number++
		if len(compare(n, wrong, years, peruAllowed)) == 0 {
			t.Errorf("%s: %d for %d would not be noticed", claimed[i].at, wrong[i].number, claimed[i].number)
		}
	}
}

// yearComplaint says what is wrong with the year of a row. A table with a column year_stated must say
// whether the sentence states it; where it does not, the year is one of its section, or the year before
// the edition. In other tables the sentence or its paragraph states the year.
func yearComplaint(n narrative, locator string, year, report int, stated string) string {
	paragraph, section := n.around(locator)
	in := func(text string) bool { return slices.Contains(numbersIn(text), year) }
	switch {
	case stated == "true" && !in(n.sentences[locator]):
		return fmt.Sprintf("%s does not state the year %d", locator, year)
	case stated == "false" && in(n.sentences[locator]):
		return fmt.Sprintf("%s does state the year %d", locator, year)
	case stated == "false" && !in(section) && year != report-1:
		return fmt.Sprintf("neither the section of %s nor the edition gives the year %d", locator, year)
	case stated == "" && !in(paragraph):
		return fmt.Sprintf("the paragraph of %s does not state the year %d", locator, year)
	}
	return ""
}

func TestYearComplaint(t *testing.T) {
	n := parseNarrative(invented)
	const opened, convicted = "Prosecution, paragraph 1, sentence 1", "Prosecution, paragraph 1, sentence 2"
	for _, tt := range []struct {
		locator string
		year    int
		stated  string
		right   bool
	}{
		{opened, 2022, "true", true}, {opened, 2021, "true", false}, {opened, 2022, "false", false},
		{convicted, 2022, "false", true}, {convicted, 2021, "false", true}, {convicted, 2020, "false", false},
		{convicted, 2022, "", true}, {convicted, 2021, "", false},
		{"Prevention, paragraph 1, sentence 1", 2022, "false", true}, {"Prevention, paragraph 1, sentence 1", 2021, "false", false},
	} {
		if got := yearComplaint(n, tt.locator, tt.year, 2023, tt.stated); (got == "") != tt.right {
			t.Errorf("%s, %d, %q: complaint %q", tt.locator, tt.year, tt.stated, got)
		}
	}
}

// TestYearsAndNotes holds years against the text, and finds every number of a note or an item in the
// paragraph of its row.
func TestYearsAndNotes(t *testing.T) {
	n := peruNarrative(t)
	for _, table := range peruTables(t) {
		locators := table.Strings("locator")
		for _, column := range table.Columns() {
			switch column {
			case "year":
				reportYears(t, n, table)
			case "note", "item", "label":
				for row, text := range table.Strings(column) {
					checkProse(t, n, fmt.Sprintf("%s, line %d", table.File(), table.Line(row)), locators[row], text)
				}
			}
		}
	}
}

func reportYears(t *testing.T, n narrative, table *frame.Table) {
	t.Helper()
	stated := make([]string, table.Rows())
	if slices.Contains(table.Columns(), "year_stated") {
		stated = table.Strings("year_stated")
	}
	years, present := table.Ints("year")
	reports, _ := table.Ints("report")
	for row, locator := range table.Strings("locator") {
		if !present[row] {
			continue
		}
		if complaint := yearComplaint(n, locator, years[row], reports[row], stated[row]); complaint != "" {
			t.Errorf("%s, line %d: %s", table.File(), table.Line(row), complaint)
		}
	}
}

func checkProse(t *testing.T, n narrative, at, locator, text string) {
	t.Helper()
	paragraph, _ := n.around(locator)
	if strings.HasPrefix(locator, "Prioritized recommendations") {
		return // the item is a place in the list
	}
	for _, number := range numbersIn(text) {
		if !slices.Contains(numbersIn(paragraph), number) {
			t.Errorf("%s: the paragraph of %s does not state the %d of %q", at, locator, number, text)
		}
	}
}

// TestEveryLocatorLeadsSomewhere: also of rows without a number, and every recommendation has its row.
func TestEveryLocatorLeadsSomewhere(t *testing.T) {
	n := peruNarrative(t)
	named := map[string]bool{}
	for _, table := range peruTables(t) {
		for row, locator := range table.Strings("locator") {
			named[locator] = true
			if n.sentences[locator] == "" {
				t.Errorf("%s, line %d: the text has no %s", table.File(), table.Line(row), locator)
			}
		}
	}
	for _, locator := range n.locators {
		if strings.HasPrefix(locator, "Prioritized recommendations") && !named[locator] {
			t.Errorf("no row for %s", locator)
		}
	}
}
