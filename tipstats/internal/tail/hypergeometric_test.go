package tail

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// hypergeometricByIntegers returns the logs of P(K <= k), P(K >= k), P(K = k) and the mean
// of K from whole-number weights; the odds are above/below.
func hypergeometricByIntegers(k, n1, n2, x, above, below int64) (lower, upper, mass, mean float64) {
	var atMost, atLeast, at, total, moment big.Int
	for j := max(0, x-n2); j <= min(n1, x); j++ {
		w := new(big.Int).Mul(new(big.Int).Binomial(n1, j), new(big.Int).Binomial(n2, x-j))
		w.Mul(w, new(big.Int).Exp(big.NewInt(above), big.NewInt(j), nil))
		w.Mul(w, new(big.Int).Exp(big.NewInt(below), big.NewInt(n1-j), nil))
		total.Add(&total, w)
		moment.Add(&moment, new(big.Int).Mul(w, big.NewInt(j)))
		if j <= k {
			atMost.Add(&atMost, w)
		}
		if j >= k {
			atLeast.Add(&atLeast, w)
		}
		if j == k {
			at.Set(w)
		}
	}
	share := func(part *big.Int) float64 {
		q, _ := new(big.Float).SetPrec(200).Quo(new(big.Float).SetPrec(200).SetInt(part), new(big.Float).SetPrec(200).SetInt(&total)).Float64()
		return q
	}
	return math.Log(share(&atMost)), math.Log(share(&atLeast)), math.Log(share(&at)), share(&moment)
}

func hypergeometricClose(got, want, tolerance float64) bool {
	return got == want || !math.IsInf(want, 0) && math.Abs(got-want) <= tolerance*math.Max(1, math.Abs(want))
}

func TestHypergeometricCloseCanFail(t *testing.T) {
	if hypergeometricClose(1, 1.1, 1e-3) || hypergeometricClose(math.NaN(), 1, 1e-3) || hypergeometricClose(0, math.Inf(1), 1e-3) {
		t.Error("the check accepts what it should refuse")
	}
}

func TestHypergeometricAgainstWholeNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n1 := rapid.Int64Range(0, 60).Draw(t, "n1")
		n2 := rapid.Int64Range(0, 60).Draw(t, "n2")
		if n1+n2 == 0 {
			return
		}
		x := rapid.Int64Range(0, n1+n2).Draw(t, "x")
		k := rapid.Int64Range(max(0, x-n2), min(n1, x)).Draw(t, "k")
		above := rapid.Int64Range(1, 1000).Draw(t, "above")
		below := rapid.Int64Range(1, 1000).Draw(t, "below")
		lower, upper, mass, mean := hypergeometricByIntegers(k, n1, n2, x, above, below)
		h := NewHypergeometric(int(n1), int(n2), int(x), math.Log(float64(above)/float64(below)))
		gotLower, gotUpper := h.LogTails(int(k), 1)
		for _, c := range [][2]float64{{gotLower, lower}, {gotUpper, upper}, {h.LogMass(int(k)), mass}, {h.MeanExcess(int(k)) + float64(k), mean}} {
			if !hypergeometricClose(c[0], c[1], 2e-13) {
				t.Fatalf("%d of %d, %d in all of %d more, odds %d/%d: got %v, want %v", k, n1, x, n2, above, below, c[0], c[1])
			}
		}
		halfLower, halfUpper := h.LogTails(int(k), 0.5)
		if sum := math.Exp(halfLower) + math.Exp(halfUpper); !hypergeometricClose(sum, 1, 1e-14) {
			t.Fatalf("the mid-P tails add up to %v", sum)
		}
		if want := math.Exp(upper) - math.Exp(mass)/2; !hypergeometricClose(math.Exp(halfUpper), want, 1e-13) {
			t.Fatalf("mid-P upper tail is %v, want %v", math.Exp(halfUpper), want)
		}
	})
}

// TestHypergeometricIntegralAgainstSum holds the integral of large distributions against
// the sum of their weights, term by term.
func TestHypergeometricIntegralAgainstSum(t *testing.T) {
	for _, c := range []struct{ n1, n2, x, logOdds float64 }{
		{2e7, 2e7, 2e7, 0}, {1e7, 3e8, 4e7, 1.5}, {5e8, 3e6, 1e7, -2},
	} {
		h := NewHypergeometric(int(c.n1), int(c.n2), int(c.x), c.logOdds)
		for _, z := range []float64{0, 1, 3, 10, 25} {
			for _, sign := range []float64{1, -1} {
				k := math.Round(h.middle + sign*z*math.Sqrt(h.variance))
				step := math.Log(h.ratio(k, sign))
				if math.Abs(step) >= flatStep {
					continue
				}
				var terms []float64
				for at, term := k, 1.0; term > 1e-18; at += sign {
					term *= h.ratio(at, sign)
					terms = append(terms, term)
				}
				want := 0.0
				for i := len(terms) - 1; i >= 0; i-- {
					want += terms[i]
				}
				if got := h.integralBeyond(k, sign, step); !hypergeometricClose(got/want, 1, 1e-11) {
					t.Errorf("%v at %v sd: integral %v, sum %v (off by %.1e)", c, sign*z, got, want, got/want-1)
				}
			}
		}
		if got, want := h.momentBeyond(1), h.sumMoment(1); !hypergeometricClose(got/want, 1, 2e-3) {
			t.Errorf("%v: moment above the middle %v by integral, %v by sum", c, got, want)
		}
		got := h.momentBeyond(1) - h.momentBeyond(-1)
		want := h.sumMoment(1) - h.sumMoment(-1)
		total := math.Exp(h.logNorm - h.logWeight(h.middle))
		if math.Abs(got-want)/total > 1e-9 {
			t.Errorf("%v: mean off the middle by %v by integral, %v by sum", c, got/total, want/total)
		}
	}
}

// Values of Fisher's test, one-sided, by R 4.2.2: phyper(k, n1, n2, x, log.p = TRUE) and
// its upper tail.
func TestHypergeometricFarTails(t *testing.T) {
	h := NewHypergeometric(1000, 1000, 1000, 0)
	if got, want := h.LogMass(1000), -1382.26799353748; !hypergeometricClose(got, want, 1e-14) {
		t.Errorf("mass of 1000 of 1000: log %v, want %v", got, want)
	}
	if _, got := h.LogTails(1000, 1); !hypergeometricClose(got, -1382.26799353748, 1e-14) {
		t.Errorf("upper tail of 1000 of 1000: log %v", got)
	}
	if lower, _ := h.LogTails(1000, 1); lower != 0 {
		t.Errorf("lower tail of 1000 of 1000: log %v, want 0", lower)
	}
	if !math.IsInf(h.LogMass(1001), -1) || !math.IsInf(h.LogMass(-1), -1) {
		t.Error("an outcome off the support has a mass")
	}
}

func BenchmarkHypergeometric(b *testing.B) {
	for _, c := range []struct {
		name         string
		k, n1, n2, x float64
		logOdds      float64
	}{{"n=160", 50, 89, 71, 80, 0.3}, {"n=20000", 5100, 1e4, 1e4, 1e4, 0}, {"n=2e9", 500001000, 1e9, 1e9, 1e9, 0}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				h := NewHypergeometric(int(c.n1), int(c.n2), int(c.x), c.logOdds)
				h.LogTails(int(c.k), 1)
			}
		})
	}
}
