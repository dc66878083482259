package narrative

import (
	"strconv"
	"strings"
	"testing"
)

// TestYears: which year is the current one, with and without the edition.
func TestYears(t *testing.T) {
	for _, c := range []struct {
		text   string
		report int
		want   string // the periods of the statements, with their years
	}{
		{"Courts convicted 12 traffickers, compared with nine in 2017.", 0, "current 2018, prior 2017"},
		{"Courts convicted 12 traffickers, compared with nine in 2017.", 2019, "current 2018, prior 2017"},
		{"Courts convicted 12 traffickers, compared with nine in 2016.", 2019, "current 2018, 2016 2016"},
		{"Courts convicted 12 traffickers, compared with nine in the previous reporting period.", 2019, "current 2018, prior 2017"},
		{"Courts convicted 12 traffickers, compared with nine in the previous reporting period.", 0, "current 0, prior 0"},
		{"Courts convicted 12 traffickers, down from nine in the previous reporting period and 10 in 2016.", 0, "current 2018, prior 2017, 2016 2016"},
		{"In 2022, courts convicted 12 traffickers, compared with nine in 2021. As of March 2023, 20 prosecutions were pending.", 2023, "current 2022, prior 2021, current 2023"},
		{"From April 2018 to March 2019, courts convicted 12 traffickers, compared with nine from April 2017 to March 2018.", 2019, "current 2019, prior 2018"},
		{"In 2016, courts convicted 12 traffickers, compared with nine in 2015.", 2019, "current 2016, prior 2015"},
		{"Courts convicted 12 traffickers, compared with nine in 2021. As of March 2023, 20 prosecutions were pending.", 2023, "current 2022, prior 2021, current 2023"},
		{"In 2020, courts convicted 12 traffickers. In 2018, courts convicted nine.", 0, "current 2020, 2018 2018"},
	} {
		r, err := Extract(c.text, Options{Report: c.report})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range r.Statements {
			got = append(got, s.Period.String()+" "+strconv.Itoa(s.Period.Year))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s (report %d)\n got %s\nwant %s", c.text, c.report, strings.Join(got, ", "), c.want)
		}
	}
}

// TestStatedTwice: a figure that the text states twice makes one statement, which both numbers carry.
func TestStatedTwice(t *testing.T) {
	r, err := Extract("Courts convicted 33 individuals. Judges acquitted 18 traffickers and convicted 33 traffickers in 14 cases.", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Statements) != 3 {
		t.Errorf("%d statements, want 3: %+v", len(r.Statements), r.Statements)
	}
	if a, b := r.Numbers[0], r.Numbers[2]; a.Class != Coded || b.Class != Coded || len(a.Statements) != 1 || a.Statements[0] != b.Statements[0] {
		t.Errorf("%+v and %+v are one figure", a, b)
	}
}
