package poisson

import (
	"math"
	"testing"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// 15 events in 400, to the digits shown: score, Jeffreys and Byar with one half by several
// packages; Byar by its formula in R.
func TestIntervalPublished(t *testing.T) {
	for _, c := range []struct {
		m            Method
		lower, upper float64
	}{
		{Score, .0227264749053794, .0618771721463559},
		{Jeffreys, .0219234232268444, .0602898619930649},
		{ByarHalf, .0219084369245707, .0602933510943048},
		{Byar, .02097316003303511, .06185407835809812},
	} {
		iv, err := Interval(15, 400, 0.95, c.m)
		if err != nil {
			t.Fatal(err)
		}
		if !closeTo(iv.Lower, c.lower, 1e-14) || !closeTo(iv.Upper, c.upper, 1e-14) {
			t.Errorf("%v: %.16g to %.16g, want %.16g to %.16g", c.m, iv.Lower, iv.Upper, c.lower, c.upper)
		}
	}
}

// The score limits are where (x - m)/sqrt(m) is the normal quantile.
func TestScoreDefinition(t *testing.T) {
	for _, events := range []int{0, 1, 29, 1 << 30} {
		for _, level := range []float64{0.5, 0.95, 0.999999} {
			z := tail.NormalTwoSided(level)
			lower, upper := Score.limits(events, level)
			for _, m := range []float64{lower, upper} {
				if got := math.Abs(float64(events)-m) / math.Sqrt(m); m > 0 && math.Abs(got-z) > 1e-11*math.Sqrt(1+float64(events)) {
					t.Errorf("%d events at %v: score at %v is %v, want %v", events, level, m, got, z)
				}
			}
		}
	}
}

// What the comment on Byar says: within 0.03 of Garwood's limits from ten events on.
func TestByarIsNearGarwood(t *testing.T) {
	for events := 10; events <= 3000; events += 1 + events/50 {
		exactLower, exactUpper := Garwood.limits(events, 0.95)
		lower, upper := Byar.limits(events, 0.95)
		if math.Abs(lower-exactLower) > 0.03 || math.Abs(upper-exactUpper) > 0.03 {
			t.Errorf("%d events: Byar %v to %v, Garwood %v to %v", events, lower, upper, exactLower, exactUpper)
		}
	}
}

// Without events the lower limit is 0, and the upper one is positive, but for Wald.
func TestIntervalWithoutEvents(t *testing.T) {
	for _, m := range everyMethod() {
		for _, level := range []float64{0.5, 0.95, 1 - 0x1p-53} {
			iv, err := Interval(0, 2, level, m)
			if err != nil {
				t.Fatal(err)
			}
			if iv.Lower != 0 || iv.Estimate != 0 || (iv.Upper > 0) == (m == Wald) || (iv.Warnings != nil) != (m == Wald) {
				t.Errorf("%v: %+v", m, iv)
			}
		}
	}
}
