package peru

import (
	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// forms compares the forms of trafficking among the investigations of two years.
func (s study) forms() {
	s.Value("before.opened", s.year21.Investigations.Count, notebook.Whole)
	s.Text(`
		## Sex and labor trafficking

		**Data.** The report splits the investigations by form: {{before.opened}} in {{before}}, all of a named form, and
		{{opened}} in {{year}}, of which {{unspecified}} are of an unspecified form.

		**Method.** The unspecified cases may be of either form. The share of a form is bounded by counting none of them and all
		of them (Manski's worst-case bounds[^manski]). No assumption is made about them.

		[^manski]: C. F. Manski, "Nonparametric bounds on treatment effects", *American Economic Review* {{= 80}} ({{= 1990}}), pages
		{{= 319}} to {{= 323}}.`)
	labor := notebook.Must(s.now.FormShare(s.now.Investigations, tipstats.Labor))
	laborBefore := notebook.Must(s.year21.FormShare(s.year21.Investigations, tipstats.Labor))
	laborChange := notebook.Must(tipstats.ChangeBetween(laborBefore, labor))
	laborLow, laborHigh := labor.Bounds()
	laborEarlier, _ := laborBefore.Value()
	s.holds("the share of labor trafficking rose", laborChange.Direction() > 0)
	s.Value("labor.low", laborLow, notebook.Percent(1))
	s.Value("labor.high", laborHigh, notebook.Percent(1))
	s.Value("labor.before", laborEarlier, notebook.Percent(1))
	s.Value("labor.rise", 100*laborChange.Lower, notebook.Decimal(1))
	s.Code()
	s.Text(`
		**Result.** Of the investigations that the report states, sex trafficking went from {{sex.before}} to between {{sex.low}} and {{sex.high}},
		labor trafficking from {{labor.before}} to between {{labor.low}} and {{labor.high}}: up by at least {{labor.rise}}
		percentage points.`)
	s.Figure(chart.Forms([]*tipstats.Funnel{s.year21, s.now}, tipstats.Investigation, credit(enforcementFile)), enforcementFile)
	s.Text(`
		**Caveat.** These are shares of the investigations that prosecutors reported opening, by the form under which they
		recorded them. A change in how cases are recorded would look the same. The bounds do not cover cases that were
		recorded under the wrong form.`)
}
