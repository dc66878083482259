package glm

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// point is what a family says of one observation at a value of its linear predictor.
type point struct {
	mean        float64
	score       float64 // derivative of the log-likelihood
	curvature   float64 // minus its second derivative: the observed information
	information float64 // its expectation
	divergence  float64 // half the unit deviance
}

// Family is a distribution of the response with its link.
type Family interface {
	// at describes a response at the linear predictor eta.
	at(y, trials, eta float64) point
	// start is a linear predictor near the one that fits the response best.
	start(y, trials float64) float64
	// peak is the log probability of the response under the distribution with that mean.
	peak(y, trials float64) float64
	// variance is that of a response with this mean.
	variance(mean, trials float64) float64
}

// Poisson counts with the log link.
type Poisson struct{}

func (Poisson) at(y, _, eta float64) point {
	mean := math.Exp(eta)
	return point{mean, y - mean, mean, mean, tail.PoissonDivergence(y, mean)}
}

func (Poisson) start(y, _ float64) float64 { return math.Log(y + 0.1) }

func (Poisson) peak(y, _ float64) float64 {
	if y == 0 {
		return 0
	}
	return -math.Log(2*math.Pi*y)/2 - tail.StirlingError(y)
}

func (Poisson) variance(mean, _ float64) float64 { return mean }

// NegativeBinomial counts with the log link and variance mean + mean^2/Theta.
type NegativeBinomial struct{ Theta float64 }

func (f NegativeBinomial) at(y, _, eta float64) point {
	mean := math.Exp(eta)
	sum := f.Theta + mean
	share, rest := f.Theta/sum, mean/sum
	if math.IsInf(mean, 1) {
		share, rest = 0, 1
	}
	score := share * (y - mean)
	return point{
		mean:        mean,
		score:       score,
		curvature:   rest * share * (y + f.Theta),
		information: mean * share,
		divergence:  tail.BinomialDivergence(f.Theta, y, share, rest, -score),
	}
}

func (f NegativeBinomial) start(y, _ float64) float64 { return math.Log(y + 0.1) }

func (f NegativeBinomial) peak(y, _ float64) float64 {
	if y == 0 {
		return 0
	}
	sum := y + f.Theta
	return math.Log(f.Theta/sum/(2*math.Pi*y))/2 + tail.StirlingError(sum) - tail.StirlingError(f.Theta) - tail.StirlingError(y)
}

func (f NegativeBinomial) variance(mean, _ float64) float64 { return mean * (1 + mean/f.Theta) }

// Binomial successes out of trials with the logit link. The mean is that of the successes.
type Binomial struct{}

func (Binomial) at(y, trials, eta float64) point {
	p, q := 1/(1+math.Exp(-eta)), 1/(1+math.Exp(eta))
	score := y - float64(trials*p)
	if p > 0.5 {
		score = float64(trials*q) - (trials - y)
	}
	curvature := trials * p * q
	return point{trials * p, score, curvature, curvature, tail.BinomialDivergence(y, trials-y, p, q, score)}
}

func (Binomial) start(y, trials float64) float64 { return math.Log((y + 0.5) / (trials - y + 0.5)) }

func (Binomial) peak(y, trials float64) float64 {
	failures := trials - y
	if y == 0 || failures == 0 {
		return 0
	}
	return math.Log(trials/y/failures/(2*math.Pi))/2 + tail.StirlingError(trials) - tail.StirlingError(y) - tail.StirlingError(failures)
}

func (Binomial) variance(mean, trials float64) float64 { return mean * ((trials - mean) / trials) }
