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

func TestRatioAndChangeAreSharp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := closed(smallRange(12).Draw(t, "x"), 14), closed(smallRange(12).Draw(t, "y"), 14)
		ratio, change := Region{math.Inf(1), math.Inf(-1)}, Region{math.Inf(1), math.Inf(-1)}
		for i := x.Lo; i <= x.Hi; i++ {
			for j := y.Lo; j <= y.Hi; j++ {
				ratio.addRatio(i, j)
				change.Lower, change.Upper = min(change.Lower, i-j), max(change.Upper, i-j)
			}
		}
		got, err := Ratio(x, y)
		if none := ratio.Lower > ratio.Upper; none != (err != nil) || err == nil && got != ratio {
			t.Errorf("%v to %v: %v (%v), want %v", x, y, got, err, ratio)
		}
		if got := must(Change(y, x)); got != change {
			t.Errorf("%v less %v: %v, want %v", x, y, got, change)
		}
	})
}

func TestRatioOfOpenRanges(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		x, y          Range
		ratio, change Region
	}{
		{Exactly(29), AtLeast(44), Region{0, 29. / 44}, Region{-inf, -15}},
		{AtLeast(44), Exactly(29), Region{44. / 29, inf}, Region{15, inf}},
		{AtLeast(44), AtLeast(29), Region{0, inf}, Region{-inf, inf}},
		{Exactly(0), AtLeast(0), Region{0, 0}, Region{-inf, 0}},
		{AtLeast(0), Exactly(0), Region{inf, inf}, Region{0, inf}},
	} {
		ratio, change := must(Ratio(c.x, c.y)), must(Change(c.y, c.x))
		if ratio != c.ratio || change != c.change {
			t.Errorf("%v, %v: %v %v, want %v %v", c.x, c.y, ratio, change, c.ratio, c.change)
		}
	}
}

// TestRatioUnionIsTheUnion computes the interval of every pair of counts.
func TestRatioUnionIsTheUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := closed(smallRange(9).Draw(t, "x"), 10), closed(smallRange(9).Draw(t, "y"), 10)
		t1, t2 := rapid.Float64Range(0.1, 10).Draw(t, "t1"), rapid.Float64Range(0.1, 10).Draw(t, "t2")
		if x.Hi == 0 && y.Hi == 0 {
			return
		}
		var each []infer.Interval
		for i := x.Lo; i <= x.Hi; i++ {
			for j := y.Lo; j <= y.Hi; j++ {
				each = append(each, must(poisson.Ratio(int(i), t1, int(j), t2, 0.95, poisson.ExactCentral)))
			}
		}
		got := must(RatioUnion(x, t1, y, t2, 0.95, poisson.ExactCentral))
		if fault := unionFault(got, each); fault != "" {
			t.Errorf("%v, %v: %s", x, y, fault)
		}
		if !strings.Contains(strings.Join(got.Warnings, "\n"), "over-dispersed") {
			t.Errorf("%v, %v: warnings %q", x, y, got.Warnings)
		}
	})
}

func TestRatioUnionOfOpenRanges(t *testing.T) {
	got := must(RatioUnion(Exactly(29), 1, AtLeast(44), 1, 0.95, poisson.ExactCentral))
	end := must(poisson.Ratio(29, 1, 44, 1, 0.95, poisson.ExactCentral))
	if got.Lower != 0 || got.Upper != end.Upper || !math.IsNaN(got.Estimate) {
		t.Errorf("%+v", got)
	}
	got = must(RatioUnion(AtLeast(44), 1, Exactly(29), 1, 0.95, poisson.ExactCentral))
	if other := must(poisson.Ratio(44, 1, 29, 1, 0.95, poisson.ExactCentral)); got.Lower != other.Lower || !math.IsInf(got.Upper, 1) {
		t.Errorf("%+v", got)
	}
}

func TestRatioRefuses(t *testing.T) {
	for r, says := range badRanges {
		for name, err := range map[string]error{
			"ratio 1": refused(Ratio(r, Exactly(1))), "ratio 2": refused(Ratio(Exactly(1), r)),
			"change 1": refused(Change(r, Exactly(1))), "change 2": refused(Change(Exactly(1), r)),
			"union 1": refusedInterval(RatioUnion(r, 1, Exactly(1), 1, 0.95, 0)),
			"union 2": refusedInterval(RatioUnion(Exactly(1), 1, r, 1, 0.95, 0)),
		} {
			if err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%s %v: error %v does not say %q", name, r, err, says)
			}
		}
	}
	for _, bad := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if refusedInterval(RatioUnion(Exactly(1), bad, Exactly(1), 1, 0.95, 0)) == nil || refusedInterval(RatioUnion(Exactly(1), 1, Exactly(1), bad, 0.95, 0)) == nil {
			t.Errorf("exposure %v", bad)
		}
	}
	if err := refusedInterval(RatioUnion(Exactly(0), 0, Exactly(0), 0, 2, 99)); strings.Count(err.Error(), "bounds: ") != 5 {
		t.Errorf("not all problems at once: %v", err)
	}
}

// In 2020 Peru convicted 29 and prosecuted at least 44.
func ExampleRatio() {
	r, _ := Ratio(Exactly(29), AtLeast(44))
	fmt.Printf("at most %.3f\n", r.Upper)
	// Output: at most 0.659
}

// From at least 44 persons prosecuted in 2020 to 121 in 2021.
func ExampleChange() {
	r, _ := Change(AtLeast(44), Exactly(121))
	fmt.Println(r)
	// Output: -Inf to 77
}

func ExampleRatioUnion() {
	iv, _ := RatioUnion(Exactly(29), 1, AtLeast(44), 1, 0.95, poisson.ExactCentral)
	fmt.Printf("%.2f to %.2f\n", iv.Lower, iv.Upper)
	// Output: 0.00 to 1.08
}
