package tipstats

import (
	"errors"
	"math"
	"testing"
)

func TestCount(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		count    Count
		text     string
		value    int
		hasValue bool
		lo, hi   float64
		known    bool
	}{
		{Exactly(89), "89", 89, true, 89, 89, true},
		{Exactly(0), "0", 0, true, 0, 0, true},
		{AtLeast(44), "at least 44", 0, false, 44, inf, true},
		{AtMost(5), "at most 5", 0, false, 0, 5, true},
		{Between(3, 5), "between 3 and 5", 0, false, 3, 5, true},
		{Between(4, 4), "between 4 and 4", 4, true, 4, 4, true},
		{Approximately(120), "about 120", 120, true, 120, 120, true},
		{NotReported, "not reported", 0, false, 0, 0, false},
		{NotFound, "not found", 0, false, 0, 0, false},
		{Count{}, "not found", 0, false, 0, 0, false},
	} {
		value, hasValue := c.count.Value()
		lo, hi, known := c.count.Bounds()
		if c.count.String() != c.text || value != c.value || hasValue != c.hasValue || lo != c.lo || hi != c.hi || known != c.known ||
			c.count.Known() != c.known {
			t.Errorf("%v: value %d %t, bounds %g %g %t", c.count, value, hasValue, lo, hi, known)
		}
	}
}

func TestCountMissing(t *testing.T) {
	if !errors.Is(NotReported.Missing(), ErrNotReported) || !errors.Is(Count{}.Missing(), ErrNotFound) || AtLeast(0).Missing() != nil {
		t.Error("Missing gives the wrong reason")
	}
	if NotFound == Exactly(0) || NotReported == Exactly(0) || NotFound == NotReported {
		t.Error("a missing count equals a number")
	}
}

func TestCountPanicsOutsideRange(t *testing.T) {
	for name, f := range map[string]func(){
		"negative":    func() { Exactly(-1) },
		"too large":   func() { AtLeast(MaxCount + 1) },
		"upside down": func() { Between(5, 3) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}

func TestCountContradicts(t *testing.T) {
	for _, c := range []struct {
		a, b Count
		want bool
	}{
		{Exactly(3), Exactly(3), false},
		{Exactly(3), Exactly(4), true},
		{AtLeast(44), Exactly(50), false},
		{AtLeast(44), Exactly(43), true},
		{AtMost(5), AtLeast(6), true},
		{Between(1, 4), Between(4, 9), false},
		{NotReported, Exactly(3), true},
		{NotReported, NotReported, false},
		{NotFound, Exactly(3), false},
		{Approximately(120), Exactly(118), false},
	} {
		if c.a.contradicts(c.b) != c.want || c.b.contradicts(c.a) != c.want {
			t.Errorf("%v and %v: want contradiction %t", c.a, c.b, c.want)
		}
	}
}

func TestSumOfCounts(t *testing.T) {
	for _, c := range []struct{ a, b, want Count }{
		{Exactly(89), Exactly(71), Exactly(160)},
		{AtLeast(44), Exactly(10), AtLeast(54)},
		{AtMost(5), Exactly(10), Between(10, 15)},
		{Approximately(120), Exactly(1), Approximately(121)},
		{Exactly(MaxCount), Exactly(1), AtLeast(MaxCount)},
		{AtMost(MaxCount), Exactly(7), AtLeast(7)},
	} {
		if got := sum(c.a, c.b); got != c.want {
			t.Errorf("%v + %v = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
