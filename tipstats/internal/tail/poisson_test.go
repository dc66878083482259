package tail

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// exactPoisson returns log P(X <= k) and log P(X >= k) by adding mean^i/i! with 400 bits and
// dividing by the whole sum.
func exactPoisson(k int, mean float64) (atMost, atLeast float64) {
	bits := func() *big.Float { return new(big.Float).SetPrec(400) }
	m, mass := bits().SetFloat64(mean), bits().SetInt64(1)
	low, high, all := bits(), bits(), bits()
	for i := range 600 {
		if i > 0 {
			mass.Mul(mass, m)
			mass.Quo(mass, bits().SetInt64(int64(i)))
		}
		if i <= k {
			low.Add(low, mass)
		}
		if i >= k {
			high.Add(high, mass)
		}
		all.Add(all, mass)
	}
	return logOf(low.Quo(low, all)), logOf(high.Quo(high, all))
}

func TestPoissonTailsAgainstSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(0, 100).Draw(t, "k")
		mean := rapid.Float64Range(1e-6, 100).Draw(t, "mean")
		atMost, atLeast := exactPoisson(k, mean)
		for _, c := range []struct {
			name      string
			got, want float64
		}{
			{"P(X <= k)", LogPoissonAtMost(k, mean), atMost},
			{"P(X >= k)", LogPoissonAtLeast(k, mean), atLeast},
		} {
			if e := math.Abs(c.got-c.want) / math.Max(1, -c.want); e > 1e-14 {
				t.Fatalf("log %s for k=%d mean=%v: %v, want %v (error %.2g)", c.name, k, mean, c.got, c.want, e)
			}
		}
	})
}

func TestPoissonTailsOutsideTheRange(t *testing.T) {
	if got := LogPoissonAtMost(-1, 3); !math.IsInf(got, -1) {
		t.Errorf("log P(X <= -1) = %v, want -Inf", got)
	}
	if got := LogPoissonAtLeast(0, 3); got != 0 {
		t.Errorf("log P(X >= 0) = %v, want 0", got)
	}
	if got := LogPoissonAtMost(4, 0); got != 0 {
		t.Errorf("log P(X <= 4) at mean 0 = %v, want 0", got)
	}
	if got := LogPoissonAtLeast(4, 0); !math.IsInf(got, -1) {
		t.Errorf("log P(X >= 4) at mean 0 = %v, want -Inf", got)
	}
}
