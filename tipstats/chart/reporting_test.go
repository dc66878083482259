package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

// peruReporting is what the 2023 report on Peru reports and says that it does not, in part.
var peruReporting = []ReportingEntry{
	{Section: "Prosecution", Topic: "Law enforcement operations", Year: 2022, Status: NotReported},
	{Section: "Prosecution", Topic: "Persons detained", Year: 2022, Status: NotReported},
	{Section: "Prosecution", Topic: "Investigations", Year: 2022, Status: Reported, Figure: "813"},
	{Section: "Prosecution", Topic: "Investigations", Year: 2021, Status: Reported, Figure: "354"},
	{Section: "Prosecution", Topic: "Investigations by form", Year: 2022, Status: PartlyReported, Note: "321 of 813 cases are of an unspecified form"},
	{Section: "Prosecution", Topic: "Investigations by form", Year: 2021, Status: Reported},
	{Section: "Prosecution", Topic: "Convictions", Year: 2022, Status: Reported, Figure: "89"},
	{Section: "Prosecution", Topic: "Convictions", Year: 2021, Status: Reported, Figure: "233"},
	{Section: "Prosecution", Topic: "Convictions", Year: 2020, Status: PartlyReported, Figure: "29", Note: "may be incomplete."},
	{Section: "Prosecution", Topic: "Budget of police units", Year: 2022, Status: NotReported},
	{Section: "Protection", Topic: "Victims identified", Year: 2022, Status: NotReported, YearAssumed: true},
	{Section: "Protection", Topic: "Children assisted", Year: 2022, Status: Reported, Figure: "113"},
	{Section: "Protection", Topic: "Children assisted", Year: 2021, Status: NotReported},
	{Section: "Protection", Topic: "Children assisted", Year: 2020, Status: Reported, Figure: "223"},
	{Section: "Protection", Topic: "Foreign victims in government shelters", Year: 2022, Status: NotReported},
	{Section: "Prevention", Topic: "Funding of the Ministry of Interior", Year: 2021, Status: NotReported},
	{Section: "Prevention", Topic: "Hotline calls", Year: 2022, Status: PartlyReported, Note: "that there were some is stated, without details"},
	{Section: "Prosecution", Topic: "Acquittals", Year: 2022, Status: Reported, Figure: "71"},
}

func TestReportingShowsEveryCell(t *testing.T) {
	f := Reporting(peruReporting, proofCredit)
	r := proof(t, f)
	wantText(t, r, "813", "354", "233", "29", "223", "113", "71", "PROSECUTION", "PROTECTION", "PREVENTION", "2020", "2021", "2022",
		"partly reported", "not mentioned", "The report says that 5 topics were not reported for 2022, among them law enforcement operations, persons detained, budget of police units and victims identified", "321 of 813 cases", "2020: may be incomplete", "Where no year is stated")

	x := map[string]float64{}
	for _, m := range marksAs(r, figure.TextMark, "year") {
		x[m.Text] = m.Points[0].X
	}
	discs := marksAs(r, figure.CircleMark, "reported ")
	if len(discs) != 8 {
		t.Errorf("got %d discs for 8 topics and years that were reported", len(discs))
	}
	for _, m := range discs {
		wantNear(t, m.Role, m.Points[0].X, x[m.Role[len(m.Role)-4:]])
		topic := strings.TrimSuffix(strings.TrimPrefix(m.Role, "reported "), m.Role[len(m.Role)-5:])
		for _, label := range marksAs(r, figure.TextMark, "topic") {
			if label.Text == topic && math.Abs(label.Box.Y+label.Box.H/2-m.Points[0].Y) > 1.5 {
				t.Errorf("%s stands at %v, its topic at %v", m.Role, m.Points[0].Y, label.Box)
			}
		}
	}
	if got := len(marksAs(r, figure.LineMark, "not reported ")); got != 2*7 {
		t.Errorf("got %d lines of crosses, want two for each of 7", got)
	}
	if got := len(marksAs(r, figure.LineMark, "not mentioned Acquittals")); got != 2 {
		t.Errorf("got %d dashes for the two years in which acquittals are not mentioned", got)
	}
	if got, want := len(f.Data.Rows), 12*3; got != want {
		t.Errorf("got %d rows of data, want a row for each of 12 topics and 3 years: %d", got, want)
	}
}

func TestReportingTwoEntriesThatDisagreeArePartly(t *testing.T) {
	for _, test := range []struct{ a, b, want Status }{
		{Reported, Reported, Reported},
		{Reported, NotReported, PartlyReported},
		{NotReported, PartlyReported, PartlyReported},
		{NotReported, NotReported, NotReported},
		{NotMentioned, NotReported, NotReported},
		{Reported, NotMentioned, Reported},
	} {
		f := Reporting([]ReportingEntry{{Topic: "x", Year: 2022, Status: test.a}, {Topic: "x", Year: 2022, Status: test.b}}, Credit{})
		if got := f.Data.Rows[0][3]; got != test.want.String() {
			t.Errorf("%s and %s: got %s, want %s", test.a, test.b, got, test.want)
		}
	}
}

func TestReportingTitles(t *testing.T) {
	for _, test := range []struct {
		statuses []Status
		want     string
	}{
		{nil, "No topic is listed that the report gives or says was not reported"},
		{[]Status{NotMentioned}, "For 2022 the report mentions none of the topics that are listed"},
		{[]Status{NotReported}, "The report says that one topic was not reported for 2022: topic 0"},
		{[]Status{Reported, Reported}, "The report gives 2 topics in full for 2022: topic 0 and topic 1"},
		{[]Status{PartlyReported, NotReported, NotReported}, "The report says that 2 topics were not reported for 2022: topic 1 and topic 2"},
		{[]Status{Reported, PartlyReported, NotReported}, "The report says that one topic was not reported for 2022: topic 2"},
		{[]Status{Reported, PartlyReported}, "The report gives one topic only in part for 2022: topic 1"},
	} {
		var entries []ReportingEntry
		for i, s := range test.statuses {
			entries = append(entries, ReportingEntry{Topic: fmt.Sprint("topic ", i), Year: 2022, Status: s})
		}
		f := Reporting(entries, Credit{})
		if f.Title != test.want {
			t.Errorf("%v: got title %q, want %q", test.statuses, f.Title, test.want)
		}
		if _, err := f.Render(); err != nil {
			t.Errorf("%v: %v", test.statuses, err)
		}
	}
}

// A title names as many topics as fit, in their order.
func TestReportingTitleNamesWhatFits(t *testing.T) {
	var entries []ReportingEntry
	for i := range 20 {
		entries = append(entries, ReportingEntry{Topic: fmt.Sprintf("Persons of group %d", i), Year: 2022, Status: NotReported})
	}
	want := "The report says that 20 topics were not reported for 2022, among them persons of group 0, persons of group 1, persons of group 2 " +
		"and persons of group 3"
	if got := Reporting(entries, Credit{}).Title; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	entries = append(entries[:1], ReportingEntry{Topic: strings.Repeat("a long name ", 20), Year: 2022, Status: NotReported})
	if got, want := Reporting(entries, Credit{}).Title, "The report says that 2 topics were not reported for 2022, among them persons of group 0"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A note says its year where that is not the newest, and stands in the data on the row of its own year alone.
func TestReportingNotesBelongToTheirYear(t *testing.T) {
	f := Reporting([]ReportingEntry{
		{Topic: "Convictions", Year: 2022, Status: PartlyReported, Note: "Seven are of an unspecified form."},
		{Topic: "Convictions", Year: 2020, Status: PartlyReported, Note: "May be incomplete."},
		{Topic: "Acquittals", Year: 2022, Status: Reported, Note: "NGOs gave the figure"},
		{Topic: "Acquittals", Year: 2020, Status: Reported, Note: "NGOs gave this one too"},
		{Topic: "Arrests", Year: 2021, Status: NotMentioned, Note: "never shown"},
	}, Credit{})
	r := proof(t, f)
	wantText(t, r, "Seven are of an unspecified form; 2020: may be incomplete", "NGOs gave the figure; 2020: NGOs gave this one too")
	if strings.Contains(pageText(r), "never shown") {
		t.Error("a note on what is not mentioned is on the page")
	}
	want := map[string]string{
		"Convictions 2022": "Seven are of an unspecified form", "Convictions 2020": "May be incomplete",
		"Acquittals 2022": "NGOs gave the figure", "Acquittals 2020": "NGOs gave this one too",
	}
	for _, row := range f.Data.Rows {
		if got := row[5]; got != want[row[1]+" "+row[2]] {
			t.Errorf("%s %s: got note %q, want %q", row[1], row[2], got, want[row[1]+" "+row[2]])
		}
	}
}

// Any matrix renders: many years, long names, many topics, nothing.
func TestReportingAlwaysRenders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entry := rapid.Custom(func(t *rapid.T) ReportingEntry {
			return ReportingEntry{
				Section: anyName(t, "section", 3),
				Topic:   anyName(t, "topic", 30),
				Year:    rapid.IntRange(1990, 2050).Draw(t, "year"),
				Status:  rapid.SampledFrom(Statuses()).Draw(t, "status"),
				Note:    anyName(t, "note", 0),
				Figure:  rapid.SampledFrom([]string{"", "", "1", "1,000,000,000", "at least 44"}).Draw(t, "figure"),
			}
		})
		entries := rapid.SliceOfN(entry, 0, 80).Draw(t, "entries")
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		if err := inProfile(Reporting(entries, Credit{Country: anyName(t, "country", 1)}), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}
