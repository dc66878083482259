package poisson

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/glm"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// maxListed bounds how many problems of a list of counts one error names.
const maxListed = 98

// DispersionTest tests that counts vary around one rate as Poisson counts do, by their index
// of dispersion: X^2 = sum((x - e)^2/e), where e is the exposure times the pooled rate, is
// chi-squared with n - 1 degrees of freedom if they do (Fisher, Thornton and MacKenzie, Ann.
// Appl. Biol. 9 (1922) 325; Cochran, Biometrics 10 (1954) 417). Statistic is X^2; over its
// degrees of freedom it is the dispersion.
//
// Greater is the alternative that they vary more (over-dispersion), Less that they vary
// less; the two-sided p-value is twice the smaller tail, at most 1. Exposures may be nil if
// they are equal. The distribution is approximate: a warning says where an expected count is
// below 1. If all counts are 0, P is 1 with a warning.
//
// Fewer than 2 counts, negative counts, exposures that are not finite and larger than 0, and
// lengths that differ are errors that name every problem.
//
// Do not use it for counts that follow a trend, which it takes for over-dispersion: fit the
// trend and use the DispersionTest of the FitResult.
func DispersionTest(counts []int, exposures []float64, alt infer.Alternative) (infer.Test, error) {
	if err := checkDispersion(counts, exposures, alt); err != nil {
		return infer.Test{}, err
	}
	exposure := func(i int) float64 {
		if exposures == nil {
			return 1
		}
		return exposures[i]
	}
	largest := 0.0 // scales the exposures, so that their sum is a number
	for i := range counts {
		largest = math.Max(largest, exposure(i))
	}
	events, total := 0.0, 0.0
	for i, x := range counts {
		events += float64(x)
		total += exposure(i) / largest
	}
	const method = "index of dispersion, chi-squared"
	if events == 0 {
		return newTest(0, 0, alt, method, []string{"no events: the data say nothing about their dispersion"}), nil
	}
	statistic, least := 0.0, math.Inf(1)
	for i, x := range counts {
		expected := events * (exposure(i) / largest / total)
		least = math.Min(least, expected)
		distance := float64(x) - expected
		if distance != 0 {
			statistic += distance * (distance / expected)
		}
	}
	var warnings []string
	if least < 1 {
		warnings = append(warnings, "an expected count is below 1: the chi-squared distribution is a rough approximation")
	}
	name := method
	if alt == infer.TwoSided {
		name += ", central two-sided"
	}
	return newTest(statistic, logChiSquared(statistic, len(counts)-1, alt), alt, name, warnings), nil
}

// logChiSquared returns the log of the p-value of a chi-squared statistic.
func logChiSquared(statistic float64, df int, alt infer.Alternative) float64 {
	lower, upper := tail.LogGamma(statistic/2, float64(df)/2)
	switch alt {
	case infer.Less:
		return lower
	case infer.Greater:
		return upper
	}
	return math.Min(0, math.Ln2+math.Min(lower, upper))
}

func checkDispersion(counts []int, exposures []float64, alt infer.Alternative) error {
	var p problems
	if len(counts) < 2 {
		p.add("%d counts: a dispersion needs at least 2", len(counts))
	}
	if exposures != nil && len(exposures) != len(counts) {
		p.add("%d exposures for %d counts: expected one for each", len(exposures), len(counts))
	}
	for i := 0; i < len(counts) && len(p) < maxListed; i++ {
		p.count(fmt.Sprintf("counts[%d]", i), counts[i])
	}
	for i := 0; i < len(exposures) && len(p) < maxListed; i++ {
		p.exposure(fmt.Sprintf("exposures[%d]", i), exposures[i])
	}
	if err := infer.CheckAlternative(alt); err != nil {
		p.add("%w", err)
	}
	return p.err()
}

// DispersionTest tests that the counts of a model vary around the fitted means as Poisson
// counts do, against the negative binomial alternative, by Dean's score test:
// sum((y - m)^2 - y + h m)/sqrt(2 sum(m^2)) is normal if they do, where m is the fitted mean
// and h the leverage of the row, which corrects for the fitted coefficients (Dean, J. Am.
// Stat. Assoc. 87 (1992) 451, statistic P_B). Statistic is that value.
//
// Greater is the alternative that the counts are over-dispersed; choose it unless
// under-dispersion is of interest. Weights count rows. A FitResult of the negative binomial family
// with a finite Theta is an error: fit Poisson first. The normal distribution is approximate,
// and rough for fewer than some 20 counts.
func (r *FitResult) DispersionTest(alt infer.Alternative) (infer.Test, error) {
	var p problems
	if err := infer.CheckAlternative(alt); err != nil {
		p.add("%w", err)
	}
	if r.Family == NegativeBinomial && !math.IsInf(r.Theta, 1) {
		p.add("the fitted model already has a dispersion of its own: test the Poisson model")
	}
	if err := p.err(); err != nil {
		return infer.Test{}, err
	}
	sum, squares := 0.0, 0.0
	leverages := r.fit.Leverages()
	for i, mean := range r.fit.Mean {
		w := r.fit.Weight(i)
		if w == 0 {
			continue
		}
		y := r.fit.Response(i)
		distance := y - mean
		// h is the leverage of a row as a whole, so that w rows have h/w each.
		sum += float64(w*(float64(distance*distance)-y)) + float64(leverages[i]*mean)
		squares += float64(w * float64(mean*mean))
	}
	statistic := sum / math.Sqrt(2*squares)
	return newTest(statistic, logTail(glm.Reference{}, statistic, alt), alt, "Dean's score test for over-dispersion, P_B, normal", nil), nil
}
