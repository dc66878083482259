package world

import (
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// regions shows the one edition at hand that gives several years by region.
func (s study) regions() {
	const edition = "2006"
	var series []chart.NamedSeries
	for _, name := range s.regionNames(edition) {
		series = append(series, chart.NamedSeries{Name: name, Series: seriesOf(s.statements(name, "prosecutions"), 2003, 2005)})
	}
	india := s.totals.Only("area", "South Asia", "report", edition, "year", "2005", "measure", "prosecutions")
	before := s.totals.Only("area", "South Asia", "report", edition, "year", "2004", "measure", "prosecutions")
	total := s.regionSum("2017", "prosecutions", 2016)
	printed := s.totals.Only("area", "World", "year", "2016", "measure", "prosecutions", "form", "all")
	s.holds("the source names India as the reason for the fall in South Asia", india["note"] == "footnote: 2005 decline largely due to lack of data from India")
	s.holds("the regions of the later edition add up to more than its total", total.Count != printed.Count())
	s.Value("regions", len(series), notebook.Words)
	s.Value("region.edition", edition, notebook.Text)
	s.Value("asia.before", before.Count(), notebook.Whole)
	s.Value("asia.after", india.Count(), notebook.Whole)
	s.Value("asia.from", before.Number("year"), notebook.Year)
	s.Value("asia.to", india.Number("year"), notebook.Year)
	s.Value("later.edition", printed.Number("report"), notebook.Year)
	s.Value("later.sum", total.Count, notebook.Whole)
	s.Value("later.total", printed.Count(), notebook.Whole)
	s.Code()
	s.Text(`
		## Regions

		**Data.** The {{region.edition}} edition gives {{regions}} regions for three years. The {{later.edition}} edition gives regions of other
		names for one year, which add up to {{later.sum}} prosecutions where the page that cites it prints a total of {{later.total}}.

		**Method.** All small charts have one scale. No line is drawn through them: three years carry no interval for a change a year.

		**Result.** In South Asia the edition states {{asia.before}} prosecutions for {{asia.from}} and {{asia.after}} for {{asia.to}}. Its own
		footnote says that the decline is largely due to a lack of data from India: what looks like a fall is largely a gap.`)
	f := chart.Multiples("prosecutions", series, level, credit("", totalsReport, totalsFile))
	f.Name = "regions"
	s.Figure(f, totalsFile)
	s.Text(`
		**Caveat.** Regions have been drawn differently since, so these are not joined to those of later editions.`)
}
