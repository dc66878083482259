package tipstats

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
	"github.com/tipstats/tip/tipstats/trend"
)

func convictions(t *testing.T) Series {
	t.Helper()
	return must[Series](t)(read(t, peruCSV).Series(Query{Country: "PER", Stage: Conviction}))
}

func TestSeriesKeepsGaps(t *testing.T) {
	s := must[Series](t)(read(t, peruCSV).Series(Query{Country: "PER", Stage: Investigation, Unit: Case}))
	var got []string
	for _, o := range s.Points {
		got = append(got, o.Count.String())
	}
	if !slices.Equal(got, []string{"not found", "354", "813"}) {
		t.Errorf("got %q", got)
	}
	if o, ok := s.At(2020); !ok || o.Count != NotFound || o.Year != 2020 {
		t.Errorf("%v %t", o, ok)
	}
	if _, ok := s.At(2019); ok {
		t.Error("a year outside the series")
	}
	s = must[Series](t)(read(t, peruCSV).Series(Query{Country: "PER", Stage: Conviction, From: 2018, To: 2021}))
	if len(s.Points) != 4 || s.Points[0].Year != 2018 || s.Points[0].Count != NotFound {
		t.Errorf("%v", s.Points)
	}
}

// TestSeriesKeepsRevisions: the newest edition is the point; older ones that differ, and no others, are what it has revised.
func TestSeriesKeepsRevisions(t *testing.T) {
	d := read(t, peruCSV+`PER,2022,2021,conviction,unstated,all,person,230,exact,,true,tip2022,,
PER,2021,2020,conviction,unstated,all,person,29,exact,,true,tip2021,,
PER,2021,2021,conviction,unstated,all,person,NR,exact,,true,tip2021,,
`)
	s := must[Series](t)(d.Series(Query{Country: "PER", Stage: Conviction}))
	if o, _ := s.At(2021); o.Count != Exactly(233) {
		t.Errorf("the point of 2021 is %v", o)
	}
	if len(s.Revised) != 1 || s.Revised[0].Count != Exactly(230) || s.Revised[0].Report != 2022 {
		t.Errorf("revised: %v", s.Revised)
	}
	s = must[Series](t)(d.Series(Query{Country: "PER", Stage: Conviction, Report: 2022}))
	if len(s.Revised) != 0 {
		t.Errorf("one edition revises nothing: %v", s.Revised)
	}
}

func TestSeriesRefuses(t *testing.T) {
	d := read(t, peruCSV)
	for name, c := range map[string]struct {
		query  Query
		reason error
		words  string
	}{
		"two units":       {Query{Country: "PER", Stage: Prosecution}, ErrUnits, "name the unit"},
		"two cohorts":     {Query{Country: "PER", Stage: Prosecution, Unit: Case}, ErrCohorts, "103"},
		"unknown country": {Query{Country: "BOL", Stage: Prosecution}, nil, "BOL"},
		"unknown stage":   {Query{Country: "PER", Stage: "sentencing"}, nil, "sentencing"},
		"no such figure":  {Query{Country: "PER", Stage: Dismissal}, nil, "PER has no dismissals"},
		"upside down":     {Query{Country: "PER", Stage: Conviction, From: 2022, To: 2020}, nil, "from 2022 to 2020"},
	} {
		_, err := d.Series(c.query)
		if err == nil || c.reason != nil && !errors.Is(err, c.reason) || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestChangeOverTime(t *testing.T) {
	s := convictions(t)
	got := must[infer.Interval](t)(s.Change(2021, 2022, 0.95))
	want := must[infer.Interval](t)(poisson.Ratio(89, 1, 233, 1, 0.95, poisson.ExactCentral))
	if got.Estimate != 89./233 || got.Lower != want.Lower || got.Upper != want.Upper {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got = must[infer.Interval](t)(s.Change(2020, 2021, 0.95)); !strings.Contains(strings.Join(got.Warnings, "\n"), "may be incomplete") {
		t.Errorf("2020 may be incomplete: %q", got.Warnings)
	}
	if _, err := s.Change(2019, 2022, 0.95); err == nil {
		t.Error("a change from a year outside the series")
	}
	defendants := must[Series](t)(read(t, peruCSV).Series(Query{Country: "PER", Stage: Prosecution, Unit: Person}))
	if _, err := defendants.Change(2021, 2022, 0.95); !errors.Is(err, ErrCohorts) || !strings.Contains(err.Error(), "121") || !strings.Contains(err.Error(), "241") {
		t.Errorf("new against new and ongoing: %v", err)
	}
	open := must[infer.Interval](t)(defendants.Change(2020, 2021, 0.95))
	if !math.IsNaN(open.Estimate) || open.Lower != 0 {
		t.Errorf("121 against at least 44: %+v", open)
	}
}

func TestThreeYearsCannotShowATrend(t *testing.T) {
	s := convictions(t)
	got := must[trend.MannKendallResult](t)(s.MannKendall())
	if got.S != 1 || math.Abs(got.MinP-1./3) > 1e-15 || got.P != 1 {
		t.Errorf("29, 233, 89: %+v", got)
	}
	if !strings.Contains(strings.Join(got.Warnings, "\n"), "may be incomplete") {
		t.Errorf("warnings: %q", got.Warnings)
	}
	slope := must[trend.Slope](t)(s.TheilSen(0.95))
	if slope.Slope != 30 || !math.IsInf(slope.Lower, -1) || !math.IsInf(slope.Upper, 1) {
		t.Errorf("the median of 204, -144 and 30 a year, without an interval: %+v", slope)
	}
}

func TestTrendRefuses(t *testing.T) {
	s := must[Series](t)(read(t, peruCSV).Series(Query{Country: "PER", Stage: Prosecution, Unit: Person}))
	if _, err := s.MannKendall(); !errors.Is(err, ErrRange) || !errors.Is(err, ErrCohorts) {
		t.Errorf("a range, and two cohorts: %v", err)
	}
	if _, err := s.TheilSen(0.95); !errors.Is(err, ErrRange) {
		t.Errorf("%v", err)
	}
	s = must[Series](t)(read(t, peruCSV).Series(Query{Country: "PER", Stage: Acquittal}))
	if _, err := s.MannKendall(); err == nil {
		t.Error("a trend of one year")
	}
}

func TestLogLinearOfInvestigations(t *testing.T) {
	d := withRows(t, "PER,2023,2020,conviction,unstated,all,person,44,exact,,true", "PER,2023,2021,conviction,unstated,all,person,89,exact,,true",
		"PER,2023,2022,conviction,unstated,all,person,71,exact,,true")
	s := must[Series](t)(d.Series(Query{Country: "PER", Stage: Conviction}))
	fit := must[*poisson.FitResult](t)(s.LogLinear())
	// The maximum of the Poisson likelihood of 44, 89, 71 over t = 0, 1, 2, by R's glm.
	if got := fit.Coefficients[1]; math.Abs(got-.199848304330) > 1e-12 {
		t.Errorf("slope %.12f", got)
	}
	if fit.Family != poisson.QuasiPoisson || len(fit.Warnings) == 0 {
		t.Errorf("a deviance of 10 on one degree of freedom is over-dispersed: %v, %q", fit.Family, fit.Warnings)
	}
	ranges := must[Series](t)(read(t, peruCSV).Series(Query{Country: "PER", Stage: Prosecution, Unit: Person}))
	if _, err := ranges.LogLinear(); !errors.Is(err, ErrRange) {
		t.Errorf("%v", err)
	}
}

// A year whose cohort is not stated does not make the years around it alike.
func TestTrendComparesStatedCohortsAcrossAnUnstatedYear(t *testing.T) {
	d := withRows(t, "PER,2023,2020,prosecution,new,all,person,50,exact,,true", "PER,2023,2021,prosecution,unstated,all,person,60,exact,,true",
		"PER,2023,2022,prosecution,both,all,person,70,exact,,true")
	s := must[Series](t)(d.Series(Query{Country: "PER", Stage: Prosecution}))
	if _, err := s.MannKendall(); !errors.Is(err, ErrCohorts) {
		t.Errorf("new in 2020, new and ongoing in 2022: %v", err)
	}
}
