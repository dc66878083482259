package glm

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// Reference is the distribution of an estimate over its standard error: Student's t with
// DF degrees of freedom, or normal if DF is 0.
type Reference struct{ DF int }

// Quantile returns t with P(|T| <= t) = level.
func (r Reference) Quantile(level float64) float64 {
	if r.DF == 0 {
		return tail.NormalTwoSided(level)
	}
	df := float64(r.DF)
	// df/(df + T^2) has a beta distribution with parameters df/2 and 1/2.
	x, y := tail.BetaQuantile(math.Log1p(-level), df/2, 0.5)
	return math.Sqrt(df * (y / x))
}

// LogTwoSided returns log P(|T| >= |t|).
func (r Reference) LogTwoSided(t float64) float64 {
	return math.Min(0, math.Ln2+r.logUpper(math.Abs(t)))
}

// LogUpper returns log P(T >= t).
func (r Reference) LogUpper(t float64) float64 {
	if t < 0 {
		return math.Log1p(-math.Exp(r.logUpper(-t)))
	}
	return r.logUpper(t)
}

// logUpper returns log P(T >= t) for t >= 0.
func (r Reference) logUpper(t float64) float64 {
	if r.DF == 0 {
		return tail.LogNormalUpper(t)
	}
	ratio := t / math.Sqrt(float64(r.DF))
	square := float64(ratio * ratio)
	lower, _ := tail.LogBeta(1/(1+square), 1/(1+1/square), float64(r.DF)/2, 0.5)
	return lower - math.Ln2
}
