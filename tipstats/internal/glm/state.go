package glm

import "math"

// state is everything that follows from one value of the coefficients.
type state struct {
	beta  []float64 // of the scaled columns
	eta   []float64
	value float64 // minus half the deviance, with Firth's penalty where it is asked for
	score []float64
	root  []float64 // square root of the weight of each row in a step: of its observed information
	qr    *factorization
	noise float64 // what rounding leaves of the Newton decrement
}

func newState(n, p int) *state {
	return &state{
		beta:  make([]float64, p),
		eta:   make([]float64, n),
		score: make([]float64, n),
		root:  make([]float64, n),
		qr:    newFactorization(n, p),
	}
}

// usable reports whether the state can be a starting point.
func (s *state) usable() bool { return finite(s.value) }

// predict computes the linear predictor from the coefficients.
func (s *state) predict(columns [][]float64, offset []float64) {
	copy(s.eta, offset)
	for j, b := range s.beta {
		subtract(s.eta, -b, columns[j])
	}
}

// weigh computes the value, the scores and the information at the linear predictor.
func (s *state) weigh(p *Problem, f Family) {
	deviance, size := 0.0, 0.0
	for i, w := range p.weights {
		if w == 0 {
			s.score[i], s.root[i] = 0, 0
			continue
		}
		at := f.at(p.response[i], p.trials[i], s.eta[i])
		deviance += float64(w * at.divergence)
		s.score[i] = w * at.score
		information := w * at.curvature
		s.root[i] = math.Sqrt(information)
		// At a maximum the information is of the size of the response; elsewhere it may be
		// larger by any factor, and must not excuse an iterate.
		size += float64(math.Min(information, w*(p.response[i]+1)) * float64(s.eta[i]*s.eta[i]))
	}
	s.value = -deviance
	s.noise = 1e-14 * math.Sqrt(size)
}

// factor decomposes the weighted design.
func (s *state) factor(columns [][]float64) {
	s.qr.reset()
	for _, column := range columns {
		work := s.qr.next()
		for i, x := range column {
			work[i] = s.root[i] * x
		}
		s.qr.push()
	}
}

// penalize adds Firth's penalty, half the log determinant of the information, to the
// value, and its derivatives to the scores of a binomial model: h (1/2 - mean), where h is
// the leverage of the row (Firth, Biometrika 80 (1993) 27). It adds h to the trials n that
// weigh the row in a step. The curvature of the penalty is, along a change d of the
// predictors, the sum of h d^2 (3 p q - 1/2) and half the sum of H_ij^2 c_i c_j d_i d_j, with
// c = 1 - 2p, c^2 = 1 - 4 p q and H_ij^2 summing to h over a row: at most the sum of
// h p q d^2. So n + h never understates the curvature, and a step near the maximum does not
// overshoot; n alone does, by twice the distance in a cell of one trial.
func (s *state) penalize(p *Problem, columns [][]float64) {
	s.value += s.qr.logDeterminant()
	leverages := leverages(s.qr, columns, s.root)
	for i, h := range leverages {
		s.score[i] -= h * math.Tanh(s.eta[i]/2) / 2
		if w := p.weights[i]; w > 0 {
			s.root[i] *= math.Sqrt(1 + h/(w*p.trials[i]))
		}
	}
}

// leverages returns the diagonal of the projection on the weighted design.
func leverages(qr *factorization, columns [][]float64, root []float64) []float64 {
	all := make([]float64, len(root))
	row := make([]float64, len(columns))
	for i := range all {
		for j := range columns {
			row[j] = root[i] * columns[j][i]
		}
		qr.solveTransposed(row)
		all[i] = dot(row, row)
	}
	return all
}
