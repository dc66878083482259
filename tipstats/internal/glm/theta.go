package glm

import (
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

const (
	// maxThetaSteps bounds the search for theta.
	maxThetaSteps = 100
	// leastScore is the standardized score for over-dispersion below which theta is
	// infinite.
	leastScore = 1e-6
	// logThetaLimit bounds the search at both ends.
	logThetaLimit = 80
)

// thetaSearch maximizes the likelihood of a negative binomial model over theta and the
// coefficients: a safeguarded Newton iteration on the profile log-likelihood of log(theta),
// in which the coefficients are found anew at each step.
type thetaSearch struct {
	*climber
	counts []float64 // the different counts above 0, ascending
	times  []float64 // their weights
	total  float64   // of all weights
	theta  float64   // +Inf where the fit is Poisson
	spread float64   // standard error of log(theta), the coefficients held
}

func newThetaSearch(c *climber) *thetaSearch {
	s := &thetaSearch{climber: c, theta: math.Inf(1)}
	weight := map[float64]float64{}
	for i, y := range c.response {
		s.total += c.weights[i]
		if y > 0 && c.weights[i] > 0 {
			weight[y] += c.weights[i]
		}
	}
	for y := range weight {
		s.counts = append(s.counts, y)
	}
	slices.Sort(s.counts)
	for _, y := range s.counts {
		s.times = append(s.times, weight[y])
	}
	return s
}

// run fits from the coefficients of now. A theta that is finite is the starting point.
func (s *thetaSearch) run() error {
	if !math.IsInf(s.theta, 1) {
		return s.search(math.Log(s.theta))
	}
	s.family = Poisson{}
	s.evaluate(s.now)
	if err := s.climb(); err != nil {
		return err
	}
	start, ok := s.overdispersed()
	if !ok {
		return nil
	}
	poisson, best := slices.Clone(s.now.beta), s.logLikelihood()
	if err := s.search(math.Log(start)); err != nil {
		return err
	}
	if s.logLikelihood() >= best {
		return nil
	}
	s.theta, s.family = math.Inf(1), Poisson{}
	copy(s.now.beta, poisson)
	s.evaluate(s.now)
	return nil
}

// overdispersed returns a starting value for theta if a negative binomial likelihood
// exceeds that of the Poisson fit. The derivative of the log-likelihood by 1/theta at 0 is
// half of sum((y - mean)^2 - y), with variance sum(mean^2)/2. Where it is not positive, a
// finite theta can still be better for counts with a long tail, and a grid is searched.
func (s *thetaSearch) overdispersed() (theta float64, ok bool) {
	score, information, means := 0.0, 0.0, 0.0
	for i, w := range s.weights {
		if w == 0 {
			continue
		}
		mean, y := math.Exp(s.now.eta[i]), s.response[i]
		score += float64(w * (float64((y-mean)*(y-mean)) - y))
		information += float64(w * float64(mean*mean))
		means += float64(w * mean)
	}
	if score > leastScore*math.Sqrt(2*information) {
		return information / score, true
	}
	best := s.logLikelihood()
	for k := -4.0; k <= 1; k++ {
		candidate := means / s.total * math.Pow(10, k)
		s.family = NegativeBinomial{candidate}
		if l := s.logLikelihood(); l > best+slack*(1+math.Abs(best)) {
			theta, ok, best = candidate, true, l
		}
	}
	s.family = Poisson{}
	return theta, ok
}

// search finds the maximum over t = log(theta), starting from t.
func (s *thetaSearch) search(t float64) error {
	low, high := math.Inf(-1), math.Inf(1)
	for range maxThetaSteps {
		if t > logThetaLimit {
			s.theta, s.family = math.Inf(1), Poisson{}
			s.evaluate(s.now)
			return s.climb()
		}
		if t < -logThetaLimit {
			return fmt.Errorf("%w: theta tends to 0: the counts vary more than a negative binomial distribution allows", ErrNotConverged)
		}
		slope, curvature, err := s.profile(t)
		if err != nil {
			return err
		}
		if slope > 0 {
			low = t
		} else {
			high = t
		}
		step := math.Copysign(1, slope)
		if curvature < 0 {
			step = math.Max(-3, math.Min(-slope/curvature, 3))
		}
		if math.Abs(step) <= 1e-8*(1+1/math.Sqrt(math.Abs(curvature))) {
			_, _, err = s.profile(t + step)
			return err
		}
		if t += step; t <= low || t >= high {
			t = low/2 + high/2
		}
	}
	return fmt.Errorf("%w: no theta was found in %d steps", ErrNotConverged, maxThetaSteps)
}

// profile fits the coefficients at log(theta) = t and returns the first two derivatives
// of the profile log-likelihood by t.
func (s *thetaSearch) profile(t float64) (slope, curvature float64, err error) {
	theta := math.Exp(t)
	s.theta, s.family = theta, NegativeBinomial{theta}
	s.evaluate(s.now)
	if err := s.climb(); err != nil {
		return 0, 0, err
	}
	first, second := 0.0, 0.0 // by theta
	for k, y := range s.counts {
		first += float64(s.times[k] * (digammaRest(theta+y) - digammaRest(theta)))
		second += float64(s.times[k] * (trigammaRest(theta+y) - trigammaRest(theta)))
	}
	cross := make([]float64, s.n) // by the linear predictor and t, over the root of the information
	for i, w := range s.weights {
		if w == 0 {
			continue
		}
		mean := math.Exp(s.now.eta[i])
		v := (s.response[i] - mean) / (theta + mean)
		if v > -0.5 {
			first -= float64(w * tail.LogBeyondLinear(v))
		} else { // v may be -1 but for less than rounding
			first -= float64(w * (v - math.Log((theta+s.response[i])/(theta+mean))))
		}
		second += float64(w * float64(v*v) / (theta + s.response[i]))
		if s.now.root[i] > 0 {
			cross[i] = w * theta * v * (mean / (theta + mean)) / s.now.root[i]
		}
	}
	slope = theta * first
	held := float64(theta*theta*second) + slope
	s.spread = 1 / math.Sqrt(-held)
	s.now.qr.reflect(cross)
	cross = cross[:s.free]
	return slope, held + dot(cross, cross), nil
}

// logLikelihood returns the log-likelihood at the current linear predictor, under the current
// family.
func (s *thetaSearch) logLikelihood() float64 {
	sum := 0.0
	for k, y := range s.counts {
		sum += float64(s.times[k] * s.family.peak(y, 1))
	}
	for i, w := range s.weights {
		if w > 0 {
			sum -= float64(w * s.family.at(s.response[i], 1, s.now.eta[i]).divergence)
		}
	}
	return sum
}
