package poisson

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// Compare tests that two rates are equal: that of x1 events in the exposure t1 and
// that of x2 events in the exposure t2. Less is the alternative that the first rate is
// the smaller one. Statistic is x1 for the conditional tests.
//
// ExactConditional uses that x1, given the total x1 + x2, is binomial with success
// probability p = t1/(t1 + t2) if the rates are equal (Przyborowski and Wilenski,
// Biometrika 31 (1940) 313). Its two-sided p-value is central: twice the smaller of the
// tails P(X <= x1) and P(X >= x1), at most 1. It is not the sum of all outcomes that are
// no more probable than x1, which other software reports beside an interval that
// contradicts it. It agrees with Ratio: the interval excludes 1 if and only if
// P < 1 - level. MidPConditional, with mid-P tails, agrees so with MidPRatio at levels of one
// half or more.
//
// ScoreTest has the statistic z = (x1 - n p)/sqrt(n p (1-p)) with n = x1 + x2, a normal
// p-value, and agrees with ScoreRatio. ETest has the statistic
// (x1/t1 - x2/t2)/sqrt(x1/t1^2 + x2/t2^2), 0 if both counts are 0, and adds the probability
// of all pairs of counts for which it is as extreme, both counts Poisson with the common
// rate (x1 + x2)/(t1 + t2) (K. Krishnamoorthy and J. Thomson, J. Stat. Plan. Inference 119
// (2004) 23). It does not allow for the error of that rate, and so is not exact.
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
	if !m.known() {
		p.add("unknown method %v: expected ExactConditional, MidPConditional, ScoreTest or ETest", m)
	}
	if x2 > math.MaxInt-max(x1, 0) {
		p.add("the total of %d and %d events is too large for this machine", x1, x2)
	} else if m == ETest && x1+x2 > largestETest {
		p.add("the E-test is computed for up to %d events, not for %d: use ScoreTest, which then differs little", largestETest, x1+x2)
	}
	if err := p.err(); err != nil {
		return infer.Test{}, err
	}
	method := m.String()
	if alt == infer.TwoSided {
		method += testMethods[m].twoSided
	}
	statistic, logP := compare(x1, t1, x2, t2, alt, m)
	return infer.Test{
		Statistic:   statistic,
		P:           math.Exp(logP),
		LogP:        logP,
		Alternative: alt,
		Method:      method,
		Warnings:    pairWarnings(x1, x2, m == ExactConditional),
	}, nil
}

// compare returns the statistic and the log of the p-value.
func compare(x1 int, t1 float64, x2 int, t2 float64, alt infer.Alternative, m TestMethod) (statistic, logP float64) {
	switch {
	case x1 == 0 && x2 == 0:
		return 0, 0
	case m == ETest:
		e := newETest(x1, t1, x2, t2)
		return e.observed, e.logP(alt)
	}
	p, q := 1/(1+t2/t1), 1/(1+t1/t2)
	n := x1 + x2
	statistic = float64(x1)
	var less, greater float64
	switch m {
	case ExactConditional:
		less, greater = tail.LogBinomialAtMost(x1, n, p, q), tail.LogBinomialAtLeast(x1, n, p, q)
	case MidPConditional:
		less, greater = tail.LogBinomialMid(x1, n, p, q)
	case ScoreTest:
		statistic = (float64(x1)*q - float64(x2)*p) / math.Sqrt(float64(n)*p*q)
		less, greater = tail.LogNormalUpper(-statistic), tail.LogNormalUpper(statistic)
	}
	switch alt {
	case infer.Less:
		return statistic, less
	case infer.Greater:
		return statistic, greater
	}
	return statistic, math.Min(0, math.Ln2+math.Min(less, greater))
}
