package tail

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// logOf returns the natural logarithm of v > 0, in range or not.
func logOf(v *big.Float) float64 {
	mantissa := new(big.Float)
	exponent := v.MantExp(mantissa)
	m, _ := mantissa.Float64()
	return math.Log(m) + float64(exponent)*math.Ln2
}

// exactBinomial returns log P(X <= k) and log P(X >= k) by adding all masses with 400
// bits.
func exactBinomial(k, n int, p float64) (atMost, atLeast float64) {
	bits := func() *big.Float { return new(big.Float).SetPrec(400) }
	success := bits().SetFloat64(p)
	failure := bits().Sub(bits().SetInt64(1), success)
	low, high := bits(), bits()
	for i := 0; i <= n; i++ {
		mass := bits().SetInt(new(big.Int).Binomial(int64(n), int64(i)))
		for range i {
			mass.Mul(mass, success)
		}
		for range n - i {
			mass.Mul(mass, failure)
		}
		if i <= k {
			low.Add(low, mass)
		}
		if i >= k {
			high.Add(high, mass)
		}
	}
	return logOf(low), logOf(high)
}

func TestBinomialTailsAgainstSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		p := rapid.Float64Range(1e-6, 1-1e-6).Draw(t, "p")
		atMost, atLeast := exactBinomial(k, n, p)
		for _, c := range []struct {
			name      string
			got, want float64
		}{
			{"P(X <= k)", LogBinomialAtMost(k, n, p, 1-p), atMost},
			{"P(X >= k)", LogBinomialAtLeast(k, n, p, 1-p), atLeast},
		} {
			// 1 - p is rounded, which moves the tail by up to n 1e-16.
			if e := math.Abs(c.got-c.want) / math.Max(1, -c.want); e > 2e-14 {
				t.Fatalf("log %s for k=%d n=%d p=%v: %v, want %v (error %.2g)", c.name, k, n, p, c.got, c.want, e)
			}
		}
	})
}

func TestBinomialTailsOutsideTheRange(t *testing.T) {
	cases := []struct {
		name      string
		got, want float64
	}{
		{"P(X <= -1)", LogBinomialAtMost(-1, 5, 0.3, 0.7), math.Inf(-1)},
		{"P(X <= n)", LogBinomialAtMost(5, 5, 0.3, 0.7), 0},
		{"P(X >= 0)", LogBinomialAtLeast(0, 5, 0.3, 0.7), 0},
		{"P(X >= n+1)", LogBinomialAtLeast(6, 5, 0.3, 0.7), math.Inf(-1)},
		{"P(X <= 2), p = 0", LogBinomialAtMost(2, 5, 0, 1), 0},
		{"P(X <= 2), p = 1", LogBinomialAtMost(2, 5, 1, 0), math.Inf(-1)},
		{"P(X >= 2), p = 0", LogBinomialAtLeast(2, 5, 0, 1), math.Inf(-1)},
		{"P(X >= 2), p = 1", LogBinomialAtLeast(2, 5, 1, 0), 0},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("log %s = %v, want %v", c.name, c.got, c.want)
		}
	}
}

// The mass by its formula, with logarithms of gamma functions.
func TestLogBinomialMass(t *testing.T) {
	for _, n := range []int{1, 7, 160, 100000} {
		for _, p := range []float64{1e-6, 0.3, 0.999} {
			for k := 0; k <= n; k += 1 + n/31 {
				got := LogBinomialMass(k, n, p, 1-p)
				if got < -600 {
					continue
				}
				choose := lgamma(n+1) - lgamma(k+1) - lgamma(n-k+1)
				want := choose + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p)
				if math.Abs(got-want) > 1e-15*lgamma(n+1)+1e-13*math.Abs(want)+1e-14 {
					t.Errorf("log P(X = %d), n = %d, p = %v: %v, want %v", k, n, p, got, want)
				}
			}
		}
	}
	if !math.IsInf(LogBinomialMass(-1, 5, 0.5, 0.5), -1) || !math.IsInf(LogBinomialMass(6, 5, 0.5, 0.5), -1) {
		t.Error("a count outside 0 to n has a mass")
	}
}

func lgamma(n int) float64 {
	v, _ := math.Lgamma(float64(n))
	return v
}
