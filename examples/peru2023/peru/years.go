package peru

import (
	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// years compares the three years that the narrative gives figures for.
func (s study) years() {
	s.Text(`
		## Three years

		**Data.** The narrative gives figures for {{first}}, {{before}} and {{year}}, not the same ones for each: prosecutions
		in persons are at least {{first.least}} in {{first}}, new cases only in {{before}}, and new and continued cases together
		in {{year}}.

		**Method.** A change between two years is a ratio of counts with the exact conditional interval. The trend test is that
		of Mann and Kendall, exact, two-sided. Figures of different cohorts are not compared.`)
	prosecuted, _, _ := s.year20.Defendants.Count.Bounds()
	s.Value("first.least", prosecuted, notebook.Whole)
	convictions := notebook.Must(s.enforcement.Series(tipstats.Query{Country: "PER", Stage: tipstats.Conviction}))
	change := notebook.Must(convictions.Change(2021, 2022, level))
	test := notebook.Must(convictions.MannKendall())
	s.Value("years", len(convictions.Points), notebook.Words)
	s.Value("change", change.Estimate, notebook.Decimal(2))
	s.Value("change.low", change.Lower, notebook.Decimal(2))
	s.Value("change.high", change.Upper, notebook.Decimal(2))
	s.Value("trend.p", test.P, notebook.Decimal(2))
	s.Value("trend.least", test.MinP, notebook.Decimal(2))
	s.holds("fewer were convicted than the year before", change.Estimate < 1)
	s.Code()
	s.Text(`
		**Result.** The report states {{before.convicted}} persons convicted in {{before}} and {{convicted}} in {{year}}, {{change}}
		times as many ({{level}} interval {{change.low}} to {{change.high}}, if convictions came as a Poisson process). Over the
		{{years}} years the test for a trend in convictions gives p = {{trend.p}}; with {{years}} values it could not have
		given less than {{trend.least}}, whatever they were.`)
	s.Figure(chart.Years(s.enforcement, "PER", 2020, 2022, credit(enforcementFile)), enforcementFile)
	s.Text(`
		**Caveat.** Three years cannot show a trend. Yearly counts of one country are taken to vary more than a Poisson process does
		until the opposite is shown, so the interval for the change is the narrowest that can be defended. That fewer were
		convicted is what the report states; it does not say why.`)
}
