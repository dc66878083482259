package proportion

import "github.com/tipstats/tip/tipstats/infer"

// LowerBound returns the one-sided confidence bound below a proportion of which x out of
// n were observed: the interval from the bound to 1, which covers the proportion with the
// given level. All of 1 - level is left out below it, so that it is the lower limit of the
// two-sided Interval of level 2 level - 1: a bound of level 0.975 is a limit of level 0.95.
//
// Blaker's method has no one-sided form: with it, the exact bound is that of Clopper and
// Pearson, and Method says so. At a level below one half, which nobody should want, a bound
// may lie on the other side of the estimate.
//
// The estimate, the range, the valid arguments and the sources are those of Interval and
// Method.
//
// Use it for a claim in one direction that was chosen before looking at the data: "at
// least 48 % of the accused are convicted". Do not choose the direction afterwards, and do
// not report both bounds of one level as an interval of that level.
func LowerBound(x, n int, level float64, m Method) (infer.Interval, error) {
	iv, err := bound(x, n, level, m, "one-sided lower bound")
	if err != nil {
		return infer.Interval{}, err
	}
	iv.Upper = 1
	return iv, nil
}

// UpperBound returns the one-sided confidence bound above a proportion: the interval from
// 0 to the bound. What LowerBound says holds for it, with the sides exchanged. For x = 0
// and ClopperPearson it is 1 - (1 - level)^(1/n), about 3/n at 95 %, the "rule of three".
func UpperBound(x, n int, level float64, m Method) (infer.Interval, error) {
	iv, err := bound(x, n, level, m, "one-sided upper bound")
	if err != nil {
		return infer.Interval{}, err
	}
	iv.Lower = 0
	return iv, nil
}

// bound returns both bounds of a level, of which the caller keeps one.
func bound(x, n int, level float64, m Method, kind string) (infer.Interval, error) {
	if err := check(x, n, level, m); err != nil {
		return infer.Interval{}, err
	}
	name := m.String()
	if m == Blaker {
		m = ClopperPearson
		name = m.String() + " (Blaker's method has no one-sided form)"
	}
	lower, upper := m.limits(x, n, max(2*level-1, -1+0x1p-52))
	return infer.Interval{
		Estimate: float64(x) / float64(n),
		Lower:    lower,
		Upper:    upper,
		Level:    level,
		Method:   name + ", " + kind,
		Warnings: warnings(x, n, m),
	}, nil
}
