package proportion

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// At each limit the deviance, by its formula, is the square of the normal quantile.
func TestLikelihoodRatioDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5000).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		level := rapid.Float64Range(0.01, 1-1e-9).Draw(t, "level")
		lower, upper := LikelihoodRatio.limits(x, n, level)
		z := tail.NormalTwoSided(level)
		for _, p := range []float64{lower, upper} {
			if p == 0 || p == 1 {
				continue
			}
			k, rest := float64(x), float64(n-x)
			var deviance float64
			if x > 0 {
				deviance += 2 * k * math.Log(k/(float64(n)*p))
			}
			if x < n {
				deviance += 2 * rest * math.Log(rest/(float64(n)*(1-p)))
			}
			// p is rounded, and the two terms nearly cancel.
			tolerance := 1e-15*float64(n)*(1+1/(1-p)) + 1e-12*z*z
			if math.Abs(deviance-z*z) > tolerance {
				t.Fatalf("%d of %d at %v: deviance at %v is %v, want %v", x, n, level, p, deviance, z*z)
			}
		}
	})
}

// Where x is 0 the upper limit is 1 - exp(-z^2/(2n)).
func TestLikelihoodRatioAtZeroHasAClosedForm(t *testing.T) {
	for _, n := range []int{1, 20, 1 << 30} {
		_, upper := LikelihoodRatio.limits(0, n, 0.95)
		z := tail.NormalTwoSided(0.95)
		if want := -math.Expm1(-z * z / (2 * float64(n))); !near(upper, want, 1e-15) {
			t.Errorf("0 of %d: %v, want %v", n, upper, want)
		}
	}
}
