package trend

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// maxProblems bounds how many bad values one error lists.
const maxProblems = 100

// problems collects what is wrong with the arguments of a call.
type problems []error

func (p *problems) add(format string, args ...any) {
	*p = append(*p, fmt.Errorf("trend: "+format, args...))
}

// finite reports each value that is NaN or infinite.
func (p *problems) finite(name string, values []float64) {
	bad := 0
	for i, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			continue
		}
		if bad++; bad <= maxProblems {
			p.add("%s[%d] is %v: expected a finite number (leave a missing year out; it is not zero)", name, i, v)
		}
	}
	if bad > maxProblems {
		p.add("%s holds %d more values that are not finite numbers", name, bad-maxProblems)
	}
}

// pairs reports a series too short to compare, or so long that the number of its
// pairs overflows an int.
func (p *problems) pairs(n int) {
	if n < 2 {
		p.add("%d values: a trend needs at least 2", n)
	}
	if n > 1 && n > math.MaxInt/(n-1) {
		p.add("%d values have more pairs than an int of this machine holds", n)
	}
}

func (p *problems) level(level float64) {
	if err := infer.CheckLevel(level); err != nil {
		p.add("%w", err)
	}
}

func (p problems) err() error { return errors.Join(p...) }
