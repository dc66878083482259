package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// largestPower bounds n1 + n2 for Power, whose time grows in proportion.
const largestPower = 1_000_000

// Power returns the probability that Compare, with the given alternative and method,
// rejects the equality of two proportions at significance level alpha (P < alpha), when
// n1 observations have the true proportion p1 and n2 have p2. It is in [0, 1] and exact:
// the sum of the probabilities of all outcomes that the test rejects, not a normal
// approximation.
//
// Power is not monotone in n: one more observation can lower it a little, because the
// outcomes are whole numbers. With p1 = p2 it is the true size of the test.
//
// Valid are proportions in [0, 1], n1, n2 >= 1 with at most a million together, alpha in
// (0, 1), a declared alternative, and the methods Score, ScoreN1, FisherExact and
// FisherMidP; anything else is an error that names every problem.
//
// Use it to plan a study, with the smallest difference that would matter. Do not compute it
// after a study from the observed proportions: it then says nothing beyond the p-value (J.
// M. Hoenig and D. M. Heisey, Am. Stat. 55 (2001) 19).
//
// Source of the exact power: J. T. Casagrande, M. C. Pike and P. G. Smith, Biometrics 34
// (1978) 483.
func Power(p1 float64, n1 int, p2 float64, n2 int, alpha float64, alt infer.Alternative, m TestMethod) (float64, error) {
	var p groupProblems
	p.trueProportion("p1", p1)
	p.trueProportion("p2", p2)
	p.sizes(n1, n2)
	p.significance(alpha)
	p.alternative(alt)
	p.powerMethod(m)
	if err := p.err(); err != nil {
		return 0, err
	}
	return power(p1, n1, p2, n2, alpha, alt, m), nil
}

func power(p1 float64, n1 int, p2 float64, n2 int, alpha float64, alt infer.Alternative, m TestMethod) float64 {
	limit := math.Log(alpha)
	if alt == infer.TwoSided {
		limit -= math.Ln2 // all four methods are central
	}
	less := func(a, b int) bool {
		p, _ := logOneSided(groups{a, n1, b, n2}, m)
		return p < limit
	}
	greater := func(a, b int) bool {
		_, p := logOneSided(groups{a, n1, b, n2}, m)
		return p < limit
	}
	switch alt {
	case infer.Less:
		greater = nil
	case infer.Greater:
		less = nil
	}
	return newRejection(n1, n2, less, greater).probability(p1, p2)
}

// probability returns the probability of the set for group proportions in [0, 1].
func (r *rejection) probability(p1, p2 float64) float64 {
	total := 0.0
	for a := range r.above {
		mass := math.Exp(logBinomialMass(r.choose1[a], a, r.n1, p1))
		if mass < 1e-300 {
			continue
		}
		beyond := 0.0
		if r.above[a] <= r.n2 {
			beyond += math.Exp(tail.LogBinomialAtLeast(r.above[a], r.n2, p2, 1-p2))
		}
		if r.below[a] >= 0 {
			beyond += math.Exp(tail.LogBinomialAtMost(r.below[a], r.n2, p2, 1-p2))
		}
		total += mass * beyond
	}
	return math.Min(1, total)
}

// logBinomialMass returns the log of C(n, k) p^k (1-p)^(n-k), given the log of C(n, k).
func logBinomialMass(logChoose float64, k, n int, p float64) float64 {
	if p == 0 && k == 0 || p == 1 && k == n {
		return 0
	}
	log := logChoose
	if k > 0 {
		log += float64(k) * math.Log(p)
	}
	if k < n {
		log += float64(n-k) * math.Log1p(-p)
	}
	return log
}

// PowerOne returns the probability that the test which belongs to an interval rejects
// that a proportion is p0 at significance level alpha, when it is p, from n observations.
// Two-sided the test rejects if the interval of level 1 - alpha excludes p0; one-sided
// (Less: p is smaller than p0) if the one-sided bound of level 1 - alpha does. With Wilson
// that is the score test, with ClopperPearson the exact binomial test. The power is in
// [0, 1] and exact: the sum of binomial probabilities.
//
// Valid are p in [0, 1], p0 in (0, 1), n >= 1, alpha in (0, 1), smaller than 1/2 if
// one-sided, a declared alternative, and a method of Interval whose limits grow with x;
// anything else is an error that names every problem. The advice for Power applies.
//
// Source: J. L. Fleiss, B. Levin and M. C. Paik, Statistical Methods for Rates and
// Proportions, 3rd ed. (2003), section 2.5.
func PowerOne(p, p0 float64, n int, alpha float64, alt infer.Alternative, m Method) (float64, error) {
	var problems groupProblems
	problems.onePlan(p, p0, alpha, alt, m)
	if n < 1 {
		problems.add("the number of observations is %d: expected 1 or more", n)
	}
	if err := problems.err(); err != nil {
		return 0, err
	}
	return powerOne(p, p0, n, alpha, alt, m)
}

func powerOne(p, p0 float64, n int, alpha float64, alt infer.Alternative, m Method) (float64, error) {
	level := 1 - alpha
	if alt != infer.TwoSided {
		level = 1 - 2*alpha
	}
	total := 0.0
	if alt != infer.Less {
		// The first x whose lower limit is above p0.
		x, err := firstCount(n, func(x int) (bool, error) {
			iv, err := Interval(x, n, level, m)
			return iv.Lower > p0, err
		})
		if err != nil {
			return 0, err
		}
		total += math.Exp(logAtLeast(x, n, p))
	}
	if alt != infer.Greater {
		// The first x whose upper limit is not below p0.
		x, err := firstCount(n, func(x int) (bool, error) {
			iv, err := Interval(x, n, level, m)
			return iv.Upper >= p0, err
		})
		if err != nil {
			return 0, err
		}
		total += math.Exp(logAtLeast(n-x+1, n, 1-p))
	}
	return math.Min(1, total), nil
}

// logAtLeast returns log P(X >= x) for a binomial X, with p from 0 to 1.
func logAtLeast(x, n int, p float64) float64 {
	return tail.LogBinomialAtLeast(x, n, p, 1-p)
}

// firstCount returns the first x in 0, ..., n for which holds is true, and n + 1 if there
// is none. It must hold for all larger ones.
func firstCount(n int, holds func(x int) (bool, error)) (int, error) {
	low, high := 0, n
	for low <= high {
		middle := low + (high-low)/2
		ok, err := holds(middle)
		if err != nil {
			return 0, err
		}
		if ok {
			high = middle - 1
		} else {
			low = middle + 1
		}
	}
	return low, nil
}
