package proportion

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// RatioMethod is a way to compute an interval for the ratio of two proportions.
//
// The zero value, MiettinenNurminenRatio, is the one that we recommend: close to its
// level for small groups, with limits where a count is 0, and in agreement with a test.
type RatioMethod int

const (
	// MiettinenNurminenRatio is the score interval with the variance factor N/(N-1)
	// (Miettinen and Nurminen 1985). It agrees with Compare by ScoreN1.
	MiettinenNurminenRatio RatioMethod = iota
	// Koopman is the score interval without that factor (Koopman 1984; Gart and Nam
	// 1988). It agrees with Compare by Score.
	Koopman
	// Katz is the Wald interval on the log scale (Katz, Baptista, Azen and Pike 1978). It
	// has no limits where a count is 0, and covers too little in small groups.
	Katz
)

var ratioMethods = [...]struct {
	name   string
	limits func(g groups, level float64) (lower, upper float64)
}{
	MiettinenNurminenRatio: {"Miettinen-Nurminen ratio", miettinenNurminenRatio},
	Koopman:                {"Koopman", koopman},
	Katz:                   {"Katz", katz},
}

func (m RatioMethod) known() bool { return m >= 0 && int(m) < len(ratioMethods) }

// String returns the name under which the method is known in the literature.
func (m RatioMethod) String() string {
	if m.known() {
		return ratioMethods[m].name
	}
	return fmt.Sprintf("RatioMethod(%d)", int(m))
}

const (
	warnNoSuccess   = "no success in either group: the data say nothing about the ratio"
	warnNoFailure   = "no failure in either group: the data say nothing about the odds ratio"
	warnNoLogLimits = "a count is 0, where this method has no limits: use a score or an exact method"
	warnNoWidth     = "the interval has no width here, which says nothing of the uncertainty: use a score method"
)

// RiskRatio returns the confidence interval for p1/p2, the ratio of two proportions of
// which x1 out of n1 and x2 out of n2 were observed, in independent groups. It has no
// unit; the limits are in [0, +Inf], and the estimate is (x1/n1)/(x2/n2).
//
// The score methods collect the ratios r that the score test does not reject:
//
//	(x1/n1 - r x2/n2)^2 <= z^2 c (p1 q1/n1 + r^2 p2 q2/n2),
//
// with p1 and p2 = p1/r the most likely proportions of that ratio (the root of a
// quadratic), z the normal quantile of the level, and c = N/(N-1) for
// MiettinenNurminenRatio, 1 for Koopman. Katz is
// exp(log(estimate) -+ z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2)).
//
// x2 = 0 makes the estimate and the upper limit +Inf, x1 = 0 the estimate and the lower
// limit 0. Without a success in either group the interval is (0, +Inf), the estimate is
// NaN, and a warning says that the data are silent. Limits that would leave out the
// estimate, by rounding at levels near 0, are moved to it.
//
// Valid are n1, n2 >= 1, 0 <= x <= n, a level in (0, 1), and the methods declared here;
// anything else is an error that names every problem.
//
// Use it for rare outcomes and relative statements ("twice as likely"). Where both
// proportions are large the ratio of successes and that of failures tell different
// stories: use Difference or OddsRatio. Do not use it for ratios of flows, whose
// numerator is not part of the denominator: see Ratio in package poisson.
//
// Sources: O. Miettinen and M. Nurminen, Stat. Med. 4 (1985) 213; P. A. R. Koopman,
// Biometrics 40 (1984) 513; J. J. Gart and J. Nam, Biometrics 44 (1988) 323; D. Katz, J.
// Baptista, S. P. Azen and M. C. Pike, Biometrics 34 (1978) 469.
func RiskRatio(x1, n1, x2, n2 int, level float64, m RatioMethod) (infer.Interval, error) {
	g := groups{x1, n1, x2, n2}
	var p groupProblems
	p.groups(g)
	p.level(level)
	if !m.known() {
		p.add("unknown method %v: expected MiettinenNurminenRatio, Koopman or Katz", m)
	}
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	iv := infer.Interval{
		Estimate: math.NaN(),
		Upper:    math.Inf(1),
		Level:    level,
		Method:   m.String(),
	}
	if g.none() {
		iv.Warnings = []string{warnNoSuccess}
		return iv, nil
	}
	iv.Estimate = g.ratio()
	iv.Lower, iv.Upper = ratioMethods[m].limits(g, level)
	switch {
	case m == Katz && (x1 == 0 || x2 == 0):
		iv.Warnings = []string{warnNoLogLimits}
	case m == Katz && g.all():
		iv.Warnings = []string{warnNoWidth}
	}
	return around(iv), nil
}

// around widens the limits, if they differ from the estimate by rounding only, so that
// they contain it.
func around(iv infer.Interval) infer.Interval {
	iv.Lower = math.Min(iv.Lower, iv.Estimate)
	iv.Upper = math.Max(iv.Upper, iv.Estimate)
	return iv
}

// ratio returns (x1/n1)/(x2/n2), exactly 1 where the proportions are equal.
func (g groups) ratio() float64 {
	if g.x2 == 0 {
		return math.Inf(1)
	}
	if excess := g.ratioExcess(); math.Abs(excess) < 0.5 {
		return 1 + excess
	}
	return float64(g.x1) / float64(g.x2) * (float64(g.n2) / float64(g.n1))
}

// ratioExcess returns ratio() - 1 without cancellation, for x2 > 0.
func (g groups) ratioExcess() float64 {
	n1, x2 := float64(g.n1), float64(g.x2)
	return crossDifference(float64(g.x1), float64(g.n2), x2, n1) / n1 / x2
}

// katz returns the limits of Katz and others (1978), or (0, +Inf) where a count is 0.
func katz(g groups, level float64) (lower, upper float64) {
	if g.x1 == 0 || g.x2 == 0 {
		return 0, math.Inf(1)
	}
	variance := reciprocalDifference(g.x1, g.n1) + reciprocalDifference(g.x2, g.n2)
	factor := math.Exp(tail.NormalTwoSided(level) * math.Sqrt(variance))
	return g.ratio() / factor, g.ratio() * factor
}

// reciprocalDifference returns 1/x - 1/n.
func reciprocalDifference(x, n int) float64 {
	return float64(n-x) / float64(x) / float64(n)
}
