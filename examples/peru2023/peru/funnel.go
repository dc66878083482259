package peru

import (
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// funnel shows the year that the edition covers, from investigation to verdict.
func (s study) funnel() {
	s.Value("opened", s.now.Investigations.Count, notebook.Whole)
	s.Value("begun", s.now.Prosecutions.Count, notebook.Whole)
	s.Value("continued", s.now.ContinuedProsecutions.Count, notebook.Whole)
	s.Value("defendants", s.now.Defendants.Count, notebook.Whole)
	s.Text(`
		## From investigation to verdict

		**Data.** In {{year}} specialized prosecutors reported opening {{opened}} investigations; authorities began
		{{begun}} prosecutions and continued {{continued}}, all counted in cases. The report counts {{defendants}} defendants
		in those new and continued cases, {{convicted}} convicted and {{acquitted}} acquitted, counted in persons. It says that
		the police did not report how many people they detained.`)
	begun := notebook.Must(s.now.ProsecutionsPerInvestigation())
	ratio := notebook.Must(begun.Interval(level))
	s.Value("begun.per", 100*ratio.Estimate, notebook.Decimal(1))
	s.Value("begun.low", 100*ratio.Lower, notebook.Decimal(1))
	s.Value("begun.high", 100*ratio.Upper, notebook.Decimal(1))
	s.Code()
	s.Text(`
		**Method.** Cases and persons are two funnels: a case may have several defendants, so a figure in the one unit is never
		divided by a figure in the other. A step from one year's investigations to the same year's prosecutions is a flow
		ratio. Its interval is the exact conditional one for the ratio of two Poisson rates.

		**Result.** For every hundred investigations that the report states were opened, it states {{begun.per}} prosecutions begun in
		the same year ({{level}} interval {{begun.low}} to {{begun.high}}).`)
	s.Figure(chart.Funnel(s.now, credit(enforcementFile)), enforcementFile)
	s.Text(`
		**Caveat.** The interval takes the two counts as independent Poisson counts. An investigation opened late in {{year}} may lead to a prosecution in a later year, so the ratio is not the
		share of investigations that end in a prosecution. The report does not say how many of the {{defendants}} defendants
		still await a verdict; no share of them is computed.`)
}
