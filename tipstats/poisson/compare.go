package poisson

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// Compare tests that two rates are equal: that of x1 events in the exposure t1 and
// that of x2 events in the exposure t2. Less is the alternative that the first rate is
// the smaller one. Statistic is x1.
//
// ExactConditional uses that x1, given the total x1 + x2, is binomial with success
// probability t1/(t1 + t2) if the rates are equal (Przyborowski and Wilenski,
// Biometrika 31 (1940) 313). Its two-sided p-value is central: twice the smaller of the
// tails P(X <= x1) and P(X >= x1), at most 1. It is not the sum of all outcomes that are
// no more probable than x1, which other software reports beside an interval that
// contradicts it. It agrees with Ratio: the interval excludes 1 if and only if
// P < 1 - level.
//
// Two counts of 0 give P = 1 and a warning.
//
// Valid are counts >= 0, finite exposures > 0 within a factor of 1e100, and the alternatives and methods that are
// declared; anything else is an error that names every problem. The advice on when not
// to use Ratio applies here too.
func Compare(x1 int, t1 float64, x2 int, t2 float64, alt infer.Alternative, m TestMethod) (infer.Test, error) {
	var p problems
	p.pair(x1, t1, x2, t2)
	if err := infer.CheckAlternative(alt); err != nil {
		p.add("%w", err)
	}
	if m != ExactConditional {
		p.add("unknown method %v: expected ExactConditional", m)
	}
	if x2 > math.MaxInt-max(x1, 0) {
		p.add("the total of %d and %d events is too large for this machine", x1, x2)
	}
	if err := p.err(); err != nil {
		return infer.Test{}, err
	}
	method := m.String()
	if alt == infer.TwoSided {
		method += ", central two-sided"
	}
	warnings := []string{warnDispersion}
	if x1 == 0 && x2 == 0 {
		warnings = []string{warnNoEvents}
	}
	logP := logConditional(x1, t1, x2, t2, alt)
	return infer.Test{
		Statistic:   float64(x1),
		P:           math.Exp(logP),
		LogP:        logP,
		Alternative: alt,
		Method:      method,
		Warnings:    warnings,
	}, nil
}

// logConditional returns the log of the p-value of the exact conditional test.
func logConditional(x1 int, t1 float64, x2 int, t2 float64, alt infer.Alternative) float64 {
	p, q := 1/(1+t2/t1), 1/(1+t1/t2)
	n := x1 + x2
	less := tail.LogBinomialAtMost(x1, n, p, q)
	greater := tail.LogBinomialAtLeast(x1, n, p, q)
	switch alt {
	case infer.Less:
		return less
	case infer.Greater:
		return greater
	}
	return math.Min(0, math.Ln2+math.Min(less, greater))
}
