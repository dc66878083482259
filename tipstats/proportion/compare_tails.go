package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// logOneSided returns the logs of the one-sided p-values of a score or Fisher test, for
// the alternatives that the first proportion is the smaller and that it is the larger.
func logOneSided(g groups, m TestMethod) (less, greater float64) {
	switch m {
	case FisherExact:
		return logFisher(g, 1)
	case FisherMidP:
		return logFisher(g, 0.5)
	}
	z := scoreStatistic(g, m)
	return tail.LogNormalUpper(-z), tail.LogNormalUpper(z)
}

// scoreStatistic returns the pooled score statistic, with N/(N-1) for ScoreN1.
func scoreStatistic(g groups, m TestMethod) float64 {
	if g.none() || g.all() {
		return 0
	}
	n1, n2 := float64(g.n1), float64(g.n2)
	successes := float64(g.x1) + float64(g.x2)
	failures := float64(g.n1-g.x1) + float64(g.n2-g.x2)
	total := n1 + n2
	if m == ScoreN1 {
		total--
	}
	cross := crossDifference(float64(g.x1), n2, float64(g.x2), n1)
	return cross / math.Sqrt(n1*n2) / math.Sqrt(successes*failures) * math.Sqrt(total)
}

// logFisher returns the logs of P(X <= x1) and P(X >= x1) for a hypergeometric X, with the
// given share of P(X = x1).
func logFisher(g groups, share float64) (less, greater float64) {
	h := tail.NewHypergeometric(g.n1, g.n2, g.x1+g.x2, 0)
	return h.LogTails(g.x1, share)
}

// logByProbability returns the log of the probability of all tables no more probable.
func logByProbability(g groups) float64 {
	h := tail.NewHypergeometric(g.n1, g.n2, g.x1+g.x2, 0)
	return h.LogByProbability(g.x1)
}
