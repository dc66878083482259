package proportion

import (
	"slices"
	"testing"
)

// R, confint.default(glm(cbind(x, n - x) ~ 1, family = binomial)), on the scale of p.
func TestLogitAgainstRegression(t *testing.T) {
	for _, c := range []struct {
		x, n         int
		lower, upper float64
	}{
		{89, 160, 0.4785329781275762, 0.6313083821951618},
		{15, 148, 0.06202798347587766, 0.16131673788927231},
		{1, 29, 0.004835801719053671, 0.207913544613918477},
	} {
		iv := mustInterval(t, c.x, c.n, 0.95, Logit)
		if !near(iv.Lower, c.lower, 1e-14) || !near(iv.Upper, c.upper, 1e-14) || iv.Warnings != nil {
			t.Errorf("%d of %d: %+v, want %v to %v", c.x, c.n, iv, c.lower, c.upper)
		}
	}
}

func TestLogitAtBothEnds(t *testing.T) {
	for _, x := range []int{0, 20} {
		iv, exact := mustInterval(t, x, 20, 0.95, Logit), mustInterval(t, x, 20, 0.95, ClopperPearson)
		if iv.Lower != exact.Lower || iv.Upper != exact.Upper || !slices.Contains(iv.Warnings, "the log odds are infinite: the limits are Clopper-Pearson's") {
			t.Errorf("%d of 20: %+v", x, iv)
		}
	}
}

// What the comment on Logit says: at 0.95 the limits grow with x, at 0.99 not always.
func TestLogitLimitsCanFall(t *testing.T) {
	falls := func(level float64) bool {
		for n := 2; n <= 200; n++ {
			for x := range n {
				iv, next := mustInterval(t, x, n, level, Logit), mustInterval(t, x+1, n, level, Logit)
				if next.Lower < iv.Lower || next.Upper < iv.Upper {
					return true
				}
			}
		}
		return false
	}
	if falls(0.95) || falls(0.98) || !falls(0.99) {
		t.Errorf("limits fall at 0.95: %v, at 0.98: %v, at 0.99: %v", falls(0.95), falls(0.98), falls(0.99))
	}
}
