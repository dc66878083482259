package proportion

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// TestMethod is a way to test that two proportions are equal.
//
// The zero value, Score, is Pearson's chi-squared test: it needs no choice beyond the
// data, is close to its level unless expected counts are small (a warning then says so),
// and has intervals that agree with it. In small samples take Boschloo, which is exact
// and more powerful than Fisher's test.
type TestMethod int

const (
	// Score is the score test with pooled variance, two-sided the same as Pearson's
	// chi-squared test without continuity correction (Pearson 1900). It agrees with Mee
	// and Koopman.
	Score TestMethod = iota
	// ScoreN1 multiplies the variance by N/(N-1) (E. S. Pearson 1947; Campbell 2007). It
	// agrees with MiettinenNurminen, MiettinenNurminenRatio and ScoreOdds.
	ScoreN1
	// FisherExact conditions on the number of successes in both groups together (Fisher
	// 1935). Two-sided it is central: twice the smaller tail, at most 1. It agrees with
	// ConditionalExact.
	FisherExact
	// FisherMidP is FisherExact with half the probability of the observed table
	// (Lancaster 1961), two-sided central. It agrees with ConditionalMidP.
	FisherMidP
	// Barnard takes the score statistic and maximizes its exact p-value over the common
	// proportion (Suissa and Shuster 1985), for up to 10,000 in both groups together.
	// Two-sided it counts all tables whose statistic is as far from 0.
	Barnard
	// Boschloo takes Fisher's one-sided p-value as the statistic and maximizes over the
	// common proportion (Boschloo 1970), for up to 10,000 in both groups together. It
	// never has a larger p-value than Fisher's test. Two-sided it is central.
	Boschloo
	// FisherExactByProbability is Fisher's test whose two-sided p-value adds up all
	// tables that are no more probable than the observed one (Freeman and Halton 1951):
	// the one that R reports. No interval agrees with it; one-sided it is FisherExact.
	FisherExactByProbability
)

var testMethods = [...]struct{ name, twoSided string }{
	Score:                    {"score (Pearson chi-squared)", ""},
	ScoreN1:                  {"score with N-1 (E. S. Pearson)", ""},
	FisherExact:              {"Fisher exact", ", central two-sided"},
	FisherMidP:               {"Fisher mid-P", ", central two-sided"},
	Barnard:                  {"Barnard unconditional exact, pooled score statistic", ", two-sided by absolute score"},
	Boschloo:                 {"Boschloo unconditional exact", ", central two-sided"},
	FisherExactByProbability: {"Fisher exact", ", two-sided by probability"},
}

func (m TestMethod) known() bool { return m >= 0 && int(m) < len(testMethods) }

func (m TestMethod) unconditional() bool { return m == Barnard || m == Boschloo }

// String returns the name of the method.
func (m TestMethod) String() string {
	switch {
	case m == FisherExactByProbability:
		return "Fisher exact by probability"
	case m.known():
		return testMethods[m].name
	}
	return fmt.Sprintf("TestMethod(%d)", int(m))
}

// Compare tests that two proportions are equal: that of x1 out of n1 and that of x2 out
// of n2, in independent groups. Less is the alternative that the first is the smaller.
//
// Statistic is, for Score, ScoreN1 and Barnard, the score
//
//	z = (x1/n1 - x2/n2) / sqrt(c p q (1/n1 + 1/n2)),  p = 1 - q = (x1+x2)/(n1+n2),
//
// with c = N/(N-1) for ScoreN1 and 1 otherwise (z^2 is Pearson's chi-squared), and 0 where
// p is 0 or 1; for the Fisher tests it is x1; for Boschloo it is Fisher's p-value, of the
// alternative or, two-sided, of the alternative that gave the smaller maximum.
//
// The two-sided p-value of the exact tests is defined in the method's own comment, and
// named in Method. An interval agrees with a test, as noted there, if it excludes the null
// value exactly when P < 1 - level.
//
// Valid are n1, n2 >= 1, 0 <= x <= n (at most 2^53 in both groups together for the Fisher
// tests, 10,000 for Barnard and Boschloo), and the alternatives and methods that are declared; anything else is an error
// that names every problem.
//
// Do not use it for matched or overlapping groups, for counts of which one is not part of
// the other (see Compare in package poisson), nor many times without Adjust.
//
// Sources: K. Pearson, Phil. Mag. 50 (1900) 157; E. S. Pearson, Biometrika 34 (1947) 139;
// I. Campbell, Stat. Med. 26 (2007) 3661; R. A. Fisher, J. R. Stat. Soc. 98 (1935) 39; G. H.
// Freeman and J. H. Halton, Biometrika 38 (1951) 141; H. O. Lancaster, J. Am. Stat. Assoc.
// 56 (1961) 223; S. Suissa and J. J. Shuster, J. R. Stat. Soc. A 148 (1985) 317; R. D.
// Boschloo, Stat. Neerl. 24 (1970) 1.
func Compare(x1, n1, x2, n2 int, alt infer.Alternative, m TestMethod) (infer.Test, error) {
	g := groups{x1, n1, x2, n2}
	var p groupProblems
	p.groups(g)
	p.alternative(alt)
	p.testMethod(m)
	if m == FisherExact || m == FisherMidP || m == FisherExactByProbability {
		p.conditional(g, m)
	}
	if m.unconditional() && n1 > 0 && n2 > 0 && (n1 > largestUnconditional || n2 > largestUnconditional-n1) {
		p.add("%v is computed for at most %d in both groups together, not for %d and %d: use ScoreN1, which then differs little", m, largestUnconditional, n1, n2)
	}
	if err := p.err(); err != nil {
		return infer.Test{}, err
	}
	statistic, logP := compare(g, alt, m)
	method := testMethods[m].name
	if alt == infer.TwoSided {
		method += testMethods[m].twoSided
	}
	return infer.Test{
		Statistic:   statistic,
		P:           math.Exp(logP),
		LogP:        logP,
		Alternative: alt,
		Method:      method,
		Warnings:    compareWarnings(g, m),
	}, nil
}

func (p *groupProblems) testMethod(m TestMethod) {
	if !m.known() {
		p.add("unknown method %v: expected Score, ScoreN1, FisherExact, FisherExactByProbability, FisherMidP, Barnard or Boschloo", m)
	}
}

// compare returns the statistic and the log of the p-value.
func compare(g groups, alt infer.Alternative, m TestMethod) (statistic, logP float64) {
	switch m {
	case Barnard:
		return barnard(g, alt)
	case Boschloo:
		return boschloo(g, alt)
	case FisherExactByProbability:
		if alt == infer.TwoSided {
			return float64(g.x1), logByProbability(g)
		}
		m = FisherExact
	}
	statistic = float64(g.x1)
	if m == Score || m == ScoreN1 {
		statistic = scoreStatistic(g, m)
	}
	less, greater := logOneSided(g, m)
	return statistic, chooseTail(less, greater, alt)
}

// chooseTail returns the log p-value of an alternative from those of both tails; the
// two-sided one is central.
func chooseTail(logLess, logGreater float64, alt infer.Alternative) float64 {
	switch alt {
	case infer.Less:
		return logLess
	case infer.Greater:
		return logGreater
	}
	return math.Min(0, math.Ln2+math.Min(logLess, logGreater))
}

// compareWarnings says that the groups are silent, or too small for a score test.
func compareWarnings(g groups, m TestMethod) []string {
	if g.none() || g.all() {
		return []string{"all outcomes are the same in both groups: the data cannot speak against equality"}
	}
	if m != Score && m != ScoreN1 {
		return nil
	}
	successes := float64(g.x1) + float64(g.x2)
	failures := float64(g.n1-g.x1) + float64(g.n2-g.x2)
	smaller := float64(min(g.n1, g.n2))
	if expected := smaller * (math.Min(successes, failures) / (successes + failures)); expected < 5 {
		return []string{fmt.Sprintf("the smallest expected count is %.2g, below 5: the score test is approximate there, Boschloo's is exact", expected)}
	}
	return nil
}
