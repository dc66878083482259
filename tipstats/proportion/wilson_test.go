package proportion

import (
	"math"
	"testing"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// The limits are where the score statistic is the normal quantile.
func TestWilsonSolvesTheScoreEquation(t *testing.T) {
	for _, n := range []int{1, 2, 7, 160, 10000} {
		for x := 0; x <= n; x += max(1, n/97) {
			for _, level := range []float64{0.5, 0.8, 0.95, 0.999} {
				z := tail.NormalTwoSided(level)
				lower, upper := wilson(x, n, level)
				for _, p := range []float64{lower, upper} {
					score := (float64(x) - float64(n)*p) / math.Sqrt(float64(n)*p*(1-p))
					if p > 0 && p < 1 && math.Abs(math.Abs(score)-z) > 1e-11 {
						t.Errorf("%d of %d at %v: score at %v is %v, want %v", x, n, level, p, score, z)
					}
				}
			}
		}
	}
}
