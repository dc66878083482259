package panel

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// ProportionLimits are the exact binomial control limits: between them lies a proportion of so many trials with a probability of
// about level, if target is its true value. With a = (1 - level)/2 and R binomial,
//
//	lower = (r - (P(R <= r) - a) / P(R = r)) / trials,  r the smallest count with P(R <= r) >= a
//	upper = (r + (P(R >= r) - a) / P(R = r)) / trials,  r the largest count with P(R >= r) >= a
//
// Counts are whole, and a limit is interpolated between the two whose tail areas enclose a, so that limits narrow smoothly as
// trials grow. A count lies beyond a limit if and only if its tail area is below a. Limits are cut at 0 and 1. A group with no
// trials, a target outside (0, 1) or a level outside (0, 1) is an error.
//
// They allow for chance alone; see [Control] for limits that allow for more. Source: D. J. Spiegelhalter, Stat. Med. 24 (2005)
// 1185, section A.1.1, for the lower limit. He gives the upper one by the same formula, as the quantile of the lower tail at 1 - a:
// it interpolates below r and not above it, so that a count of r lies beyond it although its tail area is above a. Ours is the mirror
// image of the lower one, which is his plus 1/trials at every size. Programs that follow his formula flag a group sooner at the upper
// limit than at the lower.
func ProportionLimits(trials int, target, level float64) (lower, upper float64, err error) {
	if err := errors.Join(checkLevel(level), checkTarget(Proportions, target)); err != nil {
		return 0, 0, err
	}
	if trials < 1 || trials > maxSize {
		return 0, 0, fmt.Errorf("panel: %d trials: expected from 1 to %d", trials, maxSize)
	}
	lo, hi := exactLimits(counter{
		atMost:  func(k int) float64 { return tail.LogBinomialAtMost(k, trials, target, 1-target) },
		atLeast: func(k int) float64 { return tail.LogBinomialAtLeast(k, trials, target, 1-target) },
		most:    trials,
	}, level)
	return lo / float64(trials), math.Min(hi/float64(trials), 1), nil
}

// RateLimits are the exact Poisson control limits of a rate, as [ProportionLimits] are the binomial ones of a proportion, with R
// Poisson of mean target times exposure. The mean may be at most 10^9.
func RateLimits(exposure, target, level float64) (lower, upper float64, err error) {
	if err := errors.Join(checkLevel(level), checkTarget(Rates, target)); err != nil {
		return 0, 0, err
	}
	mean := target * exposure
	if !(exposure > 0) || math.IsInf(exposure, 1) || !(mean > 0) || mean > maxSize {
		return 0, 0, fmt.Errorf("panel: an exposure of %v with %v events expected: expected finite numbers larger than 0, and at most %d events", exposure, mean, maxSize)
	}
	lo, hi := exactLimits(counter{
		atMost:  func(k int) float64 { return tail.LogPoissonAtMost(k, mean) },
		atLeast: func(k int) float64 { return tail.LogPoissonAtLeast(k, mean) },
		most:    2*maxSize - 1,
	}, level)
	return lo / exposure, hi / exposure, nil
}

// counter is a distribution of counts by the logarithms of its tails.
type counter struct {
	atMost, atLeast func(k int) float64
	most            int // above it there is nothing to look for
}

// exactLimits are the interpolated quantiles of a count at (1 - level)/2 from both ends.
func exactLimits(c counter, level float64) (lower, upper float64) {
	a := (1 - level) / 2
	logA := math.Log(a)
	r := firstCount(c.most, func(k int) bool { return c.atMost(k) >= logA })
	below := 0.0
	if r > 0 {
		below = math.Exp(c.atMost(r - 1))
	}
	upTo := math.Exp(c.atMost(r))
	lower = math.Max(float64(r)-interpolation(upTo-a, upTo-below), 0)

	r = firstCount(c.most, func(k int) bool { return k == c.most || c.atLeast(k+1) < logA })
	beyond := 0.0
	if r < c.most {
		beyond = math.Exp(c.atLeast(r + 1))
	}
	from := math.Exp(c.atLeast(r))
	upper = float64(r) + interpolation(from-a, from-beyond)
	return lower, upper
}

// interpolation is a part over the mass of a count, from 0 to 1.
func interpolation(part, mass float64) float64 {
	if !(mass > 0) {
		return 0
	}
	return math.Min(math.Max(part/mass, 0), 1)
}

// firstCount is the smallest count up to most for which a condition that stays true holds.
func firstCount(most int, holds func(int) bool) int {
	low, high := -1, 1
	for high < most && !holds(high) {
		low = high
		high = min(high, most/2)*2 + 1
		high = min(high, most)
	}
	high = min(high, most)
	for high-low > 1 {
		middle := low + (high-low)/2
		if holds(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}
