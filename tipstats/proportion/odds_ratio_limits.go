package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// largestLogOdds bounds the search for a log odds ratio. A limit is below 2 log(n) + 40
// for every level that a float64 can hold. Next to 0 it is about as small as the level, and
// found for levels from 1e-100.
const largestLogOdds = 300

// logOddsRoot returns the log odds ratio at which the falling function f is 0.
func logOddsRoot(g groups, f func(logOdds float64) float64) float64 {
	start, step := g.logOddsNear()
	for f(start) <= 0 && start > -largestLogOdds {
		start -= step
		step *= 2
	}
	return rootBeyond(f, start, step, largestLogOdds)
}

// conditionalEstimate returns the odds ratio at which x1 is the conditional mean.
func conditionalEstimate(g groups) float64 {
	switch odds := g.odds(); {
	case odds == 0 || math.IsInf(odds, 1):
		return odds
	}
	return math.Exp(logOddsRoot(g, func(logOdds float64) float64 {
		h := tail.NewHypergeometric(g.n1, g.n2, g.x1+g.x2, logOdds)
		return -h.MeanExcess(g.x1)
	}))
}

// conditionalExact returns the odds ratios at which each exact tail is half of 1 - level.
func conditionalExact(g groups, level float64) (lower, upper float64) {
	return 1 / conditionalUpper(g.swapped(), level, 1), conditionalUpper(g, level, 1)
}

// conditionalMidP does so with half the probability of the observed table.
func conditionalMidP(g groups, level float64) (lower, upper float64) {
	return 1 / conditionalUpper(g.swapped(), level, 0.5), conditionalUpper(g, level, 0.5)
}

// medianUnbiased returns the odds ratio at which both mid-P tails are one half.
func medianUnbiased(g groups) float64 {
	switch odds := g.odds(); {
	case odds == 0 || math.IsInf(odds, 1):
		return odds
	}
	return conditionalUpper(g, 0, 0.5)
}

// conditionalUpper returns the odds ratio at which P(X < x1) + share P(X = x1) is half of
// 1 - level.
func conditionalUpper(g groups, level, share float64) float64 {
	if g.x2 == 0 || g.x1 == g.n1 {
		return math.Inf(1)
	}
	logTail, logLevel := math.Log((1-level)/2), math.Log(level)
	// The least possible x1 has P(X < x1) = 0, so that its mid-P limit has P(X > x1) = level.
	byLevel := share == 0.5 && g.odds() == 0
	return math.Exp(logOddsRoot(g, func(logOdds float64) float64 {
		h := tail.NewHypergeometric(g.n1, g.n2, g.x1+g.x2, logOdds)
		if byLevel {
			_, above := h.LogTails(g.x1, 0)
			return logLevel - above
		}
		lower, _ := h.LogTails(g.x1, share)
		return lower - logTail
	}))
}

// scoreOdds returns the odds ratios at which the score statistic, with its variance
// multiplied by N/(N-1), is the normal quantile of the level.
func scoreOdds(g groups, level float64) (lower, upper float64) {
	z := tail.NormalTwoSided(level) * math.Sqrt(g.smallSampleFactor())
	return 1 / scoreOddsUpper(g.swapped(), z), scoreOddsUpper(g, z)
}

func scoreOddsUpper(g groups, z float64) float64 {
	if g.x2 == 0 || g.x1 == g.n1 {
		return math.Inf(1)
	}
	return math.Exp(logOddsRoot(g, func(logOdds float64) float64 {
		return z - oddsScore(g, math.Exp(logOdds))
	}))
}

// oddsScore returns the expected minus the observed count over the standard deviation of
// the difference, at the most likely proportions with that odds ratio.
func oddsScore(g groups, odds float64) float64 {
	observed := [4]int{g.x1, g.n1 - g.x1, g.x2, g.n2 - g.x2}
	sign := [4]float64{1, -1, -1, 1}
	expected := tail.TableWithOdds(float64(g.n1), float64(g.n2), float64(g.x1)+float64(g.x2), odds)
	least, precision := 0, 0.0
	for i, m := range expected {
		precision += 1 / m
		if m < expected[least] {
			least = i
		}
	}
	excess := sign[least] * (expected[least] - float64(observed[least]))
	return excess * math.Sqrt(precision)
}

// woolf returns the limits of Woolf (1955), or (0, +Inf) where a cell is 0.
func woolf(g groups, level float64) (lower, upper float64) {
	odds := g.odds()
	if odds == 0 || math.IsInf(odds, 1) {
		return 0, math.Inf(1)
	}
	variance := 1/float64(g.x1) + 1/float64(g.n1-g.x1) + 1/float64(g.x2) + 1/float64(g.n2-g.x2)
	factor := math.Exp(tail.NormalTwoSided(level) * math.Sqrt(variance))
	return odds / factor, odds * factor
}
