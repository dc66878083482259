package chart_test

import (
	"fmt"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/panel"
)

// csv is what a report states of a country in two years.
const csv = `country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note
PER,2023,2022,investigation,new,all,case,813,exact,,true,tip2023,,
PER,2023,2022,investigation,new,sex,case,298,exact,,true,tip2023,,
PER,2023,2022,investigation,new,labor,case,194,exact,,true,tip2023,,
PER,2023,2022,conviction,unstated,all,person,89,exact,,true,tip2023,,
PER,2023,2022,acquittal,unstated,all,person,71,exact,,true,tip2023,,
PER,2023,2021,investigation,new,all,case,354,exact,,true,tip2023,,
PER,2023,2021,investigation,new,sex,case,336,exact,,true,tip2023,,
PER,2023,2021,investigation,new,labor,case,18,exact,,true,tip2023,,
PER,2023,2021,conviction,unstated,all,person,233,exact,,true,tip2023,,
PER,2023,2020,conviction,unstated,all,person,29,exact,,false,tip2023,,
`

var credit = chart.Credit{Country: "Peru", Source: "U.S. Department of State, 2023 Trafficking in Persons Report, Peru"}

func dataset() *tipstats.Dataset {
	ds, err := tipstats.ReadCSV(strings.NewReader(csv))
	if err != nil {
		panic(err)
	}
	return ds
}

func funnel(year int) *tipstats.Funnel {
	f, err := dataset().Funnel("PER", year)
	if err != nil {
		panic(err)
	}
	return f
}

// show prints the title of a figure that can be drawn.
func show(f *figure.Figure) {
	if _, err := f.Render(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Title)
}

func ExampleFunnel() {
	show(chart.Funnel(funnel(2022), credit))
	// Output:
	// Of 160 defendants in Peru whose verdict the report states for 2022, 89 were convicted: 55.6 % (95 % interval 47.9 to 63.1)
}

func ExampleYears() {
	show(chart.Years(dataset(), "PER", 2020, 2022, credit))
	// Output:
	// Convictions in Peru as reported: 29 in 2020 (may be incomplete), 233 in 2021 and 89 in 2022
}

func ExampleForms() {
	show(chart.Forms([]*tipstats.Funnel{funnel(2021), funnel(2022)}, tipstats.Investigation, credit))
	// Output:
	// Peru: the share of sex trafficking among reported investigations fell by at least 18.8 and at most 58.3 percentage points from 2021 to 2022, however the 321 cases of open form are classified
}

func ExampleShares() {
	shares := chart.FormShares(tipstats.Sex, funnel(2021), funnel(2022))
	show(chart.Shares("share of sex trafficking", shares, credit))
	// Output:
	// Share of sex trafficking in Peru: 1 figure with one value, 1 figure with bounds, 4 figures with none
}

func ExampleRates() {
	show(chart.Rates(funnel(2022).Candidates(), 0.95, credit))
	// Output:
	// Of 4 candidates for a conviction rate in Peru, 2022, one is a proportion: 55.6 % (95 % interval 47.9 to 63.1) in 2022; none is a flow ratio and 3 are refused
}

func ExampleFlow() {
	show(chart.Flow(chart.Opened(funnel(2022)), 2022, credit))
	// Output:
	// Peru, 2022: of 813 investigations opened, the report states 298 sex trafficking and 194 labor trafficking
}

// A later edition has revised the figure of 2005: both stand in the chart.
func ExampleTrend() {
	ds, err := tipstats.ReadCSV(strings.NewReader(`country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note
PER,2006,2005,conviction,unstated,all,person,47,exact,,true,a,,
PER,2008,2005,conviction,unstated,all,person,43,exact,,true,b,,
PER,2008,2006,conviction,unstated,all,person,31,exact,,true,b,,
PER,2008,2007,conviction,unstated,all,person,34,exact,,true,b,,
`))
	if err != nil {
		panic(err)
	}
	series, err := ds.Series(tipstats.Query{Country: "PER", Stage: tipstats.Conviction})
	if err != nil {
		panic(err)
	}
	f := chart.Trend(series, 0.95, credit)
	show(f)
	fmt.Println(f.Caption[0][strings.Index(f.Caption[0], "Revised"):])
	// Output:
	// Peru: convicted, 43 in 2005 and 34 in 2007
	// Revised by a later edition: 2005 from 47 (2006) to 43 (2008).
}

func ExampleMultiples() {
	series, err := dataset().Series(tipstats.Query{Country: "PER", Stage: tipstats.Conviction})
	if err != nil {
		panic(err)
	}
	show(chart.Multiples("convictions", []chart.NamedSeries{{Name: "Peru", Series: series}}, 0.95, chart.Credit{}))
	// Output:
	// Convictions: 89 in Peru in 2022
}

var (
	words = chart.DumbbellWords{What: "prosecutions", Before: "2003", After: "2005"}
	pairs = []chart.Pair{
		{Label: "Africa", Before: tipstats.Exactly(50), After: tipstats.Exactly(194)},
		{Label: "South Asia", Before: tipstats.Exactly(2599), After: tipstats.Exactly(964)},
		{Label: "Near East", Before: tipstats.Exactly(1004), After: tipstats.NotReported},
	}
)

func ExampleDumbbell() {
	show(chart.Dumbbell(words, pairs, chart.Credit{}))
	// Output:
	// Prosecutions: of 3 numbers, 1 is higher in 2005 than in 2003, 1 is lower and 1 is not comparable
}

func ExampleSlope() {
	show(chart.Slope(words, pairs, chart.Credit{}))
	// Output:
	// Prosecutions: of 3 numbers, 1 is higher in 2005 than in 2003, 1 is lower and 1 is not comparable
}

func ExampleControl() {
	result, err := panel.Control([]panel.Group{{Name: "A", Events: 89, Size: 160}, {Name: "B", Events: 12, Size: 40}, {Name: "C", Events: 30, Size: 41}},
		panel.Proportions, panel.Options{Allowance: panel.ChanceAlone})
	if err != nil {
		panic(err)
	}
	show(chart.Control(result, chart.ControlWords{Groups: "countries", Value: "convicted of those with a verdict", Size: "verdicts"}, chart.Credit{}))
	// Output:
	// Convicted of those with a verdict: of 3 countries, none lies beyond the 99.8 % control limits, 2 beyond those of 95 %: B and C
}

func ExamplePopulation() {
	show(chart.Population(chart.PopulationWords{What: "child victims assisted, 2022", Left: "girls", Right: "boys"}, []chart.PopulationGroup{
		{Label: "sex trafficking", Left: tipstats.Exactly(80), Right: tipstats.Exactly(2)},
		{Label: "labor trafficking", Left: tipstats.Exactly(29), Right: tipstats.Exactly(2)},
	}, credit))
	// Output:
	// Child victims assisted, 2022: 109 girls and 4 boys
}

func ExampleVictims() {
	show(chart.Victims(chart.VictimFigures{Year: 2022, Who: "child victims assisted", Total: tipstats.Exactly(113), Splits: []chart.VictimSplit{{By: "sex", Cells: []chart.VictimCell{
		{Group: "girls", Form: tipstats.Sex, Count: tipstats.Exactly(80)}, {Group: "girls", Form: tipstats.Labor, Count: tipstats.Exactly(29)},
		{Group: "boys", Form: tipstats.Sex, Count: tipstats.Exactly(2)}, {Group: "boys", Form: tipstats.Labor, Count: tipstats.Exactly(2)},
	}}}}, credit))
	// Output:
	// Of 113 child victims assisted in 2022, the report records 82 as exploited in sex trafficking and 31 in labor trafficking
}

func ExampleAssisted() {
	show(chart.Assisted("children assisted", []chart.AssistedYear{
		{Year: 2020, Count: tipstats.Exactly(223)}, {Year: 2021, Count: tipstats.NotReported}, {Year: 2022, Count: tipstats.Exactly(113)},
	}, credit))
	// Output:
	// The report states 223 children assisted in 2020 and 113 in 2022, and no number for 2021
}

func ExampleReporting() {
	show(chart.Reporting([]chart.ReportingEntry{
		{Topic: "Investigations", Year: 2022, Status: chart.Reported, Figure: "813"},
		{Topic: "Victims identified", Year: 2022, Status: chart.NotReported},
	}, credit))
	// Output:
	// The report says that one topic was not reported for 2022: victims identified
}

func ExamplePenalties() {
	show(chart.Penalties("Article 129 of the penal code", []chart.PenaltyRange{
		{Victims: "adults", Years: tipstats.Between(8, 15)}, {Victims: "children younger than 14", Years: tipstats.AtLeast(25)},
	}, nil, credit))
	// Output:
	// The report states prison terms of 8 to 15 years for trafficking in adults and of 25 years and more for trafficking in children younger than 14
}

func ExampleCapacity() {
	show(chart.Capacity([]chart.CapacityFigure{
		{Label: "regions with specialized prosecutors", Before: tipstats.Exactly(12), Count: tipstats.Exactly(14), Whole: tipstats.Exactly(24), Of: "regions"},
	}, credit))
	// Output:
	// The report states that regions with specialized prosecutors went from 12 to 14 of 24
}

// Charts are panels of one figure, with aligned axes and one legend.
func Example_composite() {
	show(figure.Composite{
		Name: "peru", Title: "What the report states of Peru", Alt: "Two charts.",
		Panels: []*figure.Figure{chart.Funnel(funnel(2022), credit), chart.Years(dataset(), "PER", 2020, 2022, credit)},
	}.Figure())
	// Output:
	// What the report states of Peru
}
