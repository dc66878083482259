package world

import (
	"fmt"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

// federal shows a funnel that is in persons throughout.
func (s study) federal() {
	rows := s.Rows(federalFile)
	figureOf := func(year int, step string) tipstats.Count {
		found := rows.Where("year", strconv.Itoa(year), "step", step)
		if len(found) == 0 {
			return tipstats.NotFound
		}
		return found[0].Count()
	}
	const before, after, newest = 2011, 2020, 2021
	s.holds("the newest year lacks the convicted", figureOf(newest, "convicted") == tipstats.NotFound)
	s.Value("us.before", before, notebook.Year)
	s.Value("us.after", after, notebook.Year)
	s.Value("us.newest", newest, notebook.Year)
	s.Value("us.referred.before", figureOf(before, "referred"), notebook.Whole)
	s.Value("us.referred", figureOf(after, "referred"), notebook.Whole)
	s.Value("us.prosecuted.before", figureOf(before, "prosecuted"), notebook.Whole)
	s.Value("us.prosecuted", figureOf(after, "prosecuted"), notebook.Whole)
	s.Value("us.convicted.before", figureOf(before, "convicted"), notebook.Whole)
	s.Value("us.convicted", figureOf(after, "convicted"), notebook.Whole)
	funnel := notebook.Must(federalFunnel(rows, after))
	ratio := notebook.Must(funnel.ConvictionsPerDefendant())
	interval := notebook.Must(ratio.Interval(level))
	_, refused := funnel.ConvictionRate()
	s.holds("there is no conviction rate", refused != nil)
	s.Value("us.ratio", interval.Estimate, notebook.Decimal(2))
	s.Value("us.ratio.low", interval.Lower, notebook.Decimal(2))
	s.Value("us.ratio.high", interval.Upper, notebook.Decimal(2))
	s.Code()
	s.Text(`
		## A funnel in persons: the federal courts of the United States

		**Data.** The Bureau of Justice Statistics counts persons referred to prosecutors, prosecuted and convicted in federal courts, by fiscal
		year. For {{us.newest}} the number of the convicted is not at hand.

		**Method.** All steps are in persons, so they stand on one scale. They are flows of one year: a person convicted in {{us.after}} may have
		been prosecuted before. The quotient of two steps is a ratio, with the exact conditional interval of two Poisson counts.

		**Result.** Between {{us.before}} and {{us.after}} the persons referred went from {{us.referred.before}} to {{us.referred}}, those prosecuted from
		{{us.prosecuted.before}} to {{us.prosecuted}}, those convicted from {{us.convicted.before}} to {{us.convicted}}. For {{us.after}} the figures give
		{{us.ratio}} persons convicted for each person prosecuted ({{level}} interval {{us.ratio.low}} to {{us.ratio.high}}). It is no
		conviction rate: the table at hand does not say how many were acquitted.`)
	s.Figure(federalFigure(funnel, before, after, figureOf), federalFile)
	s.Text(`
		**Caveat.** Federal courts try a part of the cases of the country; those of the states are not counted here.`)
}

// federalFunnel is the part of the funnel that the model has stages for: persons prosecuted and convicted.
func federalFunnel(rows notebook.Rows, year int) (*tipstats.Funnel, error) {
	stages := map[string]tipstats.Stage{"prosecuted": tipstats.Prosecution, "convicted": tipstats.Conviction}
	var list []tipstats.Observation
	for _, r := range rows.Where("year", strconv.Itoa(year)) {
		if stage := stages[r["step"]]; stage != "" {
			list = append(list, tipstats.Observation{Country: r["country"], Report: r.Number("report"), Year: year, Stage: stage, Cohort: tipstats.UnstatedCohort,
				Form: tipstats.AllForms, Unit: tipstats.Person, Count: r.Count(), Complete: true, Source: r["source"], Locator: r["locator"]})
		}
	}
	ds, err := tipstats.NewDataset(list)
	if err != nil {
		return nil, err
	}
	return ds.Funnel("USA", year)
}

// federalFigure sets the funnel of a year above the steps at two times.
func federalFigure(funnel *tipstats.Funnel, before, after int, figureOf func(year int, step string) tipstats.Count) *figure.Figure {
	var pairs []chart.Pair
	for _, step := range []string{"referred", "prosecuted", "convicted"} {
		pairs = append(pairs, chart.Pair{Label: step, Before: figureOf(before, step), After: figureOf(after, step)})
	}
	c := credit("the United States", federalReport, federalFile)
	words := chart.DumbbellWords{What: "persons in the federal funnel", Before: strconv.Itoa(before), After: strconv.Itoa(after)}
	return figure.Composite{
		Name:     "federal",
		Title:    fmt.Sprintf("Federal courts of the United States: %s persons prosecuted for trafficking and %s convicted in fiscal year %d", pairs[1].After, pairs[2].After, after),
		Subtitle: "Persons, by fiscal year, as the Bureau of Justice Statistics counts them.",
		Alt:      "Two charts, below one another.",
		Panels:   []*figure.Figure{chart.Funnel(funnel, c), chart.Dumbbell(words, pairs, c)},
	}.Figure()
}
