package proportion

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// Homogeneity tests that k groups have one proportion, of which x[i] out of n[i] were
// observed, by Pearson's chi-squared test:
//
//	Statistic = sum of (x[i] - n[i] p)^2 / (n[i] p q),  p = 1 - q = sum of x / sum of n,
//
// which has k - 1 degrees of freedom (K. Pearson, Phil. Mag. 50 (1900) 157). The p-value is
// the upper tail, against every kind of difference. For two groups it is the two-sided
// Score test of Compare.
//
// Where all groups have no success, or all no failure, Statistic is 0, P is 1, and a
// warning says that the data are silent. Another warning says when expected counts are
// too small for the approximation (one below 1, or more than a fifth below 5; W. G.
// Cochran, Biometrics 10 (1954) 417).
//
// Valid are two groups or more, as many x as n, n[i] >= 1 and 0 <= x[i] <= n[i]; anything
// else is an error that names every problem, at most 100.
//
// Do not use it where the groups have an order, such as years: TrendTest is then far more
// powerful against a trend. It does not say which groups differ: Compare them in pairs,
// and Adjust the p-values.
func Homogeneity(x, n []int) (infer.Test, error) {
	var p groupProblems
	p.many(x, n)
	if err := p.err(); err != nil {
		return infer.Test{}, err
	}
	method := fmt.Sprintf("Pearson chi-squared, degrees of freedom: %d", len(x)-1)
	successes, total := totals(x, n)
	result := infer.Test{P: 1, Method: method}
	if successes == 0 || successes == total {
		result.Warnings = []string{warnSameOutcome}
		return result, nil
	}
	failures := total - successes
	for i := range x {
		size := float64(n[i])
		excess := crossDifference(float64(x[i]), total, size, successes) / total
		result.Statistic += excess / size * total / successes * (excess * total / failures)
	}
	_, result.LogP = tail.LogGamma(result.Statistic/2, float64(len(x)-1)/2)
	result.P = math.Exp(result.LogP)
	if tooSparse(n, math.Min(successes, failures)/total, math.Max(successes, failures)/total) {
		result.Warnings = []string{"more than a fifth of the expected counts are below 5, or one is below 1: the chi-squared approximation is poor"}
	}
	return result, nil
}

const warnSameOutcome = "all outcomes are the same in all groups: the data cannot speak against equality"

// many checks the counts of several groups.
func (p *groupProblems) many(x, n []int) {
	if len(x) != len(n) {
		p.add("%d numerators and %d denominators: expected as many of each", len(x), len(n))
		return
	}
	if len(x) < 2 {
		p.add("%d groups: expected two or more", len(x))
	}
	total := 0
	for i := range x {
		if len(*p) >= mostProblems {
			return
		}
		p.group(fmt.Sprintf("group %d", i+1), x[i], n[i])
		if n[i] > math.MaxInt-total {
			p.add("the groups are too large together for this machine")
			return
		}
		total += max(n[i], 0)
	}
}

// mostProblems is the number of problems that an error lists at most, or nearly.
const mostProblems = 100

func totals(x, n []int) (successes, total float64) {
	for i := range x {
		successes += float64(x[i])
		total += float64(n[i])
	}
	return successes, total
}

// tooSparse is Cochran's rule, for the expected counts n[i] rarer and n[i] commoner.
func tooSparse(n []int, rarer, commoner float64) bool {
	below5 := 0
	for _, size := range n {
		if float64(size)*rarer < 1 {
			return true
		}
		if float64(size)*rarer < 5 {
			below5++
		}
		if float64(size)*commoner < 5 {
			below5++
		}
	}
	return 5*below5 > 2*len(n)
}
