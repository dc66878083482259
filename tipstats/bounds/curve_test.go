package bounds

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/proportion"
)

func TestSpaced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		last, points := rapid.IntRange(1, 50).Draw(t, "last"), rapid.IntRange(2, 60).Draw(t, "points")
		list := spaced(last, points)
		if len(list) != min(points, last+1) || list[0] != 0 || list[len(list)-1] != last {
			t.Fatalf("%d points to %d: %v", points, last, list)
		}
		step := float64(last) / float64(len(list)-1)
		for i, v := range list[1:] {
			if math.Abs(float64(v-list[i])-step) >= 1 {
				t.Errorf("%d points to %d are not even: %v", points, last, list)
			}
		}
	})
	const large = 1<<31 - 4 // i*large overflows an int of 32 bits
	if list := spaced(large, 4); !slices.Equal(list, []int{0, large / 3, large / 3 * 2, large}) {
		t.Errorf("%v", list)
	}
}

// TestCurveIsThatOfEachCount computes each point from its definition.
func TestCurveIsThatOfEachCount(t *testing.T) {
	sex := must(ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813)))
	curve := must(sex.Curve(1000, 0.95, proportion.Wilson))
	if len(curve) != 322 {
		t.Fatalf("%d points", len(curve))
	}
	for i, p := range curve {
		iv := must(proportion.Interval(298+i, 813, 0.95, proportion.Wilson))
		if v, ok := p.Region.Point(); p.Count != i || p.Share != float64(i)/321 || !ok || v != iv.Estimate || p.Interval.Lower != iv.Lower || p.Interval.Upper != iv.Upper {
			t.Errorf("point %d: %+v", i, p)
		}
	}
	first, last, region := curve[0], curve[321], sex.Region()
	if first.Region.Lower != region.Lower || last.Region.Upper != region.Upper {
		t.Errorf("the curve runs from %v to %v, the region is %v", first.Region, last.Region, region)
	}
}

func TestDifferenceCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := knownWhole(t, "a"), knownWhole(t, "b")
		all := must(DifferenceUnion(a, b, 0.9, proportion.MiettinenNurminen))
		lower, upper := math.Inf(1), math.Inf(-1)
		for _, p := range must(DifferenceCurve(a, b, 100, 0.9, proportion.MiettinenNurminen)) {
			if p.Region != Difference(must(a.With(p.Count)), b) {
				t.Errorf("%+v", p)
			}
			lower, upper = min(lower, p.Interval.Lower), max(upper, p.Interval.Upper)
		}
		if lower != all.Lower || upper != all.Upper {
			t.Errorf("the curve spans %v to %v, the union %+v", lower, upper, all)
		}
	})
}

// TestTippingCurve finds, for each pair of open counts, whether the curve says the right side.
func TestTippingCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := knownWhole(t, "a"), knownWhole(t, "b")
		c := Conclusion{Alternative: rapid.SampledFrom([]infer.Alternative{infer.Less, infer.Greater}).Draw(t, "alt")}
		worst := must(DifferenceTipping(a, b, c))
		var verdicts []Verdict
		for _, p := range must(TippingCurve(a, b, c, 100)) {
			other := must(b.With(p.Count))
			fault := tippingFault(p.Tipping, c, func(count int) bool {
				v, _ := Difference(must(a.With(count)), other).Point()
				return c.Alternative == infer.Less && v >= 0 || c.Alternative == infer.Greater && v <= 0
			})
			if fault != "" {
				t.Errorf("%v less %v, %d: %s", a, b, p.Count, fault)
			}
			verdicts = append(verdicts, p.Tipping.Verdict)
		}
		if slices.Max(verdicts) != worst.Verdict {
			t.Errorf("verdicts %v, against both unknowns %v", verdicts, worst.Verdict)
		}
	})
}

func TestCurveRefuses(t *testing.T) {
	q, fixed := must(PartOf(Between(3, 5), Exactly(9))), must(PartOf(Exactly(3), Exactly(9)))
	less := Conclusion{Alternative: infer.Less}
	errs := map[string]error{
		"one point":        third(q.Curve(1, 0.95, 0)),
		"level":            third(q.Curve(2, 95, 0)),
		"method":           third(q.Curve(2, 0.95, 99)),
		"nothing open":     third(fixed.Curve(2, 0.95, 0)),
		"empty":            third(Proportion{}.Curve(2, 0.95, 0)),
		"one difference":   third(DifferenceCurve(q, fixed, 1, 0.95, 0)),
		"difference level": third(DifferenceCurve(q, fixed, 2, 0, 0)),
		"difference of":    third(DifferenceCurve(fixed, q, 2, 0.95, 0)),
		"empty second":     third(DifferenceCurve(q, Proportion{}, 2, 0.95, 0)),
		"frontier of one":  third(TippingCurve(q, q, less, 1)),
		"frontier, fixed":  third(TippingCurve(q, fixed, less, 2)),
		"frontier, first":  third(TippingCurve(fixed, q, less, 2)),
		"no conclusion":    third(TippingCurve(q, q, Conclusion{}, 2)),
	}
	for name, err := range errs {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func third[T any](_ []T, err error) error { return err }

// What the share of sex trafficking was, for each share of the 321 that belongs to it.
func ExampleProportion_Curve() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	points, _ := sex.Curve(4, 0.95, proportion.Wilson)
	for _, p := range points {
		fmt.Printf("%3.0f %%: %v (%.3f to %.3f)\n", 100*p.Share, p.Region, p.Interval.Lower, p.Interval.Upper)
	}
	// Output:
	//   0 %: 0.3665 (0.334 to 0.400)
	//  33 %: 0.4982 (0.464 to 0.532)
	//  67 %: 0.6298 (0.596 to 0.662)
	// 100 %: 0.7614 (0.731 to 0.789)
}

func ExampleDifferenceCurve() {
	before, _ := ShareOf(Exactly(336), Exactly(18), Exactly(0), Exactly(354))
	after, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	points, _ := DifferenceCurve(after, before, 2, 0.95, proportion.MiettinenNurminen)
	for _, p := range points {
		fmt.Printf("%d: %.1f (%.1f to %.1f) percentage points\n", p.Count, 100*p.Region.Lower, 100*p.Interval.Lower, 100*p.Interval.Upper)
	}
	// Output:
	// 0: -58.3 (-62.1 to -54.0) percentage points
	// 321: -18.8 (-22.4 to -14.9) percentage points
}

// Prosecutions begun in 2022: 58 for sex trafficking, 17 for labor, 28 unspecified; continued
// ones 24, 13 and 8. "The share of sex trafficking is larger among the new ones" falls if at
// most so many of the 28 were of that form:
func ExampleTippingCurve() {
	begun, _ := ShareOf(Exactly(58), Exactly(17), Exactly(28), Exactly(103))
	continued, _ := ShareOf(Exactly(24), Exactly(13), Exactly(8), Exactly(45))
	points, _ := TippingCurve(begun, continued, Conclusion{Alternative: infer.Greater}, 3)
	for _, p := range points {
		fmt.Println(p.Count, "of 8:", p.Tipping.Count, "of", p.Tipping.Open)
	}
	// Output:
	// 0 of 8: -1 of 28
	// 4 of 8: 6 of 28
	// 8 of 8: 15 of 28
}
