package bounds

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// problems collects everything that is wrong with the arguments of a call.
type problems []error

func (p *problems) add(format string, args ...any) {
	*p = append(*p, fmt.Errorf("bounds: "+format, args...))
}

// count checks the range of a count; name says which one in messages.
func (p *problems) count(name string, r Range) {
	whole := func(end string, v float64) {
		switch {
		case math.IsNaN(v) || v != math.Trunc(v):
			p.add("the %s end of %s is %v: a count is a whole number", end, name, v)
		case v < 0:
			p.add("the %s end of %s is %v: a count is 0 or more", end, name, v)
		case v > maxCount:
			p.add("the %s end of %s is %v: the largest count is %.0f", end, name, v, maxCount)
		}
	}
	if whole("lower", r.Lo); !math.IsInf(r.Hi, 1) {
		whole("upper", r.Hi)
	}
	if r.isEmpty() {
		p.add("%s lies between %v and %v: the lower end is above the upper end", name, r.Lo, r.Hi)
	}
}

func (p *problems) exposure(name string, t float64) {
	if !(t > 0) || math.IsInf(t, 1) {
		p.add("%s is %v: an exposure is a finite number larger than 0", name, t)
	}
}

func (p *problems) level(level float64) {
	if err := infer.CheckLevel(level); err != nil {
		p.add("%w", err)
	}
}

// proportion checks that one came out of a constructor; name says which one.
func (p *problems) proportion(name string, q Proportion) {
	if q.isEmpty() {
		p.add("%s is empty: use one that PartOf, PartAndRest or ShareOf returned without an error", name)
	}
}

func (p problems) err() error { return errors.Join(p...) }
