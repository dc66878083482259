package bounds

import (
	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/proportion"
)

// CurvePoint is one point of a sensitivity curve: what follows if Count of the open cases
// belong to the part.
type CurvePoint struct {
	// Count is the number of open cases, and Share the same as a share of them.
	Count int
	Share float64
	// Region is the value then; of a difference a region, where the other proportion has
	// open counts too.
	Region Region
	// Interval is the confidence interval then, or the union of those that remain.
	Interval infer.Interval
}

// Curve returns the proportion and its confidence interval for evenly spaced numbers of open
// cases, from none of them to all of them in the part, as points for a chart. There are as
// many points as asked for, fewer where there are fewer numbers. The methods are those of
// [Proportion.Union].
//
// Errors: an empty proportion, a whole that is a range, no open case, fewer than 2 points, a
// level outside (0, 1), another method.
func (p Proportion) Curve(points int, level float64, m proportion.Method) ([]CurvePoint, error) {
	var bad problems
	bad.open("the proportion", p)
	return curve(bad, p, points, func(q Proportion) (Region, infer.Interval, error) {
		iv, err := q.Union(level, m)
		return q.Region(), iv, err
	})
}

// DifferenceCurve returns a - b and its confidence interval for evenly spaced numbers of
// open cases of a, as points for a chart. Where b has open counts too, each point is a
// region with the union of the intervals. The methods are those of [DifferenceUnion].
//
// Errors: an empty proportion, a whole of a that is a range, no open case of a, fewer than 2
// points, and those of DifferenceUnion.
func DifferenceCurve(a, b Proportion, points int, level float64, m proportion.DifferenceMethod) ([]CurvePoint, error) {
	var bad problems
	bad.open("the first proportion", a)
	return curve(bad, a, points, func(q Proportion) (Region, infer.Interval, error) {
		iv, err := DifferenceUnion(q, b, level, m)
		return Difference(q, b), iv, err
	})
}

func curve(bad problems, p Proportion, points int, at func(Proportion) (Region, infer.Interval, error)) ([]CurvePoint, error) {
	bad.points(points)
	if err := bad.err(); err != nil {
		return nil, err
	}
	open, _ := p.Open()
	var list []CurvePoint
	for _, count := range spaced(open, points) {
		region, iv, err := at(p.with(count))
		if err != nil {
			return nil, err
		}
		list = append(list, CurvePoint{count, float64(count) / float64(open), region, iv})
	}
	return list, nil
}

// FrontierPoint is one point of a tipping curve: with Count of the open cases of the second
// proportion in its part, Tipping is what the first would need.
type FrontierPoint struct {
	Count   int
	Share   float64
	Tipping Tipping
}

// TippingCurve is the frontier between what supports and what overturns a conclusion about
// a - b where both have open cases: for evenly spaced numbers of the open cases of b, the
// tipping point of a, as points for a chart. See [DifferenceTipping], which names the
// point that is worst for the conclusion.
//
// Errors: those of DifferenceTipping, and for b as for a; fewer than 2 points.
func TippingCurve(a, b Proportion, c Conclusion, points int) ([]FrontierPoint, error) {
	var bad problems
	bad.open("the second proportion", b)
	bad.points(points)
	if err := bad.err(); err != nil {
		return nil, err
	}
	open, _ := b.Open()
	var list []FrontierPoint
	for _, count := range spaced(open, points) {
		t, err := DifferenceTipping(a, b.with(count), c)
		if err != nil {
			return nil, err
		}
		list = append(list, FrontierPoint{count, float64(count) / float64(open), t})
	}
	return list, nil
}

func (p *problems) points(n int) {
	if n < 2 {
		p.add("%d points: a curve needs at least 2", n)
	}
}

// spaced returns evenly spaced whole numbers from 0 to last, both included: as many as
// points, or all of them if there are fewer.
func spaced(last, points int) []int {
	if last < points {
		points = last + 1
	}
	list := make([]int, points)
	// Whole and remainder apart: i*last may not fit an int.
	whole, rest := last/(points-1), last%(points-1)
	for i := range list {
		list[i] = i*whole + int(float64(i)*float64(rest)/float64(points-1))
	}
	return list
}
