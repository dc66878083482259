package tail

import (
	"math"
	"testing"
)

func TestLogNormalUpperReference(t *testing.T) {
	w := worst{t: t, tolerance: 1e-15}
	defer w.log()
	for _, row := range readReference(t, "normal.csv") {
		z := number(t, row[0])
		want := number(t, row[1])
		got := LogNormalUpper(z)
		w.see(relativeError(got, want), "log P(Z >= %v) is %v, want %s", z, got, row[1])
		if want > -700 {
			w.see(relativeError(NormalUpper(z), math.Exp(want))/math.Max(1, -want), "P(Z >= %v) is %v, want exp(%s)", z, NormalUpper(z), row[1])
		}
	}
}

func TestNormalQuantileReference(t *testing.T) {
	w := worst{t: t, tolerance: 1e-15}
	defer w.log()
	for _, row := range readReference(t, "normal_quantile.csv") {
		logp := number(t, row[0])
		got := NormalQuantile(logp)
		want := number(t, row[1])
		w.see(math.Abs(got-want)/math.Max(1, math.Abs(want)), "quantile of log p = %v is %v, want %s", logp, got, row[1])
	}
}

func TestNormalTwoSidedIsTheQuantile(t *testing.T) {
	w := worst{t: t, tolerance: 1e-15}
	defer w.log()
	for _, level := range []float64{1e-300, 1e-9, 0.3, 0.8, 0.85, 0.851, 0.9, 0.95, 0.99, 0.999, 0.999999999, 1 - 0x1p-53} {
		got := NormalTwoSided(level)
		want := math.Sqrt2 * math.Erfinv(level)
		w.see(relativeError(got, want), "level %v: %v, want %v", level, got, want)
		w.see(math.Abs(got+NormalQuantile(math.Log((1-level)/2))), "level %v: %v is not the upper quantile", level, got)
	}
}

func TestNormalQuantileInvalid(t *testing.T) {
	for _, logp := range []float64{math.NaN(), 1e-300} {
		if z := NormalQuantile(logp); !math.IsNaN(z) {
			t.Errorf("NormalQuantile(%v) = %v, want NaN", logp, z)
		}
	}
	if z := NormalQuantile(math.Inf(-1)); !math.IsInf(z, -1) {
		t.Errorf("NormalQuantile(-Inf) = %v, want -Inf", z)
	}
	if z := NormalQuantile(0); !math.IsInf(z, 1) {
		t.Errorf("NormalQuantile(0) = %v, want +Inf", z)
	}
}
