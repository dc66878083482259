package poisson

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// problems collects everything that is wrong with the arguments of a call.
type problems []error

func (p *problems) add(format string, args ...any) {
	*p = append(*p, fmt.Errorf("poisson: "+format, args...))
}

func (p *problems) count(name string, x int) {
	if x < 0 {
		p.add("%s is %d: a count is 0 or more", name, x)
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

func (p problems) err() error { return errors.Join(p...) }
