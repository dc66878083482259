package proportion

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

// twoGroupsClose compares relatively, or absolutely where want is below 1e-3. NaN is
// close to nothing, and only infinity to infinity.
func twoGroupsClose(got, want, tolerance float64) bool {
	return got == want || !math.IsInf(want, 0) && math.Abs(got-want) <= tolerance*math.Max(1e-3, math.Abs(want))
}

func TestTwoGroupsCloseCanFail(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range [][2]float64{{1, 1 + 1e-9}, {math.NaN(), 1}, {1, math.NaN()}, {1, inf}, {inf, 1}, {inf, -inf}, {1e-9, 0}} {
		if twoGroupsClose(c[0], c[1], 1e-10) {
			t.Errorf("%v counts as close to %v", c[0], c[1])
		}
	}
}

// drawTwoGroups draws two groups, with 0 and n often among the counts.
func drawTwoGroups(t *rapid.T, largest int) groups {
	draw := func(name string) (x, n int) {
		n = rapid.IntRange(1, largest).Draw(t, "n"+name)
		x = rapid.OneOf(rapid.IntRange(0, n), rapid.Just(0), rapid.Just(n)).Draw(t, "x"+name)
		return x, n
	}
	var g groups
	g.x1, g.n1 = draw("1")
	g.x2, g.n2 = draw("2")
	return g
}

// twoGroupsInterval is Difference, RiskRatio or OddsRatio with its method bound.
type twoGroupsInterval func(g groups, level float64) (infer.Interval, error)

func mustTwoGroups(t interface{ Fatal(...any) }, f twoGroupsInterval, g groups, level float64) infer.Interval {
	iv, err := f(g, level)
	if err != nil {
		t.Fatal(err)
	}
	return iv
}

// orderFault says what is wrong with an interval whose limits and estimate must be in
// order within a range.
func orderFault(iv infer.Interval, low, high float64) string {
	switch {
	case math.IsNaN(iv.Lower) || math.IsNaN(iv.Upper):
		return "a limit is not a number"
	case iv.Lower < low || iv.Upper > high:
		return "a limit is outside the range"
	case math.IsNaN(iv.Estimate):
		if len(iv.Warnings) == 0 {
			return "there is no estimate and no warning"
		}
	case !(iv.Lower <= iv.Estimate && iv.Estimate <= iv.Upper):
		return "the estimate is outside the limits"
	}
	return ""
}

func TestOrderFaultCanFail(t *testing.T) {
	for _, iv := range []infer.Interval{
		{Estimate: 0, Lower: math.NaN(), Upper: 1},
		{Estimate: 0, Lower: -2, Upper: 1},
		{Estimate: math.NaN(), Lower: 0, Upper: 1},
		{Estimate: 2, Lower: 0, Upper: 1},
	} {
		if orderFault(iv, -1, 1) == "" {
			t.Errorf("%+v passes", iv)
		}
	}
	if fault := orderFault(infer.Interval{Estimate: 0.5, Upper: 1}, 0, 1); fault != "" {
		t.Error(fault)
	}
}

// checkTwoGroups holds an interval to its range, to nesting in the level, and to the
// symmetries: reversed is what swapping the groups does to the parameter.
func checkTwoGroups(t *rapid.T, f twoGroupsInterval, g groups, low, high float64, reversed func(float64) float64) {
	level := rapid.Float64Range(0.01, 1-1e-9).Draw(t, "level")
	iv := mustTwoGroups(t, f, g, level)
	if fault := orderFault(iv, low, high); fault != "" {
		t.Fatalf("%+v: %s: %+v", g, fault, iv)
	}
	wider := mustTwoGroups(t, f, g, level+(1-level)/2)
	slack := 1e-12 * math.Max(1, math.Abs(iv.Lower))
	if wider.Lower > iv.Lower+slack || wider.Upper < iv.Upper*(1-1e-12)-1e-12 {
		t.Fatalf("%+v: %v to %v at %v is not inside %v to %v", g, iv.Lower, iv.Upper, level, wider.Lower, wider.Upper)
	}
	swapped := mustTwoGroups(t, f, g.swapped(), level)
	for _, c := range [][2]float64{{swapped.Lower, reversed(iv.Upper)}, {swapped.Upper, reversed(iv.Lower)}, {swapped.Estimate, reversed(iv.Estimate)}} {
		if !twoGroupsClose(c[0], c[1], 1e-11) && !(math.IsNaN(c[0]) && math.IsNaN(c[1])) {
			t.Fatalf("%+v: swapping the groups gives %v, want %v", g, c[0], c[1])
		}
	}
}

// checkAgreement holds an interval against a two-sided test: the interval of level
// 1 - alpha excludes the null value exactly if P < alpha, for alpha next to P.
func checkAgreement(t *rapid.T, f twoGroupsInterval, g groups, null float64, m TestMethod) {
	test, err := Compare(g.x1, g.n1, g.x2, g.n2, infer.TwoSided, m)
	if err != nil {
		t.Fatal(err)
	}
	for _, alpha := range []float64{test.P * 1.0001, test.P * 0.9999, 0.05, 0.01} {
		if !(alpha > 1e-9 && alpha < 1-1e-9) || twoGroupsClose(test.P, alpha, 1e-9) {
			continue
		}
		iv := mustTwoGroups(t, f, g, 1-alpha)
		if excluded := !iv.Contains(null); excluded != (test.P < alpha) {
			t.Fatalf("%+v: P = %v by %v, but the interval at %v is %v to %v", g, test.P, m, 1-alpha, iv.Lower, iv.Upper)
		}
	}
}

// invalidTwoGroups are counts that every function of two groups refuses.
var invalidTwoGroups = []groups{
	{0, 0, 1, 2}, {1, 2, 0, 0}, {3, 2, 1, 2}, {1, 2, 3, 2}, {-1, 2, 1, 2}, {1, 2, -1, 2}, {1, -2, 1, 2},
	{1, math.MaxInt, 1, math.MaxInt},
}

var invalidLevels = []float64{0, 1, -0.5, 95, math.NaN(), math.Inf(1), math.Inf(-1)}

// checkRefusals holds a function to refusing invalid counts and levels.
func checkRefusals(t *testing.T, f twoGroupsInterval) {
	t.Helper()
	for _, g := range invalidTwoGroups {
		if _, err := f(g, 0.95); err == nil {
			t.Errorf("%+v is accepted", g)
		}
	}
	for _, level := range invalidLevels {
		if _, err := f(groups{1, 2, 1, 2}, level); err == nil {
			t.Errorf("level %v is accepted", level)
		}
	}
}

func TestCrossDifference(t *testing.T) {
	// 3e15 (3e15+1) - (3e15+2)(3e15-1) = 2, far below the rounding of the products.
	if got := crossDifference(3e15, 3e15+1, 3e15+2, 3e15-1); got != 2 {
		t.Errorf("got %v, want 2", got)
	}
}

func TestDifferenceStaysInRangeForHugeGroups(t *testing.T) {
	for _, g := range []groups{{0, 600000055, 999999876, 999999876}, {999999876, 999999876, 0, 600000055}} {
		if d := g.difference(); math.Abs(d) != 1 {
			t.Errorf("%v: %.17g", g, d)
		}
	}
}
