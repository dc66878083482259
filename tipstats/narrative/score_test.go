package narrative

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// figures of a score: precision and recall.
type score struct{ right, wrong, missed int }

func (s score) precision() float64 { return float64(s.right) / float64(max(s.right+s.wrong, 1)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(s.right+s.missed, 1)) }

func (s score) String() string {
	return fmt.Sprintf("precision %.3f, recall %.3f (%d right, %d wrong, %d missed)", s.precision(), s.recall(), s.right, s.wrong, s.missed)
}

// scoreRows holds predicted rows against those made by hand, by the rule of the score.py that comes with them: rows with an empty
// slice count, and a predicted one that equals a row with a slice in all else is set aside.
func scoreRows(predicted, gold []map[string]string, columns ...string) score {
	key := func(r map[string]string) string {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = r[c]
		}
		return strings.Join(cells, "|")
	}
	national, sliced := map[string]int{}, map[string]int{}
	for _, r := range gold {
		if r["slice"] == "" {
			national[key(r)]++
		} else {
			sliced[key(r)]++
		}
	}
	var s score
	for _, r := range predicted {
		k := key(r)
		switch {
		case r["slice"] != "":
		case national[k] > 0:
			national[k]--
			s.right++
		case sliced[k] > 0:
			sliced[k]--
		default:
			s.wrong++
		}
	}
	for n := range maps.Values(national) {
		s.missed += n
	}
	return s
}

var (
	coreColumns = []string{"file", "stage", "form", "period", "value"}
	fullColumns = append(slices.Clone(coreColumns), "unit", "cohort", "bound")
)

func TestScoreRows(t *testing.T) {
	row := func(value, slice string) map[string]string { return map[string]string{"value": value, "slice": slice} }
	gold := []map[string]string{row("1", ""), row("1", ""), row("2", ""), row("3", "agency: x")}
	got := scoreRows([]map[string]string{row("1", ""), row("3", ""), row("4", ""), row("5", "children")}, gold, "value")
	if want := (score{right: 1, wrong: 1, missed: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// narrativesFolder is the folder of annotated narratives, which are not part of the project.
func narrativesFolder(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("TIP_NARRATIVES")
	if folder == "" {
		t.Skip("TIP_NARRATIVES is not set: nothing is held against annotated narratives. Set it to the folder with dev-gold.csv and dev/.")
	}
	return folder
}

func goldRows(t *testing.T, path string) []map[string]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = strings.TrimSpace(record[i])
		}
		rows = append(rows, row)
	}
	return rows
}

func predictedRows(t *testing.T, folder string) (rows []map[string]string, files int) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		r, err := Extract(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkReading(t, text, r)
		checkDigits(t, text, r)
		for _, s := range r.Statements {
			row := map[string]string{}
			for i, cell := range s.Row(strings.TrimSuffix(filepath.Base(path), ".txt"), text) {
				row[Columns()[i]] = cell
			}
			rows = append(rows, row)
		}
	}
	return rows, len(paths)
}

// TestDevelopmentScore holds the bar on the annotated narratives, without telling the edition, and the figures that GRAMMAR.md states.
func TestDevelopmentScore(t *testing.T) {
	folder := narrativesFolder(t)
	gold := goldRows(t, filepath.Join(folder, "dev-gold.csv"))
	predicted, files := predictedRows(t, filepath.Join(folder, "dev"))
	core, full := scoreRows(predicted, gold, coreColumns...), scoreRows(predicted, gold, fullColumns...)
	t.Logf("%d narratives\ncore: %s\nfull: %s", files, core, full)
	for _, c := range []struct {
		name              string
		s                 score
		precision, recall float64
	}{{"core", core, 0.97, 0.92}, {"full", full, 0.92, 0.87}} {
		if c.s.precision() < c.precision || c.s.recall() < c.recall {
			t.Errorf("%s: %s, want at least %.2f and %.2f", c.name, c.s, c.precision, c.recall)
		}
	}
	page, err := os.ReadFile("GRAMMAR.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		fmt.Sprintf("%d narratives", files),
		fmt.Sprintf("| stage, form, period, value | %.3f | %.3f | %d | %d | %d |", core.precision(), core.recall(), core.right, core.wrong, core.missed),
		fmt.Sprintf("| and unit, cohort, bound | %.3f | %.3f | %d | %d | %d |", full.precision(), full.recall(), full.right, full.wrong, full.missed),
	} {
		if !strings.Contains(string(page), want) {
			t.Errorf("GRAMMAR.md does not state what is measured: %s", want)
		}
	}
}
