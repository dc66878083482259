package bounds

import (
	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/proportion"
)

// Union returns the union of the confidence intervals of a proportion over every pair of
// counts that the ranges allow, with limits in [0, 1]: the lower limit where the
// proportion is smallest, the upper limit where it is largest.
//
// It contains the interval that would have been computed had every count been known. So
// it covers the true proportion at least as often as that interval does, whatever the
// open counts really are and however they came to be open: with proportion.ClopperPearson
// never less often than its level, with proportion.Wilson close to the level on average.
// The price is length: it has room for the whole region, as the intervals of Horowitz and
// Manski (2000) have, and so covers the one true value more often than the level asks
// where the region is wide. [Proportion.ImbensManski] is shorter there.
//
// The methods are proportion.Wilson and proportion.ClopperPearson. Both limits of both grow
// with the part and fall with the rest, so that the union is exact and not a search: they
// invert one-sided tests whose p-values move that one way. Of other methods, some of which
// do not, it is an error to ask.
//
// Where the counts leave one value this is the interval of the method. Else the Estimate
// is NaN and a warning gives the region. Errors: an empty proportion, a level outside
// (0, 1), another method.
func (p Proportion) Union(level float64, m proportion.Method) (infer.Interval, error) {
	var bad problems
	bad.proportion("the proportion", p)
	bad.level(level)
	if m != proportion.Wilson && m != proportion.ClopperPearson {
		bad.add("no union of intervals by %v: expected proportion.Wilson or proportion.ClopperPearson, whose limits are known to move one way with each count", m)
	}
	if err := bad.err(); err != nil {
		return infer.Interval{}, err
	}
	low, high := p.Ends()
	least, err := low.interval(level, m)
	if err != nil || p.isExact() {
		return least, err
	}
	most, err := high.interval(level, m)
	if err != nil {
		return infer.Interval{}, err
	}
	return p.Region().interval(least.Lower, most.Upper, level, unionOf(m)), nil
}

// interval is that of one pair of counts. Of counts without bound it is the limit that the
// intervals of ever larger counts approach, which has no width.
func (c Counts) interval(level float64, m proportion.Method) (infer.Interval, error) {
	if !c.isFinite() {
		v := c.Value()
		return infer.Interval{Estimate: v, Lower: v, Upper: v, Level: level, Method: m.String()}, nil
	}
	return proportion.Interval(int(c.Part), int(c.Whole), level, m)
}
