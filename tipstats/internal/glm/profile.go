package glm

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

const (
	// maxProfileSteps bounds the search for one limit.
	maxProfileSteps = 200
	// linearBelow is the distance in standard errors up to which the likelihood is quadratic.
	linearBelow = 1e-5
	// farAway is how many times as far as Wald's a limit is sought before it is called infinite.
	farAway = 1e6
)

func isNotConverged(err error) bool { return errors.Is(err, ErrNotConverged) }

// objective returns the value that a profile compares: the log-likelihood or what differs
// from it by a constant.
func (f *Fit) objective(c *climber) float64 {
	if f.EstimateTheta {
		return (newThetaSearch(c)).logLikelihood()
	}
	return c.now.value
}

// profile follows the likelihood, maximized over all other parameters, along one
// coefficient.
type profile struct {
	fit     *Fit
	climber *climber
	theta   float64 // the last one, from which the next search starts
}

func (f *Fit) newProfile(j int) *profile {
	c := newClimber(f.Problem, f.family, f.Firth, f.MaxIterations)
	c.columns = append(slices.Delete(slices.Clone(f.columns), j, j+1), f.columns[j])
	c.free = f.p - 1
	copy(c.now.beta, append(slices.Delete(slices.Clone(f.beta), j, j+1), f.beta[j]))
	return &profile{fit: f, climber: c, theta: f.Theta}
}

// at holds the coefficient (of the scaled column) at b. It returns the fall of the
// log-likelihood from its maximum, and the rate of that fall with b.
func (p *profile) at(b float64) (fall, rate float64, ok bool) {
	c := p.climber
	before := slices.Clone(c.now.beta)
	c.now.beta[c.free] = b
	var value float64
	if p.fit.EstimateTheta {
		search := newThetaSearch(c)
		search.theta = p.theta
		if search.run() == nil {
			p.theta = search.theta
			value = search.logLikelihood()
		} else {
			value = math.NaN()
		}
	} else {
		c.evaluate(c.now)
		if value = math.NaN(); c.now.usable() && c.climb() == nil {
			value = c.now.value
		}
	}
	if math.IsNaN(value) {
		copy(c.now.beta, before)
		return math.Inf(1), 0, false
	}
	return math.Max(0, p.fit.value-value), -dot(c.now.score, c.columns[c.free]), true
}

// ProfileLimit returns the value of coefficient j, above its estimate for sign 1 and below
// for -1, at which twice the fall of the profile log-likelihood is z^2 times dispersion.
// It is infinite if the likelihood never falls so far.
func (f *Fit) ProfileLimit(j int, z, dispersion, sign float64) float64 {
	estimate, unit := f.beta[j], f.StandardErrors[j]*f.scale[j]*math.Sqrt(dispersion)
	if z <= linearBelow {
		return (estimate + sign*z*unit) / f.scale[j]
	}
	p := f.newProfile(j)
	inside, outside := 0.0, math.Inf(1) // distances from the estimate
	distance := z * unit
	for range maxProfileSteps {
		fall, rate, ok := p.at(estimate + sign*distance)
		root := math.Sqrt(2 * fall / dispersion)
		if ok && root < z {
			inside = distance
		} else {
			outside = distance
		}
		// The root of the fall is nearly linear in the distance: Newton's method on it.
		next := math.NaN()
		if ok && root > 0 {
			next = distance + (z-root)*root*dispersion/(sign*rate)
		}
		if ok && math.Abs(next-distance) <= 1e-13*math.Max(math.Abs(estimate), distance) {
			return (estimate + sign*math.Max(next, 0)) / f.scale[j]
		}
		switch {
		case math.IsInf(outside, 1):
			if !(next > distance && next <= 4*distance) {
				next = 2 * distance
			}
		case !(next > inside && next < outside):
			next = inside/2 + outside/2
		}
		if next == distance || next == inside || math.IsInf(outside, 1) && distance > farAway*z*unit {
			break
		}
		distance = next
	}
	if math.IsInf(outside, 1) && distance > farAway*z*unit {
		return math.Inf(int(sign))
	}
	return (estimate + sign*distance) / f.scale[j]
}

// ProfileRoot returns the signed root of twice the fall of the profile log-likelihood, over
// dispersion, where coefficient j is held at 0: positive where the estimate is.
func (f *Fit) ProfileRoot(j int, dispersion float64) (float64, error) {
	fall, _, ok := f.newProfile(j).at(0)
	if !ok {
		return 0, fmt.Errorf("%w with coefficient %q held at 0", ErrNotConverged, f.names[j])
	}
	return math.Copysign(math.Sqrt(2*fall/dispersion), f.beta[j]), nil
}
