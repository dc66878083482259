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
	// df/(df + T^2) has a beta distribution with parameters df/2 and 1/2. Halving the tail for tail.StudentUpperQuantile
	// would cost a low level its digits.
	df := float64(r.DF)
	x, y := tail.BetaQuantile(math.Log1p(-level), df/2, 0.5)
	return math.Sqrt(df * (y / x))
}

// LogTwoSided returns log P(|T| >= |t|).
func (r Reference) LogTwoSided(t float64) float64 {
	return math.Min(0, math.Ln2+r.LogUpper(math.Abs(t)))
}

// LogUpper returns log P(T >= t).
func (r Reference) LogUpper(t float64) float64 {
	if r.DF == 0 {
		return tail.LogNormalUpper(t)
	}
	return tail.LogStudentUpper(t, float64(r.DF))
}
