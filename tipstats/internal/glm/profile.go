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
	// leap is the relative width, in the root of the fall, within which a search may end.
	leap = 1e-4
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
	theta   float64   // the last one, from which the next search starts
	maximum []float64 // the other coefficients where the likelihood is largest
}

func (f *Fit) newProfile(j int) *profile {
	c := newClimber(f.Problem, f.family, f.Firth, f.MaxIterations)
	c.columns = append(slices.Delete(slices.Clone(f.columns), j, j+1), f.columns[j])
	c.free = f.p - 1
	copy(c.now.beta, append(slices.Delete(slices.Clone(f.beta), j, j+1), f.beta[j]))
	return &profile{fit: f, climber: c, theta: f.Theta, maximum: slices.Clone(c.now.beta[:c.free])}
}

// starts returns the other coefficients from which a search starts where one is held at b:
// the last ones. A penalized likelihood can have several maxima, with the held column
// cancelled in some row by another, so that with it the search also starts at the maximum,
// at 0, and with each of the others alone at 2 and 8 times b, of both signs.
func (p *profile) starts(b float64) [][]float64 {
	free := p.climber.free
	all := [][]float64{slices.Clone(p.climber.now.beta[:free])}
	if !p.fit.Firth || free == 0 {
		return all
	}
	all = append(all, p.maximum, make([]float64, free))
	for k := range free {
		for _, v := range []float64{-8 * b, -2 * b, 2 * b, 8 * b} {
			start := make([]float64, free)
			start[k] = v
			all = append(all, start)
		}
	}
	return all
}

// at holds the coefficient (of the scaled column) at b. It returns the fall of the
// log-likelihood from its maximum, and the rate of that fall with b. If no maximum is found
// the next search starts where this one did.
func (p *profile) at(b float64) (fall, rate float64, ok bool) {
	c := p.climber
	best, most := slices.Clone(c.now.beta), math.Inf(-1)
	for _, start := range p.starts(b) {
		copy(c.now.beta, start)
		c.now.beta[c.free] = b
		if value := p.climb(); value > most { // false for NaN
			best, most = slices.Clone(c.now.beta), value
			rate = -dot(c.now.score, c.columns[c.free])
		}
	}
	copy(c.now.beta, best)
	if math.IsInf(most, -1) {
		return math.Inf(1), 0, false
	}
	return math.Max(0, p.fit.value-most), rate, true
}

// climb maximizes over the other parameters, and returns NaN if it finds no maximum.
func (p *profile) climb() float64 {
	c := p.climber
	if p.fit.EstimateTheta {
		search := newThetaSearch(c)
		search.theta = p.theta
		if search.run() != nil {
			return math.NaN()
		}
		p.theta = search.theta
		return search.logLikelihood()
	}
	if c.evaluate(c.now); !c.now.usable() || c.climb() != nil {
		return math.NaN()
	}
	return c.now.value
}

// ProfileLimit returns the value of coefficient j, above its estimate for sign 1 and below
// for -1, at which twice the fall of the profile log-likelihood is z^2 times dispersion.
// It is infinite if the likelihood never falls so far, and ErrNotConverged if the search for
// the other parameters fails on the way or the fall leaps over that value.
func (f *Fit) ProfileLimit(j int, z, dispersion, sign float64) (float64, error) {
	estimate, unit := f.beta[j], f.StandardErrors[j]*f.scale[j]*math.Sqrt(dispersion)
	if z <= linearBelow {
		return (estimate + sign*z*unit) / f.scale[j], nil
	}
	p := f.newProfile(j)
	inside, outside := 0.0, math.Inf(1) // distances from the estimate
	low, high := 0.0, math.Inf(1)       // roots of the falls there
	distance := z * unit
	for range maxProfileSteps {
		fall, rate, ok := p.at(estimate + sign*distance)
		root := math.Sqrt(2 * fall / dispersion)
		if ok && root < z {
			inside, low = distance, root
		} else {
			outside, high = distance, root // +Inf where the search failed, and nearer ones are tried
		}
		// The root of the fall is nearly linear in the distance: Newton's method on it.
		next := math.NaN()
		if ok && root > 0 {
			next = distance + (z-root)*root*dispersion/(sign*rate)
		}
		if ok && math.Abs(next-distance) <= 1e-13*math.Max(math.Abs(estimate), distance) {
			return (estimate + sign*math.Max(next, 0)) / f.scale[j], nil
		}
		switch {
		case math.IsInf(outside, 1):
			if !(next > distance && next <= 4*distance) {
				next = 2 * distance
			}
		case !(next > inside && next < outside):
			next = inside/2 + outside/2
		}
		if math.IsInf(outside, 1) && distance > farAway*z*unit {
			return math.Inf(int(sign)), nil
		}
		if next == distance || next == inside {
			break
		}
		distance = next
	}
	if !(high-low <= leap*z) {
		return 0, fmt.Errorf("%w: no limit of coefficient %q was found, with twice the fall of the log-likelihood %.4g at %.10g, and %.4g expected",
			ErrNotConverged, f.names[j], low*low*dispersion, (estimate+sign*inside)/f.scale[j], z*z*dispersion)
	}
	return (estimate + sign*distance) / f.scale[j], nil
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
