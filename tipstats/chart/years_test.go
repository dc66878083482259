package chart

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

func TestYearsOfPeru(t *testing.T) {
	r := proof(t, Years(peruDataset(t), "PER", 2020, 2022, peruCredit))
	wantText(t, r, "Convictions in Peru as reported: 29 in 2020 (may be incomplete), 233 in 2021 and 89 in 2022", "354", "813", "103", "45", "at least 44", "121", "241", "29", "233", "89", "71",
		"not reported", "not found", "new cases only", "new and ongoing cases", "may be incomplete", "different cohorts: not comparable")
	if got := len(marksAs(r, figure.LineMark, "gap")); got != 2+9 {
		t.Errorf("%d strokes of gaps, want a cross for arrests in 2022 and a dash for each of 9 figures that no source states", got)
	}
	if got := len(marksAs(r, figure.PathMark, "open")); got != 1 {
		t.Errorf("%d arrows, want one, at least 44", got)
	}
	if got := len(marksAs(r, figure.LineMark, "not comparable")); got != 1 {
		t.Errorf("%d lines between cohorts, want one, between 121 new and 241 new and ongoing", got)
	}
}

func TestYearsColumnsAreAsTallAsTheirCounts(t *testing.T) {
	r := proof(t, Years(peruDataset(t), "PER", 2020, 2022, peruCredit))
	for _, row := range []struct {
		name   string
		most   float64 // of all rows in the unit, which share a scale
		counts []float64
	}{
		{"investigations opened", 813, []float64{354, 813}}, {"prosecutions begun", 813, []float64{103}}, {"prosecutions continued", 813, []float64{45}},
		{"convicted", 241, []float64{29, 233, 89}}, {"defendants prosecuted", 241, []float64{44, 121, 241}}, {"acquitted", 241, []float64{71}},
	} {
		var boxes []figure.Box
		for _, m := range marksAs(r, figure.RectMark, "column "+row.name) {
			if m.Fill.A > 0 {
				boxes = append(boxes, m.Box)
			}
		}
		if len(boxes) != len(row.counts) {
			t.Fatalf("%s: %d columns, want %d", row.name, len(boxes), len(row.counts))
		}
		for i, box := range boxes {
			wantNear(t, fmt.Sprint(row.name, " ", row.counts[i]), box.H, row.counts[i]/row.most*columnHeight)
			wantNear(t, row.name+" stands on the base", box.Bottom(), boxes[0].Bottom())
		}
	}
}

func TestYearsDoubtedFiguresAreHollow(t *testing.T) {
	r := proof(t, Years(peruDataset(t), "PER", 2020, 2022, peruCredit))
	var filled, hollow int
	for _, m := range marksAs(r, figure.RectMark, "column convicted") {
		switch m.Fill {
		case yearFill:
			filled++
		case figure.White:
			hollow++
		}
	}
	if filled != 2 || hollow != 1 {
		t.Errorf("%d filled and %d hollow columns of convictions, want 2 and 1", filled, hollow)
	}
}

// TestYearsNoLineJoinsYears: nothing that is drawn reaches from one year into another, but for the rules of the headings.
func TestYearsNoLineJoinsYears(t *testing.T) {
	r := proof(t, Years(peruDataset(t), "PER", 2020, 2022, peruCredit))
	years := marksAs(r, figure.TextMark, "year")
	if len(years) != 6 {
		t.Fatalf("%d years, want 3 in each panel", len(years))
	}
	apart := years[1].Points[0].X - years[0].Points[0].X
	for _, m := range r.Marks() {
		if m.Kind != figure.TextMark && m.Role != "rule" && m.Box.W >= apart/2 {
			t.Errorf("%q is %v points wide, the years are %v apart", m.Role, m.Box.W, apart)
		}
	}
}

// TestYearsManyYears: what does not fit side by side stands in blocks under each other, and nothing is left out.
func TestYearsManyYears(t *testing.T) {
	var list []tipstats.Observation
	for year := 1990; year <= 2025; year++ {
		o := tipstats.Observation{Country: "PER", Report: 2026, Year: year, Stage: tipstats.Conviction, Unit: tipstats.Person,
			Cohort: tipstats.UnstatedCohort, Form: tipstats.AllForms, Count: tipstats.Exactly(100_000 + year), Complete: year%3 > 0, Source: "s"}
		if year%5 > 0 {
			list = append(list, o)
		}
	}
	ds, err := tipstats.NewDataset(list)
	if err != nil {
		t.Fatal(err)
	}
	fig := Years(ds, "PER", 1990, 2025, peruCredit)
	r := proof(t, fig)
	for _, o := range list {
		wantText(t, r, fmt.Sprint(o.Year), counted(o.Count))
	}
	if want := "Convictions in Peru as reported: 101,991 in 1991 and 102,024 in 2024, the first and the last of 28 figures, " +
		"of which 9 may be incomplete; not found for 8 years"; fig.Title != want {
		t.Errorf("got %q, want %q", fig.Title, want)
	}
	if len(fig.Data.Rows) != 36 {
		t.Errorf("%d rows of data, want 36", len(fig.Data.Rows))
	}
}

func TestYearsEndsInAnyOrder(t *testing.T) {
	a := Years(peruDataset(t), "PER", 2020, 2022, peruCredit)
	b := Years(peruDataset(t), "PER", 2022, 2020, peruCredit)
	if a.Title != b.Title || len(a.Data.Rows) != len(b.Data.Rows) {
		t.Errorf("%q and %q", a.Title, b.Title)
	}
}

func TestYearsSplitsCohortsOfOneYear(t *testing.T) {
	rows := yearRows(peruDataset(t), "PER", 2020, 2022)
	var labels []string
	for _, r := range rows {
		labels = append(labels, r.label)
	}
	want := "investigations opened, prosecutions begun, prosecutions continued, arrested, defendants prosecuted, convicted, acquitted"
	if got := strings.Join(labels, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestYearsTitles(t *testing.T) {
	for _, test := range []struct {
		rows  []string // year, stage, cohort, unit, value and bound
		title string
	}{
		{[]string{"2020,conviction,unstated,person,1,exact", "2022,conviction,unstated,person,2,at_least"},
			"Convictions in X as reported: 1 in 2020 and at least 2 in 2022; not found for 2021"},
		{[]string{"2020,conviction,unstated,person,1,exact", "2021,conviction,unstated,person,NR,exact", "2022,conviction,unstated,person,2,exact"},
			"Convictions in X as reported: 1 in 2020 and 2 in 2022; not reported for 2021"},
		{[]string{"2020,conviction,unstated,person,1,exact", "2020,prosecution,new,person,7,exact", "2021,prosecution,both,person,9,exact"},
			"Persons prosecuted in X as reported: 7 in 2020 (new cases only) and 9 in 2021 (new and ongoing cases); not found for 2022"},
		{[]string{"2022,investigation,new,case,3,exact"}, "Investigations opened in X as reported: 3 in 2022; not found for 2020 and 2021"},
		{[]string{"2022,conviction,new,person,3,exact", "2021,conviction,new,person,4,exact"},
			"Convictions in X, in new cases only, as reported: 4 in 2021 and 3 in 2022; not found for 2020"},
		{[]string{"2022,arrest,unstated,person,NR,exact", "2021,conviction,unstated,person,NR,exact"},
			"The report states no count on enforcement in X for 2020 to 2022: arrests and convictions not reported"},
	} {
		csv := "country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note\n"
		for _, row := range test.rows {
			c := strings.Split(row, ",")
			csv += fmt.Sprintf("PER,2023,%s,%s,%s,all,%s,%s,%s,,true,s,,\n", c[0], c[1], c[2], c[3], c[4], c[5])
		}
		ds, err := tipstats.ReadCSV(strings.NewReader(csv))
		if err != nil {
			t.Fatal(err)
		}
		fig := Years(ds, "PER", 2020, 2022, Credit{Country: "X"})
		if fig.Title != test.title {
			t.Errorf("%q: got %q, want %q", test.rows, fig.Title, test.title)
		}
		proof(t, fig)
	}
}
