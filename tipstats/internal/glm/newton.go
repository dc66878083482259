package glm

import (
	"fmt"
	"math"
	"slices"
)

const (
	// settledBelow is the Newton decrement below which the next step is the last.
	settledBelow = 1e-7
	// settledPenalized is the same for a penalized likelihood, whose steps overstate its
	// curvature (see penalize) and so converge linearly.
	settledPenalized = 1e-11
	// maxHalvings bounds how often one step is halved.
	maxHalvings = 40
	// slack is the fall of the likelihood that is put down to rounding.
	slack = 1e-10
	// leastGain is the part of the rise that its slope promises which a step must bring
	// (Armijo 1966): without it an iterate can swing for ever between two equal values.
	leastGain = 1e-4
	// steep is the score of a row, in its standard deviations, from which the reflection of all
	// scores would lose the others by rounding, and the gradient is used in its place.
	steep = 1e6
)

// climber maximizes a likelihood over the leading coefficients of a problem, the others
// being held where they are.
type climber struct {
	*Problem
	family     Family
	columns    [][]float64 // of the problem, perhaps in another order
	free       int         // the leading coefficients that move
	penalized  bool        // by Firth's penalty
	limit      int         // of iterations
	iterations int         // done
	now, then  *state
}

func newClimber(p *Problem, f Family, penalized bool, limit int) *climber {
	return &climber{
		Problem: p, family: f, columns: p.columns, free: p.p, penalized: penalized, limit: limit,
		now: newState(p.n, p.p), then: newState(p.n, p.p),
	}
}

// evaluate brings a state up to date with its coefficients.
func (c *climber) evaluate(s *state) {
	s.predict(c.columns, c.offset)
	s.weigh(c.Problem, c.family)
	if !s.usable() {
		return
	}
	if c.penalized {
		s.factor(c.columns)
		s.penalize(c.Problem, c.columns)
	}
	s.factor(c.columns[:c.free])
}

// start sets the coefficients by one weighted regression of the predictors that fit each
// row alone, and shrinks them until the likelihood is finite.
func (c *climber) start() {
	s := c.now
	for i, y := range c.response {
		s.eta[i] = c.family.start(y, c.trials[i])
	}
	s.weigh(c.Problem, c.family)
	s.factor(c.columns)
	target := make([]float64, c.n)
	for i := range target {
		target[i] = s.root[i] * (s.eta[i] - c.offset[i])
	}
	s.qr.reflect(target)
	copy(s.beta, s.qr.solve(target[:c.p]))
	for range maxHalvings {
		if c.evaluate(s); s.usable() {
			return
		}
		for j := range s.beta {
			s.beta[j] /= 2
		}
	}
}

// step returns the Newton step and its decrement: its length in standard errors.
func (c *climber) step() (step []float64, decrement float64) {
	s := c.now
	target, largest := make([]float64, c.n), 0.0
	for i, score := range s.score {
		if s.root[i] > 0 {
			target[i] = score / s.root[i]
			largest = math.Max(largest, math.Abs(target[i]))
		}
	}
	if largest < steep {
		s.qr.reflect(target)
		step = target[:c.free]
	} else {
		step = make([]float64, c.free)
		for j := range step {
			step[j] = dot(s.score, c.columns[j])
		}
		s.qr.solveTransposed(step)
	}
	decrement = math.Sqrt(dot(step, step))
	return s.qr.solve(step), decrement
}

// climb maximizes from the coefficients of now, which must have been evaluated.
func (c *climber) climb() error {
	if !c.now.usable() {
		return fmt.Errorf("%w: no starting point has a finite likelihood; the offsets or the columns of the design may be of extreme size", ErrNotConverged)
	}
	bar := settledBelow
	if c.penalized {
		bar = settledPenalized
	}
	for n := 0; ; n++ {
		step, decrement := c.step()
		if n == c.limit || math.IsNaN(decrement) {
			return fmt.Errorf("%w in %s: the last step was %.3g standard errors long", ErrNotConverged, plural(n, "iteration", "iterations"), decrement)
		}
		c.iterations++
		if !c.advance(step, decrement) {
			return fmt.Errorf("%w: no part of a step of %.3g standard errors raises the likelihood", ErrNotConverged, decrement)
		}
		if decrement <= bar+c.now.noise {
			return nil
		}
	}
}

// climbElsewhere seeks a larger maximum than the one that was reached, and stays at that one
// if there is none: a penalized likelihood can have several. It starts with each coefficient
// in turn at 8 times the largest of them, of both signs.
func (c *climber) climbElsewhere() {
	first, best := slices.Clone(c.now.beta), slices.Clone(c.now.beta)
	value, iterations := c.now.value, c.iterations
	far := 8 * math.Max(slices.Max(first), -slices.Min(first))
	for k := range first {
		for _, v := range []float64{-far, far} {
			copy(c.now.beta, first)
			c.now.beta[k] = v
			c.evaluate(c.now)
			if c.climb() == nil && c.now.value > value+slack*(1+math.Abs(value)) {
				best, value, iterations = slices.Clone(c.now.beta), c.now.value, c.iterations
			}
		}
	}
	c.iterations = iterations
	copy(c.now.beta, best)
	c.evaluate(c.now)
}

// advance takes the step, halved until the likelihood rises with it, but for rounding.
func (c *climber) advance(step []float64, decrement float64) bool {
	longest := 5.0    // change of a predictor
	if !c.penalized { // whose penalty can make a full step overshoot far
		for _, eta := range c.now.eta {
			longest = math.Max(longest, 5+math.Abs(eta))
		}
	}
	fraction := math.Min(1, longest/c.reach(step))
	from := c.now.value - slack*(1+math.Abs(c.now.value))
	for range maxHalvings {
		copy(c.then.beta, c.now.beta)
		for j, d := range step {
			c.then.beta[j] += float64(fraction * d)
		}
		c.evaluate(c.then)
		if c.then.usable() && c.then.value >= from+float64(leastGain*fraction*decrement*decrement) {
			c.now, c.then = c.then, c.now
			return true
		}
		fraction /= 2
	}
	return false
}

// reach returns the largest change that a step makes to the linear predictor of a row.
func (c *climber) reach(step []float64) float64 {
	largest := 0.0
	for i, w := range c.weights {
		if w > 0 {
			largest = math.Max(largest, math.Abs(change(c.columns, i, step)))
		}
	}
	return largest
}

// change returns what a change of the leading coefficients adds to the linear predictor of row i.
func change(columns [][]float64, i int, direction []float64) float64 {
	sum := 0.0
	for j, d := range direction {
		sum += float64(d * columns[j][i])
	}
	return sum
}
