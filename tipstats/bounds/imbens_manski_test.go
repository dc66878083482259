package bounds

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
	"github.com/tipstats/tip/tipstats/proportion"
)

// TestCritical holds c against solutions of its equation in 40 digits (mpmath).
func TestCritical(t *testing.T) {
	for _, c := range [][3]float64{ // width, level, c
		{0, 0.5, 0.6744897501960817432}, {0, 0.9, 1.6448536269514728225}, {0, 0.95, 1.9599639845400538556}, {0, 0.999, 3.2905267314918945433},
		{0.01, 0.5, 0.66949818135467173929}, {0.01, 0.95, 1.9549884838508403204}, {0.01, 0.999, 3.285567861477545864},
		{0.5, 0.9, 1.4455806260811747994}, {0.5, 0.95, 1.7697128473565430765}, {1, 0.95, 1.6814774423281539797}, {1, 0.999, 3.0965210689861534514},
		{2, 0.5, 0.050544292896191624511}, {2, 0.95, 1.6461455482153107081}, {5, 0.95, 1.6448536270986176117}, {40, 0.999, 3.0902323061678132778},
	} {
		// Near c = 0 the equation determines c only to the rounding of 1 - level.
		if got := critical(c[0], c[1]); math.Abs(got-c[2]) > 4e-16*math.Max(1, c[2]*math.Exp(c[2]*c[2]/2)) {
			t.Errorf("width %v, level %v: c = %v, want %v", c[0], c[1], got, c[2])
		}
	}
	if c := critical(math.Inf(1), 0.3); c > 1e-300 {
		t.Errorf("below a level of 0.5: c = %v, want 0", c)
	}
}

func TestCriticalFallsFromTwoSidedToOneSided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		level := rapid.Float64Range(0.5, 0.9999).Draw(t, "level")
		width, more := rapid.Float64Range(0, 10).Draw(t, "width"), rapid.Float64Range(0, 5).Draw(t, "more")
		c, less := critical(width, level), critical(width+more, level)
		if two, one := tail.NormalTwoSided(level), -tail.NormalQuantile(math.Log(1-level)); c > two || less > c || less < one-1e-15 {
			t.Errorf("%v >= %v >= %v >= %v does not hold", two, c, less, one)
		}
	})
}

// TestImbensManskiInFortyDigits holds the intervals against the definition in 40 digits
// (mpmath): 298 and 619 of 813; 61 and 68 of 89; the first less, and over, 336 of 354.
func TestImbensManskiInFortyDigits(t *testing.T) {
	sex := must(ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813)))
	convicted := must(ShareOf(Exactly(61), Exactly(21), Exactly(7), Exactly(89)))
	before := must(PartOf(Exactly(336), Exactly(354)))
	for _, c := range []struct {
		got          infer.Interval
		lower, upper float64
	}{
		{must(sex.ImbensManski(0.95)), 0.33874632890405799992, 0.78596643038597879363},
		{must(convicted.ImbensManski(0.95)), 0.60415210729506675678, 0.83832910762239451524},
		{must(DifferenceImbensManski(sex, before, 0.95)), -0.61639567358194188365, -0.15657451815801909258},
		{must(RiskRatioImbensManski(sex, before, 0.95)), 0.35702792419606027491, 0.83332666717643753826},
	} {
		if math.Abs(c.got.Lower/c.lower-1) > 2e-15 || math.Abs(c.got.Upper/c.upper-1) > 2e-15 {
			t.Errorf("%+v, want %v to %v", c.got, c.lower, c.upper)
		}
	}
}

// TestImbensManskiOfAPointIsWald: without open cases it is the textbook interval.
func TestImbensManskiOfAPointIsWald(t *testing.T) {
	const z = 1.959963984540054
	got := must(must(PartOf(Exactly(89), Exactly(160))).ImbensManski(0.95))
	p := 89. / 160
	half := z * math.Sqrt(p*(1-p)/160)
	if math.Abs(got.Lower-(p-half)) > 1e-15 || math.Abs(got.Upper-(p+half)) > 1e-15 || got.Estimate != p || len(got.Warnings) != 0 {
		t.Errorf("%+v, want %v -+ %v", got, p, half)
	}
}

func TestImbensManskiAtTheEnds(t *testing.T) {
	nothing := must(PartOf(AtLeast(0), Exactly(50)))
	for name, iv := range map[string]infer.Interval{
		"proportion": must(nothing.ImbensManski(0.95)),
		"difference": must(DifferenceImbensManski(nothing, nothing, 0.95)),
		"ratio":      must(RiskRatioImbensManski(nothing, nothing, 0.95)),
	} {
		want := map[string]Region{"proportion": {0, 1}, "difference": {-1, 1}, "ratio": {0, math.Inf(1)}}[name]
		if iv.Lower != want.Lower || iv.Upper != want.Upper {
			t.Errorf("%s of which nothing is known: %+v", name, iv)
		}
	}
	for _, x := range []int{0, 50} {
		iv := must(must(PartOf(Exactly(x), Exactly(50))).ImbensManski(0.95))
		if text := strings.Join(iv.Warnings, "\n"); !strings.Contains(text, "standard errors are 0") || !strings.Contains(text, "union") {
			t.Errorf("%d of 50 has no width and the warnings %q", x, iv.Warnings)
		}
	}
	if iv := must(must(PartOf(Between(3, 30), Exactly(50))).ImbensManski(0.95)); !strings.Contains(strings.Join(iv.Warnings, "\n"), "below 10") {
		t.Errorf("3 of 50: %q", iv.Warnings)
	}
}

// coverage returns how often the intervals of n cases cover a proportion, exactly, where each
// case is of the named class with probability named, unclassified with probability open, and
// the unclassified are all of other classes (proportion named) or all of the named one.
func coverage(n int, named, open float64, intervals map[[2]int]infer.Interval) (none, all float64) {
	factorial := func(k int) float64 { v, _ := math.Lgamma(float64(k) + 1); return v }
	for x := range n + 1 {
		for u := range n - x + 1 {
			rest := n - x - u
			mass := math.Exp(factorial(n) - factorial(x) - factorial(u) - factorial(rest) +
				float64(x)*math.Log(named) + float64(u)*math.Log(open) + float64(rest)*math.Log(1-named-open))
			iv := intervals[[2]int{x, u}]
			if iv.Contains(named) {
				none += mass
			}
			if iv.Contains(named + open) {
				all += mass
			}
		}
	}
	return none, all
}

// TestCoverageAsDocumented computes the coverage that the doc of ImbensManski states.
func TestCoverageAsDocumented(t *testing.T) {
	const open = 0.1
	methods := map[string]func(Proportion) (infer.Interval, error){
		"Imbens-Manski": func(q Proportion) (infer.Interval, error) { return q.ImbensManski(0.95) },
		"union":         func(q Proportion) (infer.Interval, error) { return q.Union(0.95, proportion.Wilson) },
	}
	for _, c := range []struct {
		n              int
		method         string
		least, average string
	}{
		{60, "Imbens-Manski", "0.87", "0.95"}, {160, "Imbens-Manski", "0.91", "0.95"},
		{60, "union", "0.95", "0.97"}, {160, "union", "0.96", "0.97"},
	} {
		intervals := map[[2]int]infer.Interval{}
		for x := range c.n + 1 {
			for u := range c.n - x + 1 {
				intervals[[2]int{x, u}] = must(methods[c.method](must(ShareOf(Exactly(x), Exactly(c.n-x-u), Exactly(u), Exactly(c.n)))))
			}
		}
		least, sum, points := 1., 0., 0.
		for i := 1; i < 90; i++ {
			none, all := coverage(c.n, float64(i)/100, open, intervals)
			least, sum, points = min(least, none, all), sum+none+all, points+2
		}
		if got := fmt.Sprintf("%.2f %.2f", least, sum/points); got != c.least+" "+c.average {
			t.Errorf("%s, n = %d: coverage at least and on average %s, want %s %s", c.method, c.n, got, c.least, c.average)
		}
	}
}

func TestImbensManskiRefuses(t *testing.T) {
	q, open := must(PartOf(Exactly(89), Exactly(160))), must(PartOf(Exactly(29), AtLeast(44)))
	zero := must(PartOf(Exactly(0), Exactly(160)))
	inf, nan := math.Inf(1), math.NaN()
	for says, errs := range map[string][]error{
		"upper bound that is not smaller": {
			refusedInterval(ImbensManski(1, 0, 1, 1, 0.95)), refusedInterval(ImbensManski(nan, 0, 1, 1, 0.95)), refusedInterval(ImbensManski(0, nan, 1, 1, 0.95)),
			refusedInterval(ImbensManski(inf, inf, 1, 1, 0.95)), refusedInterval(ImbensManski(-inf, -inf, 1, 1, 0.95)),
		},
		"standard error": {refusedInterval(ImbensManski(0, 1, -1, 1, 0.95)), refusedInterval(ImbensManski(0, 1, 1, nan, 0.95)), refusedInterval(ImbensManski(0, 1, inf, 1, 0.95))},
		"level":          {refusedInterval(ImbensManski(0, 1, 1, 1, 95)), refusedInterval(q.ImbensManski(0)), refusedInterval(DifferenceImbensManski(q, q, 1)), refusedInterval(RiskRatioImbensManski(q, q, nan))},
		"known exactly":  {refusedInterval(open.ImbensManski(0.95)), refusedInterval(DifferenceImbensManski(q, open, 0.95)), refusedInterval(RiskRatioImbensManski(open, q, 0.95))},
		"is empty":       {refusedInterval(Proportion{}.ImbensManski(0.95)), refusedInterval(DifferenceImbensManski(q, Proportion{}, 0.95)), refusedInterval(RiskRatioImbensManski(Proportion{}, q, 0.95))},
		"known to be 0":  {refusedInterval(RiskRatioImbensManski(zero, q, 0.95)), refusedInterval(RiskRatioImbensManski(q, zero, 0.95))},
	} {
		for i, err := range errs {
			if err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%d: error %v does not say %q", i, err, says)
			}
		}
	}
}

// TestImbensManskiNestsInLevel also holds it against the union with Wald's c in its place.
func TestImbensManskiNestsInLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lower := rapid.Float64Range(-10, 10).Draw(t, "lower")
		upper := lower + rapid.Float64Range(0, 10).Draw(t, "width")
		a, b := rapid.Float64Range(0, 5).Draw(t, "se"), rapid.Float64Range(0, 5).Draw(t, "se")
		level, more := rapid.Float64Range(0.01, 0.9).Draw(t, "level"), rapid.Float64Range(0.9, 0.9999).Draw(t, "more")
		iv, wider := must(ImbensManski(lower, upper, a, b, level)), must(ImbensManski(lower, upper, a, b, more))
		mirror := must(ImbensManski(-upper, -lower, b, a, level))
		if !(wider.Lower <= iv.Lower && iv.Lower <= lower && upper <= iv.Upper && iv.Upper <= wider.Upper) {
			t.Errorf("%+v is not within %+v", iv, wider)
		}
		if differ(mirror.Lower, -iv.Upper) || differ(mirror.Upper, -iv.Lower) {
			t.Errorf("%+v is not the mirror of %+v", mirror, iv)
		}
		if z := tail.NormalTwoSided(more); wider.Lower < lower-z*a-1e-12 || wider.Upper > upper+z*b+1e-12 {
			t.Errorf("%+v is longer than the union of the Wald intervals", wider)
		}
	})
}

func BenchmarkImbensManski(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ImbensManski(0.367, 0.761, 0.017, 0.015, 0.95); err != nil {
			b.Fatal(err)
		}
	}
}

// A ratio of two rates from "between 50 and 60" and 40 events, on the logarithm.
func ExampleImbensManski() {
	low, high := 50., 60.
	iv, _ := ImbensManski(math.Log(low/40), math.Log(high/40), math.Sqrt(1/low+1./40), math.Sqrt(1/high+1./40), 0.95)
	fmt.Printf("%.2f to %.2f\n", math.Exp(iv.Lower), math.Exp(iv.Upper))
	// Output: 0.87 to 2.12
}

func ExampleProportion_ImbensManski() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	iv, _ := sex.ImbensManski(0.95)
	fmt.Printf("%s: %.1f %% to %.1f %%\n", iv.Method, 100*iv.Lower, 100*iv.Upper)
	// Output: Imbens-Manski: 33.9 % to 78.6 %
}

func ExampleDifferenceImbensManski() {
	before, _ := ShareOf(Exactly(336), Exactly(18), Exactly(0), Exactly(354))
	after, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	iv, _ := DifferenceImbensManski(after, before, 0.95)
	fmt.Printf("%.1f to %.1f percentage points\n", 100*iv.Lower, 100*iv.Upper)
	// Output: -61.6 to -15.7 percentage points
}

func ExampleRiskRatioImbensManski() {
	before, _ := ShareOf(Exactly(336), Exactly(18), Exactly(0), Exactly(354))
	after, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	iv, _ := RiskRatioImbensManski(after, before, 0.95)
	fmt.Printf("%.2f to %.2f\n", iv.Lower, iv.Upper)
	// Output: 0.36 to 0.83
}
