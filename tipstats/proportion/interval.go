package proportion

import (
	"errors"
	"fmt"

	"github.com/tipstats/tip/tipstats/infer"
)

// Interval returns the confidence interval for a proportion of which x out of n were
// observed, with limits in [0, 1] and the estimate x/n.
//
// [Method] has the formulas and sources. With every method the limits are 0 for x = 0
// and 1 for x = n; where a method's limits would pass 0 or 1, or, at levels far below those
// that anyone uses, leave out x/n, they are moved there.
//
// Valid are n >= 1, 0 <= x <= n, a level in (0, 1) such as 0.95, and the methods
// declared in this package; anything else is an error that names every problem.
//
// Do not use it for a ratio of two flows (convictions of a year to prosecutions of
// that year), for a count that is only a bound ("at least 44"), or for decisions
// that depend on each other.
func Interval(x, n int, level float64, m Method) (infer.Interval, error) {
	if err := check(x, n, level, m); err != nil {
		return infer.Interval{}, err
	}
	lower, upper := m.twoSided(x, n, level)
	return infer.Interval{
		Estimate: float64(x) / float64(n),
		Lower:    lower,
		Upper:    upper,
		Level:    level,
		Method:   methods[m].name,
		Warnings: warnings(x, n, m),
	}, nil
}

// twoSided returns the limits, moved where they leave out x/n.
func (m Method) twoSided(x, n int, level float64) (lower, upper float64) {
	lower, upper = m.limits(x, n, level)
	estimate := float64(x) / float64(n)
	return min(lower, estimate), max(upper, estimate)
}

// warnings says where a method has no limits of its own, or useless ones.
func warnings(x, n int, m Method) []string {
	if x > 0 && x < n {
		return nil
	}
	switch m {
	case Logit:
		return []string{"the log odds are infinite: the limits are Clopper-Pearson's"}
	case Wald:
		return []string{warnNoWidth}
	}
	return nil
}

// check returns all problems of the arguments of Interval.
func check(x, n int, level float64, m Method) error {
	var problems []error
	report := func(format string, args ...any) {
		problems = append(problems, fmt.Errorf("proportion: "+format, args...))
	}
	if n < 1 {
		report("the denominator n is %d: expected 1 or more", n)
	}
	if x < 0 {
		report("the numerator x is %d: expected 0 or more", x)
	}
	if n >= 1 && x > n {
		report("%d out of %d: the numerator of a proportion is part of its denominator; if it is not, this is a ratio of two counts (see package poisson)", x, n)
	}
	if err := infer.CheckLevel(level); err != nil {
		report("%w", err)
	}
	if !m.known() {
		problems = append(problems, unknownMethod(m))
	}
	return errors.Join(problems...)
}
