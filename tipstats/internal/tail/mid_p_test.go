package tail

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The mid-P tail is the mean of two exact ones.
func TestBinomialMidTailIsTheMeanOfExactTails(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 1<<rapid.IntRange(1, 20).Draw(t, "bits")).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		p := rapid.Float64Range(1e-9, 0.999999).Draw(t, "p")
		lower, upper := LogBinomialMid(k, n, p, 1-p)
		wantLower := LogSum(LogBinomialAtMost(k-1, n, p, 1-p), LogBinomialAtMost(k, n, p, 1-p)) - math.Ln2
		wantUpper := LogSum(LogBinomialAtLeast(k+1, n, p, 1-p), LogBinomialAtLeast(k, n, p, 1-p)) - math.Ln2
		small, want := lower, wantLower
		if upper < lower {
			small, want = upper, wantUpper
		}
		if tailError(small, want) > 2e-12 || math.Abs(math.Exp(lower)+math.Exp(upper)-1) > 1e-15 {
			t.Fatalf("%d of %d at %v: %v and %v, want %v and %v", k, n, p, lower, upper, wantLower, wantUpper)
		}
	})
}

func TestBinomialMidQuantileInvertsTheTail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(0, 1<<rapid.IntRange(1, 30).Draw(t, "bits of k")).Draw(t, "k")
		rest := rapid.IntRange(0, 1<<rapid.IntRange(1, 30).Draw(t, "bits of rest")).Draw(t, "rest")
		logp := -rapid.Float64Range(1e-6, 300).Draw(t, "-log p")
		p, q := BinomialMidQuantile(logp, float64(k), float64(rest))
		if !(p >= 0 && q >= 0 && math.Abs(p+q-1) <= 0x1p-52) {
			t.Fatalf("%d, %d at %v: %v, %v is not a point of [0, 1]", k, rest, logp, p, q)
		}
		if k+rest == 0 || p < 1e-300 || q < 1e-300 {
			return
		}
		lower, upper := LogBinomialMid(k, k+rest, p, q)
		steep := math.Max(1, float64(max(k, rest))) * 3e-16
		want, got := logp, upper
		if logp > -math.Ln2 {
			want, got = logComplement(logp), lower
		}
		if math.Abs(got-want) > steep+1e-15*math.Abs(want)+1e-13 {
			t.Fatalf("mid-P tail of %d in %d at %v is %v, want %v", k, k+rest, p, got, want)
		}
	})
}

func TestPoissonMidQuantileInvertsTheTail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(1, 1<<rapid.IntRange(1, 30).Draw(t, "bits of k")).Draw(t, "k")
		logp := -rapid.Float64Range(1e-3, 300).Draw(t, "-log p")
		tolerance := float64(k)*3e-16 + 4e-15*math.Abs(logp) + 1e-13
		mean := PoissonMidLowerQuantile(logp, float64(k))
		if mean > 1e-300 {
			above := LogSum(LogPoissonAtLeast(k, mean), LogPoissonAtLeast(k+1, mean)) - math.Ln2
			if math.Abs(above-logp) > tolerance {
				t.Fatalf("mid-P tail above %d at %v is %v, want %v", k, mean, above, logp)
			}
		}
		mean = PoissonMidUpperQuantile(logp, float64(k))
		below := LogSum(LogPoissonAtMost(k, mean), LogPoissonAtMost(k-1, mean)) - math.Ln2
		if math.Abs(below-logp) > tolerance*(1+mean/float64(k)) {
			t.Fatalf("mid-P tail below %d at %v is %v, want %v", k, mean, below, logp)
		}
	})
}

// At no or only successes the quantiles have closed forms.
func TestMidQuantileAtTheEnds(t *testing.T) {
	logp := math.Log(0.025)
	if p, q := BinomialMidQuantile(logp, 0, 20); p != 0 || q != 1 {
		t.Errorf("0 of 20: %v, %v", p, q)
	}
	p, q := BinomialMidQuantile(logp, 20, 0)
	if want := math.Pow(0.05, 1./20); relativeError(p, want) > 1e-15 || relativeError(q, -math.Expm1(math.Log(0.05)/20)) > 1e-15 {
		t.Errorf("20 of 20: %v, %v, want %v", p, q, want)
	}
	if p, q := BinomialMidQuantile(math.Log(0.6), 20, 0); p != 1 || q != 0 {
		t.Errorf("20 of 20 at 0.6: %v, %v", p, q)
	}
	if p, _ := BinomialMidQuantile(math.Log(0.6), 0, 20); relativeError(p, 1-math.Pow(0.8, 1./20)) > 1e-14 {
		t.Errorf("0 of 20 at 0.6: %v", p)
	}
	if mean := PoissonMidUpperQuantile(logp, 0); relativeError(mean, -math.Log(0.05)) > 1e-15 {
		t.Errorf("no event: %v", mean)
	}
	if mean := PoissonMidLowerQuantile(logp, 0); mean != 0 {
		t.Errorf("no event: lower %v", mean)
	}
}

func TestMidQuantileOfNoProbability(t *testing.T) {
	none := math.Inf(-1)
	if p, q := BinomialMidQuantile(none, 3, 4); p != 0 || q != 1 {
		t.Errorf("binomial, probability 0: %v, %v", p, q)
	}
	if p, q := BinomialMidQuantile(0, 3, 4); p != 1 || q != 0 {
		t.Errorf("binomial, probability 1: %v, %v", p, q)
	}
	for _, c := range [][2]float64{
		{PoissonMidLowerQuantile(none, 3), 0}, {PoissonMidLowerQuantile(0, 3), math.Inf(1)},
		{PoissonMidUpperQuantile(none, 3), math.Inf(1)}, {PoissonMidUpperQuantile(0, 3), 0},
	} {
		if c[0] != c[1] {
			t.Errorf("Poisson: %v, want %v", c[0], c[1])
		}
	}
}

func FuzzMidQuantiles(f *testing.F) {
	f.Add(-3.7, 89.0, 71.0)
	f.Add(-1e-12, 1.0, 0.0)
	f.Add(-745.0, 1e15, 3.0)
	f.Fuzz(func(t *testing.T, logp, k, rest float64) {
		logp, k, rest = -clamp(logp, 0, 1e6), math.Floor(clamp(k, 0, 1e15)), math.Floor(clamp(rest, 0, 1e15))
		if k+rest > 0 {
			if p, q := BinomialMidQuantile(logp, k, rest); !(p >= 0 && p <= 1 && q >= 0 && q <= 1) {
				t.Errorf("BinomialMidQuantile(%v, %v, %v) = %v, %v", logp, k, rest, p, q)
			}
		}
		if low, high := PoissonMidLowerQuantile(logp, k), PoissonMidUpperQuantile(logp, k); !(low >= 0 && high >= 0) {
			t.Errorf("Poisson mid-P quantiles of %v for %v are %v and %v", logp, k, low, high)
		}
	})
}
