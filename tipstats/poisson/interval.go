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
// quantiles of gamma distributions with shapes events and events + 1.
//
// Valid are events >= 0, a finite exposure > 0, a level in (0, 1) such as 0.95, and the
// methods declared in this package; anything else is an error that names every problem.
//
// Do not use it for a proportion, whose events are part of their exposure (see package
// proportion), nor for a count that is only a bound ("at least 44").
func Interval(events int, exposure, level float64, m Method) (infer.Interval, error) {
	var p problems
	p.count("events", events)
	p.exposure("exposure", exposure)
	p.level(level)
	if m != Garwood {
		p.add("unknown method %v: expected Garwood", m)
	}
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	lower, upper := garwood(events, level)
	return infer.Interval{
		Estimate: float64(events) / exposure,
		Lower:    lower / exposure,
		Upper:    upper / exposure,
		Level:    level,
		Method:   m.String(),
	}, nil
}

// garwood returns the exact limits for the mean of a Poisson count.
func garwood(events int, level float64) (lower, upper float64) {
	logTail := math.Log((1 - level) / 2)
	if events > 0 {
		lower = tail.GammaLowerQuantile(logTail, float64(events))
	}
	return lower, tail.GammaUpperQuantile(logTail, float64(events)+1)
}
