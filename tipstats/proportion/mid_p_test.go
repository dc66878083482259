package proportion

import (
	"math"
	"testing"
)

// At each limit the mid-P tail has half of the probability left over. The tails are sums
// with 300 bits.
func TestMidPDefinition(t *testing.T) {
	for _, n := range []int{1, 2, 13, 160} {
		for x := 0; x <= n; x += max(1, n/23) {
			for _, level := range []float64{0.2, 0.95, 0.999999} {
				want := (1 - level) / 2
				lower, upper := MidP.limits(x, n, level)
				if x > 0 {
					atMost, atLeast := tails(x, n, lower)
					if got := atLeast/2 + (1-atMost)/2; !near(got, want, 1e-13+1e-16/want) {
						t.Errorf("%d of %d at %v: mid-P tail at the lower limit %v is %v, want %v", x, n, level, lower, got, want)
					}
				}
				if x < n {
					atMost, atLeast := tails(x, n, upper)
					rounding := float64(n-x) / (1 - upper) * 0x1p-53
					if got := atMost/2 + (1-atLeast)/2; !near(got, want, 1e-13+1e-16/want+rounding) {
						t.Errorf("%d of %d at %v: mid-P tail at the upper limit %v is %v, want %v", x, n, level, upper, got, want)
					}
				}
			}
		}
	}
}

func TestMidPIsInsideClopperPearson(t *testing.T) {
	for _, n := range []int{1, 20, 160, 1 << 30} {
		for x := 0; x <= n; x += max(1, n/19) {
			mid, exact := mustInterval(t, x, n, 0.95, MidP), mustInterval(t, x, n, 0.95, ClopperPearson)
			if !(exact.Lower <= mid.Lower && mid.Upper <= exact.Upper) {
				t.Errorf("%d of %d: mid-P %v to %v is not inside %v to %v", x, n, mid.Lower, mid.Upper, exact.Lower, exact.Upper)
			}
		}
	}
}

// Without successes, or without failures, the limit is a root of 1 - level.
func TestMidPAtSmallLevels(t *testing.T) {
	for _, n := range []int{1, 7, 160} {
		for _, level := range []float64{1e-300, 1e-12, 1e-6, 0.01} {
			want := -math.Expm1(math.Log1p(-level) / float64(n))
			if got := mustInterval(t, 0, n, level, MidP).Upper; !near(got, want, 1e-15) {
				t.Errorf("0 of %d at %v: %.17g, want %.17g", n, level, got, want)
			}
			if got := mustInterval(t, n, n, level, MidP).Lower; !near(got, 1-want, 1e-15) {
				t.Errorf("%d of %d at %v: %.17g, want %.17g", n, n, level, got, 1-want)
			}
		}
	}
}
