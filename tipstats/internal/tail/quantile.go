package tail

import "math"

// newton returns how far to go on the logit or log scale from a point where the log
// of a tail is gap short of its target.
//
// There the density G of the transformed variable and the tail I obey I' = G and
// (log G)' = drift, drift' = -curvature. With rate = G/I the derivatives of log I are
// therefore
//
//	L'   = rate
//	L''  = rate (drift - rate)
//	L''' = rate ((drift - rate)^2 - curvature - rate (drift - rate))
//
// and the step is the inverse series of L to third order. log I is concave, so
// plain Newton converges from anywhere, after at most one step too far; it is used
// while the series is not short, and held to longest, short of underflow.
func newton(gap, rate, drift, curvature float64) float64 {
	step := gap / rate
	bend := (drift - rate) / 2
	third := (4*bend*bend - curvature - 2*rate*bend) / 6
	second, cubic := step*bend, step*step*(2*bend*bend-third)
	if !(math.Abs(second) < 0.25 && math.Abs(cubic) < 0.25) {
		return math.Max(-longest, math.Min(step, longest))
	}
	return step * (1 - second + cubic)
}

// settled reports whether a step was so short that the error left, of fourth order
// in it with a coefficient below 1/100, is below rounding.
func settled(step, rate, curvature float64) bool {
	return math.Abs(step)*math.Max(rate, math.Sqrt(curvature)) < 4e-4
}

const (
	// maxSteps bounds the iterations of a quantile; one to three suffice for
	// confidence limits.
	maxSteps = 200
	// longest bounds a step on the logit or log scale.
	longest = 100
)
