package tail

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

func TestBetaQuantileInvertsTheTail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := float64(rapid.IntRange(1, 1<<rapid.IntRange(1, 30).Draw(t, "bits of a")).Draw(t, "2a")) / 2
		b := float64(rapid.IntRange(1, 1<<rapid.IntRange(1, 30).Draw(t, "bits of b")).Draw(t, "2b")) / 2
		logp := -rapid.Float64Range(1e-6, 300).Draw(t, "-log p")
		x, y := BetaQuantile(logp, a, b)
		if !(x >= 0 && y >= 0 && math.Abs(x+y-1) <= 0x1p-52) {
			t.Fatalf("BetaQuantile(%v, %v, %v) = %v, %v: not a point of [0, 1]", logp, a, b, x, y)
		}
		if x < 1e-300 || y < 1e-300 {
			return // the quantile itself is out of range
		}
		lower, upper := LogBeta(x, y, a, b)
		// x is rounded; where the tail is steep that moves it by a x, or b y, times 1e-16.
		steep := math.Max(1, math.Max(a, b)) * 3e-16
		if logp > -math.Ln2 {
			logp, lower = logComplement(logp), upper
		}
		if math.Abs(lower-logp) > steep+1e-15*math.Abs(logp)+1e-13 {
			t.Fatalf("tail at quantile of beta(%v, %v) is %v, want %v", a, b, lower, logp)
		}
	})
}

func TestGammaQuantileInvertsTheTail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := float64(rapid.IntRange(1, 1<<rapid.IntRange(1, 30).Draw(t, "bits of a")).Draw(t, "2a")) / 2
		logp := -rapid.Float64Range(1e-6, 300).Draw(t, "-log p")
		low, high := GammaLowerQuantile(logp, a), GammaUpperQuantile(logp, a)
		tolerance := math.Max(1, a)*3e-16 + 2e-15*math.Abs(logp) + 1e-13
		if low < 1e-300 {
			return
		}
		lower, _ := LogGamma(low, a)
		_, upper := LogGamma(high, a)
		for _, got := range []float64{lower, upper} {
			want := logp
			if want > -math.Ln2 {
				got, want = logComplement(got), logComplement(want)
				tolerance += 1e-15 / -logp
			}
			if math.Abs(got-want) > tolerance {
				t.Fatalf("tails at quantiles %v and %v of gamma(%v) are %v and %v, want %v", low, high, a, lower, upper, logp)
			}
		}
	})
}

func TestQuantilesAtTheEnds(t *testing.T) {
	cases := []struct {
		name      string
		got, want float64
	}{
		{"gamma lower, p = 1", GammaLowerQuantile(0, 3), math.Inf(1)},
		{"gamma lower, p = 0", GammaLowerQuantile(math.Inf(-1), 3), 0},
		{"gamma upper, p = 1", GammaUpperQuantile(0, 3), 0},
		{"gamma upper, p = 0", GammaUpperQuantile(math.Inf(-1), 3), math.Inf(1)},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
	if x, y := BetaQuantile(0, 3, 4); x != 1 || y != 0 {
		t.Errorf("beta, p = 1: %v, %v", x, y)
	}
	if x, y := BetaQuantile(math.Inf(-1), 3, 4); x != 0 || y != 1 {
		t.Errorf("beta, p = 0: %v, %v", x, y)
	}
	x, _ := BetaQuantile(0.1, 3, 4)
	for _, v := range []float64{x, GammaLowerQuantile(0.1, 3), GammaUpperQuantile(math.NaN(), 3)} {
		if !math.IsNaN(v) {
			t.Errorf("quantile of an invalid probability is %v, want NaN", v)
		}
	}
}

// The reason for this package: gonum v0.17.0 on the same questions.
func TestWhereGonumFails(t *testing.T) {
	half := math.Log(0.5e-6)
	// x = 0, n = 100: the lower tail of beta(100, 1) is y^100.
	_, upper := BetaQuantile(half, 100, 1)
	want := -math.Expm1(half / 100)
	theirs := distuv.Beta{Alpha: 1, Beta: 100}.Quantile(1 - 0.5e-6)
	t.Logf("upper limit of 0 in 100 at alpha = 1e-6: %.16g, closed form %.16g, gonum %.16g", upper, want, theirs)
	if e := relativeError(upper, want); e > 1e-15 {
		t.Errorf("upper limit is off by %.2g", e)
	}
	// P(Z >= 10).
	ours := NormalUpper(10)
	t.Logf("P(Z >= 10): %.16g, gonum %.16g", ours, distuv.UnitNormal.Survival(10))
	if e := relativeError(ours, 7.6198530241605260659733e-24); e > 1e-14 {
		t.Errorf("normal tail is off by %.2g", e)
	}
}
