package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

func peruCandidates(t testing.TB) []tipstats.Candidate {
	var list []tipstats.Candidate
	for _, year := range []int{2020, 2021, 2022} {
		list = append(list, peruFunnel(t, year).Candidates()...)
	}
	return list
}

func TestRatesOfPeru(t *testing.T) {
	r := proof(t, Rates(peruCandidates(t), 0.95, peruCredit))
	wantText(t, r, "Of 12 candidates for a conviction rate in Peru, 2020 to 2022, one is a proportion: 55.6 % (95 % interval 47.9 to 63.1) in 2022;",
		"3 are flow ratios and 8 are refused", "new or ongoing not said", "new cases only", "new and ongoing cases",
		"Flow ratios of different cohorts", "independent Poisson counts", "does not say that the one is part of the other", "89 of 160", "55.6 %", "(47.9 to 63.1)", "233 to 121", "1.93", "(1.54 to 2.42)",
		"29 to at least 44", "at most 0.659", "89 to 241", "0.369", "acquittals (persons) not found in any source",
		"units differ: cases and persons", "may be incomplete", "2020", "2021", "2022")
	if got := len(marksAs(r, figure.LineMark, "gap")); got != 2+6 {
		t.Errorf("%d strokes, want a dash for each of two figures that no source states, and one through the ring of each of 6 refusals", got)
	}
	if got := len(marksAs(r, figure.CircleMark, "gap")); got != 6 {
		t.Errorf("%d rings, want one for each of 6 refusals", got)
	}
}

// TestRatesOnTheAxis reads the marks back with the scale that the ticks give.
func TestRatesOnTheAxis(t *testing.T) {
	r := proof(t, Rates(peruCandidates(t), 0.95, peruCredit))
	zero, one := tickAt(t, r, "0"), tickAt(t, r, "1")
	at := func(v float64) float64 { return zero + v*(one-zero) }
	dots := marksAs(r, figure.CircleMark, "value")
	if len(dots) != 1 {
		t.Fatalf("%d circles, want one for the one proportion", len(dots))
	}
	wantNear(t, "89 of 160", dots[0].Points[0].X, at(89./160))
	var diamonds []float64
	for _, m := range marksAs(r, figure.PathMark, "value") {
		diamonds = append(diamonds, m.Box.X+m.Box.W/2)
	}
	if len(diamonds) != 2 {
		t.Fatalf("%d diamonds, want two for the flow ratios that have a value", len(diamonds))
	}
	wantNear(t, "233 to 121", diamonds[0], at(233./121))
	wantNear(t, "89 to 241", diamonds[1], at(89./241))
	bounds := marksAs(r, figure.LineMark, "bound")
	if len(bounds) != 1 {
		t.Fatalf("%d closed ends, want the upper of 29 to at least 44", len(bounds))
	}
	wantNear(t, "at most 29 to 44", bounds[0].Points[0].X, at(29./44))
	if len(marksAs(r, figure.PathMark, "open")) != 1 {
		t.Error("29 to at least 44 has no arrow")
	}
	for _, m := range marksAs(r, figure.LineMark, "one") {
		wantNear(t, "the line at 1", m.Points[0].X, one)
	}
}

// tickAt is the x coordinate of the tick with the given label.
func tickAt(t *testing.T, r *figure.Rendered, label string) float64 {
	t.Helper()
	for _, m := range marksAs(r, figure.TextMark, "tick") {
		if m.Text == label {
			return m.Points[0].X
		}
	}
	t.Fatalf("no tick %q", label)
	return 0
}

func TestRatesBeyondTheAxis(t *testing.T) {
	f := funnelOf(t, "conviction,unstated,all,person,1000000000,exact", "prosecution,unstated,all,person,1,exact", "acquittal,unstated,all,person,5,exact")
	r := proof(t, Rates(f.Candidates(), 0.95, peruCredit))
	wantText(t, r, "1,000,000,000 to 1", "more than 99.9 %", "goes on beyond the axis")
	right := tickAt(t, r, "4")
	for _, m := range marksAs(r, figure.PathMark, "value") {
		if m.Box.Right() < right {
			t.Errorf("the arrow of a thousand million to one ends at %v, before the axis does at %v", m.Box.Right(), right)
		}
	}
}

func TestRatesOfSeveralCountries(t *testing.T) {
	candidates := peruCandidates(t)
	other := candidates[len(candidates)-4]
	other.Country = "BOL"
	fig := Rates(append(candidates, other), 0.95, Credit{})
	proof(t, fig)
	if !strings.Contains(fig.Title, "in 2 countries, 2020 to 2022, 2 are proportions") {
		t.Errorf("title %q", fig.Title)
	}
}

func TestRatesData(t *testing.T) {
	table := Rates(peruCandidates(t), 0.95, peruCredit).Data
	if len(table.Rows) != 12 {
		t.Fatalf("%d rows, want one a candidate", len(table.Rows))
	}
	want := "PER,2021,convicted to persons prosecuted,flow ratio,233,unstated,121,new,1.92561983471"
	if got := strings.Join(table.Rows[5][:9], ","); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Errorf("%d cells under %d columns", len(row), len(table.Columns))
		}
		for _, cell := range row {
			if strings.Contains(cell, "\n") {
				t.Errorf("a cell of several lines: %q", cell)
			}
		}
	}
	if got := table.Rows[4][15]; !strings.Contains(got, "acquittals (persons) not found in any source") {
		t.Errorf("the refusal is %q", got)
	}
}
