package narrative

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
)

func TestObservations(t *testing.T) {
	text := "In 2021, authorities initiated at least 12 investigations and seven prosecutions, made nine arrests, and convicted four traffickers, compared with six convictions in 2020 and none in 2018. " +
		"The government did not report the number of acquittals. Courts dismissed two."
	r, err := Extract(text, Options{Report: 2022})
	if err != nil {
		t.Fatal(err)
	}
	list, left := r.Observations(text, Key{Country: "XYZ", Report: 2022, Source: "s"})
	var got []string
	for _, o := range list {
		got = append(got, fmt.Sprintf("%d %s %s %s: %s", o.Year, o.Stage, o.Cohort, o.Unit, o.Count))
	}
	want := []string{
		"2021 investigation new case: at least 12", "2021 arrest unstated person: 9", "2021 conviction unstated person: 4", "2020 conviction unstated person: 6", "2018 conviction unstated person: 0",
		"2021 acquittal unstated person: not reported",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(left) == 0 || !strings.Contains(left[0], "seven prosecutions") || !strings.Contains(left[0], "cases or persons") {
		t.Errorf("left out: %q", left)
	}
	if _, err := tipstats.NewDataset(list); err != nil {
		t.Error(err)
	}
}

// TestObservationsMakeADataset: the rows of every construction pass the dataset's checks.
func TestObservationsMakeADataset(t *testing.T) {
	for _, c := range readConstructions(t) {
		r, err := Extract(c.text, Options{Report: 2023})
		if err != nil {
			t.Fatal(err)
		}
		list, _ := r.Observations(c.text, Key{Country: "XYZ", Report: 2023, Source: "s"})
		if _, err := tipstats.NewDataset(list); err != nil {
			t.Errorf("%s: %v", c.text, err)
		}
	}
}

func TestExtractRefuses(t *testing.T) {
	for text, report := range map[string]int{"caf\xe9 12": 0, "Courts convicted 12.": 23, "": -1} {
		if _, err := Extract(text, Options{Report: report}); err == nil {
			t.Errorf("%q, %d: no error", text, report)
		}
	}
	if r, err := Extract("", Options{}); err != nil || len(r.Statements)+len(r.Numbers) > 0 {
		t.Errorf("the empty text: %+v, %v", r, err)
	}
}
