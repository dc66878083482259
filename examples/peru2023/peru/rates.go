package peru

import (
	"slices"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// rates puts every quotient that is called a conviction rate side by side.
func (s study) rates() {
	candidates := slices.Concat(s.now.Candidates(), s.year21.Candidates(), s.year20.Candidates())
	computed, proportions := 0, 0
	for _, c := range candidates {
		if c.Err == nil {
			computed++
		}
		if c.Rate.Kind() == tipstats.Proportion {
			proportions++
		}
	}
	s.holds("one of the quotients is a proportion", proportions == 1)
	s.Value("candidates", len(candidates), notebook.Words)
	s.Value("computed", computed, notebook.Words)
	s.Text(`
		## What can be called a conviction rate

		**Data.** Persons convicted, acquitted and prosecuted, and cases prosecuted and investigated, in {{first}}, {{before}}
		and {{year}}.

		**Method.** Each quotient that is published under the name is put together from the figures themselves. It is a
		*proportion* if the numerator is part of the denominator, with Wilson's interval[^wilson]; a *flow ratio* if the two are
		different flows of one year, with the interval of a ratio of rates; and it is refused if it divides persons by cases
		or lacks a figure.

		[^wilson]: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", *Journal of the American
		Statistical Association* {{= 22}} ({{= 1927}}), pages {{= 209}} to {{= 212}}.`)

	perDefendant, _ := notebook.Must(s.now.ConvictionsPerDefendant()).Value()
	_, bound := notebook.Must(s.year20.ConvictionsPerDefendant()).Bounds()
	s.Value("per.defendant", perDefendant, notebook.Decimal(2))
	s.Value("first.convicted", s.year20.Convictions.Count, notebook.Whole)
	s.Value("first.prosecuted", s.year20.Defendants.Count, notebook.Whole)
	s.Value("first.bound", bound, notebook.Decimal(2))
	s.Code()
	s.Text(`
		**Result.** Of {{candidates}} quotients {{computed}} can be computed, and one of them is a proportion: {{convicted}} of
		{{verdicts}}. The {{convicted}} convicted to the {{defendants}} prosecuted in {{year}} make a flow ratio of
		{{per.defendant}}. In {{first}} the report states {{first.convicted}} convicted and {{first.prosecuted}} prosecuted, so
		that ratio has only an upper bound, {{first.bound}}, and that only if the {{first.convicted}} are all.`)
	s.Figure(chart.Rates(candidates, level, credit(enforcementFile)), enforcementFile)
	s.Text(`
		**Caveat.** The verdicts of a year are not a sample of anything. The interval says how far the rate would move if
		verdicts fell as by chance at a constant rate; it does not cover cases that were dismissed, are pending, or were left
		out of the report. Around a bound it reaches further than the bound, because chance comes on top of what is not known.
		The report says that the figures for {{first}} may be incomplete. The persons prosecuted are new and continued cases in
		{{year}}, new cases only in {{before}} and of no stated kind in {{first}}, so the ratios of the three years are not
		compared with each other.`)
}
