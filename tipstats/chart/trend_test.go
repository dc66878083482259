package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// yearly is a series of new prosecutions of a country in cases from a first year on.
func yearly(t rapid.TB, country string, first int, counts ...tipstats.Count) tipstats.Series {
	t.Helper()
	var list []tipstats.Observation
	for i, n := range counts {
		list = append(list, tipstats.Observation{Country: country, Report: 2024, Year: first + i, Stage: tipstats.Prosecution, Unit: tipstats.Case,
			Cohort: tipstats.New, Form: tipstats.AllForms, Count: n, Complete: true, Source: "s"})
	}
	return seriesOf(t, country, first, first+len(counts)-1, list)
}

func seriesOf(t rapid.TB, country string, from, to int, list []tipstats.Observation) tipstats.Series {
	t.Helper()
	ds, err := tipstats.NewDataset(list)
	if err != nil {
		t.Fatal(err)
	}
	s, err := ds.Series(tipstats.Query{Country: country, Stage: tipstats.Prosecution, Unit: tipstats.Case, From: from, To: to})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func exact(numbers ...int) []tipstats.Count {
	var list []tipstats.Count
	for _, n := range numbers {
		list = append(list, tipstats.Exactly(n))
	}
	return list
}

// worldProsecutions are the prosecutions of the world, 2017 to 2023, in the 2024 edition.
var worldProsecutions = exact(17471, 11096, 11841, 9876, 10572, 15159, 18774)

func TestTrendOfTheWorld(t *testing.T) {
	s := yearly(t, "WLD", 2017, worldProsecutions...)
	f := Trend(s, 0.95, Credit{Country: "the world", Source: "the 2024 edition"})
	r := proof(t, f)
	slope, err := s.TheilSen(0.95)
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, r, "The world: prosecutions begun, 17,471 in 2017 and 18,774 in 2023; a median change of "+signed(slope.Slope)+" a year", "Mann-Kendall test", "17,471", "2020")
	// Dots stand where the numbers are on the scale of the ticks.
	zero, top := yTick(t, r, "0"), yTick(t, r, "20,000")
	for i, c := range worldProsecutions {
		n, _ := c.Value()
		dots := marksAs(r, figure.CircleMark, fmt.Sprint("dot ", 2017+i))
		if len(dots) != 1 {
			t.Fatalf("%d dots for %d", len(dots), 2017+i)
		}
		wantNear(t, fmt.Sprint(2017+i), dots[0].Points[0].Y, zero+(top-zero)*float64(n)/20000)
	}
	line := marksAs(r, figure.PathMark, "line")
	if len(line) != 1 || len(marksAs(r, figure.PathMark, "band")) != 1 {
		t.Fatal("no line, or no band")
	}
	rise := (line[0].Points[1].Y - line[0].Points[0].Y) / (top - zero) * 20000
	wantNear(t, "rise of the line", rise/100, slope.Slope*6/100)
}

func yTick(t *testing.T, r *figure.Rendered, text string) float64 {
	t.Helper()
	texts, lines := marksAs(r, figure.TextMark, "y tick"), marksAs(r, figure.LineMark, "tick")
	for i, m := range texts {
		if m.Text == text {
			return lines[i].Points[0].Y
		}
	}
	t.Fatalf("no tick %q", text)
	return 0
}

func TestTrendWithGapsAndOpenEnds(t *testing.T) {
	s := yearly(t, "PER", 2018, tipstats.Exactly(40), tipstats.NotReported, tipstats.AtLeast(44), tipstats.Exactly(90), tipstats.NotFound, tipstats.Exactly(12))
	r := proof(t, Trend(s, 0.95, Credit{Country: "Peru"}))
	wantText(t, r, "No line:", "this many or more", "not reported, as the source says")
	for year, strokes := range map[string]int{"2019": 2, "2022": 1} {
		if len(marksAs(r, figure.LineMark, "gap "+year)) != strokes || len(marksAs(r, figure.CircleMark, "dot "+year)) != 0 {
			t.Errorf("%s is no gap", year)
		}
	}
	if len(marksAs(r, figure.LineMark, "open 2020")) != 1 || len(marksAs(r, figure.PathMark, "line")) != 0 {
		t.Error("no arrow on 2020, or a line through what is not known")
	}
	three := proof(t, Trend(yearly(t, "PER", 2020, exact(10, 20, 30)...), 0.95, Credit{Country: "Peru"}))
	wantText(t, three, "No line: 3 numbers are too few for limits of 95 %", "can give no p below 0.33")
}

// TestTrendShowsRevisions: an older edition stated 6618 for 2005 and 4766 for 2004, of which the newer confirms the second.
func TestTrendShowsRevisions(t *testing.T) {
	var list []tipstats.Observation
	for _, c := range []struct{ report, year, n int }{
		{2006, 2003, 7992}, {2006, 2004, 6885}, {2006, 2005, 6618}, {2008, 2003, 7992}, {2008, 2004, 6885}, {2008, 2005, 6178}, {2008, 2006, 5808}, {2008, 2007, 5682},
	} {
		list = append(list, tipstats.Observation{Country: "WLD", Report: c.report, Year: c.year, Stage: tipstats.Prosecution, Unit: tipstats.Case,
			Cohort: tipstats.New, Form: tipstats.AllForms, Count: tipstats.Exactly(c.n), Complete: true, Source: "s"})
	}
	f := Trend(seriesOf(t, "WLD", 2003, 2007, list), 0.95, Credit{Country: "the world"})
	r := proof(t, f)
	wantText(t, r, "6,618 (2006)", "6,178", "Revised by a later edition: 2005 from 6,618 (2006) to 6,178 (2008).", "as an older edition stated it")
	zero, top := yTick(t, r, "0"), yTick(t, r, "4,000")
	marks := marksAs(r, figure.PathMark, "revised ")
	if len(marks) != 1 || marks[0].Role != "revised 2005" {
		t.Fatalf("revised numbers: %v, want one of 2005", marks)
	}
	box := marks[0].Box
	wantNear(t, "what the older edition stated", box.Y+box.H/2, zero+(top-zero)*6618/4000)
	dots := marksAs(r, figure.CircleMark, "dot 2005")
	wantNear(t, "what the newer states", dots[0].Points[0].Y, zero+(top-zero)*6178/4000)
	wantNear(t, "both of one year", box.X+box.W/2, dots[0].Points[0].X)
	if !strings.Contains(f.Alt, "Revised by a later edition") {
		t.Errorf("the alt text does not name the revision: %s", f.Alt)
	}
	stated := 0
	for _, row := range f.Data.Rows {
		if row[7] == "6618" && row[14] == "2006" {
			stated++
		}
	}
	if stated != 1 {
		t.Errorf("the data state the older number %d times", stated)
	}
}

func TestMultiplesShareOneScale(t *testing.T) {
	series := []NamedSeries{
		{"Africa", yearly(t, "AFR", 2003, exact(50, 134, 194)...)}, {"East Asia & Pacific", yearly(t, "EAP", 2003, exact(1727, 438, 2580)...)},
		{"Europe & Eurasia", yearly(t, "EUR", 2003, exact(2437, 3329, 2598)...)}, {"Near East", yearly(t, "NEA", 2003, exact(1004, 134, 112)...)},
		{"South Asia", yearly(t, "SAS", 2003, exact(2599, 2705, 964)...)}, {"Western Hemisphere", yearly(t, "WHA", 2003, exact(175, 145, 170)...)},
	}
	f := Multiples("prosecutions", series, 0.95, Credit{Source: "the 2006 edition"})
	r := proof(t, f)
	wantText(t, r, "Prosecutions: the latest numbers lie between 112 (Near East, 2005) and 2,598 (Europe & Eurasia, 2005)", "South Asia", "n = 6 series")
	dots := marksAs(r, figure.CircleMark, "dot ")
	if len(dots) != 18 {
		t.Fatalf("%d dots, want 18", len(dots))
	}
	// In every chart a dot stands as high as its number, on a scale of its own ticks, which are the same in all.
	var zeros, tops []float64
	lines := marksAs(r, figure.LineMark, "tick")
	for _, m := range marksAs(r, figure.TextMark, "y tick") {
		switch m.Text {
		case "0":
			zeros = append(zeros, middleOf(m, lines))
		case "4,000":
			tops = append(tops, middleOf(m, lines))
		}
	}
	if len(zeros) != 6 || len(tops) != 6 {
		t.Fatalf("%d zeros and %d tops, want one a chart", len(zeros), len(tops))
	}
	for i, m := range dots {
		n, _ := series[i/3].Series.Points[i%3].Count.Value()
		zero, top := zeros[i/3], tops[i/3]
		wantNear(t, fmt.Sprint(series[i/3].Name, " ", n), m.Points[0].Y, zero+(top-zero)*float64(n)/4000)
	}
	if len(f.Data.Rows) < 18 {
		t.Errorf("%d rows of data", len(f.Data.Rows))
	}
	if _, err := Multiples("prosecutions", nil, 0.95, Credit{}).Render(); err != nil {
		t.Error(err)
	}
}

// middleOf is the height of the tick that stands before its number.
func middleOf(text figure.Mark, lines []figure.Mark) float64 {
	for _, line := range lines {
		if y := line.Points[0].Y; y == line.Points[1].Y && math.Abs(y-text.Box.Y-text.Box.H/2) < 3 && math.Abs(line.Points[0].X-text.Box.Right()) < 3 {
			return y
		}
	}
	return math.NaN()
}

func TestTrendsAlwaysRender(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []NamedSeries
		for i := range rapid.IntRange(1, 7).Draw(t, "series") {
			counts := rapid.SliceOfN(rapid.Custom(anyCount), 1, 25).Draw(t, "counts")
			counts[0] = tipstats.Exactly(rapid.IntRange(0, 99).Draw(t, "first"))
			var observations []tipstats.Observation
			for j, n := range counts {
				if low, high, ok := n.Bounds(); ok && low != high && strings.HasPrefix(n.String(), "between") {
					n = tipstats.Exactly(int(low)) // a dataset holds no range
				}
				if old := rapid.IntRange(0, 300_000).Draw(t, "older"); old%2 == 0 {
					observations = append(observations, tipstats.Observation{Country: "PER", Report: 2024 + old%4/2, Year: 2000 + j, Stage: tipstats.Prosecution,
						Unit: tipstats.Case, Cohort: tipstats.New, Form: tipstats.AllForms, Count: tipstats.Exactly(old), Complete: true, Source: "s"})
				}
				observations = append(observations, tipstats.Observation{Country: "PER", Report: 2026, Year: 2000 + j, Stage: tipstats.Prosecution, Unit: tipstats.Case,
					Cohort: tipstats.New, Form: tipstats.AllForms, Count: n, Complete: rapid.Bool().Draw(t, "complete"), Source: "s"})
			}
			ds, err := tipstats.NewDataset(observations)
			if err != nil {
				t.Fatal(err)
			}
			s, err := ds.Series(tipstats.Query{Country: "PER", Stage: tipstats.Prosecution})
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, NamedSeries{anyName(t, "name", 3) + fmt.Sprint(i), s})
		}
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		for _, f := range []*figure.Figure{Multiples("prosecutions", list, 0.95, Credit{}), Trend(list[0].Series, 0.95, Credit{})} {
			if err := inProfile(f, p, nil); err != nil {
				t.Fatal(err)
			}
		}
	})
}
