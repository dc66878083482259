package world

import (
	"fmt"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

// world shows two decades of totals with what was revised.
func (s study) world() {
	prosecutions, convictions := s.worldSeries("prosecutions"), s.worldSeries("convictions")
	test := notebook.Must(prosecutions.MannKendall())
	revised := prosecutions.Revised[0]
	now, _ := prosecutions.At(revised.Year)
	s.holds("one year of prosecutions and two of convictions were revised", len(prosecutions.Revised) == 1 && len(convictions.Revised) == 2)
	s.Value("revised.year", revised.Year, notebook.Year)
	s.Value("revised.before", revised.Count, notebook.Whole)
	s.Value("revised.edition", revised.Report, notebook.Year)
	s.Value("revised.after", now.Count, notebook.Whole)
	s.Value("revised.by", now.Report, notebook.Year)
	s.Value("known", knownYears(prosecutions), notebook.Whole)
	s.Value("span", len(prosecutions.Points), notebook.Whole)
	s.Value("trend.p", test.P, notebook.Decimal(3))
	s.Code()
	s.Text(`
		## Two decades

		**Data.** Prosecutions are at hand for {{known}} of {{span}} years, from several editions. For {{revised.year}} the regions of the
		{{revised.edition}} edition add up to {{revised.before}} prosecutions; the {{revised.by}} edition states {{revised.after}}.

		**Method.** The line is the median of the slopes between all pairs of years (Theil and Sen), its band the limits of the slope; the test
		is that of Mann and Kendall. Both take the newest figure of each year.

		**Result.** Over the two decades the test gives p = {{trend.p}}: the totals that the editions print rose.`)
	s.holds("prosecutions rose over the two decades", test.P < 0.05 && test.S > 0)
	s.Figure(worldFigure(prosecutions, convictions), totalsFile)
	s.Text(`
		**Caveat.** More governments reported in later years, and editions differ in what they count. A rise of the totals is a rise of what
		was reported to one department, and no measure of how many traffickers there are or of how many a given state tries. The test takes
		the years as independent of one another, which sums over much the same governments are not: its p may be too small.`)
}

// worldFigure sets the two series below one another.
func worldFigure(prosecutions, convictions tipstats.Series) *figure.Figure {
	c := credit("the world", totalsReport, totalsFile)
	first, last := prosecutions.Points[0], prosecutions.Points[len(prosecutions.Points)-1]
	return figure.Composite{
		Name:     "world",
		Title:    fmt.Sprintf("Prosecutions and convictions for trafficking that the reports total for the world, %d to %d", first.Year, last.Year),
		Subtitle: "Totals that the reports state, newest edition of each year. The unit, cases or persons, is not stated.",
		Alt:      "Two charts of yearly totals, below one another.",
		Panels:   []*figure.Figure{chart.Trend(prosecutions, level, c), chart.Trend(convictions, level, c)},
	}.Figure()
}

func knownYears(s tipstats.Series) int {
	n := 0
	for _, o := range s.Points {
		if o.Count.Known() {
			n++
		}
	}
	return n
}
