package world

import (
	"fmt"

	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
	"github.com/tipstats/tip/tipstats/panel"
)

// labor compares the share of labor trafficking from year to year: the one quotient whose two figures stand in one cell of the report.
func (s study) labor() {
	var groups []panel.Group
	for _, o := range s.recent().Points {
		part := s.totals.Only("area", "World", "report", "2024", "year", fmt.Sprint(o.Year), "measure", "prosecutions", "form", "labor")
		whole, _ := o.Count.Value()
		groups = append(groups, panel.Group{Name: fmt.Sprint(o.Year), Events: part.Number("value"), Size: float64(whole)})
	}
	pooled := notebook.Must(panel.Pool(groups, panel.Proportions, level))
	chance := notebook.Must(panel.Control(groups, panel.Proportions, panel.Options{Allowance: panel.ChanceAlone}))
	wide := notebook.Must(panel.Control(groups, panel.Proportions, panel.Options{}))
	shrunk := notebook.Must(panel.Shrink(groups, panel.Proportions))
	outside := 0
	for i, p := range chance.Points {
		if p.Beyond > 0 {
			outside++
		}
		s.holds("with what the years differ by allowed for, none lies beyond the limits", wide.Points[i].Beyond == 0)
	}
	first, last := groups[0], groups[len(groups)-1]
	s.Value("labor.first", first.Value(), notebook.Percent(1))
	s.Value("labor.last", last.Value(), notebook.Percent(1))
	s.Value("labor.pooled", pooled.Estimate, notebook.Percent(1))
	s.Value("labor.dispersion", chance.Dispersion.Phi, notebook.Decimal(0))
	s.Value("labor.outside", outside, notebook.Words)
	s.Value("labor.years", len(groups), notebook.Words)
	s.Value("labor.spread", 100*wide.Dispersion.Tau, notebook.Decimal(1))
	s.Value("labor.least", shrunk.Estimates[0].Weight, notebook.Percent(1))
	s.Code()
	s.Text(`
		## Labor trafficking among the prosecutions

		**Data.** The {{edition}} edition prints behind each total of prosecutions how many of them were for labor trafficking. The part
		belongs to its total, in whatever unit the two are counted, so their quotient is a proportion.

		**Method.** Each year is held against control limits about the value of all years together, {{labor.pooled}} (Spiegelhalter's funnel).
		Limits for chance alone suppose one true share in all years. Random effects allow for shares that differ from year to year,
		as far as the years themselves show it.

		**Result.** The share is {{labor.first}} for {{from}} and {{labor.last}} for {{to}}. The variance between the years is {{labor.dispersion}} times
		what chance gives, and {{labor.outside}} of {{labor.years}} lie beyond the limits for chance alone. Allowing for a standard deviation of
		{{labor.spread}} percentage points between years, none does. With totals so large, drawing the years towards their mean changes
		nothing: the first keeps {{labor.least}} of its own value.`)
	c := credit("", totalsReport, totalsFile)
	f := chart.Control(wide, chart.ControlWords{Groups: "years", Value: "share of prosecutions that are for labor trafficking", Size: "prosecutions"}, c)
	f.Name = "labor"
	s.Figure(f, totalsFile)
	s.Text(`
		**Caveat.** So few years say little about how years differ, and later years have the larger shares: the limits ask whether a year lies
		apart from the others, not whether there is a trend.`)
}
