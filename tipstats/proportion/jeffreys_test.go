package proportion

import (
	"math"
	"testing"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// Each limit leaves out half of the posterior's rest, except where it is 0 or 1.
func TestJeffreysDefinition(t *testing.T) {
	for _, n := range []int{1, 20, 160} {
		for x := 0; x <= n; x += max(1, n/23) {
			for _, level := range []float64{0.5, 0.95, 0.999999} {
				iv := mustInterval(t, x, n, level, Jeffreys)
				a, b := float64(x)+0.5, float64(n-x)+0.5
				want := math.Log((1 - level) / 2)
				if got, _ := tail.LogBeta(iv.Lower, 1-iv.Lower, a, b); x > 0 && math.Abs(got-want) > 1e-12 {
					t.Errorf("%d of %d at %v: log tail below %v is %v, want %v", x, n, level, iv.Lower, got, want)
				}
				if _, got := tail.LogBeta(iv.Upper, 1-iv.Upper, a, b); x < n && math.Abs(got-want) > 1e-12*(1+1/(1-iv.Upper)) {
					t.Errorf("%d of %d at %v: log tail above %v is %v, want %v", x, n, level, iv.Upper, got, want)
				}
				if x == 0 && iv.Lower != 0 || x == n && iv.Upper != 1 {
					t.Errorf("%d of %d at %v: %v to %v does not reach the end", x, n, level, iv.Lower, iv.Upper)
				}
			}
		}
	}
}
