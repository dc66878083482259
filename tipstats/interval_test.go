package tipstats

import (
	"math"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
	"github.com/tipstats/tip/tipstats/proportion"
)

func TestIntervalOfAProportionIsWilson(t *testing.T) {
	r := must[Rate](t)(peru(t, 2022).ConvictionRate())
	got := must[infer.Interval](t)(r.Interval(0.95))
	// Wilson (1927): the roots p of |89/160 - p| = z sqrt(p(1-p)/160), z the 0.975 normal quantile.
	const z = 1.959963984540054
	for _, p := range []float64{got.Lower, got.Upper} {
		if d := math.Abs(89./160-p) - z*math.Sqrt(p*(1-p)/160); math.Abs(d) > 1e-15 {
			t.Errorf("%v misses its equation by %g", p, d)
		}
	}
	if got.Estimate != 89./160 || got.Level != 0.95 {
		t.Errorf("%+v", got)
	}
}

func TestIntervalOfAFlowRatioIsThatOfARatioOfRates(t *testing.T) {
	r := must[Rate](t)(peru(t, 2021).ConvictionsPerDefendant())
	got := must[infer.Interval](t)(r.Interval(0.95))
	want := must[infer.Interval](t)(poisson.Ratio(233, 1, 121, 1, 0.95, poisson.ExactCentral))
	if got.Lower != want.Lower || got.Upper != want.Upper || got.Estimate != 233./121 || got.Upper <= 1 {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if strings.Contains(got.Method, "Wilson") {
		t.Errorf("a flow ratio got a binomial interval: %s", got.Method)
	}
}

func TestIntervalOfARangeIsTheUnion(t *testing.T) {
	f := peru(t, 2022)
	share := must[Rate](t)(f.FormShare(f.Investigations, Sex))
	got := must[infer.Interval](t)(share.Interval(0.95))
	lower, upper := 1.0, 0.0
	for x := 298; x <= 619; x++ {
		i := must[infer.Interval](t)(proportion.Interval(x, 813, 0.95, proportion.Wilson))
		lower, upper = min(lower, i.Lower), max(upper, i.Upper)
	}
	if got.Lower != lower || got.Upper != upper || !math.IsNaN(got.Estimate) || !strings.HasPrefix(got.Method, "union of") {
		t.Errorf("got %+v, want %g to %g", got, lower, upper)
	}
	bound := must[Rate](t)(peru(t, 2020).ConvictionsPerDefendant())
	got = must[infer.Interval](t)(bound.Interval(0.95))
	one := must[infer.Interval](t)(poisson.Ratio(29, 1, 44, 1, 0.95, poisson.ExactCentral))
	if got.Lower != 0 || got.Upper != one.Upper || !math.IsNaN(got.Estimate) {
		t.Errorf("29 over at least 44: %+v", got)
	}
	incomplete := 0
	for _, w := range got.Warnings {
		if strings.Contains(w, "may be incomplete") {
			incomplete++
		}
	}
	if incomplete != 2 {
		t.Errorf("the interval lost the warnings of its figures: %q", got.Warnings)
	}
}

func TestIntervalRefusesALevelAndAnEmptyRate(t *testing.T) {
	r := must[Rate](t)(peru(t, 2022).ConvictionRate())
	for _, level := range []float64{0, 1, 95, -1, math.NaN()} {
		if _, err := r.Interval(level); err == nil {
			t.Errorf("level %g", level)
		}
	}
	if _, err := (Rate{}).Interval(0.95); err == nil {
		t.Error("an empty rate has an interval")
	}
}
