package tail

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// byProbabilityByIntegers adds up, in whole numbers, the tables that are no more probable.
func byProbabilityByIntegers(k, n1, n2, x int64) float64 {
	weight := func(j int64) *big.Int {
		return new(big.Int).Mul(new(big.Int).Binomial(n1, j), new(big.Int).Binomial(n2, x-j))
	}
	observed, sum := weight(k), new(big.Int)
	for j := max(0, x-n2); j <= min(n1, x); j++ {
		if w := weight(j); w.Cmp(observed) <= 0 {
			sum.Add(sum, w)
		}
	}
	p, _ := new(big.Rat).SetFrac(sum, new(big.Int).Binomial(n1+n2, x)).Float64()
	return math.Log(p)
}

func TestByProbabilityAgainstWholeNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n1 := rapid.Int64Range(1, 80).Draw(t, "n1")
		n2 := rapid.OneOf(rapid.Just(n1), rapid.Int64Range(1, 80)).Draw(t, "n2")
		x := rapid.Int64Range(0, n1+n2).Draw(t, "x")
		k := rapid.Int64Range(max(0, x-n2), min(n1, x)).Draw(t, "k")
		want := byProbabilityByIntegers(k, n1, n2, x)
		h := NewHypergeometric(int(n1), int(n2), int(x), 0)
		if got := h.LogByProbability(int(k)); !hypergeometricClose(got, want, 1e-13) {
			t.Fatalf("%d of %d and %d of %d: %v, want %v", k, n1, x-k, n2, got, want)
		}
	})
}

func TestLogSum(t *testing.T) {
	inf := math.Inf(-1)
	for _, c := range [][3]float64{{0, 0, math.Ln2}, {inf, -1, -1}, {-1, inf, -1}, {inf, inf, inf}, {-2000, -2000, math.Ln2 - 2000}} {
		if got := LogSum(c[0], c[1]); got != c[2] {
			t.Errorf("LogSum(%v, %v) = %v, want %v", c[0], c[1], got, c[2])
		}
	}
}
