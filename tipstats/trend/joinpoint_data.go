package trend

import (
	"math"
	"slices"
)

// logCounts holds the logarithms of counts, ready for least squares: time runs from 0 to 1,
// and each row is multiplied by the root of its weight.
type logCounts struct {
	// times holds the different times, u the time of each row, at its index in times.
	times []float64
	at    []int
	// root holds the roots of the weights, z the logarithms multiplied by them.
	root, z []float64
	// start and span give the times in the caller's units.
	start, span float64
}

func (d logCounts) time(u float64) float64 { return d.start + u*d.span }

// newLogCounts checks the arguments of Joinpoint and sorts the points by time. The zero time is
// the first one.
func newLogCounts(t, y []float64, o JoinpointOptions) (logCounts, error) {
	if err := checkJoinpoint(t, y, o); err != nil {
		return logCounts{}, err
	}
	order := timeOrder(t)
	d := logCounts{start: t[order[0]]}
	d.span = t[order[len(order)-1]] - d.start
	largest := slices.Max(y)
	for _, i := range order {
		u := (t[i] - d.start) / d.span
		if len(d.times) == 0 || u > d.times[len(d.times)-1] {
			d.times = append(d.times, u)
		}
		value, root := math.Log(y[i]), 1.0
		if o.Exposure != nil {
			value -= math.Log(o.Exposure[i])
		}
		if o.Weights == PoissonWeights {
			root = math.Sqrt(y[i] / largest)
		}
		d.at = append(d.at, len(d.times)-1)
		d.root = append(d.root, root)
		d.z = append(d.z, value*root)
	}
	if o.Weights == PoissonWeights { // the factor matters for RSS only, which has the weights y
		scale := math.Sqrt(largest)
		for i := range d.root {
			d.root[i] *= scale
			d.z[i] *= scale
		}
	}
	return d, nil
}

func checkJoinpoint(t, y []float64, o JoinpointOptions) error {
	var p problems
	if len(t) != len(y) {
		p.add("%d times but %d values: expected one value for each time", len(t), len(y))
	}
	p.pairs(min(len(t), len(y)))
	p.finite("t", t)
	p.finite("y", y)
	p.positive("y", y, "it has no logarithm: expected a count or rate")
	o.check(&p, len(y))
	if len(p) > 0 {
		return p.err()
	}
	switch span := slices.Max(t) - slices.Min(t); {
	case span == 0:
		p.add("all %d points have the time %v: a line needs two different times", len(t), t[0])
	case math.IsInf(span, 0) || span < minSpan:
		p.add("the times span %v: expected a span between %.0e and %.0e", span, minSpan, math.MaxFloat64)
	}
	return p.err()
}

// minSpan keeps the reciprocal of a span finite.
const minSpan = 1e-300

// column returns a function of time at each row, multiplied by the root of its weight.
func (d logCounts) column(f func(u float64) float64) []float64 {
	c := make([]float64, len(d.z))
	for row, i := range d.at {
		c[row] = f(d.times[i]) * d.root[row]
	}
	return c
}

// bendAt is (u - place)+.
func bendAt(place float64) func(float64) float64 {
	return func(u float64) float64 { return math.Max(u-place, 0) }
}

func one(float64) float64       { return 1 }
func elapsed(u float64) float64 { return u }

// jumpAt is 1 from place on.
func jumpAt(place float64) func(float64) float64 {
	return func(u float64) float64 {
		if u >= place {
			return 1
		}
		return 0
	}
}
