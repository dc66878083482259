package proportion

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// largestCovered bounds n for Coverage, whose time grows with the square root of n.
const largestCovered = 100_000_000

// Coverage returns the probability that the interval of a method covers the proportion p,
// if p is the truth: the sum of the binomial probabilities
//
//	C(n, x) p^x (1-p)^(n-x)
//
// of the counts x whose Interval contains p. Nothing is simulated; counts are left out only
// where all of them together are less probable than 1e-18. It is a probability in [0, 1],
// to be compared with the level.
//
// Coverage jumps where p passes a limit of an interval. Judge a method by many p, not by
// one; the comment on Method has such a table. A method is called conservative, or exact,
// if its coverage is nowhere below the level.
//
// Valid are n from 1 to 100,000,000, p in [0, 1], a level in (0, 1), and the methods
// declared in this package; anything else is an error that names every problem.
//
// Use it before the data, to choose a method or a sample size. Do not use it with the
// observed x/n for p, as if that were the coverage of the interval at hand.
//
// Source: L. D. Brown, T. T. Cai and A. DasGupta, Stat. Sci. 16 (2001) 101.
func Coverage(m Method, n int, p, level float64) (float64, error) {
	var problems groupProblems
	switch {
	case n < 1:
		problems.add("the denominator n is %d: expected 1 or more", n)
	case n > largestCovered:
		problems.add("coverage is computed for n up to %d, not for %d", largestCovered, n)
	}
	if !(p >= 0 && p <= 1) {
		problems.add("the proportion is %v: expected a value from 0 to 1", p)
	}
	if err := infer.CheckLevel(level); err != nil {
		problems.add("%w", err)
	}
	if !m.known() {
		problems = append(problems, unknownMethod(m))
	}
	if err := problems.err(); err != nil {
		return 0, err
	}
	return coverage(n, p, func(x int) (lower, upper float64) {
		return m.twoSided(x, n, level)
	}), nil
}

func unknownMethod(m Method) error {
	return fmt.Errorf("proportion: unknown method %v: expected one of the constants of proportion.Method, such as Wilson or ClopperPearson", m)
}

// coverage returns the probability that the limits for a binomial count contain p. It adds
// the masses from the most probable count outwards, on each side until the next one is
// below 1e-20 of the largest; beyond that they fall faster than a geometric series.
func coverage(n int, p float64, limits func(x int) (lower, upper float64)) float64 {
	covered := 0.0
	add := func(x int, mass float64) {
		if lower, upper := limits(x); lower <= p && p <= upper {
			covered += mass
		}
	}
	mode := min(int(float64(n+1)*p), n)
	peak := math.Exp(tail.LogBinomialMass(mode, n, p, 1-p))
	add(mode, peak)
	odds := p / (1 - p)
	for x, mass := mode+1, peak; x <= n; x++ {
		mass *= float64(n-x+1) / float64(x) * odds
		if mass <= 1e-20*peak {
			break
		}
		add(x, mass)
	}
	for x, mass := mode-1, peak; x >= 0; x-- {
		mass *= float64(x+1) / float64(n-x) / odds
		if mass <= 1e-20*peak {
			break
		}
		add(x, mass)
	}
	return min(covered, 1)
}
