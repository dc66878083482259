package bounds

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
)

func TestRateUnionIsTheUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := closed(smallRange(30).Draw(t, "events"), 40)
		exposure := rapid.Float64Range(0.01, 100).Draw(t, "exposure")
		var each []infer.Interval
		for x := events.Lo; x <= events.Hi; x++ {
			each = append(each, must(poisson.Interval(int(x), exposure, 0.95, poisson.Garwood)))
		}
		if fault := unionFault(must(RateUnion(events, exposure, 0.95, poisson.Garwood)), each); fault != "" {
			t.Errorf("%v in %v: %s", events, exposure, fault)
		}
		if r := must(Rate(events, exposure)); r.Lower != each[0].Estimate || r.Upper != each[len(each)-1].Estimate {
			t.Errorf("%v in %v: %v", events, exposure, r)
		}
	})
}

func TestRateOfAnOpenRange(t *testing.T) {
	r, iv := must(Rate(AtLeast(44), 2)), must(RateUnion(AtLeast(44), 2, 0.95, poisson.Garwood))
	if r.Lower != 22 || !math.IsInf(r.Upper, 1) || !math.IsInf(iv.Upper, 1) || iv.Lower != must(poisson.Interval(44, 2, 0.95, poisson.Garwood)).Lower {
		t.Errorf("%v, %+v", r, iv)
	}
}

func TestRateRefuses(t *testing.T) {
	for r, says := range badRanges {
		for _, err := range []error{refused(Rate(r, 1)), refusedInterval(RateUnion(r, 1, 0.95, poisson.Garwood))} {
			if err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%v: error %v does not say %q", r, err, says)
			}
		}
	}
	for _, bad := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if refused(Rate(Exactly(1), bad)) == nil || refusedInterval(RateUnion(Exactly(1), bad, 0.95, 0)) == nil {
			t.Errorf("exposure %v", bad)
		}
	}
	if err := refusedInterval(RateUnion(Range{-1, 0}, 0, 0, 99)); strings.Count(err.Error(), "bounds: ") != 4 {
		t.Errorf("not all problems at once: %v", err)
	}
}

// At least 44 persons prosecuted in Peru in 2020, for each month.
func ExampleRate() {
	r, _ := Rate(AtLeast(44), 12)
	fmt.Printf("at least %.2f a month\n", r.Lower)
	// Output: at least 3.67 a month
}

func ExampleRateUnion() {
	iv, _ := RateUnion(AtLeast(44), 12, 0.95, poisson.Garwood)
	fmt.Printf("%.2f to %.2f a month\n", iv.Lower, iv.Upper)
	// Output: 2.66 to +Inf a month
}
