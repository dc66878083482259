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
	wantText(t, r, "the report has a count for every year at 2 of 7 steps: defendants prosecuted (of differing cohorts) and convicted;",
		"2 figures may be incomplete, 1 is only a bound", "354", "813", "103", "45", "at least 44", "121", "241", "29", "233", "89", "71",
		"not reported", "new cases only", "new and ongoing cases", "may be incomplete", "different cohorts: not comparable")
	if got := len(marksAs(r, figure.LineMark, "gap")); got != 2*10 {
		t.Errorf("%d strokes of crosses, want two for each of 10 gaps", got)
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
	for row, counts := range map[string][]float64{
		"investigations opened": {354, 813}, "convicted": {29, 233, 89}, "defendants prosecuted": {44, 121, 241}, "acquitted": {71},
	} {
		var boxes []figure.Box
		for _, m := range marksAs(r, figure.RectMark, "column "+row) {
			if m.Fill.A > 0 {
				boxes = append(boxes, m.Box)
			}
		}
		if len(boxes) != len(counts) {
			t.Fatalf("%s: %d columns, want %d", row, len(boxes), len(counts))
		}
		most := 0.0
		for _, n := range counts {
			most = max(most, n)
		}
		for i, box := range boxes {
			wantNear(t, fmt.Sprint(row, " ", counts[i]), box.H, counts[i]/most*columnHeight)
			wantNear(t, row+" stands on the base", box.Bottom(), boxes[0].Bottom())
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
	if want := "Peru, 1990 to 2025: the report has a count for 28 of 36 years at one step: convicted; 9 figures may be incomplete"; fig.Title != want {
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
