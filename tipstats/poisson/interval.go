package poisson

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// Interval returns the confidence interval for a rate, in events per unit of exposure,
// of which events were counted in the given exposure. The limits are at least 0, and
// the estimate is events/exposure.
//
// Garwood's limits are the means at which P(X >= events) and P(X <= events) are half
// of 1 - level for a Poisson X, over the exposure (Garwood, Biometrika 28 (1936) 437):
// quantiles of gamma distributions with shapes events and events + 1. [Method] has the
// formulas and sources of the others. With every method the lower limit is 0 without
// events; where a method's limits would pass 0 or, at levels far below those that anyone
// uses, leave out the estimate, they are moved there.
//
// Valid are events >= 0, a finite exposure > 0, a level in (0, 1) such as 0.95, and the
// methods declared in this package; anything else is an error that names every problem.
//
// Do not use it for a proportion, whose events are part of their exposure (see package
// proportion), nor for a count that is only a bound ("at least 44").
func Interval(events int, exposure, level float64, m Method) (infer.Interval, error) {
	if err := check(events, exposure, level, m); err != nil {
		return infer.Interval{}, err
	}
	lower, upper := m.limits(events, level)
	count := float64(events)
	return infer.Interval{
		Estimate: count / exposure,
		Lower:    min(lower, count) / exposure,
		Upper:    max(upper, count) / exposure,
		Level:    level,
		Method:   m.String(),
		Warnings: intervalWarnings(events, m),
	}, nil
}

func check(events int, exposure, level float64, m Method) error {
	var p problems
	p.count("events", events)
	p.exposure("exposure", exposure)
	p.level(level)
	p.method(m)
	return p.err()
}

func intervalWarnings(events int, m Method) []string {
	if m == Wald && events == 0 {
		return []string{"the Wald interval has no width here, which says nothing of the uncertainty: use Garwood"}
	}
	return nil
}

// limits returns the limits for the mean of a count, at least 0.
func (m Method) limits(events int, level float64) (lower, upper float64) {
	lower, upper = methods[m].limits(events, level)
	if events == 0 {
		lower = 0
	}
	return max(lower, 0), max(upper, 0)
}

// garwood returns the exact limits for the mean of a Poisson count.
func garwood(events int, level float64) (lower, upper float64) {
	logTail := math.Log((1 - level) / 2)
	if events > 0 {
		lower = tail.GammaLowerQuantile(logTail, float64(events))
	}
	return lower, tail.GammaUpperQuantile(logTail, float64(events)+1)
}

// midP returns the means at which P(X > x) + P(X = x)/2 and P(X < x) + P(X = x)/2 are half
// of 1 - level (H. O. Lancaster, J. Am. Stat. Assoc. 56 (1961) 223; G. R. Cohen and S.-Y.
// Yang, Stat. Med. 13 (1994) 2189).
func midP(events int, level float64) (lower, upper float64) {
	logTail := math.Log((1 - level) / 2)
	if events == 0 { // exp(-m) = 1 - level
		return 0, -math.Log1p(-level)
	}
	x := float64(events)
	return tail.PoissonMidLowerQuantile(logTail, x), tail.PoissonMidUpperQuantile(logTail, x)
}

// score returns the roots of (x - m)^2 = z^2 m, the smaller one as their product x^2 over
// the larger one.
func score(events int, level float64) (lower, upper float64) {
	x, z := float64(events), tail.NormalTwoSided(level)
	half := z * z / 2
	upper = x + half + z*math.Sqrt(x+half/2)
	if events > 0 {
		lower = x / upper * x
	}
	return lower, upper
}

// byar returns the limits of Breslow and Day, Statistical Methods in Cancer Research 2
// (1987), section 2.3.
func byar(events int, level float64) (lower, upper float64) {
	x, z := float64(events), tail.NormalTwoSided(level)
	return cubeRootLimit(x, -z), cubeRootLimit(x+1, z)
}

// byarHalf returns those of K. J. Rothman and J. D. Boice, Epidemiologic Analysis with a
// Programmable Calculator (1979).
func byarHalf(events int, level float64) (lower, upper float64) {
	x, z := float64(events)+0.5, tail.NormalTwoSided(level)
	return cubeRootLimit(x, -z), cubeRootLimit(x, z)
}

// cubeRootLimit returns Wilson and Hilferty's approximation to a quantile of the gamma
// distribution with shape x, at the normal quantile z.
func cubeRootLimit(x, z float64) float64 {
	root := 1 - 1/(9*x) + z/(3*math.Sqrt(x))
	if !(root > 0) {
		return 0
	}
	return x * root * root * root
}

// jeffreys returns the quantiles of the posterior Gamma(x + 1/2) with equal tails (L. D.
// Brown, T. T. Cai and A. DasGupta, Stat. Sinica 13 (2003) 19).
func jeffreys(events int, level float64) (lower, upper float64) {
	logTail := math.Log((1 - level) / 2)
	shape := float64(events) + 0.5
	return tail.GammaLowerQuantile(logTail, shape), tail.GammaUpperQuantile(logTail, shape)
}

func wald(events int, level float64) (lower, upper float64) {
	x := float64(events)
	distance := tail.NormalTwoSided(level) * math.Sqrt(x)
	return x - distance, x + distance
}
