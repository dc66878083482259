package trend

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// CoxStuartResult is the result of the sign test of Cox and Stuart for a trend.
type CoxStuartResult struct {
	// Test holds P, LogP, Alternative, Method and Warnings; Statistic is Rises.
	infer.Test
	// N is the number of values.
	N int
	// Rises, Falls and Ties count the pairs by how the second value compares with the
	// first.
	Rises, Falls, Ties int
	// MinP is the smallest p-value that as many pairs without a tie could have reached
	// against the same alternative.
	MinP float64
}

// CoxStuart tests whether the values of y, in the order of time, have a monotonic trend, by
// pairing the first half with the second: y[i] with y[i+c], c = n/2 rounded up. Greater is
// the alternative that they rise, Less that they fall.
//
// Without a trend each pair rises as often as it falls, so that Rises has a binomial
// distribution with probability 1/2; pairs that are equal are left out, and of an odd
// number of values the middle one. P is exact. The distribution is symmetric, so that twice
// the smaller tail and the probability of a result at least as extreme are the same
// two-sided P.
//
// Fewer than two values, NaN and infinities are errors. It needs no more than that the
// values are independent, and spends much of what they say: [MannKendall] finds the same
// trend in fewer years. Use it for a quick check by hand, or where only the direction of
// change over half the period can be compared. Not for values that depend on those before
// them.
//
// Source: Cox and Stuart, Biometrika 42 (1955) 80, test S2.
func CoxStuart(y []float64, alt infer.Alternative) (CoxStuartResult, error) {
	var p problems
	p.pairs(len(y))
	p.finite("y", y)
	if err := infer.CheckAlternative(alt); err != nil {
		p.add("%w", err)
	}
	if err := p.err(); err != nil {
		return CoxStuartResult{}, err
	}
	r := CoxStuartResult{N: len(y)}
	apart := (len(y) + 1) / 2
	for i := range len(y) / 2 {
		switch first, second := y[i], y[i+apart]; {
		case second > first:
			r.Rises++
		case second < first:
			r.Falls++
		default:
			r.Ties++
		}
	}
	r.Statistic = float64(r.Rises)
	r.Alternative = alt
	r.LogP = signLogP(r.Rises, r.Falls, alt)
	r.P = math.Exp(r.LogP)
	untied := r.Rises + r.Falls
	if alt == infer.Less {
		r.MinP = math.Exp(signLogP(0, untied, alt))
	} else {
		r.MinP = math.Exp(signLogP(untied, 0, alt))
	}
	r.Method = "Cox-Stuart, exact sign test of the halves"
	r.Warnings = r.warnings()
	return r, nil
}

// signLogP returns the log of the p-value of the sign test.
func signLogP(rises, falls int, alt infer.Alternative) float64 {
	n := rises + falls
	switch alt {
	case infer.Less:
		return tail.LogBinomialAtMost(rises, n, 0.5, 0.5)
	case infer.Greater:
		return tail.LogBinomialAtMost(falls, n, 0.5, 0.5)
	}
	return math.Min(0, math.Ln2+tail.LogBinomialAtMost(min(rises, falls), n, 0.5, 0.5))
}

func (r CoxStuartResult) warnings() []string {
	if r.Rises+r.Falls == 0 {
		return []string{"no pair of values differs: there is no trend to test"}
	}
	if r.MinP > 0.05 {
		return []string{fmt.Sprintf("%d values cannot reach p = 0.05: the smallest attainable p-value (%v) is %.3g", r.N, r.Alternative, r.MinP)}
	}
	return nil
}
