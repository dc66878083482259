package bounds

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// Conclusion is what was concluded from counts some of which are open, to ask what would
// overturn it: that a proportion, or a difference of two, is Less or Greater than
// Threshold. "The share fell" is that later minus earlier is Less than 0.
type Conclusion struct {
	// Alternative is infer.Less or infer.Greater.
	Alternative infer.Alternative
	// Threshold is in units of the proportion (0.5 is a half) or the difference.
	Threshold float64
	// Level is 0 for a conclusion about the counts themselves: it is overturned where the
	// value reaches the threshold. With a level such as 0.95 the conclusion is that the
	// confidence interval excludes the threshold, and it is overturned where the interval
	// reaches it.
	Level float64
}

// check reports what is wrong with a conclusion about a parameter in [least, most].
func (p *problems) conclusion(c Conclusion, least, most float64) {
	if c.Alternative != infer.Less && c.Alternative != infer.Greater {
		p.add("a conclusion with the alternative %v: expected infer.Less or infer.Greater", c.Alternative)
	}
	if !(least <= c.Threshold && c.Threshold <= most) {
		p.add("the threshold is %v: expected a number from %v to %v", c.Threshold, least, most)
	}
	if c.Level != 0 {
		p.level(c.Level)
	}
}

// rounding is more than a difference of two quotients, and a threshold, are off in floating point.
const rounding = 0x1p-50

// overturnedBy reports whether some value from lower to upper contradicts the conclusion. A value that reaches the threshold
// but for its rounding, as 4/10 - 1/10 reaches 0.3, has reached it.
func (c Conclusion) overturnedBy(lower, upper float64) bool {
	slack := 0.0
	if c.Level == 0 {
		slack = rounding
	}
	if c.Alternative == infer.Less {
		return upper >= c.Threshold-slack
	}
	return lower <= c.Threshold+slack
}

// Verdict says what the open counts can do to a conclusion.
type Verdict int

const (
	// Never: the conclusion holds whatever the open counts are.
	Never Verdict = iota
	// Sometimes: it depends on the open counts.
	Sometimes
	// Always: nothing that the open counts may be supports the conclusion.
	Always
)

// String returns the verdict in words: "never overturned", "always overturned".
func (v Verdict) String() string {
	switch v {
	case Never:
		return "never overturned"
	case Sometimes:
		return "overturned by some of what the counts allow"
	case Always:
		return "always overturned"
	}
	return fmt.Sprintf("Verdict(%d)", int(v))
}

// Tipping is the point at which open cases overturn a conclusion.
type Tipping struct {
	Verdict Verdict
	// Open is how many cases are open: of the whole, those that may or may not belong to
	// the part.
	Open int
	// Count is how many of the open cases must belong to the part to overturn the
	// conclusion: at least Count where it says Less, at most Count where it says Greater.
	// Where the Verdict is Never, no number does, and Count is Open+1 or -1.
	Count int
	// Share is the same as a share of the open cases. For a conclusion without a level it is
	// the share at which the value equals the threshold, and no whole number of cases: it
	// may be above 1 or below 0, and then shows how far out of reach the threshold is. With
	// a level it is Count/Open, and +Inf or -Inf where the Verdict is Never.
	Share float64
}

// tipping finds the point from a predicate that is monotone in the number of open cases
// that belong to the part, and stops at the first error.
func (c Conclusion) tipping(open int, overturned func(count int) (bool, error)) (Tipping, error) {
	less := c.Alternative == infer.Less
	// Counted from the end at which the conclusion holds best.
	toPart := func(steps int) int {
		if less {
			return steps
		}
		return open - steps
	}
	var failed error
	steps, found := firstTrue(0, open, func(steps int) bool {
		is, err := overturned(toPart(steps))
		if err != nil && failed == nil {
			failed = err
		}
		return is
	})
	if failed != nil {
		return Tipping{}, failed
	}
	t := Tipping{Verdict: Sometimes, Open: open}
	switch {
	case !found:
		t.Verdict, steps = Never, open+1
	case steps == 0:
		t.Verdict = Always
	}
	t.Count = toPart(steps)
	t.Share = float64(t.Count) / float64(open)
	if t.Verdict == Never {
		t.Share = math.Inf(t.Count)
	}
	return t, nil
}

// firstTrue returns the smallest number from low to high at which is holds, given that it
// holds at all numbers from there on; found is false if it holds at none.
func firstTrue(low, high int, is func(int) bool) (first int, found bool) {
	if !is(high) {
		return 0, false
	}
	for low < high {
		if middle := low + (high-low)/2; is(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return high, true
}
