package proportion

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// acceptability is Blaker's, by its definition: the tail of x on its side, and the largest
// tail on the other side that is no larger.
func acceptability(x, n int, p float64) float64 {
	mass := make([]float64, n+1)
	for i := range mass {
		mass[i] = math.Exp(float64(logChoose(n)[i]) + float64(i)*math.Log(p) + float64(n-i)*math.Log1p(-p))
	}
	below, above := make([]float64, n+2), make([]float64, n+2) // of counts < i, and >= i
	for i := range mass {
		below[i+1] = below[i] + mass[i]
		above[n-i] = above[n-i+1] + mass[n-i]
	}
	largest := func(tails []float64, most float64) float64 {
		best := 0.0
		for _, v := range tails {
			if v <= most*(1+1e-12) {
				best = max(best, v)
			}
		}
		return best
	}
	upper, lower := above[x], below[x+1]
	return min(1, min(upper+largest(below, upper), lower+largest(above, lower)))
}

func TestAcceptabilityByHand(t *testing.T) {
	// 2 of 2 at p = 0.6: P(X >= 2) = 0.36, and P(X <= 0) = 0.16 is the largest tail below it.
	if got := acceptability(2, 2, 0.6); !near(got, 0.52, 1e-14) {
		t.Errorf("2 of 2 at 0.6: %v, want 0.52", got)
	}
	if got := acceptability(0, 2, 0.6); !near(got, 0.16, 1e-14) {
		t.Errorf("0 of 2 at 0.6: %v, want 0.16", got)
	}
}

// No p outside the interval has an acceptability above alpha; just inside each limit it is.
func TestBlakerDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		level := rapid.Float64Range(0.05, 0.9999).Draw(t, "level")
		alpha := 1 - level
		lower, upper := Blaker.limits(x, n, level)
		const steps = 300
		for i := range steps {
			share := (float64(i) + 0.5) / steps
			for _, p := range []float64{lower * share, upper + (1-upper)*share} {
				if p > 0 && p < 1 && acceptability(x, n, p) > alpha*(1+1e-9) {
					t.Fatalf("%d of %d at %v: %v is outside %v to %v, but its acceptability is %v", x, n, level, p, lower, upper, acceptability(x, n, p))
				}
			}
		}
		if x > 0 && !(acceptability(x, n, lower*(1+1e-9)) >= alpha*(1-1e-6)) {
			t.Fatalf("%d of %d at %v: the lower limit %v is too low", x, n, level, lower)
		}
		if inside := 1 - (1-upper)*(1+1e-9); x < n && !(acceptability(x, n, inside) >= alpha*(1-1e-6)) {
			t.Fatalf("%d of %d at %v: the upper limit %v is too high", x, n, level, upper)
		}
	})
}

func TestBlakerIsInsideClopperPearson(t *testing.T) {
	for _, n := range []int{1, 20, 160, 355, 1 << 30} {
		for x := 0; x <= n; x += max(1, n/59) {
			inner, outer := mustInterval(t, x, n, 0.95, Blaker), mustInterval(t, x, n, 0.95, ClopperPearson)
			if !(outer.Lower <= inner.Lower && inner.Upper <= outer.Upper) {
				t.Errorf("%d of %d: Blaker %v to %v is not inside %v to %v", x, n, inner.Lower, inner.Upper, outer.Lower, outer.Upper)
			}
		}
	}
}

// Where one interval begins another ends: a p in between, however close, is covered by one
// of the two, so that the coverage stays above the level.
func TestBlakerLeavesNoGaps(t *testing.T) {
	const level = 0.95
	for _, n := range []int{1, 2, 20, 46, 60} {
		limits := func(x int) (lower, upper float64) { return Blaker.twoSided(x, n, level) }
		for x := range n + 1 {
			lower, upper := limits(x)
			for _, p := range []float64{math.Nextafter(lower, 0), lower, upper, math.Nextafter(upper, 1)} {
				if got := coverage(n, p, limits); p > 0 && p < 1 && got < level-1e-12 {
					t.Errorf("n = %d, p = %v, at a limit for %d: coverage %v", n, p, x, got)
				}
			}
		}
	}
}
