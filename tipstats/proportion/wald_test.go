package proportion

import (
	"slices"
	"testing"
)

// At 0 and n the Wald interval is one point, and says so.
func TestWaldWarnsWhereItHasNoWidth(t *testing.T) {
	for _, x := range []int{0, 20} {
		iv := mustInterval(t, x, 20, 0.95, Wald)
		if iv.Lower != iv.Estimate || iv.Upper != iv.Estimate || !slices.Contains(iv.Warnings, warnNoWidth) {
			t.Errorf("%d of 20: %+v", x, iv)
		}
	}
	for _, m := range []Method{Wald, WaldCC} {
		if iv := mustInterval(t, 1, 20, 0.95, m); iv.Lower != 0 || iv.Warnings != nil {
			t.Errorf("%v, 1 of 20: %+v, want an interval that is cut off at 0", m, iv)
		}
	}
}

// Agresti and Coull's interval has the middle of Wilson's, and contains it.
func TestAgrestiCoullSurroundsWilson(t *testing.T) {
	for n := 1; n <= 200; n += 7 {
		for x := 0; x <= n; x++ {
			lower, upper := agrestiCoull(x, n, 0.95)
			score := mustInterval(t, x, n, 0.95, Wilson)
			if !near(lower+upper, score.Lower+score.Upper, 1e-13) || lower > score.Lower+1e-15 || upper < score.Upper-1e-15 {
				t.Errorf("%d of %d: %v to %v, Wilson %v to %v", x, n, lower, upper, score.Lower, score.Upper)
			}
		}
	}
}
