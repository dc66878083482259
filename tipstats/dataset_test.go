package tipstats

import (
	"slices"
	"strings"
	"testing"
)

func TestDatasetKnowsItsCountriesAndYears(t *testing.T) {
	d := withRows(t, "PER,2023,2022,conviction,unstated,all,person,89,exact,,true", "BOL,2023,2021,conviction,unstated,all,person,9,exact,,true",
		"PER,2023,2020,conviction,unstated,all,person,29,exact,,true", "PER,2022,2020,conviction,unstated,all,person,28,exact,,true")
	if got := d.Countries(); !slices.Equal(got, []string{"BOL", "PER"}) {
		t.Errorf("%v", got)
	}
	if got := d.Years("PER"); !slices.Equal(got, []int{2020, 2022}) {
		t.Errorf("%v", got)
	}
	if got := d.Years("COL"); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestAnEmptyDatasetSaysSo(t *testing.T) {
	d := must[*Dataset](t)(NewDataset(nil))
	if len(d.Observations()) != 0 || len(d.Check()) != 0 {
		t.Error("something came from nothing")
	}
	if _, err := d.Funnel("PER", 2022); err == nil || !strings.Contains(err.Error(), "the dataset is empty") {
		t.Errorf("%v", err)
	}
}

func TestListed(t *testing.T) {
	for want, words := range map[string][]int{"": nil, "1": {1}, "1 and 2": {1, 2}, "1, 2 and 3": {1, 2, 3},
		"1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}} {
		if got := listed(words); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
