package chart

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// measured is a series of a stage in a unit and a cohort, from a year on.
func measured(t *testing.T, stage tipstats.Stage, unit tipstats.Unit, cohort tipstats.Cohort, from int, numbers ...int) tipstats.Series {
	t.Helper()
	var list []tipstats.Observation
	for i, n := range numbers {
		list = append(list, tipstats.Observation{Country: "PER", Report: 2023, Year: from + i, Stage: stage, Unit: unit, Cohort: cohort,
			Form: tipstats.AllForms, Count: tipstats.Exactly(n), Complete: true, Source: "s"})
	}
	ds, err := tipstats.NewDataset(list)
	if err != nil {
		t.Fatal(err)
	}
	s, err := ds.Series(tipstats.Query{Country: "PER", Stage: stage, Unit: unit})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMultiplesRefuseWhatDoesNotCompare(t *testing.T) {
	base := NamedSeries{"A", measured(t, tipstats.Conviction, tipstats.Person, tipstats.New, 2005, 31, 33, 37)}
	for _, test := range []struct {
		other tipstats.Series
		is    error
		says  string
	}{
		{measured(t, tipstats.Investigation, tipstats.Case, tipstats.New, 2005, 30, 31), tipstats.ErrUnits,
			`series "A" is of convictions (persons), new, series "B" of investigations (cases), new, which cannot share a scale`},
		{measured(t, tipstats.Prosecution, tipstats.Person, tipstats.New, 2005, 30, 31), nil, "figures of different stages are not compared"},
		{measured(t, tipstats.Conviction, tipstats.Person, tipstats.Ongoing, 2005, 30, 31), tipstats.ErrCohorts, `series "B" of convictions (persons), ongoing`},
	} {
		_, err := Multiples("convictions", []NamedSeries{base, {"B", test.other}}, 0.95, Credit{}).Render()
		if err == nil || !strings.Contains(err.Error(), test.says) || test.is != nil && !errors.Is(err, test.is) {
			t.Errorf("got %v, want an error that says %q", err, test.says)
		}
	}
	unstated := measured(t, tipstats.Conviction, tipstats.Person, tipstats.UnstatedCohort, 2005, 30, 31)
	proof(t, Multiples("convictions", []NamedSeries{base, {"B", unstated}}, 0.95, Credit{}))
}

// TestMultiplesMarkYearsBeyondASeries: a chart that ends before the others has the mark of a gap in each further year.
func TestMultiplesMarkYearsBeyondASeries(t *testing.T) {
	short := measured(t, tipstats.Conviction, tipstats.Person, tipstats.New, 2005, 31, 33)
	long := measured(t, tipstats.Conviction, tipstats.Person, tipstats.New, 2004, 3, 4, 5, 6, 7, 8)
	f := Multiples("convictions", []NamedSeries{{"short", short}, {"long", long}, {"empty", tipstats.Series{}}}, 0.95, Credit{})
	r := proof(t, f)
	wantText(t, r, "Convictions, 2004 to 2009", "not found in any source")
	if got := len(marksAs(r, figure.LineMark, "gap ")); got != 4+6 {
		t.Errorf("%d marks of gaps, want 10", got)
	}
	if !strings.Contains(f.Alt, "2009 not found") {
		t.Errorf("the alt text leaves the gap out: %s", f.Alt)
	}
	// The line of a steep series ends with its years, so its limits beyond them do not stretch the scale.
	steep := measured(t, tipstats.Conviction, tipstats.Person, tipstats.New, 2000, 0, 5, 10, 15, 20, 25, 30, 35, 40)
	later := measured(t, tipstats.Conviction, tipstats.Person, tipstats.New, 2020, 1, 2)
	stretched := pageText(proof(t, Multiples("convictions", []NamedSeries{{"steep", steep}, {"later", later}}, 0.95, Credit{})))
	if strings.Contains(stretched, "60") {
		t.Errorf("the scale goes on beyond what is drawn: %s", stretched)
	}
	if len(short.Points) != 2 {
		t.Error("the series of the caller was changed")
	}
	wantText(t, proof(t, Multiples("convictions", []NamedSeries{{}}, 0.95, Credit{})), "nothing is listed")
}

// TestLevelsAreRefused: what is no confidence level is a fault of the figure.
func TestLevelsAreRefused(t *testing.T) {
	s := measured(t, tipstats.Conviction, tipstats.Person, tipstats.New, 2000, 3, 4, 5, 9, 7, 8, 12)
	charts := func(level float64) []*figure.Figure {
		single := Trend(s, level, Credit{})
		return []*figure.Figure{single, Multiples("convictions", []NamedSeries{{"A", s}}, level, Credit{}), Rates(peruFunnel(t, 2022).Candidates(), level, Credit{}),
			figure.Composite{Name: "c", Title: "t", Alt: "a", Panels: []*figure.Figure{single}}.Figure()}
	}
	for _, level := range []float64{95, 0, 1, -1, math.NaN(), math.Inf(1)} {
		for _, f := range charts(level) {
			_, err := f.Render()
			if err == nil || !strings.Contains(err.Error(), "confidence level") || strings.Contains(err.Error(), "\n") {
				t.Errorf("%s at %v: got %v, want one sentence on the level", f.Name, level, err)
			}
		}
	}
	for _, f := range charts(0.9999999) {
		r := proof(t, f)
		if page := pageText(r); strings.Contains(page, "100 % interval") || f.Name == "rates" && !strings.Contains(page, "99.99999 % interval") {
			t.Errorf("%s: %s", f.Name, page)
		}
	}
}

// TestMultiplesSayWhyThereIsNoLine: a range is no lack of years.
func TestMultiplesSayWhyThereIsNoLine(t *testing.T) {
	counts := exact(3, 4, 5, 9, 7, 8)
	counts[2] = tipstats.AtLeast(5)
	ranged := NamedSeries{"A", yearly(t, "PER", 2000, counts...)}
	wantText(t, proof(t, Multiples("prosecutions", []NamedSeries{ranged}, 0.95, Credit{})), "No line: a number is known as a range only.")
	few := NamedSeries{"B", yearly(t, "PER", 2000, exact(3, 4)...)}
	wantText(t, proof(t, Multiples("prosecutions", []NamedSeries{few}, 0.95, Credit{})), "No line: the years are too few for a change a year with limits.")
}

// TestMultiplesOfMany: what has no room is named as charts, a tie names no country, and a doubted figure names its own.
func TestMultiplesOfMany(t *testing.T) {
	var list []NamedSeries
	for i := range 40 {
		s := yearly(t, "PER", 2000, exact(3, 5)...)
		s.Points[1].Complete = false
		list = append(list, NamedSeries{fmt.Sprint("Country ", i), s})
	}
	r := proof(t, Multiples("prosecutions", list, 0.95, Credit{}))
	wantText(t, r, "charts more in the data", "n = 40 series", "Prosecutions: the latest number is 5 in each of 40 series that have one",
		"Country 7, 5 prosecutions in 2001; 32 more", "may be incomplete, as the source says")
	if page := pageText(r); strings.Contains(page, "n = 40 charts") || strings.Contains(page, "rows more") {
		t.Error(page)
	}
}
