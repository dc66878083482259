package world

import (
	"github.com/tipstats/tip/tipstats/notebook"
)

// answer opens the notebook with what it finds.
func (s study) answer() {
	recent := s.recent()
	points := recent.Points
	first, last := points[0], points[len(points)-1]
	poissonFit, _, negative := fits(recent)
	change := notebook.Must(negative.WaldInterval(1, level))
	s.Value("level", level, notebook.Percent(0))
	s.Value("from", first.Year, notebook.Year)
	s.Value("to", last.Year, notebook.Year)
	s.Value("edition", last.Report, notebook.Year)
	s.Value("years", len(points), notebook.Words)
	s.Value("first", first.Count, notebook.Whole)
	s.Value("last", last.Count, notebook.Whole)
	s.Value("dispersion", poissonFit.Dispersion, notebook.Decimal(0))
	s.Value("poisson.se", poissonFit.StandardErrors[1], notebook.Decimal(4))
	s.Value("negative.se", negative.StandardErrors[1], notebook.Decimal(3))
	s.Value("change", yearly(change.Estimate), notebook.Percent(1))
	s.Value("change.low", -yearly(change.Lower), notebook.Percent(1))
	s.Value("change.high", yearly(change.Upper), notebook.Percent(1))
	s.holds("the interval of the yearly change holds no change, its ends on both sides of it", change.Lower < 0 && change.Upper > 0 && change.Estimate > 0)
	s.Text(`
		The {{edition}} edition states {{first}} prosecutions in the world for {{from}} and {{last}} for {{to}}. These yearly totals
		vary **{{dispersion}} times** as much about a steady change as Poisson counts would. A Poisson model gives the logarithm of the
		yearly change a standard error of {{poisson.se}}; one that allows for the variation, {{negative.se}}. By the second the totals
		changed by {{change}} a year, with a {{level}} interval from a fall of {{change.low}} to a rise of {{change.high}}: **the {{years}}
		years show no direction**.`)
}
