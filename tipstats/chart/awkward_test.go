package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// awkwardCount draws any count that a dataset can hold, the extremes often.
func awkwardCount() *rapid.Generator[tipstats.Count] {
	number := rapid.OneOf(rapid.Just(0), rapid.Just(1), rapid.IntRange(2, 300), rapid.Just(12_345), rapid.Just(tipstats.MaxCount))
	return rapid.Custom(func(t *rapid.T) tipstats.Count {
		n := number.Draw(t, "n")
		switch rapid.IntRange(0, 7).Draw(t, "kind") {
		case 0:
			return tipstats.NotReported
		case 1:
			return tipstats.AtLeast(n)
		case 2:
			return tipstats.AtMost(n)
		case 3:
			return tipstats.Approximately(n)
		}
		return tipstats.Exactly(n)
	})
}

// awkwardDataset draws a dataset of any stages, cohorts and forms over three years: parts need not add up to their totals.
func awkwardDataset() *rapid.Generator[*tipstats.Dataset] {
	return rapid.Custom(func(t *rapid.T) *tipstats.Dataset {
		seen := map[string]bool{}
		var list []tipstats.Observation
		add := func(o tipstats.Observation) {
			key := fmt.Sprint(o.Year, o.Stage, o.Unit, o.Cohort, o.Form)
			if !seen[key] {
				seen[key] = true
				list = append(list, o)
			}
		}
		for range rapid.IntRange(1, 14).Draw(t, "figures") {
			o := tipstats.Observation{
				Country: "PER", Report: 2023, Year: rapid.IntRange(2020, 2022).Draw(t, "year"),
				Stage:    rapid.SampledFrom(tipstats.Stages()).Draw(t, "stage"),
				Unit:     rapid.SampledFrom(tipstats.Units()).Draw(t, "unit"),
				Cohort:   rapid.SampledFrom(tipstats.Cohorts()).Draw(t, "cohort"),
				Form:     tipstats.AllForms,
				Count:    awkwardCount().Draw(t, "count"),
				Complete: rapid.Bool().Draw(t, "complete"),
				Source:   "s",
			}
			add(o)
			for _, form := range formsInOrder {
				if rapid.Bool().Draw(t, "split") {
					o.Form, o.Count = form, awkwardCount().Draw(t, "part")
					add(o)
				}
			}
		}
		ds, err := tipstats.NewDataset(list)
		if err != nil {
			t.Fatal(err)
		}
		return ds
	})
}

func awkwardFunnels(ds *tipstats.Dataset) []*tipstats.Funnel {
	var funnels []*tipstats.Funnel
	for _, year := range ds.Years("PER") {
		if f, err := ds.Funnel("PER", year); err == nil {
			funnels = append(funnels, f)
		}
	}
	return funnels
}

// allCharts are the charts of this file's owners for one dataset.
func allCharts(ds *tipstats.Dataset, c Credit) []*figure.Figure {
	funnels := awkwardFunnels(ds)
	figures := []*figure.Figure{Years(ds, "PER", 2020, 2022, c), Forms(funnels, tipstats.Investigation, c)}
	var candidates []tipstats.Candidate
	for _, f := range funnels {
		figures = append(figures, Funnel(f, c))
		candidates = append(candidates, f.Candidates()...)
	}
	return append(figures, Rates(candidates, 0.95, c))
}

// TestChartsOfAnyDatasetRender holds the charts against every dataset: the figure's own check finds no text that overlaps
// another, leaves the page or is too small, and no coordinate that is no number.
func TestChartsOfAnyDatasetRender(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := awkwardDataset().Draw(t, "dataset")
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		for _, f := range allCharts(ds, peruCredit) {
			f.Profile, f.Tall = p, true
			if _, err := f.Render(); err != nil {
				t.Fatalf("%s: %v", f.Title, err)
			}
			if problem := proseProblem(f); problem != "" {
				t.Fatalf("%s in %q %q %q %q", problem, f.Title, f.Subtitle, f.Caption, f.Alt)
			}
		}
	})
}

var ungrouped = regexp.MustCompile(`(^|[^0-9.])[0-9]{5,}`)

// proseProblem finds what no prose of a chart may hold.
func proseProblem(f *figure.Figure) string {
	texts := append([]string{f.Title, f.Subtitle, f.Alt}, f.Caption...)
	for _, text := range texts {
		for _, bad := range []string{"NaN", "Inf", "%!", "  ", "..", " ,", " ;", "()", "e+", "<nil>"} {
			if strings.Contains(text, bad) {
				return fmt.Sprintf("%q", bad)
			}
		}
		if ungrouped.MatchString(text) {
			return "an ungrouped number"
		}
	}
	return ""
}

func TestChartsTakeLongNamesAndMarkup(t *testing.T) {
	credit := Credit{
		Country: `The United <Kingdom> of Great Britain & Northern "Ireland" and the Associated Territories of Saint Helena, Ascension and Tristan da Cunha`,
		Source:  strings.Repeat("A publisher of long titles & <b>subtitles</b>, ", 12),
		Data:    "datasets/" + strings.Repeat("averylongnamewithoutanybreak", 8) + ".csv",
	}
	for _, f := range allCharts(peruDataset(t), credit) {
		r, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(f.Alt+f.Title, credit.Country) {
			t.Errorf("%s: the country is neither in the title nor in the alt text", f.Name)
		}
		svg := string(r.SVG())
		if strings.Contains(svg, "<Kingdom>") || strings.Contains(svg, "<b>") {
			t.Errorf("%s: markup of the data is markup of the figure", f.Name)
		}
		if err := wellFormed(svg); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func wellFormed(document string) error {
	decoder := xml.NewDecoder(strings.NewReader(document))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestChartsWithoutCredit(t *testing.T) {
	for _, f := range allCharts(peruDataset(t), Credit{}) {
		if _, err := f.Render(); err != nil {
			t.Error(err)
		}
		for _, paragraph := range f.Caption {
			if strings.Contains(paragraph, "Source:") || strings.Contains(paragraph, "Data:") {
				t.Errorf("%s: %q", f.Name, paragraph)
			}
		}
		if !strings.Contains(f.Title, "PER") {
			t.Errorf("%q does not name the country by its code", f.Title)
		}
	}
}

func TestChartsWithoutAnyFigure(t *testing.T) {
	ds := peruDataset(t)
	for _, f := range []*figure.Figure{
		Years(ds, "PER", 1990, 1995, peruCredit), Forms(nil, tipstats.Investigation, peruCredit), Rates(nil, 0.95, peruCredit),
	} {
		if _, err := f.Render(); err != nil {
			t.Error(err)
		}
	}
}

// TestChartsAreTheSameEachTime holds the order of what is drawn against the random order of maps.
func TestChartsAreTheSameEachTime(t *testing.T) {
	once := allCharts(peruDataset(t), peruCredit)
	for range 5 {
		for i, f := range allCharts(peruDataset(t), peruCredit) {
			a, err := once[i].Render()
			if err != nil {
				t.Fatal(err)
			}
			b, err := f.Render()
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(a.SVG(), b.SVG()) {
				t.Fatalf("%s differs from run to run", f.Name)
			}
		}
	}
}
