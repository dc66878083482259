package datasets

import (
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/frame"
)

// transcribed are the tables that were transcribed from other tables: where, from which, and which cell of a line a row holds.
var transcribed = []struct {
	path, from string
	column     func(cell func(column string) string) string // the column of the table that the row's value stands in
	same       map[string]string                            // columns that hold the same in both, ours and theirs
	numbers    []string                                     // the columns of the table that hold figures
	skip       []string                                     // sources whose figures are left out: computed, or of no edition
}{
	{
		path: "global/totals.csv", from: "global-figures.csv",
		column: func(cell func(string) string) string {
			return map[string]string{
				"prosecutions all": "prosecutions", "prosecutions labor": "prosecutions_labor", "convictions all": "convictions",
				"convictions labor": "convictions_labor", "victims all": "victims_identified", "victims labor": "victims_labor", "laws all": "new_or_amended_legislation",
			}[cell("measure")+" "+cell("form")]
		},
		same: map[string]string{"area": "region", "report": "report", "year": "year", "note": "note"},
		numbers: []string{"prosecutions", "prosecutions_labor", "convictions", "convictions_labor", "victims_identified", "victims_labor",
			"new_or_amended_legislation"},
		skip: []string{"TIP 2006 regional maps page (sum of six regions)", "sum of the six regions printed on the same blog page", "Statista topic page"},
	},
	{
		path: "usa/federal.csv", from: "us-federal.csv",
		column: func(func(string) string) string { return "value" },
		same:   map[string]string{"year": "fiscal_year", "step": "stage", "unit": "unit"}, numbers: []string{"value"},
	},
	{
		path: "peru-editions/victims.csv", from: "peru-other-editions.csv",
		column: func(func(string) string) string { return "value" },
		same:   map[string]string{"report": "report", "year": "year", "measure": "measure", "group": "breakdown", "agency": "agency"}, numbers: []string{"value"},
	},
}

// TestTranscription holds every row against its line of the table that it was transcribed from, and every figure of the table against a row.
func TestTranscription(t *testing.T) {
	folder := os.Getenv("TIP_SOURCES")
	if folder == "" {
		t.Skip("TIP_SOURCES is not set: the figures are not held against the tables that they were transcribed from.")
	}
	for _, c := range transcribed {
		data, err := os.ReadFile(filepath.Join(folder, c.from))
		if err != nil {
			t.Fatal(err)
		}
		lines, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		at := func(line int, column string) string { return lines[line-1][slices.Index(lines[0], column)] }
		table := load(t, c.path)
		checkDigest(t, table, data)
		claimed := map[string]bool{}
		for row := range table.Rows() {
			cell := func(column string) string { return table.Strings(column)[row] }
			line, err := strconv.Atoi(strings.TrimPrefix(cell("locator"), "line "))
			if err != nil || line < 2 || line > len(lines) {
				t.Fatalf("%s, line %d: locator %q", c.path, table.Line(row), cell("locator"))
			}
			column := c.column(cell)
			claimed[fmt.Sprint(line, column)] = true
			if got := at(line, column); got != cell("value") {
				t.Errorf("%s, line %d: %s, the table says %s", c.path, table.Line(row), cell("value"), got)
			}
			for ours, theirs := range c.same {
				if cell(ours) != at(line, theirs) {
					t.Errorf("%s, line %d: %s is %q, in the table %q", c.path, table.Line(row), ours, cell(ours), at(line, theirs))
				}
			}
		}
		for i := range lines[1:] {
			if slices.Contains(lines[0], "source") && slices.Contains(c.skip, at(i+2, "source")) {
				continue
			}
			for _, column := range c.numbers {
				if at(i+2, column) != "" && !claimed[fmt.Sprint(i+2, column)] {
					t.Errorf("%s lacks the %s of line %d", c.path, column, i+2)
				}
			}
		}
	}
}

// checkDigest: every source of a table names the size and hash of the table that it was transcribed from.
func checkDigest(t *testing.T, table *frame.Table, data []byte) {
	t.Helper()
	sources := load(t, "sources.csv")
	sizes, _ := sources.Ints("text_bytes")
	for row, id := range sources.Strings("id") {
		if slices.Contains(table.Strings("source"), id) && (sizes[row] != len(data) || sources.Strings("text_sha256")[row] != fmt.Sprintf("%x", sha256.Sum256(data))) {
			t.Errorf("%s: source %s names another table than the one at hand", table.File(), id)
		}
	}
}

// value finds the one value of the totals that has the given cells.
func value(t *testing.T, table *frame.Table, w where) int {
	t.Helper()
	sum, rows, err := total(table, w)
	if err != nil || rows != 1 {
		t.Fatalf("%v: %d rows, %v", w, rows, err)
	}
	return sum
}

// TestTotalsAgree: the regions of the 2006 edition add up to what later editions state for the world where these do not say that they
// revised it; labor is a part of all; and the sources of one edition agree.
func TestTotalsAgree(t *testing.T) {
	table := load(t, "global/totals.csv")
	for measure, want := range map[string]int{"prosecutions": 7992, "convictions": 2815, "laws": 24} {
		regions, parts, err := total(table, where{"report": "2006", "year": "2003", "measure": measure})
		if err != nil || parts != 6 || regions != want {
			t.Errorf("%s: %d regions add up to %d, %v, want %d", measure, parts, regions, err, want)
		}
		if world := value(t, table, where{"area": "World", "report": "2008", "year": "2003", "measure": measure}); world != want {
			t.Errorf("%s: the world %d, its regions %d", measure, world, want)
		}
	}
	years, measures, forms := table.Strings("year"), table.Strings("measure"), table.Strings("form")
	values, _ := table.Ints("value")
	first := map[string]int{}
	labor := 0
	for row := range table.Rows() {
		key := fmt.Sprint(table.Strings("area")[row], table.Strings("report")[row], years[row], measures[row], forms[row])
		if v, seen := first[key]; seen && v != values[row] {
			t.Errorf("%s: %d and %d", key, v, values[row])
		}
		first[key] = values[row]
		if forms[row] == "labor" && measures[row]+years[row] != "prosecutions2016" {
			labor++
			all := value(t, table, where{"area": "World", "report": table.Strings("report")[row], "year": years[row], "measure": measures[row], "form": "all", "source": table.Strings("source")[row]})
			if values[row] > all {
				t.Errorf("line %d: %d of %d %s", table.Line(row), values[row], all, measures[row])
			}
		}
	}
	if labor < 20 {
		t.Errorf("%d figures of labor trafficking", labor)
	}
}

// TestFederalFunnelNarrows: of one fiscal year fewer persons are convicted than prosecuted, and fewer prosecuted than referred.
func TestFederalFunnelNarrows(t *testing.T) {
	table := load(t, "usa/federal.csv")
	for _, year := range []string{"2011", "2020"} {
		at := func(step string) int { return value(t, table, where{"year": year, "step": step}) }
		if !(at("convicted") < at("prosecuted") && at("prosecuted") < at("referred")) {
			t.Errorf("%s: %d, %d, %d", year, at("referred"), at("prosecuted"), at("convicted"))
		}
	}
}

// TestPeruEditionsAddUp: what an edition splits adds up to its total.
func TestPeruEditionsAddUp(t *testing.T) {
	table := load(t, "peru-editions/victims.csv")
	for _, c := range []struct {
		report, year, measure, agency string
		parts                         []string
	}{
		{"2017", "2016", "child_victims_identified", "MIMP", []string{"labor", "sex", "both"}},
		{"2019", "2018", "victims_identified", "police", []string{"children", "adults"}},
		{"2019", "2018", "victims_identified", "public ministry", []string{"female", "male"}},
		{"2020", "2019", "victims_identified", "national police (RETA)", []string{"girls", "boys", "adults"}},
		{"2020", "2019", "victims_identified", "DIRCTPTIM", []string{"children", "adults"}},
		{"2021", "2020", "victims_identified", "specialized police", []string{"adults", "children"}},
		{"2021", "2020", "victims_identified", "specialized police", []string{"adults", "girls", "boys"}},
		{"2021", "2020", "victims_identified", "specialized prosecutors", []string{"female", "male"}},
		{"2021", "2020", "victims_identified", "specialized prosecutors", []string{"children", "adults"}},
	} {
		at := func(group string) int {
			return value(t, table, where{"report": c.report, "year": c.year, "measure": c.measure, "agency": c.agency, "group": group})
		}
		sum := 0
		for _, part := range c.parts {
			sum += at(part)
		}
		if sum != at("total") {
			t.Errorf("%+v: %d, the total is %d", c, sum, at("total"))
		}
	}
}
