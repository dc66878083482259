package proportion

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/internal/glm"
	"gonum.org/v1/gonum/mat"
)

// What keeps Logistic from an estimate, for errors.Is. The message says which rows or columns
// are the cause.
var (
	// ErrSeparation: the likelihood has no maximum, because a combination of columns tells
	// successes from failures without fault. Firth's correction has one.
	ErrSeparation = glm.ErrSeparation
	// ErrRank: a column of the design is a linear combination of others.
	ErrRank = glm.ErrRank
	// ErrNotConverged: the iteration ended without a maximum.
	ErrNotConverged = glm.ErrNotConverged
)

// dispersionLimit is the dispersion above which trials are called dependent.
const dispersionLimit = 1.5

// LogisticModel is a model of proportions: log(p/(1-p)) = Offset + Design b.
type LogisticModel struct {
	// Successes are the counts x, one for each row: 0 <= x <= n.
	Successes []int
	// Trials are the counts n that contain them, 1 or more; nil for 1 each.
	Trials []int
	// Design has one row for each of Successes and one column for each coefficient. Nothing is
	// added to it: give the constant 1 of the intercept as a column.
	Design mat.Matrix
	// Names are those of the coefficients, for results and messages; nil for x0, x1, ...
	Names []string
	// Offset is a known part of the log odds; nil for 0.
	Offset []float64
	// Firth adds half the log determinant of the information to the log-likelihood (Firth,
	// Biometrika 80 (1993) 27; Heinze and Schemper, Stat. Med. 21 (2002) 2409). It takes away
	// the bias of order 1/n and keeps the estimates finite where a cell is 0. Of several maxima,
	// which a few trials can give, the largest that several starts reach is taken. Set it for small
	// or sparse data, and use ProfileInterval then, not WaldInterval.
	Firth bool
	// MaxIterations bounds the steps of one search; 0 for 200, and 1000 with Firth.
	MaxIterations int
}

// LogisticResiduals are the distances of the successes from their fitted means.
type LogisticResiduals struct {
	// Response is the number of successes less its fitted mean.
	Response []float64
	// Pearson is Response over the binomial standard deviation.
	Pearson []float64
	// Deviance is the signed root of what each row adds to Deviance.
	Deviance []float64
}

// LogisticResult is a fitted logistic model.
type LogisticResult struct {
	// Names are those of the coefficients.
	Names []string
	// Coefficients are the changes of the log odds with one unit of each column: exp of a
	// coefficient is an odds ratio.
	Coefficients []float64
	// StandardErrors are the roots of the diagonal of Covariance.
	StandardErrors []float64
	// Covariance is the inverse of the information at the estimates.
	Covariance *mat.SymDense
	// Fitted are the fitted probabilities.
	Fitted []float64
	// Residuals are the distances of the successes from their fitted means.
	Residuals LogisticResiduals
	// Deviance is twice the log-likelihood lost against one probability for each row.
	Deviance float64
	// PearsonChiSquared is the sum of squared Pearson residuals.
	PearsonChiSquared float64
	// Dispersion is PearsonChiSquared over ResidualDF. It measures dependence between the trials of
	// a row only where every row has several trials; NaN if ResidualDF is 0.
	Dispersion float64
	// ResidualDF is the number of rows less the number of coefficients.
	ResidualDF int
	// LogLikelihood is that of the successes at the estimates, binomial coefficients included
	// and Firth's penalty not.
	LogLikelihood float64
	// PenalizedLogLikelihood is LogLikelihood plus Firth's penalty; equal to it without.
	PenalizedLogLikelihood float64
	// AIC is twice the number of coefficients less twice LogLikelihood (Akaike 1974); NaN with
	// Firth, whose estimates do not maximize it.
	AIC float64
	// Iterations counts the steps taken.
	Iterations int
	// Converged is false only in a result that came with ErrNotConverged.
	Converged bool
	// Method says what was fitted and how.
	Method string
	// Warnings holds what a reader should know before quoting the result.
	Warnings []string

	fit *glm.Fit
}

// Logistic fits a logistic model of proportions by maximum likelihood, or by penalized
// likelihood with Firth: log(p/(1-p)) = Offset + Design b (Cox, J. R. Stat. Soc. B 20 (1958)
// 215; McCullagh and Nelder, Generalized Linear Models, 2nd ed., 1989, chapter 4). Each
// step is a least-squares problem solved by QR.
//
// Successes without Trials and the same data as x out of n give the same coefficients; the
// deviance and the likelihood differ by constants.
//
// Lengths that differ, x > n, n < 1, values that are not finite and more coefficients than
// rows are errors that name every problem. Columns that depend on each other
// (ErrRank), an infinite estimate (ErrSeparation) and an iteration without end
// (ErrNotConverged) are errors that name their cause. With ErrNotConverged the last iterate is
// returned, if there is one, with Converged false.
//
// Do not use it for a ratio of two flows (convictions of a year to prosecutions of that year:
// see poisson.Fit), or for defendants tried together as if they were independent.
func Logistic(m LogisticModel) (*LogisticResult, error) {
	problem, err := m.problem()
	if err != nil {
		return nil, err
	}
	options := glm.Options{Family: glm.Binomial{}, Firth: m.Firth, MaxIterations: m.MaxIterations}
	if options.MaxIterations == 0 {
		options.MaxIterations = 200
		if m.Firth {
			options.MaxIterations = 1000
		}
	}
	fit, err := glm.New(problem, options)
	switch {
	case errors.Is(err, ErrSeparation):
		err = fmt.Errorf("proportion: %w. Set Firth, whose estimates are finite, or leave those columns out", err)
	case err != nil:
		err = fmt.Errorf("proportion: %w", err)
	}
	if fit == nil {
		return nil, err
	}
	return newLogisticResult(fit, m), err
}

// problem checks the model.
func (m LogisticModel) problem() (*glm.Problem, error) {
	var p groupProblems
	trials := make([]float64, len(m.Successes))
	response := make([]float64, len(m.Successes))
	for i, x := range m.Successes {
		n := 1
		if m.Trials != nil && i < len(m.Trials) {
			n = m.Trials[i]
		}
		response[i], trials[i] = float64(x), float64(n)
		if len(p) < maxListed && (n < 1 || x < 0 || x > n) {
			p.group(fmt.Sprintf("row %d", i), x, n)
		}
	}
	if m.Trials != nil && len(m.Trials) != len(m.Successes) {
		p.add("%d Trials for %d Successes: expected one for each", len(m.Trials), len(m.Successes))
	}
	if m.MaxIterations < 0 {
		p.add("MaxIterations is %d: expected 1 or more, or 0 for the default", m.MaxIterations)
	}
	data := glm.Data{
		Label: "Successes", Response: response, Trials: trials, Design: m.Design, Names: m.Names, Offset: m.Offset,
	}
	for _, problem := range glm.Check(data) {
		p.add("%s", problem)
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	problem, err := glm.NewProblem(data)
	if err != nil {
		return nil, fmt.Errorf("proportion: %w", err)
	}
	return problem, nil
}

// maxListed bounds how many rows one error lists.
const maxListed = 90

// newLogisticResult writes down what follows from a fit.
func newLogisticResult(fit *glm.Fit, m LogisticModel) *LogisticResult {
	r := &LogisticResult{
		Names: fit.Names(), Coefficients: slices.Clone(fit.Coefficients), StandardErrors: slices.Clone(fit.StandardErrors),
		Covariance: fit.Covariance,
		Fitted:     make([]float64, len(fit.Mean)), Deviance: fit.Deviance, PearsonChiSquared: fit.Pearson,
		Dispersion: math.NaN(), ResidualDF: fit.ResidualDF(),
		LogLikelihood: fit.LogLikelihood, PenalizedLogLikelihood: fit.LogLikelihood + fit.Penalty,
		Iterations: fit.Iterations, Converged: fit.Converged,
		Method: "logistic regression, maximum likelihood", fit: fit,
	}
	several := m.Trials != nil
	for i, mean := range fit.Mean {
		n := 1
		if m.Trials != nil {
			n = m.Trials[i]
		}
		several = several && n > 1
		r.Fitted[i] = mean / float64(n)
	}
	r.Residuals.Response, r.Residuals.Pearson, r.Residuals.Deviance = fit.Residuals()
	if r.ResidualDF > 0 {
		r.Dispersion = fit.Pearson / float64(r.ResidualDF)
	}
	r.AIC = 2*float64(len(r.Names)) - 2*r.LogLikelihood
	if m.Firth {
		r.AIC = math.NaN()
		r.Method = "logistic regression, Firth's penalized likelihood"
	}
	if !r.Converged {
		r.Warnings = append(r.Warnings, "the iteration did not converge: these are not the estimates")
	}
	if several && r.Dispersion > dispersionLimit {
		r.Warnings = append(r.Warnings, fmt.Sprintf("the proportions vary more than binomial ones do (dispersion %.3g, above %v): the trials of a row depend on each other, or a column is missing; the standard errors are too small by a factor of %.3g",
			r.Dispersion, dispersionLimit, math.Sqrt(r.Dispersion)))
	}
	return r
}
