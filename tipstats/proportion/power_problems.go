package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

func (p *groupProblems) trueProportion(name string, v float64) {
	if !(v >= 0 && v <= 1) {
		p.add("%s is %v: a proportion is between 0 and 1", name, v)
	}
}

func (p *groupProblems) sizes(n1, n2 int) {
	if n1 < 1 || n2 < 1 {
		p.add("groups of %d and %d: expected 1 or more in each", n1, n2)
	} else if n1 > largestPower || n2 > largestPower-n1 {
		p.add("groups of %d and %d: the exact power is computed for at most %d together", n1, n2, largestPower)
	}
}

func (p *groupProblems) significance(alpha float64) {
	if !(alpha > 0 && alpha < 1) {
		p.add("the significance level is %v: expected a value between 0 and 1 (both excluded), such as 0.05", alpha)
	}
}

func (p *groupProblems) targetPower(power float64) {
	if !(power > 0 && power < 1) {
		p.add("the power to reach is %v: expected a value between 0 and 1 (both excluded), such as 0.8", power)
	}
}

func (p *groupProblems) powerMethod(m TestMethod) {
	switch m {
	case Score, ScoreN1, FisherExact, FisherMidP:
	default:
		p.add("no power for the method %v: expected Score, ScoreN1, FisherExact or FisherMidP", m)
	}
}

// onePlan checks what PowerOne and SampleSizeOne have in common.
func (p *groupProblems) onePlan(true1, null, alpha float64, alt infer.Alternative, m Method) {
	p.trueProportion("p", true1)
	if !(null > 0 && null < 1) {
		p.add("p0 is %v: expected a proportion between 0 and 1 (both excluded)", null)
	}
	p.significance(alpha)
	p.alternative(alt)
	if alt != infer.TwoSided && alpha >= 0.5 && alpha < 1 {
		p.add("the significance level is %v: a one-sided bound needs one below 0.5", alpha)
	}
	if !m.known() {
		p.add("unknown method %v: expected one that Interval knows", m)
	}
}

// direction checks that true proportions differ, and in the direction of the alternative.
func (p *groupProblems) direction(first, second float64, alt infer.Alternative) {
	switch {
	case math.IsNaN(first) || math.IsNaN(second):
	case first == second:
		p.add("both proportions are %v: no number of observations finds a difference that is not there", first)
	case alt == infer.Less && first > second, alt == infer.Greater && first < second:
		p.add("the alternative is %v, but the first proportion is %v and the second %v: the power would fall with every observation", alt, first, second)
	}
}
