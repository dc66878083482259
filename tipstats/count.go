package tipstats

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/bounds"
)

// MaxCount is the largest count that a dataset can hold: a thousand million, so that a file reads alike, and two counts can
// be added, on 32-bit and 64-bit machines.
const MaxCount = 1_000_000_000

// Count is what a source says of a number: an exact figure, a bound, a rough figure, that it was not reported, or
// nothing that we could find. The zero Count is NotFound and never the number 0. Counts compare with ==.
//
// A Count gives its number only through [Count.Value] and [Count.Bounds], both of which say when there is none: no method
// turns a missing count into a number.
type Count struct {
	kind   countKind
	lo, hi int
}

type countKind uint8

const (
	notFound countKind = iota
	notReported
	exactly
	atLeast
	atMost
	between
	approximately
)

// NotReported is a count that the source says was not reported.
var NotReported = Count{kind: notReported}

// NotFound is a count that no source at hand states. It is the zero Count.
var NotFound = Count{}

// Exactly is a count stated as n. It panics if n is negative or above [MaxCount], as do the other constructors.
func Exactly(n int) Count { return newCount(exactly, n, n) }

// AtLeast is a count stated as "at least n": it lies in [n, infinity).
func AtLeast(n int) Count { return newCount(atLeast, n, n) }

// AtMost is a count stated as "at most n" or "up to n": it lies in [0, n].
func AtMost(n int) Count { return newCount(atMost, 0, n) }

// Between is a count stated as "between lo and hi": it lies in [lo, hi].
func Between(lo, hi int) Count {
	if lo > hi {
		panic(fmt.Sprintf("tipstats: Between(%d, %d): the lower end is above the upper end", lo, hi))
	}
	return newCount(between, lo, hi)
}

// Approximately is a count stated as "about n". It has the value n, since a source that rounds gives no bounds; whatever is
// computed with it carries a warning.
func Approximately(n int) Count { return newCount(approximately, n, n) }

func newCount(kind countKind, lo, hi int) Count {
	if lo < 0 || hi > MaxCount {
		panic(fmt.Sprintf("tipstats: a count is a whole number from 0 to %d, got %d to %d", MaxCount, lo, hi))
	}
	return Count{kind: kind, lo: lo, hi: hi}
}

// Known reports whether the source states a number or a bound.
func (c Count) Known() bool { return c.kind > notReported }

// rank orders counts by what they say: nothing, that the figure was not reported, a number.
func (c Count) rank() int { return int(min(c.kind, exactly)) }

// Missing is nil for a known count, else [ErrNotReported] or [ErrNotFound].
func (c Count) Missing() error {
	switch c.kind {
	case notFound:
		return ErrNotFound
	case notReported:
		return ErrNotReported
	}
	return nil
}

// Value returns the number where the source states one, exactly or approximately. It is false for a bound and for a missing
// count.
func (c Count) Value() (n int, ok bool) {
	if c.kind == exactly || c.kind == approximately || c.kind == between && c.lo == c.hi {
		return c.lo, true
	}
	return 0, false
}

// Bounds returns the smallest and the largest number that the statement allows; hi is +Inf for "at least". It is false
// for a missing count.
func (c Count) Bounds() (lo, hi float64, ok bool) {
	switch {
	case !c.Known():
		return 0, 0, false
	case c.kind == atLeast:
		return float64(c.lo), math.Inf(1), true
	}
	return float64(c.lo), float64(c.hi), true
}

// span is what the count allows, as package bounds has it. Of a missing count that is every number.
func (c Count) span() bounds.Range {
	lo, hi, known := c.Bounds()
	if !known {
		return bounds.AtLeast(0)
	}
	return bounds.Range{Lo: lo, Hi: hi}
}

// IsApproximate reports whether the source gives the number as a rough one.
func (c Count) IsApproximate() bool { return c.kind == approximately }

// String is the count in words: "89", "at least 44", "about 120", "not reported", "not found".
func (c Count) String() string {
	switch c.kind {
	case notFound:
		return "not found"
	case notReported:
		return "not reported"
	case atLeast:
		return fmt.Sprintf("at least %d", c.lo)
	case atMost:
		return fmt.Sprintf("at most %d", c.hi)
	case between:
		return fmt.Sprintf("between %d and %d", c.lo, c.hi)
	case approximately:
		return fmt.Sprintf("about %d", c.lo)
	}
	return fmt.Sprint(c.lo)
}

// contradicts reports whether no number satisfies both statements, or one gives a number that the other says was not
// reported. What was not found contradicts nothing, and neither does a rough figure another number.
func (c Count) contradicts(d Count) bool {
	if c.kind == notFound || d.kind == notFound {
		return false
	}
	if c.kind == notReported || d.kind == notReported {
		return c.kind != d.kind
	}
	if c.IsApproximate() || d.IsApproximate() {
		return false
	}
	clo, chi, _ := c.Bounds()
	dlo, dhi, _ := d.Bounds()
	return clo > dhi || dlo > chi
}

// sum adds two known counts; what bounds the parts bounds the sum.
func sum(a, b Count) Count {
	aLow, aHigh, _ := a.Bounds()
	bLow, bHigh, _ := b.Bounds()
	low, high := aLow+bLow, aHigh+bHigh
	switch {
	case low > MaxCount:
		return AtLeast(MaxCount)
	case high > MaxCount:
		return AtLeast(int(low))
	case low < high:
		return Between(int(low), int(high))
	case a.IsApproximate() || b.IsApproximate():
		return Approximately(int(low))
	}
	return Exactly(int(low))
}
