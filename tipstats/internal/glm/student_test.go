package glm

import (
	"math"
	"testing"
)

func TestReferenceAgainstR(t *testing.T) {
	// R 4.2.2: qt(.975, 50), qt(.975, 1), qt(.995, 3), qnorm(.975).
	for _, c := range []struct {
		df          int
		level, want float64
	}{{50, 0.95, 2.008559112100761}, {1, 0.95, 12.70620473617469}, {3, 0.99, 5.840909309733354}, {0, 0.95, 1.959963984540054}} {
		if got := (Reference{c.df}).Quantile(c.level); math.Abs(got-c.want) > 2e-14*c.want {
			t.Errorf("quantile of t(%d) at %v = %.16g, want %.16g", c.df, c.level, got, c.want)
		}
	}
	// R 4.2.2: pt(-7.5, 4, log = TRUE), log(pt(-1.2, 7)), pt(-50, 200, log = TRUE).
	for _, c := range []struct {
		df      int
		t, want float64
	}{{4, 7.5, -7.075658363935447}, {7, 1.2, math.Log(0.1345859684136032)}, {200, 50, -263.8002308879784}} {
		if got := (Reference{c.df}).LogUpper(c.t); math.Abs(got-c.want) > 1e-12*math.Abs(c.want) {
			t.Errorf("log upper tail of t(%d) at %v = %.16g, want %.16g", c.df, c.t, got, c.want)
		}
	}
}

// With one degree of freedom T is Cauchy: P(|T| <= t) = 2/pi atan(t).
func TestReferenceIsCauchyWithOneDegree(t *testing.T) {
	for _, x := range []float64{1e-8, 0.3, 1, 7, 1e9} {
		r := Reference{1}
		level := 2 / math.Pi * math.Atan(x)
		if x < 100 { // beyond, the level has lost the digits
			if got := r.Quantile(level); math.Abs(got-x) > 1e-12*x*(1+x) {
				t.Errorf("Quantile(%v) = %v, want %v", level, got, x)
			}
		}
		want := math.Log(2 / math.Pi * math.Atan(1/x))
		if got := r.LogTwoSided(x); math.Abs(got-want) > 1e-13*(1+math.Abs(want)) {
			t.Errorf("LogTwoSided(%v) = %v, want %v", x, got, want)
		}
	}
}

func TestReferenceTailsAddToOne(t *testing.T) {
	for _, df := range []int{0, 1, 2, 9, 1000} {
		for _, x := range []float64{0, 0.1, 2, 30} {
			r := Reference{df}
			if sum := math.Exp(r.LogUpper(x)) + math.Exp(r.LogUpper(-x)); math.Abs(sum-1) > 1e-14 {
				t.Errorf("df %d: the tails of %v sum to %v", df, x, sum)
			}
			if r.LogTwoSided(x) != r.LogTwoSided(-x) {
				t.Errorf("df %d: two-sided tails of %v differ in sign", df, x)
			}
		}
	}
}
