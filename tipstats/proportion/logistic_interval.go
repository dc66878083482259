package proportion

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/glm"
)

// known reports a coefficient that does not exist.
func (r *LogisticResult) known(p *groupProblems, j int) {
	if j < 0 || j >= len(r.Coefficients) {
		p.add("there is no coefficient %d: expected 0 to %d", j, len(r.Coefficients)-1)
	}
}

// WaldInterval returns the interval for coefficient j that is its estimate plus and minus a
// normal quantile times its standard error. Take exp of the limits for an odds ratio. It agrees
// with WaldTest: the interval excludes 0 if and only if P < 1 - level.
//
// Do not use it for small or sparse data, where ProfileInterval is far better. An
// index without a coefficient and a level outside (0, 1) are errors.
func (r *LogisticResult) WaldInterval(j int, level float64) (infer.Interval, error) {
	return r.interval(j, level, "Wald, normal", func(z, sign float64) (float64, error) {
		return r.Coefficients[j] + sign*float64(z*r.StandardErrors[j]), nil
	})
}

// ProfileInterval returns the interval for coefficient j that holds every value that a
// likelihood ratio test does not reject: those at which twice the log-likelihood (with Firth,
// the penalized one, its penalty that of the whole design), maximized over all other
// coefficients, falls by less than the squared normal quantile (Venzon and Moolgavkar, Appl.
// Statist. 37 (1988) 87; Heinze and Schemper 2002). A limit is infinite where the
// likelihood never falls so far. It agrees with ProfileTest. Errors are those of WaldInterval,
// and ErrNotConverged if the search for a limit fails.
//
// A penalized likelihood of a few trials can have several maxima; several starting points are
// tried at each value, and the largest maximum that they reach is taken.
func (r *LogisticResult) ProfileInterval(j int, level float64) (infer.Interval, error) {
	return r.interval(j, level, "profile "+r.likelihood(), func(z, sign float64) (float64, error) {
		return r.fit.ProfileLimit(j, z, 1, sign)
	})
}

func (r *LogisticResult) likelihood() string {
	if r.fit.Firth {
		return "penalized likelihood"
	}
	return "likelihood"
}

func (r *LogisticResult) interval(j int, level float64, method string, limit func(z, sign float64) (float64, error)) (infer.Interval, error) {
	var p groupProblems
	r.known(&p, j)
	p.level(level)
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	z := glm.Reference{}.Quantile(level)
	lower, err1 := limit(z, -1)
	upper, err2 := limit(z, 1)
	if err := errors.Join(err1, err2); err != nil {
		return infer.Interval{}, fmt.Errorf("proportion: %w", err)
	}
	return infer.Interval{
		Estimate: r.Coefficients[j], Lower: lower, Upper: upper,
		Level: level, Method: method, Warnings: slices.Clone(r.Warnings),
	}, nil
}

// WaldTest tests that coefficient j is 0, that is, that the odds ratio is 1. Statistic is the
// estimate over its standard error, normal if it is. Greater is the alternative that the
// coefficient is above 0. For small or sparse data use ProfileTest. An index without a
// coefficient and an unknown alternative are errors.
func (r *LogisticResult) WaldTest(j int, alt infer.Alternative) (infer.Test, error) {
	return r.test(j, alt, "Wald, normal", func() (float64, error) { return r.Coefficients[j] / r.StandardErrors[j], nil })
}

// ProfileTest is the likelihood ratio test (with Firth, that of the penalized likelihood) that
// coefficient j is 0. Statistic is the signed root of twice the fall of the log-likelihood,
// normal if it is. It agrees with ProfileInterval: the interval excludes 0 if and only if
// P < 1 - level. Errors are those of WaldTest, and ErrNotConverged if no maximum is found with
// the coefficient held at 0.
func (r *LogisticResult) ProfileTest(j int, alt infer.Alternative) (infer.Test, error) {
	return r.test(j, alt, r.likelihood()+" ratio, signed root, normal", func() (float64, error) { return r.fit.ProfileRoot(j, 1) })
}

func (r *LogisticResult) test(j int, alt infer.Alternative, method string, statistic func() (float64, error)) (infer.Test, error) {
	var p groupProblems
	r.known(&p, j)
	p.alternative(alt)
	if err := p.err(); err != nil {
		return infer.Test{}, err
	}
	z, err := statistic()
	if err != nil {
		return infer.Test{}, fmt.Errorf("proportion: %w", err)
	}
	var normal glm.Reference
	logP := normal.LogTwoSided(z)
	switch alt {
	case infer.Less:
		logP = normal.LogUpper(-z)
	case infer.Greater:
		logP = normal.LogUpper(z)
	}
	return infer.Test{
		Statistic: z, P: math.Exp(logP), LogP: logP, Alternative: alt,
		Method: method, Warnings: slices.Clone(r.Warnings),
	}, nil
}
