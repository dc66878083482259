package glm

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Options choose the model.
type Options struct {
	Family        Family // Poisson or Binomial; ignored if Theta is to be estimated
	EstimateTheta bool   // negative binomial, theta by maximum likelihood
	Firth         bool   // of a Binomial family: penalize by Jeffreys' prior
	MaxIterations int    // of one climb
}

// Fit is the result of a regression.
type Fit struct {
	*Problem
	Options
	Coefficients   []float64
	StandardErrors []float64
	Covariance     *mat.SymDense // of the coefficients, dispersion 1
	Theta          float64       // +Inf where the likelihood is largest for Poisson counts
	ThetaError     float64       // standard error of Theta, +Inf with it
	Mean           []float64     // fitted response
	Predictor      []float64     // linear predictor
	Deviance       float64
	Pearson        float64 // chi-squared
	LogLikelihood  float64
	Penalty        float64 // half the log determinant of the information, with Firth
	Iterations     int
	Converged      bool
	family         Family
	beta           []float64 // of the scaled columns
	value          float64   // the maximum that profiles are compared with
	information    *factorization
	rootInfo       []float64 // square root of the expected information of each row
	rowScore       []float64 // derivative of the log-likelihood by each row's predictor
	divergence     []float64 // half the unit deviance of each row
}

// New fits a model. If the iteration does not converge the last iterate is returned beside the
// error; after any other error the result is nil.
func New(p *Problem, o Options) (*Fit, error) {
	_, binomial := o.Family.(Binomial)
	if !o.Firth {
		if err := p.checkSeparation(binomial); err != nil {
			return nil, err
		}
	}
	c := newClimber(p, o.Family, o.Firth, o.MaxIterations)
	f := &Fit{Problem: p, Options: o, Theta: math.Inf(1), ThetaError: math.Inf(1)}
	var err error
	if o.EstimateTheta {
		c.family = Poisson{}
		c.start()
		search := newThetaSearch(c)
		if err = search.run(); err == nil && !math.IsInf(search.theta, 1) {
			f.Theta, f.ThetaError = search.theta, search.theta*search.spread
		}
	} else {
		c.start()
		err = c.climb()
		if o.Firth && err == nil {
			c.climbElsewhere()
		}
	}
	if err != nil && (!isNotConverged(err) || !c.now.usable()) {
		return nil, err
	}
	f.Converged = err == nil
	f.Iterations = c.iterations
	f.family = c.family
	f.beta = slices.Clone(c.now.beta)
	f.Predictor = slices.Clone(c.now.eta)
	f.describe()
	f.value = f.objective(c)
	if broken := f.checkFinite(); broken != nil && err == nil {
		return nil, broken
	}
	return f, err
}

// describe computes what follows from the coefficients.
func (f *Fit) describe() {
	s := newState(f.n, f.p)
	f.Mean = make([]float64, f.n)
	f.rowScore = make([]float64, f.n)
	f.divergence = make([]float64, f.n)
	f.rootInfo = s.root
	divergence, peaks := 0.0, 0.0
	for i, w := range f.weights {
		y, trials := f.response[i], f.trials[i]
		at := f.family.at(y, trials, f.Predictor[i])
		f.Mean[i] = at.mean
		f.divergence[i] = at.divergence
		if w == 0 {
			continue
		}
		s.root[i] = math.Sqrt(w * at.information)
		f.rowScore[i] = w * at.score
		divergence += float64(w * at.divergence)
		peaks += float64(w * f.family.peak(y, trials))
		residual := y - at.mean
		if variance := f.family.variance(at.mean, trials); variance > 0 {
			f.Pearson += float64(w * residual * (residual / variance))
		}
	}
	s.factor(f.columns)
	f.information = s.qr
	f.Deviance = 2 * divergence
	f.LogLikelihood = peaks - divergence
	if f.Firth {
		// The columns are scaled; the penalty is that of the design as given.
		f.Penalty = s.qr.logDeterminant()
		for _, scale := range f.scale {
			f.Penalty += math.Log(scale)
		}
	}
	f.Covariance = f.inverse()
	f.Coefficients = make([]float64, f.p)
	f.StandardErrors = make([]float64, f.p)
	for j := range f.p {
		f.Coefficients[j] = f.beta[j] / f.scale[j]
		f.StandardErrors[j] = math.Sqrt(f.Covariance.At(j, j))
	}
}

// inverse returns the inverse of the expected information, for the columns as given.
func (f *Fit) inverse() *mat.SymDense {
	rows := make([][]float64, f.p) // of the inverse of R
	for j := range rows {
		unit := make([]float64, f.p)
		unit[j] = 1
		rows[j] = f.information.solveTransposed(unit)
	}
	covariance := mat.NewSymDense(f.p, nil)
	for j := range f.p {
		// Column j of R^-T holds row j of R^-1.
		for k := j; k < f.p; k++ {
			covariance.SetSym(j, k, dot(rows[j], rows[k])/f.scale[j]/f.scale[k])
		}
	}
	return covariance
}

// checkFinite returns an error if a result has left the range of float64.
func (f *Fit) checkFinite() error {
	for j, b := range f.Coefficients {
		if !finite(b) || !finite(f.StandardErrors[j]) || !(f.StandardErrors[j] > 0) {
			return fmt.Errorf("%w: coefficient %q is %v with standard error %v: the columns of the design or the offsets are of extreme size", ErrNotConverged, f.names[j], b, f.StandardErrors[j])
		}
	}
	if !finite(f.LogLikelihood) || !finite(f.Pearson) {
		return fmt.Errorf("%w: the log-likelihood is %v and Pearson's chi-squared %v: the offsets or the columns of the design are of extreme size", ErrNotConverged, f.LogLikelihood, f.Pearson)
	}
	return nil
}

// ResidualDF returns the rows with a positive weight less the coefficients.
func (f *Fit) ResidualDF() int { return f.used - f.p }

// Response, Pearson and deviance residuals, each times the root of the row's weight but the
// first.
func (f *Fit) Residuals() (response, pearson, deviance []float64) {
	response = make([]float64, f.n)
	pearson = make([]float64, f.n)
	deviance = make([]float64, f.n)
	for i, w := range f.weights {
		y, mean := f.response[i], f.Mean[i]
		response[i] = y - mean
		root := math.Sqrt(w)
		if variance := f.family.variance(mean, f.trials[i]); variance > 0 {
			pearson[i] = root * response[i] / math.Sqrt(variance)
		}
		deviance[i] = math.Copysign(root*math.Sqrt(math.Max(2*f.divergence[i], 0)), response[i])
	}
	return response, pearson, deviance
}

// Sandwich returns the covariance of the coefficients that does not rely on the variance
// of the response: A B A with A the inverse of the information and B the sum of squared
// scores (Huber 1967; White, Econometrica 48 (1980) 817).
func (f *Fit) Sandwich() *mat.SymDense {
	meat := newFactorization(f.n, f.p)
	for _, column := range f.columns {
		work := meat.next()
		for i, x := range column {
			work[i] = f.rowScore[i] * x
		}
		meat.push()
	}
	// B = M'M with M triangular, so that the covariance is N'N with N = M A.
	rows := make([][]float64, f.p)
	for j := range rows {
		unit := make([]float64, f.p)
		unit[j] = 1
		inverse := f.information.solve(f.information.solveTransposed(unit))
		rows[j] = make([]float64, f.p)
		for k := range f.p {
			for l := k; l < f.p; l++ {
				rows[j][k] += float64(meat.r[l][k] * inverse[l])
			}
		}
	}
	covariance := mat.NewSymDense(f.p, nil)
	for j := range f.p {
		for k := j; k < f.p; k++ {
			covariance.SetSym(j, k, dot(rows[j], rows[k])/f.scale[j]/f.scale[k])
		}
	}
	return covariance
}

// Leverages returns the diagonal of the projection on the weighted design.
func (f *Fit) Leverages() []float64 { return leverages(f.information, f.columns, f.rootInfo) }

// Used returns the number of rows with a positive weight.
func (f *Fit) Used() int { return f.used }

// Weight returns the weight of a row.
func (f *Fit) Weight(i int) float64 { return f.weights[i] }

// Response returns the response of a row.
func (f *Fit) Response(i int) float64 { return f.response[i] }
