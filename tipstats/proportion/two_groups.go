package proportion

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// groups holds the counts of two groups: x1 out of n1 and x2 out of n2.
type groups struct{ x1, n1, x2, n2 int }

// swapped returns the groups in the other order.
func (g groups) swapped() groups { return groups{g.x2, g.n2, g.x1, g.n1} }

// opposite returns the groups with successes and failures exchanged.
func (g groups) opposite() groups { return groups{g.n1 - g.x1, g.n1, g.n2 - g.x2, g.n2} }

// none reports whether neither group has a success.
func (g groups) none() bool { return g.x1 == 0 && g.x2 == 0 }

// all reports whether neither group has a failure.
func (g groups) all() bool { return g.x1 == g.n1 && g.x2 == g.n2 }

// difference returns x1/n1 - x2/n2 without cancellation.
func (g groups) difference() float64 {
	n1, n2 := float64(g.n1), float64(g.n2)
	difference := crossDifference(float64(g.x1), n2, float64(g.x2), n1) / n1 / n2
	return math.Min(math.Max(difference, -1), 1) // two roundings can carry it past the end
}

// crossDifference returns a b - c d, correct to the last bits (Kahan's method).
func crossDifference(a, b, c, d float64) float64 {
	product := c * d
	rest := math.FMA(-c, d, product)
	return math.FMA(a, b, -product) + rest
}

// smallSampleFactor is N/(N-1), by which Miettinen and Nurminen (1985) multiply the
// variance of a score statistic, for both groups together N.
func (g groups) smallSampleFactor() float64 {
	n := float64(g.n1) + float64(g.n2)
	return n / (n - 1)
}

// groupProblems collects all that is wrong with the arguments of a call.
type groupProblems []error

func (p *groupProblems) add(format string, args ...any) {
	*p = append(*p, fmt.Errorf("proportion: "+format, args...))
}

// group checks x out of n; the name is that of the group in messages.
func (p *groupProblems) group(name string, x, n int) {
	if n < 1 {
		p.add("the denominator of %s is %d: expected 1 or more", name, n)
	}
	if x < 0 {
		p.add("the numerator of %s is %d: expected 0 or more", name, x)
	}
	if n >= 1 && x > n {
		p.add("%s is %d out of %d: the numerator of a proportion is part of its denominator", name, x, n)
	}
}

func (p *groupProblems) groups(g groups) {
	p.group("the first group", g.x1, g.n1)
	p.group("the second group", g.x2, g.n2)
	if g.n1 > 0 && g.n2 > math.MaxInt-g.n1 {
		p.add("groups of %d and %d are too large together for this machine", g.n1, g.n2)
	}
}

// largestConditional bounds n1 + n2 for the methods that condition on the total of
// successes: beyond it a float64 does not hold every whole number.
const largestConditional = 1 << 53

func (p *groupProblems) conditional(g groups, method any) {
	if n := float64(g.n1) + float64(g.n2); n > largestConditional {
		p.add("%v is computed for at most %d in both groups together, not for %.3g", method, int64(largestConditional), n)
	}
}

func (p *groupProblems) level(level float64) {
	if err := infer.CheckLevel(level); err != nil {
		p.add("%w", err)
	}
}

func (p *groupProblems) alternative(alt infer.Alternative) {
	if err := infer.CheckAlternative(alt); err != nil {
		p.add("%w", err)
	}
}

func (p groupProblems) err() error { return errors.Join(p...) }
