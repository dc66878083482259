package tail

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// R, qhyper(p, 20, 30, 25).
func TestHypergeometricQuantileReference(t *testing.T) {
	h := NewHypergeometric(20, 30, 25, 0)
	for p, want := range map[float64]int{.025: 7, .5: 10, .999: 15} {
		if got := h.LowerQuantile(math.Log(p)); got != want {
			t.Errorf("quantile of %v is %d, want %d", p, got, want)
		}
	}
}

func TestHypergeometricQuantileIsTheFirstOutcome(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n1, n2 := rapid.IntRange(0, 50).Draw(t, "n1"), rapid.IntRange(1, 50).Draw(t, "n2")
		h := NewHypergeometric(n1, n2, rapid.IntRange(0, n1+n2).Draw(t, "x"), rapid.Float64Range(-3, 3).Draw(t, "log odds"))
		logp := math.Log(rapid.Float64Range(1e-12, 0.999).Draw(t, "p"))
		k := h.LowerQuantile(logp)
		at, _ := h.LogTails(k, 1)
		before := math.Inf(-1)
		if float64(k) > h.low {
			before, _ = h.LogTails(k-1, 1)
		}
		if !(before < logp && logp <= at) {
			t.Fatalf("lower quantile %d of log p = %v: log tails %v and %v", k, logp, before, at)
		}
		k = h.UpperQuantile(logp)
		_, at = h.LogTails(k, 1)
		before = math.Inf(-1)
		if float64(k) < h.high {
			_, before = h.LogTails(k+1, 1)
		}
		if !(before < logp && logp <= at) {
			t.Fatalf("upper quantile %d of log p = %v: log tails %v and %v", k, logp, before, at)
		}
	})
}
