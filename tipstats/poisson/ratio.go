package poisson

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

const (
	warnPoisson    = "for Poisson counts only: counts are over-dispersed until shown otherwise, and two counts cannot show it; the uncertainty may be much larger"
	warnDispersion = "exact " + warnPoisson
	warnNoEvents   = "no events in either group: the data say nothing about the ratio"
)

// maxExposureRatio keeps every product of odds and exposures in range.
const maxExposureRatio = 1e100

// Ratio returns the confidence interval for the ratio of two rates, the first over
// the second: x1 events in the exposure t1 against x2 events in the exposure t2. The
// estimate is (x1/t1)/(x2/t2), and the limits are in [0, +Inf].
//
// ExactCentral rests on this: given the total x1 + x2, x1 is binomial with success
// probability p = r t1/(r t1 + t2), where r is the ratio of the rates. The limits of
// Clopper and Pearson for p give r = p/(1-p) t2/t1 (Przyborowski and Wilenski,
// Biometrika 31 (1940) 313; Lehmann and Romano, Testing Statistical Hypotheses, 3rd ed.,
// section 4.5). MidPRatio and ScoreRatio transform other limits for p in the same way (M. P.
// Fay, R Journal 2/1 (2010) 53; P. L. Graham, K. Mengersen and A. P. Morton, Stat. Med. 22
// (2003) 2071). The interval excludes 1 if and only if the two-sided p-value of Compare, by
// the method that its comment names, is smaller than 1 - level. With MidPRatio this is so at
// levels of one half or more, where a tail of (1 - level)/2 cannot leave out the estimate; at
// lower ones a limit that would is moved to the estimate, and with it perhaps past 1.
//
// x2 = 0 makes the estimate and the upper limit +Inf. If both counts are 0 the interval
// is (0, +Inf), the estimate is NaN, and a warning says that the data are silent.
//
// Valid are counts >= 0, finite exposures > 0 within a factor of 1e100, a level in (0, 1), and the methods
// declared in this package; anything else is an error that names every problem.
//
// Do not use it where the first count is part of the second (see package proportion),
// or where the same events enter both counts.
func Ratio(x1 int, t1 float64, x2 int, t2, level float64, m RatioMethod) (infer.Interval, error) {
	if err := checkRatio(x1, t1, x2, t2, level, m); err != nil {
		return infer.Interval{}, err
	}
	lower, upper := m.limits(x1, x2, level)
	odds := float64(x1) / float64(x2)
	if odds > 0 { // not NaN
		lower = min(lower, odds)
	}
	if x2 > 0 {
		upper = max(upper, odds)
	}
	return ratioInterval(x1, x2, t2/t1, lower, upper, level, m), nil
}

func checkRatio(x1 int, t1 float64, x2 int, t2, level float64, m RatioMethod) error {
	var p problems
	p.pair(x1, t1, x2, t2)
	p.level(level)
	if !m.known() {
		p.add("unknown method %v: expected ExactCentral, MidPRatio or ScoreRatio", m)
	}
	return p.err()
}

// limits returns the limits for the odds: 0 for x1 = 0 and +Inf for x2 = 0.
func (m RatioMethod) limits(x1, x2 int, level float64) (lower, upper float64) {
	if x1 > 0 || x2 > 0 {
		lower, upper = ratioMethods[m].odds(x1, x2, level)
	}
	if x1 == 0 {
		lower = 0
	}
	if x2 == 0 {
		upper = math.Inf(1)
	}
	return lower, upper
}

// ratioInterval returns the interval whose limits are those for the odds times scale.
func ratioInterval(x1, x2 int, scale, lower, upper, level float64, m RatioMethod) infer.Interval {
	return infer.Interval{
		Estimate: float64(x1) / float64(x2) * scale,
		Lower:    lower * scale,
		Upper:    upper * scale,
		Level:    level,
		Method:   m.String(),
		Warnings: pairWarnings(x1, x2, m == ExactCentral),
	}
}

// pairWarnings says what two counts cannot show.
func pairWarnings(x1, x2 int, exact bool) []string {
	switch {
	case x1 == 0 && x2 == 0:
		return []string{warnNoEvents}
	case exact:
		return []string{warnDispersion}
	}
	return []string{warnPoisson}
}

// exactOdds returns the exact limits for the odds of a binomial proportion of which x1
// successes and x2 failures were observed.
func exactOdds(x1, x2 int, level float64) (lower, upper float64) {
	logTail := math.Log((1 - level) / 2)
	upper = math.Inf(1)
	if x1 > 0 {
		p, q := tail.BetaQuantile(logTail, float64(x1), float64(x2)+1)
		lower = p / q
	}
	if x2 > 0 {
		q, p := tail.BetaQuantile(logTail, float64(x2), float64(x1)+1)
		upper = p / q
	}
	return lower, upper
}

// midPOdds does so with the mid-P limits. If one count is 0 the limit is the root of
// q^n = 1 - level, or p^n, which is near the end of the range at small levels.
func midPOdds(x1, x2 int, level float64) (lower, upper float64) {
	if x1 == 0 || x2 == 0 {
		odds := math.Max(0, math.Expm1(-math.Log1p(-level)/float64(x1+x2)))
		return 1 / odds, odds
	}
	logTail := math.Log((1 - level) / 2)
	p, q := tail.BinomialMidQuantile(logTail, float64(x1), float64(x2))
	lower = p / q
	q, p = tail.BinomialMidQuantile(logTail, float64(x2), float64(x1))
	return lower, p / q
}

// scoreOdds does so with Wilson's limits: the roots r of (x1 - r x2)^2 = z^2 r (x1 + x2),
// the smaller one as their product (x1/x2)^2 over the larger one.
func scoreOdds(x1, x2 int, level float64) (lower, upper float64) {
	z := tail.NormalTwoSided(level)
	a, b := float64(x1), float64(x2)
	half := float64(z*z) / 2 * (a + b)
	sum := float64(a*b) + half + z*math.Sqrt((a+b)*(float64(a*b)+half/2))
	if x1 > 0 {
		lower = a / sum * a
	}
	return lower, sum / b / b
}

// pair checks two counts with their exposures.
func (p *problems) pair(x1 int, t1 float64, x2 int, t2 float64) {
	p.count("x1", x1)
	p.exposure("t1", t1)
	p.count("x2", x2)
	p.exposure("t2", t2)
	if len(*p) > 0 {
		return
	}
	if scale := t2 / t1; !(scale > 1/maxExposureRatio && scale < maxExposureRatio) {
		p.add("exposures %v and %v differ by a factor above %v: check their units", t1, t2, maxExposureRatio)
	}
}
