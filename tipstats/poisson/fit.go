package poisson

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/internal/glm"
	"gonum.org/v1/gonum/mat"
)

// What keeps Fit from an estimate, for errors.Is. The message says which counts or columns
// are the cause and what to do.
var (
	// ErrSeparation: the likelihood has no maximum, mostly because all counts of a group
	// are 0, and the log of its rate tends to minus infinity.
	ErrSeparation = glm.ErrSeparation
	// ErrRank: a column of the design is a linear combination of others.
	ErrRank = glm.ErrRank
	// ErrNotConverged: the iteration ended without a maximum.
	ErrNotConverged = glm.ErrNotConverged
)

// dispersionLimit is the dispersion above which counts are called over-dispersed.
const dispersionLimit = 1.5

// exactBelow is the dispersion below which counts lie on the fitted curve but for rounding.
const exactBelow = 1e-12

// Model is a log-linear model of counts: log(mean) = Offset + Design b.
type Model struct {
	// Counts are the counts, 0 or more, at most 2^53, and whole but for QuasiPoisson.
	Counts []float64
	// Design has one row for each count and one column for each coefficient. Nothing is
	// added to it: give the constant 1 of the intercept as a column.
	Design mat.Matrix
	// Names are those of the coefficients, for results and messages; nil for x0, x1, ...
	Names []string
	// Offset is a known part of log(mean), such as the logarithm of an exposure; nil for 0.
	Offset []float64
	// Weights multiply the log-likelihood of each count: a weight of 2 stands for two equal
	// rows, but for the degrees of freedom and RobustCovariance, and 0 leaves a row out; from
	// 1e-12 to 1e12. Nil for 1.
	Weights []float64
	// Family is the distribution of the counts; the zero value chooses by dispersion.
	Family Family
	// MaxIterations bounds the Newton steps of one search; 0 for 200. Ten mostly suffice.
	MaxIterations int
}

// LogLinear returns the model of a trend that multiplies the rate by the same factor in each
// unit of time: log(mean) = intercept + slope (t - mean of t). The slope is then the log of
// that factor, and the intercept belongs to the middle of the period. Set Offset to the
// logarithm of the exposures if they differ, and Family if the default does not serve.
//
// Times that are not finite, or not as many as counts, are errors of Fit.
func LogLinear(t, counts []float64) Model {
	m := Model{Counts: counts, Names: []string{"intercept", "slope"}}
	if len(t) == 0 {
		return m
	}
	mean := 0.0
	for i, v := range t {
		mean += (v - mean) / float64(i+1)
	}
	design := mat.NewDense(len(t), 2, nil)
	for i, v := range t {
		design.Set(i, 0, 1)
		design.Set(i, 1, v-mean)
	}
	m.Design = design
	return m
}

// Residuals are the distances of the counts from the fitted means.
type Residuals struct {
	// Response is the count less the fitted mean.
	Response []float64
	// Pearson is Response over the standard deviation that the family gives a count,
	// before the dispersion of QuasiPoisson; times the root of the weight. Its squares sum
	// to PearsonChiSquared.
	Pearson []float64
	// Deviance is the signed root of what each count adds to Deviance.
	Deviance []float64
}

// FitResult is a fitted log-linear model.
type FitResult struct {
	// Family is the distribution used: never ByDispersion.
	Family Family
	// Names are those of the coefficients.
	Names []string
	// Coefficients are the changes of log(mean) with one unit of each column: exp of a
	// coefficient is a rate ratio.
	Coefficients []float64
	// StandardErrors are the roots of the diagonal of Covariance.
	StandardErrors []float64
	// Covariance is that of the coefficients, from the expected information (for
	// NegativeBinomial at the estimated theta, as R's glm.nb does), times Dispersion for
	// QuasiPoisson.
	Covariance *mat.SymDense
	// Theta is that of NegativeBinomial: the variance is mean + mean^2/Theta. It is +Inf
	// where the counts vary no more than Poisson counts do, and for all other families.
	Theta float64
	// ThetaStandardError is that of Theta, from the observed information with the
	// coefficients held; +Inf where Theta is.
	ThetaStandardError float64
	// Fitted are the fitted means.
	Fitted []float64
	// Residuals are the distances of the counts from the fitted means.
	Residuals Residuals
	// Deviance is twice the log-likelihood lost against one mean for each count.
	Deviance float64
	// PearsonChiSquared is the sum of squared Pearson residuals.
	PearsonChiSquared float64
	// Dispersion is PearsonChiSquared over ResidualDF; near 1 where the family holds. It is
	// NaN if ResidualDF is 0.
	Dispersion float64
	// ResidualDF is the number of counts with a weight less the number of coefficients.
	ResidualDF int
	// LogLikelihood is the maximum, with all constants; NaN for QuasiPoisson, which has
	// none.
	LogLikelihood float64
	// AIC is twice the number of parameters (theta among them) less twice LogLikelihood
	// (Akaike 1974); NaN for QuasiPoisson.
	AIC float64
	// Iterations counts the Newton steps taken.
	Iterations int
	// Converged is false only in a result that came with ErrNotConverged.
	Converged bool
	// Method says what was fitted and how.
	Method string
	// Warnings holds what a reader should know before quoting the result.
	Warnings []string

	fit *glm.Fit
}

// Fit fits a log-linear model of counts by maximum likelihood: log(mean) = Offset + Design b
// (Nelder and Wedderburn, J. R. Stat. Soc. A 135 (1972) 370; McCullagh and Nelder,
// Generalized Linear Models, 2nd ed., 1989, chapter 6; Lawless 1987 for the negative
// binomial). Each step is a least-squares problem solved by QR.
//
// It never returns a Poisson standard error in silence where the counts are over-dispersed:
// see Family. A negative binomial model of counts that are not over-dispersed has its
// maximum at theta = +Inf; the result is then the Poisson model's, with a warning, but
// for AIC, which counts theta and so is larger by 2, and for ProfileInterval and ProfileTest,
// which still maximize over theta.
//
// Lengths that differ, values that are not finite, negative or broken counts, negative
// weights and more coefficients than counts are errors that name every problem.
// Columns that depend on each other (ErrRank), an infinite estimate (ErrSeparation) and an
// iteration without end (ErrNotConverged) are errors that name their cause. With
// ErrNotConverged the last iterate is returned, if there is one, with Converged false.
//
// Do not use it for x out of n (see proportion.Logistic), for counts that are only bounds
// ("at least 44"), or for counts that depend on those before them beyond the trend.
func Fit(m Model) (*FitResult, error) {
	problem, err := m.problem()
	if err != nil {
		return nil, err
	}
	options := glm.Options{Family: glm.Poisson{}, MaxIterations: m.MaxIterations, EstimateTheta: m.Family == NegativeBinomial}
	if options.MaxIterations == 0 {
		options.MaxIterations = 200
	}
	fit, err := glm.New(problem, options)
	switch {
	case errors.Is(err, ErrSeparation):
		err = fmt.Errorf("poisson: %w. Merge the group with another, leave it out together with its column, or give the exact interval of its count alone", err)
	case err != nil:
		err = fmt.Errorf("poisson: %w", err)
	}
	if fit == nil {
		return nil, err
	}
	r := newFitResult(fit, m.Family)
	if r.Family == QuasiPoisson && !(r.Dispersion > exactBelow) {
		return nil, fmt.Errorf("poisson: the counts lie on the fitted curve (%d counts, %d coefficients), so that no dispersion can be estimated from them: use Family Poisson", fit.Used(), len(r.Names))
	}
	for j, se := range r.StandardErrors {
		if math.IsInf(se, 0) || math.IsNaN(se) {
			return nil, fmt.Errorf("poisson: %w: the standard error of %q is %v: the offsets or the columns of the design are of extreme size", ErrNotConverged, r.Names[j], se)
		}
	}
	return r, err
}

// problem checks the model.
func (m Model) problem() (*glm.Problem, error) {
	var p problems
	if m.Family < ByDispersion || m.Family > NegativeBinomial {
		p.add("unknown family %v: expected ByDispersion, Poisson, QuasiPoisson or NegativeBinomial", m.Family)
	}
	if m.MaxIterations < 0 {
		p.add("MaxIterations is %d: expected 1 or more, or 0 for 200", m.MaxIterations)
	}
	data := glm.Data{
		Label: "Counts", Response: m.Counts, Whole: m.Family != QuasiPoisson,
		Design: m.Design, Names: m.Names, Offset: m.Offset, Weights: m.Weights,
	}
	for _, problem := range glm.Check(data) {
		p.add("%s", problem)
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	problem, err := glm.NewProblem(data)
	if err != nil {
		return nil, fmt.Errorf("poisson: %w", err)
	}
	return problem, nil
}

// newFitResult decides the family and writes down what it makes of the fit.
func newFitResult(fit *glm.Fit, asked Family) *FitResult {
	r := &FitResult{
		Family: asked, Names: fit.Names(),
		Coefficients: slices.Clone(fit.Coefficients), StandardErrors: slices.Clone(fit.StandardErrors),
		Covariance: mat.NewSymDense(len(fit.Coefficients), nil),
		Theta:      fit.Theta, ThetaStandardError: fit.ThetaError,
		Fitted: slices.Clone(fit.Mean), Deviance: fit.Deviance, PearsonChiSquared: fit.Pearson, ResidualDF: fit.ResidualDF(),
		Dispersion: math.NaN(), LogLikelihood: fit.LogLikelihood,
		Iterations: fit.Iterations, Converged: fit.Converged, fit: fit,
	}
	r.Covariance.CopySym(fit.Covariance)
	r.Residuals.Response, r.Residuals.Pearson, r.Residuals.Deviance = fit.Residuals()
	if r.ResidualDF > 0 {
		r.Dispersion = fit.Pearson / float64(r.ResidualDF)
	}
	if asked == ByDispersion {
		r.Family = Poisson
		if r.Dispersion > dispersionLimit {
			r.Family = QuasiPoisson
		}
	}
	parameters := len(r.Names)
	switch r.Family {
	case QuasiPoisson:
		r.Covariance.ScaleSym(r.Dispersion, r.Covariance)
		for j := range r.StandardErrors {
			r.StandardErrors[j] = math.Sqrt(r.Covariance.At(j, j))
		}
		r.LogLikelihood = math.NaN()
	case NegativeBinomial:
		parameters++
	}
	r.AIC = 2*float64(parameters) - 2*r.LogLikelihood
	r.Method = r.Family.String() + " regression with log link, maximum likelihood"
	if r.Family == QuasiPoisson {
		r.Method = "quasi-Poisson regression with log link, dispersion from Pearson's chi-squared"
	}
	r.Warnings = r.warnings(asked)
	return r
}
