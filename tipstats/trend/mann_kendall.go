package trend

import (
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/infer"
)

// MannKendallResult is the result of the Mann-Kendall test for a trend.
type MannKendallResult struct {
	// Test holds P, LogP, Alternative, Method and Warnings; Statistic is S.
	infer.Test
	// N is the number of values.
	N int
	// S is the number of pairs of which the later value is larger, less the number of
	// pairs of which it is smaller.
	S int
	// Tau is Kendall's tau-b between the values and their order, in [-1, 1]. It is 0 if
	// all values are equal, where it has no value; a warning then says so.
	Tau float64
	// Exact reports whether P comes from the exact distribution of S, rather than from
	// the normal one.
	Exact bool
	// MinP is the smallest p-value that N values with these ties could have reached
	// against the same alternative: 1/3 for three different values, two-sided.
	MinP float64
	// Variance is the variance of S without a trend, corrected for ties.
	Variance float64
	// Z is S, moved towards 0 by 1, over its standard deviation. P comes from it if
	// Exact is false.
	Z float64
}

// MannKendall tests whether the values of y, in the order of time, have a monotonic
// trend. Greater is the alternative that they rise, Less that they fall.
//
// S is the sum of sign(y[j] - y[i]) over all i < j. Without a trend every order of the
// values is equally likely. P is exact up to 170 values without ties and up to 50 with
// ties, by counting the orders of the values (of the tied values as they are) with each
// number of inversions. For longer series it is normal, with variance (n(n-1)(2n+5) - sum
// t(t-1)(2t+5))/18 over the sizes t of tie groups, and with the continuity correction.
// The distribution is symmetric, so that twice the smaller tail and the probability of a
// |S| at least as large are the same two-sided P. Time is of order n log n, and n^3 for the
// exact distribution.
//
// Only the order of the years matters; they need not be evenly spaced, and a year that is
// missing is left out. Fewer than two values, NaN and infinities are errors.
//
// Do not use it for values that depend on those before them other than by the trend, or
// for seasonal figures: P is then too small.
//
// Sources: Mann, Econometrica 13 (1945) 245; Kendall, Rank Correlation Methods, 4th ed.
// (1975).
func MannKendall(y []float64, alt infer.Alternative) (MannKendallResult, error) {
	var p problems
	p.pairs(len(y))
	p.finite("y", y)
	if err := infer.CheckAlternative(alt); err != nil {
		p.add("%w", err)
	}
	if err := p.err(); err != nil {
		return MannKendallResult{}, err
	}
	sorted := slices.Clone(y)
	inversions := sortCounting(sorted, make([]float64, len(y)))
	null := newKendallNull(tieSizes(sorted))
	s := null.pairs - 2*inversions
	r := MannKendallResult{
		N:        len(y),
		S:        s,
		Tau:      null.tau(s),
		Exact:    null.exact,
		Variance: null.variance,
		Z:        null.score(s),
		MinP:     math.Exp(null.logP(null.extreme(alt), alt)),
	}
	r.Statistic = float64(s)
	r.Alternative = alt
	r.LogP = null.logP(s, alt)
	r.P = math.Exp(r.LogP)
	r.Method = "Mann-Kendall, " + null.describe()
	r.Warnings = r.warnings(null)
	return r, nil
}

// warnings returns what the sample cannot say.
func (r MannKendallResult) warnings(null kendallNull) []string {
	if null.pairs == 0 {
		return []string{"all values are equal: there is no trend to test, and tau has no value"}
	}
	if r.MinP > 0.05 {
		return []string{fmt.Sprintf("%d values cannot reach p = 0.05: the smallest attainable p-value (%v) is %.3g", r.N, r.Alternative, r.MinP)}
	}
	return nil
}

// logP returns the log of the p-value of s.
func (d kendallNull) logP(s int, alt infer.Alternative) float64 {
	switch alt {
	case infer.Less:
		return d.logUpper(-s)
	case infer.Greater:
		return d.logUpper(s)
	}
	return d.logTwoSided(s)
}

// extreme returns the S that speaks most for alt.
func (d kendallNull) extreme(alt infer.Alternative) int {
	if alt == infer.Less {
		return -d.pairs
	}
	return d.pairs
}

// tau returns Kendall's tau-b of s, when the values alone are tied.
func (d kendallNull) tau(s int) float64 {
	if d.pairs == 0 {
		return 0
	}
	all := float64(d.n) * (float64(d.n) - 1) / 2
	return float64(s) / math.Sqrt(all*float64(d.pairs))
}

// score returns the normal score of s with the continuity correction.
func (d kendallNull) score(s int) float64 {
	switch {
	case s > 0:
		return (float64(s) - 1) / math.Sqrt(d.variance)
	case s < 0:
		return (float64(s) + 1) / math.Sqrt(d.variance)
	}
	return 0
}

// describe names the distribution that p-values come from.
func (d kendallNull) describe() string {
	if d.exact {
		return "exact distribution of S"
	}
	return "normal approximation of S, corrected for ties and continuity"
}
