package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// TrendTest tests for a trend in the proportions of groups that have an order, of which
// x[i] out of n[i] were observed at scores[i], by the Cochran-Armitage test. Greater is the
// alternative that the proportion rises with the score. Statistic is
//
//	z = sum of s[i] (x[i] - n[i] p) / sqrt(p q sum of n[i] (s[i] - s)^2),
//
// with p = 1 - q = sum of x / sum of n and s the mean of the scores weighted by n: the score
// test of the slope in a logistic regression. z does not depend on the scores' origin
// and unit, but it does on their spacing: the scores decide, and there is no default. Use
// the years for years, the midpoints of classes for classes.
//
// For up to 200 observations in all groups together the p-value is exact: conditional on
// the total of successes, sum of s[i] x[i] is distributed as if the successes were drawn
// at random. The distribution is computed group by group (Mehta, Patel and Senchaudhuri
// 1992), not table by table. Two-sided it counts all outcomes that are at least as far from
// the mean as the observed one. Beyond 200 the p-value is that of a normal z; also where
// the scores have so many different sums that the exact distribution would be too large,
// and then a warning says so. Method says which it is.
//
// Where all groups have no success, or all no failure, Statistic is 0, P is 1, and a
// warning says that the data are silent.
//
// Valid are two groups or more, lists of one length, n[i] >= 1, 0 <= x[i] <= n[i], finite
// scores that are not all equal, and a declared alternative; anything else is an error
// that names every problem, at most 100.
//
// Do not use it for counts that are not part of n[i] (see package poisson), nor with
// scores that were chosen after looking at the proportions.
//
// Sources: W. G. Cochran, Biometrics 10 (1954) 417; P. Armitage, Biometrics 11 (1955) 375;
// C. R. Mehta, N. Patel and P. Senchaudhuri, J. Comput. Graph. Stat. 1 (1992) 21.
func TrendTest(x, n []int, scores []float64, alt infer.Alternative) (infer.Test, error) {
	var p groupProblems
	p.many(x, n)
	p.scores(scores, len(x))
	p.alternative(alt)
	if err := p.err(); err != nil {
		return infer.Test{}, err
	}
	successes, total := totals(x, n)
	result := infer.Test{P: 1, Alternative: alt, Method: "Cochran-Armitage"}
	if successes == 0 || successes == total {
		result.Warnings = []string{warnSameOutcome}
		return result, nil
	}
	unit := unitScores(scores)
	result.Statistic = trendStatistic(x, n, unit)
	if total <= largestExactTrend {
		if exact, ok := exactTrend(x, n, unit, alt); ok {
			result.P, result.LogP = exact, math.Log(exact)
			result.Method += ", exact conditional"
			if alt == infer.TwoSided {
				result.Method += ", two-sided by distance from the mean"
			}
			return result, nil
		}
		result.Warnings = []string{"the scores have too many different sums for the exact distribution: the p-value is approximate"}
	}
	result.Method += ", normal"
	z := result.Statistic
	result.LogP = chooseTail(tail.LogNormalUpper(-z), tail.LogNormalUpper(z), alt)
	result.P = math.Exp(result.LogP)
	return result, nil
}

// scores checks the scores of k groups.
func (p *groupProblems) scores(scores []float64, k int) {
	if len(scores) != k {
		p.add("%d scores for %d groups: expected one for each", len(scores), k)
	}
	equal := len(scores) > 0
	for i, s := range scores {
		if len(*p) >= mostProblems {
			return
		}
		if math.IsNaN(s) || math.IsInf(s, 0) {
			p.add("the score of group %d is %v: expected a finite number", i+1, s)
		}
		equal = equal && s == scores[0]
	}
	if equal {
		p.add("all scores are %v: a trend needs two different scores at least", scores[0])
	}
}

// unitScores returns the scores moved and scaled to [0, 1].
func unitScores(scores []float64) []float64 {
	low, high := scores[0], scores[0]
	for _, s := range scores {
		low, high = math.Min(low, s), math.Max(high, s)
	}
	unit := make([]float64, len(scores))
	for i, s := range scores {
		// Halves, so that the range of extreme scores does not overflow.
		unit[i] = (s/2 - low/2) / (high/2 - low/2)
	}
	return unit
}

// trendStatistic returns z.
func trendStatistic(x, n []int, scores []float64) float64 {
	successes, total := totals(x, n)
	mean := 0.0
	for i, s := range scores {
		mean += s * (float64(n[i]) / total)
	}
	covariance, spread := 0.0, 0.0
	for i, s := range scores {
		size := float64(n[i])
		excess := crossDifference(float64(x[i]), total, size, successes) / total
		covariance += (s - mean) * excess
		spread += size * (s - mean) * (s - mean)
	}
	return covariance / math.Sqrt(successes/total*((total-successes)/total)*spread)
}
