package proportion

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// OddsMethod is a way to compute an interval for the odds ratio of two groups.
//
// The zero value, ConditionalExact, is the one that we recommend: its coverage never
// falls below the level, and it agrees with Fisher's exact test.
type OddsMethod int

const (
	// ConditionalExact conditions on the number of successes in both groups together and
	// inverts both one-sided tests at half the error each (Cornfield 1956; Gart 1970):
	// central. Its estimate is the conditional maximum likelihood estimate. It agrees
	// with Compare by FisherExact.
	ConditionalExact OddsMethod = iota
	// ConditionalMidP does so with half the probability of the observed table in each
	// tail (Lancaster 1961): shorter, close to the level on average. Its estimate is the
	// median-unbiased one. It agrees with Compare by FisherMidP.
	ConditionalMidP
	// ScoreOdds is the score interval with the variance factor N/(N-1) (Cornfield 1956;
	// Miettinen and Nurminen 1985). It agrees with Compare by ScoreN1.
	ScoreOdds
	// Woolf is the Wald interval on the log scale (Woolf 1955). It has no limits where a
	// cell is 0.
	Woolf
)

var oddsMethods = [...]struct {
	name   string
	limits func(g groups, level float64) (lower, upper float64)
}{
	ConditionalExact: {"conditional exact, central", conditionalExact},
	ConditionalMidP:  {"conditional mid-P, central", conditionalMidP},
	ScoreOdds:        {"Miettinen-Nurminen odds ratio", scoreOdds},
	Woolf:            {"Woolf", woolf},
}

func (m OddsMethod) known() bool { return m >= 0 && int(m) < len(oddsMethods) }

// conditional reports whether the method conditions on the total of successes.
func (m OddsMethod) conditional() bool { return m == ConditionalExact || m == ConditionalMidP }

// String returns the name of the method.
func (m OddsMethod) String() string {
	if m.known() {
		return oddsMethods[m].name
	}
	return fmt.Sprintf("OddsMethod(%d)", int(m))
}

// OddsRatio returns the confidence interval for p1 q2/(q1 p2), the ratio of the odds of
// success (p to q = 1 - p) in two independent groups, of which x1 out of n1 and x2 out of
// n2 were observed. It has no unit, and the limits are in [0, +Inf].
//
// The estimate is x1 (n2-x2) / ((n1-x1) x2) for ScoreOdds and Woolf. For ConditionalExact
// it is the ratio at which the expected count, given all margins, is x1; for
// ConditionalMidP that at which both tails are one half, the point to which its interval
// shrinks (Hirji, Tsiatis and Mehta, Am. Stat. 43 (1989) 7). Both are a little nearer to 1.
//
// ConditionalExact rests on this: given the total x1 + x2, x1 has Fisher's noncentral
// hypergeometric distribution, which depends on the odds ratio alone. The limits are the
// ratios at which P(X >= x1) and P(X <= x1) are half of 1 - level. ScoreOdds solves
// (x1 - m1)^2 (1/m1 + 1/(n1-m1) + 1/m2 + 1/(n2-m2)) = z^2 N/(N-1), where m1 + m2 = x1 + x2
// are the expected counts. Woolf is exp(log(estimate) -+ z sqrt(sum of 1/cell)).
//
// If x1 = 0 or x2 = n2 the estimate and the lower limit are 0; if x2 = 0 or x1 = n1 the
// estimate and the upper limit are +Inf. Without a success, or without a failure, in both
// groups together the interval is (0, +Inf), the estimate is NaN, and a warning says that
// the data are silent.
//
// Valid are n1, n2 >= 1 (at most 2^53 together for the conditional methods), 0 <= x <= n, a level in (0, 1), and the methods declared here;
// anything else is an error that names every problem.
//
// Use it where groups were sampled by outcome, or to compare with a logistic regression.
// Do not read it as a ratio of probabilities: 89 of 160 against 40 of 160 is 3.8 times the
// odds, but 2.2 times the proportion (see RiskRatio).
//
// Sources: J. Cornfield, Proc. Third Berkeley Symp. 4 (1956) 135; J. J. Gart, Biometrika
// 57 (1970) 471; H. O. Lancaster, J. Am. Stat. Assoc. 56 (1961) 223; O. Miettinen and M.
// Nurminen, Stat. Med. 4 (1985) 213; B. Woolf, Ann. Hum. Genet. 19 (1955) 251.
func OddsRatio(x1, n1, x2, n2 int, level float64, m OddsMethod) (infer.Interval, error) {
	g := groups{x1, n1, x2, n2}
	var p groupProblems
	p.groups(g)
	p.level(level)
	if !m.known() {
		p.add("unknown method %v: expected ConditionalExact, ConditionalMidP, ScoreOdds or Woolf", m)
	}
	if m.conditional() {
		p.conditional(g, m)
	}
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	iv := infer.Interval{Estimate: math.NaN(), Upper: math.Inf(1), Level: level, Method: m.String()}
	switch {
	case g.none():
		iv.Warnings = []string{warnNoSuccess}
		return iv, nil
	case g.all():
		iv.Warnings = []string{warnNoFailure}
		return iv, nil
	}
	iv.Estimate = g.odds()
	switch m {
	case ConditionalExact:
		iv.Estimate = conditionalEstimate(g)
	case ConditionalMidP:
		iv.Estimate = medianUnbiased(g)
	}
	iv.Lower, iv.Upper = oddsMethods[m].limits(g, level)
	if m == Woolf && (iv.Estimate == 0 || math.IsInf(iv.Estimate, 1)) {
		iv.Warnings = []string{warnNoLogLimits}
	}
	return around(iv), nil
}

// odds returns the odds ratio of the table.
func (g groups) odds() float64 {
	if g.x2 == 0 || g.x1 == g.n1 {
		return math.Inf(1)
	}
	return float64(g.x1) / float64(g.x2) * (float64(g.n2-g.x2) / float64(g.n1-g.x1))
}

// logOddsNear returns the log of the odds ratio after adding a half to each cell, and its
// standard error: a finite point next to every estimate.
func (g groups) logOddsNear() (logOdds, standardError float64) {
	a, b := float64(g.x1)+0.5, float64(g.n1-g.x1)+0.5
	c, d := float64(g.x2)+0.5, float64(g.n2-g.x2)+0.5
	return math.Log(a/c) + math.Log(d/b), math.Sqrt(1/a + 1/b + 1/c + 1/d)
}
