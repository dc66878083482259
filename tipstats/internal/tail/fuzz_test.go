package tail

import (
	"math"
	"testing"
)

// clamp maps any float64 to a valid parameter of this package.
func clamp(v, low, high float64) float64 {
	v = math.Abs(v)
	if !(v >= low) {
		return low
	}
	return math.Min(v, high)
}

func FuzzLogBeta(f *testing.F) {
	f.Add(0.4, 89.0, 72.0)
	f.Add(1e-300, 0.5, 1e12)
	f.Add(0.5, 5e11, 5e11)
	f.Fuzz(func(t *testing.T, x, a, b float64) {
		x, a, b = clamp(x, 0, 1), clamp(a, 0.5, 1e15), clamp(b, 0.5, 1e15)
		lower, upper := LogBeta(x, 1-x, a, b)
		// One tail or the other holds half of the probability.
		if !(lower <= 1e-12 && upper <= 1e-12 && math.Max(lower, upper) >= -math.Ln2-1e-9) {
			t.Errorf("LogBeta(%v, %v, %v) = %v, %v", x, a, b, lower, upper)
		}
	})
}

func FuzzLogGamma(f *testing.F) {
	f.Add(80.0, 89.0)
	f.Add(1e12, 1e12)
	f.Add(1e-300, 0.5)
	f.Fuzz(func(t *testing.T, x, a float64) {
		x, a = clamp(x, 0, math.Inf(1)), clamp(a, 0.5, 1e15)
		lower, upper := LogGamma(x, a)
		if !(lower <= 1e-12 && upper <= 1e-12 && math.Max(lower, upper) >= -math.Ln2-1e-9) {
			t.Errorf("LogGamma(%v, %v) = %v, %v", x, a, lower, upper)
		}
	})
}

func FuzzQuantiles(f *testing.F) {
	f.Add(-3.7, 89.0, 72.0)
	f.Add(-1000.0, 1e12, 3.0)
	f.Add(-1e-9, 0.5, 20.5)
	f.Fuzz(func(t *testing.T, logp, a, b float64) {
		logp, a, b = -clamp(logp, 0, 1e6), clamp(a, 0.5, 1e15), clamp(b, 0.5, 1e15)
		x, y := BetaQuantile(logp, a, b)
		if !(x >= 0 && x <= 1 && y >= 0 && y <= 1) {
			t.Errorf("BetaQuantile(%v, %v, %v) = %v, %v", logp, a, b, x, y)
		}
		if low, high := GammaLowerQuantile(logp, a), GammaUpperQuantile(logp, a); !(low >= 0 && high >= 0) {
			t.Errorf("gamma quantiles of %v for %v are %v and %v", logp, a, low, high)
		}
	})
}

func BenchmarkBetaQuantile(b *testing.B) {
	for _, c := range []struct {
		name string
		a, b float64
	}{{"n=160", 89, 72}, {"n=1e4", 3000, 7001}, {"n=1e12", 5e11, 5e11}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			logp := math.Log(0.025)
			for b.Loop() {
				BetaQuantile(logp, c.a, c.b)
			}
		})
	}
}
