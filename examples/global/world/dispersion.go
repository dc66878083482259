package world

import (
	"math"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
	"github.com/tipstats/tip/tipstats/poisson"
)

// recent are the prosecutions that one edition states, that of 2024.
func (s study) recent() tipstats.Series {
	var list []tipstats.Observation
	for _, o := range s.statements("World", "prosecutions") {
		if o.Report == 2024 {
			list = append(list, o)
		}
	}
	return seriesOf(list, list[0].Year, list[len(list)-1].Year)
}

// fits are three models of a steady change: Poisson, quasi-Poisson and negative binomial.
func fits(s tipstats.Series) (ordinary, quasi, negative *poisson.FitResult) {
	var years, counts []float64
	for _, o := range s.Points {
		n, _ := o.Count.Value()
		years, counts = append(years, float64(o.Year)), append(counts, float64(n))
	}
	fit := func(family poisson.Family) *poisson.FitResult {
		m := poisson.LogLinear(years, counts)
		m.Family = family
		return notebook.Must(poisson.Fit(m))
	}
	return fit(poisson.Poisson), fit(poisson.QuasiPoisson), fit(poisson.NegativeBinomial)
}

// yearly is the relative change a year that a coefficient stands for.
func yearly(coefficient float64) float64 { return math.Expm1(coefficient) }

// dispersion states what the variation of the totals does to a trend.
func (s study) dispersion() {
	ordinary, quasi, negative := fits(s.recent())
	test := notebook.Must(s.recent().MannKendall())
	z := ordinary.Coefficients[1] / ordinary.StandardErrors[1]
	s.Value("poisson.z", z, notebook.Decimal(0))
	s.Value("quasi.se", quasi.StandardErrors[1], notebook.Decimal(3))
	s.Value("recent.p", test.P, notebook.Decimal(2))
	s.Value("threshold", 1.5, notebook.Decimal(1))
	s.holds("the Poisson model would call the change certain", z > 10)
	s.holds("a test without a distribution finds no trend", test.P > 0.5)
	s.Code()
	s.Text(`
		## How sure a trend of totals can be

		**Data.** The {{edition}} edition prints the world's prosecutions for {{from}} to {{to}} in one table.

		**Method.** Three models of a steady relative change are fitted, by maximum likelihood or, the second, by quasi-likelihood. They differ in what they allow for beside chance:
		nothing (Poisson), variation in proportion to the mean (quasi-Poisson), variation that grows with the square of the mean (negative
		binomial). The dispersion is Pearson's chi-squared over its degrees of freedom; {{threshold}} or less would let the Poisson model
		stand.

		**Result.** The dispersion is {{dispersion}}. The Poisson model puts the change {{poisson.z}} standard errors from none; its
		standard error is {{poisson.se}}, that of the quasi-Poisson model {{quasi.se}} and that of the negative binomial {{negative.se}}. The
		test of Mann and Kendall, which assumes no distribution but takes the years as independent, gives p = {{recent.p}}.`)
	s.Table("dispersion", "A steady change a year of the world's prosecutions, by what the model allows for", dispersionTable(ordinary, quasi, negative))
	s.Text(`
		**Caveat.** Totals of many governments are no independent counts: one large country that reports late moves the sum. No model of the
		sum mends that.`)
}

func dispersionTable(list ...*poisson.FitResult) figure.Table {
	t := figure.Table{Columns: []string{"Model", "Change a year (%)", "Lower (%)", "Upper (%)", "Standard error of the logarithm", "Dispersion"}}
	percent := func(v float64) string { return strconv.FormatFloat(100*v, 'f', 1, 64) }
	for _, fit := range list {
		interval := notebook.Must(fit.WaldInterval(1, level))
		t.Rows = append(t.Rows, []string{
			fit.Family.String(), percent(yearly(interval.Estimate)), percent(yearly(interval.Lower)), percent(yearly(interval.Upper)),
			strconv.FormatFloat(fit.StandardErrors[1], 'f', 4, 64), strconv.FormatFloat(fit.Dispersion, 'f', 2, 64),
		})
	}
	return t
}
