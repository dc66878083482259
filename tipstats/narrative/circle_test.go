package narrative

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
)

// TestCircle: what is extracted from the narrative of Peru is what was typed off it, all and no other.
func TestCircle(t *testing.T) {
	folder := os.Getenv("TIP_SOURCES")
	if folder == "" {
		t.Skip("TIP_SOURCES is not set: the dataset is not held against the narrative. Set it to the folder with peru-2023.txt.")
	}
	data, err := os.ReadFile(filepath.Join(folder, "peru-2023.txt"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Extract(string(data), Options{Report: 2023})
	if err != nil {
		t.Fatal(err)
	}
	checkReading(t, string(data), r)
	checkDigits(t, string(data), r)
	extracted, left := r.Observations(string(data), Key{Country: "PER", Report: 2023, Source: "tip-2023-peru"})
	if len(left) > 0 {
		t.Errorf("left out: %q", left)
	}
	file, err := os.Open("../../datasets/peru2023/enforcement.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	ds, err := tipstats.ReadCSV(file)
	if err != nil {
		t.Fatal(err)
	}
	got, want := circleRows(extracted), circleRows(ds.Observations())
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// circleRows are the national rows with all that both sides state, the place in the text too.
func circleRows(list []tipstats.Observation) []string {
	var rows []string
	for _, o := range list {
		if o.Slice == "" {
			rows = append(rows, fmt.Sprintf("%s %d %d %s %s %s %s: %s, complete %t, %s", o.Country, o.Report, o.Year, o.Stage, o.Cohort, o.Form, o.Unit, o.Count, o.Complete, o.Locator))
		}
	}
	slices.Sort(rows)
	return rows
}
