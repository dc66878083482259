package poisson

import "fmt"

// Method is a way to compute an interval for a rate. Below, x is the number of events, m
// the mean of a count over the exposure that was observed, of which the limits are divided
// by the exposure, and z the normal quantile of the level.
//
// The zero value, Garwood, is the one that we recommend: it is exact, so that its
// coverage never falls below the level, and has no condition on the size of the count.
//
// Most of them are compared by L. Barker, Am. Stat. 56 (2002) 85, and V. V. Patil and
// H. V. Kulkarni, REVSTAT 10 (2012) 211.
type Method int

const (
	// Garwood is the exact interval with equal tails (Garwood 1936).
	Garwood Method = iota
	// MidP is Garwood with half of the probability of x left out of each tail (Lancaster
	// 1961; Cohen and Yang 1994). It covers the level on average, not always; take it where
	// Garwood is too cautious.
	MidP
	// Score is the interval of the m with (x - m)^2 <= z^2 m, that is
	// x + z^2/2 -+ z sqrt(x + z^2/4) (Rao 1948). It is a closed form, close to the level on
	// average.
	Score
	// Byar approximates Garwood by cube roots (Breslow and Day 1987, section 2.3):
	// x (1 - 1/(9x) - z/(3 sqrt(x)))^3 and y (1 - 1/(9y) + z/(3 sqrt(y)))^3, with y = x + 1.
	// It is here for comparison with published tables; from ten events on it differs from
	// Garwood by less than 0.03.
	Byar
	// Jeffreys has the quantiles of the posterior Gamma(x + 1/2) with equal tails, but
	// reaches to 0 for x = 0 (Brown, Cai and DasGupta 2003). It covers the level on average.
	Jeffreys
	// Wald is the textbook interval x -+ z sqrt(x), cut off at 0. Its coverage is far below
	// the level for small counts, and it has no width for x = 0; it is here to compare with,
	// not to report.
	Wald
	// ByarHalf is the other formula of that name: Byar's with x + 1/2 in place of both x
	// and x + 1 (Rothman and Boice 1979). It approximates MidP.
	ByarHalf
)

// methods holds, by Method, its name and the function that computes the limits for the
// mean of a count of at least 0 events and a level in (-1, 1), of which (1 - level)/2 is
// left out at each side: a negative level arises for one-sided bounds. The lower limit
// counts for events > 0 only, and need not be positive.
var methods = [...]struct {
	name   string
	limits func(events int, level float64) (lower, upper float64)
}{
	Garwood:  {"Garwood exact", garwood},
	MidP:     {"mid-P", midP},
	Score:    {"score", score},
	Byar:     {"Byar", byar},
	Jeffreys: {"Jeffreys", jeffreys},
	Wald:     {"Wald", wald},
	ByarHalf: {"Byar, shifted by one half", byarHalf},
}

func (m Method) known() bool { return m >= 0 && int(m) < len(methods) }

// String returns the name under which the method is known in the literature.
func (m Method) String() string {
	if m.known() {
		return methods[m].name
	}
	return fmt.Sprintf("Method(%d)", int(m))
}

func (p *problems) method(m Method) {
	if !m.known() {
		p.add("unknown method %v: expected Garwood, MidP, Score, Byar, ByarHalf, Jeffreys or Wald", m)
	}
}

// RatioMethod is a way to compute an interval for the ratio of two rates.
//
// The zero value, ExactCentral, is the one that we recommend: it is exact for counts
// of any size, and agrees with the p-value of Compare.
type RatioMethod int

const (
	// ExactCentral conditions on the total of both counts, which leaves a binomial
	// proportion, and transforms its Clopper-Pearson limits (Przyborowski and Wilenski
	// 1940; Lehmann and Romano 2005, section 4.5). It agrees with ExactConditional.
	ExactCentral RatioMethod = iota
	// MidPRatio does so with the mid-P limits (Lancaster 1961; Fay 2010): shorter, with the
	// level on average, not always. It agrees with MidPConditional.
	MidPRatio
	// ScoreRatio does so with Wilson's limits, which are those of the score test without
	// conditioning too (Graham, Mengersen and Morton 2003). It agrees with ScoreTest.
	ScoreRatio
)

// ratioMethods holds, by RatioMethod, its name and the function that computes the limits
// for the odds of x1 successes and x2 failures, not both 0, for a level in (-1, 1).
var ratioMethods = [...]struct {
	name string
	odds func(x1, x2 int, level float64) (lower, upper float64)
}{
	ExactCentral: {"exact conditional, central", exactOdds},
	MidPRatio:    {"mid-P conditional, central", midPOdds},
	ScoreRatio:   {"score", scoreOdds},
}

func (m RatioMethod) known() bool { return m >= 0 && int(m) < len(ratioMethods) }

// String returns the name of the method.
func (m RatioMethod) String() string {
	if m.known() {
		return ratioMethods[m].name
	}
	return fmt.Sprintf("RatioMethod(%d)", int(m))
}

// TestMethod is a way to test that two rates are equal.
//
// The zero value, ExactConditional, is the one that we recommend: it is exact for
// counts of any size, and agrees with the interval of Ratio.
type TestMethod int

const (
	// ExactConditional is the binomial test of one count given the total of both
	// (Przyborowski and Wilenski 1940). Two-sided it is central: twice the smaller
	// tail, at most 1. It agrees with ExactCentral.
	ExactConditional TestMethod = iota
	// MidPConditional is ExactConditional with half the probability of the observed counts
	// (Lancaster 1961; Fay 2010), two-sided central. Its p-value may be slightly too small.
	// It agrees with MidPRatio.
	MidPConditional
	// ScoreTest is normal: two-sided it is the chi-squared test of x1 and x2 against their
	// expectations. It agrees with ScoreRatio.
	ScoreTest
	// ETest takes the exact distribution of the standardized difference of both rates,
	// with the common rate as estimated (Krishnamoorthy and Thomson 2004), for up to
	// 1,000,000,000 events. It has more power than ExactConditional, and its p-value
	// may be slightly too small. Two-sided it counts all outcomes whose difference is as far
	// from 0; do not use it so where the exposures differ by more than a factor of about
	// five: T is then skew, and outcomes that nobody calls extreme are counted on the other
	// side. No interval of this package agrees with it.
	ETest
)

var testMethods = [...]struct{ name, twoSided string }{
	ExactConditional: {"exact conditional", ", central two-sided"},
	MidPConditional:  {"mid-P conditional", ", central two-sided"},
	ScoreTest:        {"score", ""},
	ETest:            {"E-test", ", two-sided by absolute statistic"},
}

func (m TestMethod) known() bool { return m >= 0 && int(m) < len(testMethods) }

// String returns the name of the method.
func (m TestMethod) String() string {
	if m.known() {
		return testMethods[m].name
	}
	return fmt.Sprintf("TestMethod(%d)", int(m))
}
