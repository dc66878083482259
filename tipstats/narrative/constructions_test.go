package narrative

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
)

// construction is a text with the rows that it states.
type construction struct {
	line  int
	group string
	text  string
	rows  []string
}

func readConstructions(t testing.TB) []construction {
	t.Helper()
	data, err := os.ReadFile("testdata/constructions.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []construction
	group := ""
	for i, line := range strings.Split(string(data), "\n") {
		switch {
		case strings.HasPrefix(line, "#") || line == "":
		case strings.HasPrefix(line, "== "):
			group = line[3:]
		case strings.HasPrefix(line, "\t"):
			last := &list[len(list)-1]
			last.rows = append(last.rows, normalRow(t, i+1, strings.TrimSpace(line)))
		default:
			list = append(list, construction{line: i + 1, group: group, text: line})
		}
	}
	return list
}

// normalRow spells a row in full and in one order.
func normalRow(t testing.TB, line int, row string) string {
	t.Helper()
	left, slice, _ := strings.Cut(row, "|")
	cell := map[string]string{"cohort": "unstated", "form": "all", "unit": "unstated", "period": "current", "bound": "exact", "slice": strings.TrimSpace(slice)}
	for i, word := range strings.Fields(left) {
		column := ""
		n, err := strconv.Atoi(word)
		switch {
		case i == 0:
			column = "stage"
		case word == "case" || word == "person":
			column = "unit"
		case word == "new" || word == "ongoing" || word == "both":
			column = "cohort"
		case slices.Contains(tipstats.Forms(), tipstats.Form(word)):
			column = "form"
		case word == "prior":
			column = "period"
		case word == "at_least" || word == "at_most" || word == "approx":
			column = "bound"
		case word == "?" || err == nil && (n < 1990 || n > 2025 || cell["value"] == "" && !strings.Contains(left[strings.Index(left, word)+4:], " ")):
			column = "value"
		case err == nil:
			column = "period"
		default:
			t.Fatalf("constructions.txt:%d: unknown word %q", line, word)
		}
		cell[column] = word
	}
	return spellRow(cell)
}

func spellRow(cell map[string]string) string {
	var words []string
	for _, column := range []string{"stage", "cohort", "form", "unit", "period", "value", "bound"} {
		words = append(words, cell[column])
	}
	return strings.Join(words, " ") + " |" + cell["slice"]
}

func rowOf(s Statement) string {
	cell := map[string]string{
		"stage": string(s.Stage), "cohort": string(s.Cohort), "form": string(s.Form), "unit": string(s.Unit), "period": "current",
		"value": "?", "bound": string(s.Bound), "slice": s.Slice,
	}
	if s.Unit == UnstatedUnit {
		cell["unit"] = "unstated"
	}
	if s.Stated {
		cell["value"] = strconv.Itoa(s.Value)
	}
	switch s.Period.Kind {
	case Prior:
		cell["period"] = "prior"
	case Dated:
		cell["period"] = strconv.Itoa(s.Period.Year)
	}
	return spellRow(cell)
}

func TestConstructions(t *testing.T) {
	list := readConstructions(t)
	if len(list) < 150 {
		t.Errorf("%d texts, want at least 150", len(list))
	}
	for _, c := range list {
		t.Run(fmt.Sprintf("%s/%d", c.group, c.line), func(t *testing.T) {
			r, err := Extract(c.text, Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range r.Statements {
				got = append(got, rowOf(s))
			}
			want := slices.Clone(c.rows)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s\ngot\n  %s\nwant\n  %s", c.text, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
			}
		})
	}
	if nothing != (item{}) {
		t.Errorf("nothing was written to: %+v", nothing)
	}
}
