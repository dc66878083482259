package world

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/notebook"
)

// worldCode is from the codes that ISO 3166-1 leaves to its users.
const worldCode = "XWD"

// observationOf is a row of the totals. It has no unit: the reports do not say whether they count cases or persons.
func observationOf(r notebook.Row) tipstats.Observation {
	stages := map[string]tipstats.Stage{"prosecutions": tipstats.Prosecution, "convictions": tipstats.Conviction}
	return tipstats.Observation{
		Country: worldCode, Report: r.Number("report"), Year: r.Number("year"), Stage: stages[r["measure"]], Cohort: tipstats.UnstatedCohort,
		Form: tipstats.AllForms, Count: r.Count(), Complete: true, Source: r["source"], Locator: r["locator"], Note: r["note"],
	}
}

// statements are what the editions state of a measure in an area, all forms together, by year and edition, each once.
func (s study) statements(area, measure string) []tipstats.Observation {
	var list []tipstats.Observation
	for _, r := range s.totals.Where("area", area, "measure", measure, "form", "all") {
		list = append(list, observationOf(r))
	}
	slices.SortStableFunc(list, func(a, b tipstats.Observation) int { return cmp.Or(a.Year-b.Year, a.Report-b.Report) })
	return notebook.Must(agreed(list))
}

// agreed keeps one of several sources of one edition, which have to agree.
func agreed(list []tipstats.Observation) ([]tipstats.Observation, error) {
	var kept []tipstats.Observation
	for _, o := range list {
		if n := len(kept); n > 0 && kept[n-1].Year == o.Year && kept[n-1].Report == o.Report {
			if kept[n-1].Count != o.Count {
				return nil, fmt.Errorf("%s and %s give the edition of %d two figures for %d: %v and %v", kept[n-1].Source, o.Source, o.Report, o.Year, kept[n-1].Count, o.Count)
			}
			continue
		}
		kept = append(kept, o)
	}
	return kept, nil
}

// seriesOf is a series with gaps in place, of the newest edition of each year, and with what it has revised.
func seriesOf(statements []tipstats.Observation, from, to int) tipstats.Series {
	stage := statements[0].Stage
	s := tipstats.Series{Query: tipstats.Query{Country: worldCode, Stage: stage, Form: tipstats.AllForms, From: from, To: to}}
	for year := from; year <= to; year++ {
		point := tipstats.Observation{Country: worldCode, Year: year, Stage: stage, Cohort: tipstats.UnstatedCohort, Form: tipstats.AllForms}
		var older []tipstats.Observation
		for _, o := range statements {
			if o.Year == year {
				older = append(older, point)
				point = o
			}
		}
		s.Points = append(s.Points, point)
		for _, o := range older {
			if o.Count.Known() && o.Count != point.Count {
				s.Revised = append(s.Revised, o)
			}
		}
	}
	return s
}

// regionNames are the regions of an edition's regional table.
func (s study) regionNames(report string) []string {
	var names []string
	for _, r := range s.totals.Where("report", report) {
		if r["area"] != "World" && !slices.Contains(names, r["area"]) {
			names = append(names, r["area"])
		}
	}
	slices.Sort(names)
	return names
}

// regionSum adds up what an edition states for all its regions.
func (s study) regionSum(report, measure string, year int) tipstats.Observation {
	sum := tipstats.Observation{Note: "sum of the regions"}
	total := 0
	for i, name := range s.regionNames(report) {
		r := s.totals.Only("area", name, "report", report, "measure", measure, "form", "all", "year", strconv.Itoa(year))
		total += r.Number("value")
		if i == 0 {
			sum = observationOf(r)
			sum.Note, sum.Locator = "sum of the regions", ""
		}
	}
	sum.Count = tipstats.Exactly(total)
	return sum
}

// worldSeries are the statements for the world, with the sums of the regions of the edition of 2006, which gives no total at hand.
func (s study) worldSeries(measure string) tipstats.Series {
	statements := s.statements("World", measure)
	for year := 2003; year <= 2005; year++ {
		statements = append(statements, s.regionSum("2006", measure, year))
	}
	slices.SortStableFunc(statements, func(a, b tipstats.Observation) int { return cmp.Or(a.Year-b.Year, a.Report-b.Report) })
	return seriesOf(statements, 2003, 2023)
}
