package chart

import (
	"fmt"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
)

// entriesOver is one topic that is reported in so many years, with a figure.
func entriesOver(years int, figureText string) []ReportingEntry {
	var entries []ReportingEntry
	for i := range years {
		entries = append(entries, ReportingEntry{Section: "Protection", Topic: "victims identified", Year: 1980 + i, Status: Reported, Figure: figureText})
	}
	return entries
}

func TestMatrixFitsItsYears(t *testing.T) {
	for _, test := range []struct {
		years   int
		columns int  // that are drawn
		figures bool // whether figures stand beside the marks
		turned  bool
	}{
		{1, 1, true, false}, {3, 3, true, false}, {6, 6, true, false}, {9, 9, false, false}, {12, 12, false, true},
		{30, 30, false, true}, {mostYears, mostYears, false, true}, {mostYears + 5, mostYears, false, true},
	} {
		r := proof(t, Reporting(entriesOver(test.years, "813"), Credit{}))
		years := marksAs(r, figure.TextMark, "year")
		if len(years) != test.columns {
			t.Errorf("%d years: got %d columns, want %d", test.years, len(years), test.columns)
		}
		if got := years[0].Style.Angle != 0; got != test.turned {
			t.Errorf("%d years: turned is %v, want %v", test.years, got, test.turned)
		}
		if got := len(marksAs(r, figure.TextMark, "figure ")) > 0; got != test.figures {
			t.Errorf("%d years: figures drawn is %v, want %v", test.years, got, test.figures)
		}
		if last := years[len(years)-1].Text; last != fmt.Sprint(1979+test.years) {
			t.Errorf("%d years: the last column is %s, want the newest year", test.years, last)
		}
		if test.columns < test.years {
			wantText(t, r, "The first 5 years are in the data and not drawn")
		}
	}
}

func TestMatrixKeepsSectionsTogether(t *testing.T) {
	f := Reporting([]ReportingEntry{
		{Section: "B", Topic: "1", Year: 2022, Status: Reported}, {Section: "A", Topic: "2", Year: 2022, Status: Reported},
		{Section: "B", Topic: "3", Year: 2021, Status: Reported},
	}, Credit{})
	r := proof(t, f)
	var order []string
	for _, m := range r.Marks() {
		if m.Role == "section" || m.Role == "topic" {
			order = append(order, m.Text)
		}
	}
	if got, want := fmt.Sprint(order), "[B 1 3 A 2]"; got != want {
		t.Errorf("got rows %s, want %s", got, want)
	}
}

func TestMatrixThatIsTooLongSaysSo(t *testing.T) {
	var entries []ReportingEntry
	for i := range 300 {
		entries = append(entries, ReportingEntry{Topic: fmt.Sprint("topic ", i), Year: 2022, Status: NotReported})
	}
	f := Reporting(entries, Credit{})
	r := proof(t, f)
	rest := marksAs(r, figure.TextMark, "rest")
	topics := len(marksAs(r, figure.TextMark, "topic"))
	if want := fmt.Sprintf("and %d rows more in the data", 300-topics); len(rest) != 1 || rest[0].Text != want {
		t.Errorf("got %v, want %q", rest, want)
	}
	if len(f.Data.Rows) != 300 {
		t.Errorf("got %d rows of data, want all 300", len(f.Data.Rows))
	}
}
