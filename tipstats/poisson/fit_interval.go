package poisson

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/glm"
	"gonum.org/v1/gonum/mat"
)

// reference returns the distribution of an estimate over its standard error, with its name.
func (r *FitResult) reference() (glm.Reference, string) {
	if r.Family == QuasiPoisson {
		return glm.Reference{DF: r.ResidualDF}, "Student's t with " + degrees(r.ResidualDF)
	}
	return glm.Reference{}, "normal"
}

func degrees(df int) string {
	if df == 1 {
		return "1 degree of freedom"
	}
	return fmt.Sprintf("%d degrees of freedom", df)
}

// known reports a coefficient that does not exist.
func (r *FitResult) known(p *problems, j int) {
	if j < 0 || j >= len(r.Coefficients) {
		p.add("there is no coefficient %d: expected 0 to %d", j, len(r.Coefficients)-1)
	}
}

// WaldInterval returns the interval for coefficient j that is its estimate plus and minus
// a quantile times its standard error: of the normal distribution or, for QuasiPoisson, of
// Student's t with ResidualDF degrees of freedom. Take exp of the limits for a rate ratio.
//
// It agrees with WaldTest: the interval excludes 0 if and only if P < 1 - level. For
// small counts, and near the ends of the range, ProfileInterval is better. An index without a
// coefficient and a level outside (0, 1) are errors.
func (r *FitResult) WaldInterval(j int, level float64) (infer.Interval, error) {
	var p problems
	r.known(&p, j)
	p.level(level)
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	reference, name := r.reference()
	return r.symmetric(j, level, reference.Quantile(level)*r.StandardErrors[j], "Wald, "+name), nil
}

func (r *FitResult) symmetric(j int, level, reach float64, method string) infer.Interval {
	b := r.Coefficients[j]
	return infer.Interval{Estimate: b, Lower: b - reach, Upper: b + reach, Level: level, Method: method, Warnings: slices.Clone(r.Warnings)}
}

// ProfileInterval returns the interval for coefficient j that holds every value that a
// likelihood ratio test does not reject: those at which twice the log-likelihood, maximized
// over all other parameters, falls by less than the squared quantile of WaldInterval
// (Venzon and Moolgavkar, Appl. Statist. 37 (1988) 87). For QuasiPoisson the fall is divided
// by Dispersion; for NegativeBinomial theta is among the parameters that are maximized over
// (R's confint holds it, which gives a shorter interval).
//
// It follows the asymmetry of the likelihood that WaldInterval misses, and does not depend on
// the scale: exp of the limits is the interval for the rate ratio. A limit is infinite where
// the likelihood never falls so far. Errors are those of WaldInterval, and ErrNotConverged if
// the search for a limit fails.
func (r *FitResult) ProfileInterval(j int, level float64) (infer.Interval, error) {
	var p problems
	r.known(&p, j)
	p.level(level)
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	reference, name := r.reference()
	quantile, dispersion := reference.Quantile(level), 1.0
	method := "profile likelihood"
	if r.Family == QuasiPoisson {
		dispersion = r.Dispersion
		method += " over dispersion, " + name
	}
	lower, err1 := r.fit.ProfileLimit(j, quantile, dispersion, -1)
	upper, err2 := r.fit.ProfileLimit(j, quantile, dispersion, 1)
	if err := errors.Join(err1, err2); err != nil {
		return infer.Interval{}, fmt.Errorf("poisson: %w", err)
	}
	return infer.Interval{
		Estimate: r.Coefficients[j],
		Lower:    lower,
		Upper:    upper,
		Level:    level,
		Method:   method,
		Warnings: slices.Clone(r.Warnings),
	}, nil
}

// WaldTest tests that coefficient j is 0, that is, that the rate ratio is 1. Statistic is the
// estimate over its standard error; its distribution is that of WaldInterval. Greater is the
// alternative that the coefficient is above 0. An index without a coefficient and an
// unknown alternative are errors.
func (r *FitResult) WaldTest(j int, alt infer.Alternative) (infer.Test, error) {
	var p problems
	r.known(&p, j)
	if err := infer.CheckAlternative(alt); err != nil {
		p.add("%w", err)
	}
	if err := p.err(); err != nil {
		return infer.Test{}, err
	}
	reference, name := r.reference()
	statistic := r.Coefficients[j] / r.StandardErrors[j]
	return newTest(statistic, logTail(reference, statistic, alt), alt, "Wald, "+name, r.Warnings), nil
}

// ProfileTest is the likelihood ratio test that coefficient j is 0, that is, that the rate ratio
// is 1. Statistic is the signed root of the fall that ProfileInterval compares, and agrees with it:
// the interval excludes 0 if and only if P < 1 - level. Errors are those of WaldTest, and
// ErrNotConverged if no maximum is found with the coefficient held at 0.
func (r *FitResult) ProfileTest(j int, alt infer.Alternative) (infer.Test, error) {
	if _, err := r.WaldTest(j, alt); err != nil {
		return infer.Test{}, err
	}
	reference, name := r.reference()
	dispersion := 1.0
	if r.Family == QuasiPoisson {
		dispersion = r.Dispersion
	}
	statistic, err := r.fit.ProfileRoot(j, dispersion)
	if err != nil {
		return infer.Test{}, fmt.Errorf("poisson: %w", err)
	}
	return newTest(statistic, logTail(reference, statistic, alt), alt, "likelihood ratio, signed root, "+name, r.Warnings), nil
}

func logTail(reference glm.Reference, statistic float64, alt infer.Alternative) float64 {
	switch alt {
	case infer.Less:
		return reference.LogUpper(-statistic)
	case infer.Greater:
		return reference.LogUpper(statistic)
	}
	return reference.LogTwoSided(statistic)
}

func newTest(statistic, logP float64, alt infer.Alternative, method string, warnings []string) infer.Test {
	return infer.Test{Statistic: statistic, P: math.Exp(logP), LogP: logP, Alternative: alt, Method: method, Warnings: slices.Clone(warnings)}
}

// RobustCovariance returns the sandwich covariance of the coefficients. It holds whatever the
// variance of the counts, if the means are right and the rows independent, but needs some
// dozens of rows. It takes each row for one observation whatever its weight, and squares the
// weights with the scores: a weight of 2 adds twice what two equal rows add to the middle of the
// sandwich (R's sandwich does the same). Give rows one by one where weights count them. HC1
// of a model with as many coefficients as counts is an error.
func (r *FitResult) RobustCovariance(s Sandwich) (*mat.SymDense, error) {
	var p problems
	switch {
	case s != HC0 && s != HC1:
		p.add("unknown sandwich %v: expected HC1 or HC0", s)
	case s == HC1 && r.ResidualDF == 0:
		p.add("HC1 has no value where there are as many coefficients as counts")
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	covariance := r.fit.Sandwich()
	if s == HC1 {
		covariance.ScaleSym(float64(r.fit.Used())/float64(r.ResidualDF), covariance)
	}
	return covariance, nil
}

// RobustInterval is WaldInterval with the standard error of RobustCovariance and the normal
// quantile. Errors are those of both.
func (r *FitResult) RobustInterval(j int, level float64, s Sandwich) (infer.Interval, error) {
	var p problems
	r.known(&p, j)
	p.level(level)
	covariance, err := r.RobustCovariance(s)
	if err != nil {
		p = append(p, err)
	}
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	reach := glm.Reference{}.Quantile(level) * math.Sqrt(covariance.At(j, j))
	return r.symmetric(j, level, reach, "Wald, normal, sandwich "+s.String()), nil
}
