package bounds

import (
	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
)

// Rate returns the sharp bounds of a rate, events over exposure, in events per unit of
// exposure: at least 44 prosecutions in 33.7 million inhabitants. They are
// events.Lo/exposure and events.Hi/exposure, which may be +Inf.
//
// Errors: an invalid range, an exposure that is not finite and larger than 0.
func Rate(events Range, exposure float64) (Region, error) {
	var p problems
	p.count("the events", events)
	p.exposure("the exposure", exposure)
	if err := p.err(); err != nil {
		return Region{}, err
	}
	return Region{events.Lo / exposure, events.Hi / exposure}, nil
}

// RateUnion returns the union of the confidence intervals of a Poisson rate over all
// numbers of events that the range allows, with limits in [0, +Inf]. The method is
// poisson.Garwood (zero value), whose limits grow with the events and whose coverage is
// never below the level; so the union covers at least as often. It assumes that events come
// as a Poisson process: figures that vary more from year to year are less certain than
// this says.
//
// Errors: those of [Rate], a level outside (0, 1), another method.
func RateUnion(events Range, exposure, level float64, m poisson.Method) (infer.Interval, error) {
	var p problems
	region, err := Rate(events, exposure)
	if err != nil {
		p = append(p, err)
	}
	p.level(level)
	if m != poisson.Garwood {
		p.add("no union of rate intervals by %v: expected poisson.Garwood", m)
	}
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	least, err := poisson.Interval(int(events.Lo), exposure, level, m)
	if err != nil || events.IsExact() {
		return least, err
	}
	upper := events.Hi // +Inf stays what it is
	if upper <= maxCount {
		most, err := poisson.Interval(int(events.Hi), exposure, level, m)
		if err != nil {
			return infer.Interval{}, err
		}
		upper = most.Upper
	}
	return region.interval(least.Lower, upper, level, unionOf(m)), nil
}
