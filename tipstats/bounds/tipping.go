package bounds

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/proportion"
)

// Open returns how many cases of the whole may or may not belong to the part. It is false
// for a whole that is a range, of which no such number exists, and for the empty Proportion.
func (p Proportion) Open() (cases int, ok bool) {
	if p.isEmpty() || !p.whole.IsExact() {
		return 0, false
	}
	return int(p.part.Hi - p.part.Lo), true
}

// With returns what the proportion is if count of its open cases belong to the part.
//
// Errors: an empty proportion; a whole that is a range; a count below 0 or above
// [Proportion.Open].
func (p Proportion) With(count int) (Proportion, error) {
	var bad problems
	bad.proportion("the proportion", p)
	if open, ok := p.Open(); !ok {
		bad.add("the whole of the proportion is %v: a number of open cases needs a whole that is known exactly", p.whole)
	} else if count < 0 || count > open {
		bad.add("%d of the open cases: expected a number from 0 to %d", count, open)
	}
	if err := bad.err(); err != nil {
		return Proportion{}, err
	}
	return p.with(count), nil
}

func (p Proportion) with(count int) Proportion {
	part := p.part.Lo + float64(count)
	rest := p.whole.Lo - part
	return Proportion{Range{part, part}, Range{rest, rest}, p.whole}
}

// Tipping says how many of the open cases of a proportion would have to belong to its part
// to overturn a conclusion about it. Of 813 investigations 298 were for sex trafficking and
// 321 of an unspecified form: "less than half were for sex trafficking" is overturned if
// 109 or more of the 321 were.
//
// Without a level the value Part/Whole is compared with the threshold; with one, Wilson's
// interval.
//
// Errors: an empty proportion; a whole that is a range (see [TippingCount]); no open case;
// a threshold outside [0, 1]; an alternative other than infer.Less and infer.Greater.
func (p Proportion) Tipping(c Conclusion) (Tipping, error) {
	var bad problems
	bad.open("the proportion", p)
	bad.conclusion(c, 0, 1)
	if err := bad.err(); err != nil {
		return Tipping{}, err
	}
	open, _ := p.Open()
	t, err := c.tipping(open, func(count int) (bool, error) {
		region := p.with(count).Region()
		if c.Level == 0 {
			return c.overturnedBy(region.Lower, region.Upper), nil
		}
		iv, err := p.with(count).Union(c.Level, proportion.Wilson)
		return c.overturnedBy(iv.Lower, iv.Upper), err
	})
	if err == nil && c.Level == 0 {
		t.Share = p.shareAt(c.Threshold)
	}
	return t, err
}

// shareAt returns the share of the open cases with which the proportion equals v.
func (p Proportion) shareAt(v float64) float64 {
	return (float64(v*p.whole.Lo) - p.part.Lo) / (p.part.Hi - p.part.Lo)
}

// DifferenceTipping says how many of the open cases of a would have to belong to its part to
// overturn a conclusion about a - b. The open counts of b may be whatever serves that best:
// so Never is a conclusion that stands against both unknowns. [TippingCurve] takes the
// open cases of b one by one.
//
// With a in 2022 and b in 2021, "the share of sex trafficking fell" is Less than 0. Without
// a level the values are compared; with one, the interval of Miettinen and Nurminen, or
// where the whole of b is a range that of Newcombe.
//
// Errors: an empty proportion; a whole of a that is a range; no open case of a; a threshold
// outside [-1, 1]; an alternative other than infer.Less and infer.Greater.
func DifferenceTipping(a, b Proportion, c Conclusion) (Tipping, error) {
	var bad problems
	bad.open("the first proportion", a)
	bad.proportion("the second proportion", b)
	bad.conclusion(c, -1, 1)
	if err := bad.err(); err != nil {
		return Tipping{}, err
	}
	m := proportion.MiettinenNurminen
	if !b.whole.IsExact() {
		m = proportion.Newcombe
	}
	open, _ := a.Open()
	t, err := c.tipping(open, func(count int) (bool, error) {
		region := Difference(a.with(count), b)
		if c.Level == 0 {
			return c.overturnedBy(region.Lower, region.Upper), nil
		}
		iv, err := DifferenceUnion(a.with(count), b, c.Level, m)
		return c.overturnedBy(iv.Lower, iv.Upper), err
	})
	if err == nil && c.Level == 0 {
		end := b.Region().Lower
		if c.Alternative == infer.Greater {
			end = b.Region().Upper
		}
		t.Share = a.shareAt(end + c.Threshold)
	}
	return t, err
}

// TippingCount returns the smallest count of a range at which a conclusion is overturned:
// what an "at least 44" would have to be. It is for conclusions that Tipping does not
// know, such as a p-value. Once overturned at a count, the conclusion must be overturned at
// every larger one; that is not checked. The counts tried are about 2 log2 of the answer.
//
// found is false where no count of the range, or none below 2^53 (on 32-bit machines
// 2^31), overturns it. Errors: an invalid range.
func TippingCount(unknown Range, overturned func(count int) bool) (count int, found bool, err error) {
	var p problems
	p.count("the unknown count", unknown)
	if err := p.err(); err != nil {
		return 0, false, err
	}
	last := int(math.Min(unknown.Hi, maxCount))
	low := int(unknown.Lo)
	for step := 1; ; step *= 2 { // doubled steps, so that no huge count is tried without need
		high := last
		if step < last-low {
			high = low + step
		}
		if count, found := firstTrue(low, high, overturned); found || high == last {
			return count, found, nil
		}
		low = high
	}
}

// open reports what keeps a proportion from having open cases.
func (p *problems) open(name string, q Proportion) {
	p.proportion(name, q)
	cases, ok := q.Open()
	switch {
	case q.isEmpty():
	case !ok:
		p.add("the whole of %s is %v: a number of open cases needs a whole that is known exactly", name, q.whole)
	case cases == 0:
		p.add("%s is %v: no case is open, so nothing that is unknown can overturn a conclusion", name, q)
	}
}
