package poisson

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

// Central limits as R (exactci, rateratio.test) gives them for data sets of the literature,
// to the digits shown.
func TestRatioPublished(t *testing.T) {
	cases := []struct {
		x1           int
		t1           float64
		x2           int
		t2           float64
		lower, upper float64
		digits       float64
	}{
		{60, 51477.5, 30, 54308.7, 1.33973572177265, 3.388365573616252, 1e-14},
		{2, 17877, 10, 20000, .0238373823, 1.04995468, 4e-9},
		{11, 800, 21, 3011, .858426403392, 4.27726594365, 1e-12},
	}
	for _, c := range cases {
		iv, err := Ratio(c.x1, c.t1, c.x2, c.t2, 0.95, ExactCentral)
		if err != nil {
			t.Fatal(err)
		}
		if !closeTo(iv.Lower, c.lower, c.digits) || !closeTo(iv.Upper, c.upper, c.digits) {
			t.Errorf("%d/%v : %d/%v is %.16g to %.16g, want %.16g to %.16g", c.x1, c.t1, c.x2, c.t2, iv.Lower, iv.Upper, c.lower, c.upper)
		}
	}
}

// One count 0: the limit has a closed form.
func TestRatioWithOneZero(t *testing.T) {
	iv, err := Ratio(0, 2, 5, 3, 0.95, ExactCentral)
	if err != nil {
		t.Fatal(err)
	}
	p := -math.Expm1(math.Log(0.025) / 5)
	if iv.Estimate != 0 || iv.Lower != 0 || !closeTo(iv.Upper, p/(1-p)*1.5, 1e-14) {
		t.Errorf("0 against 5: %+v, want 0 to %v", iv, p/(1-p)*1.5)
	}
	iv, err = Ratio(5, 2, 0, 3, 0.95, ExactCentral)
	if err != nil {
		t.Fatal(err)
	}
	if !math.IsInf(iv.Estimate, 1) || !math.IsInf(iv.Upper, 1) || !closeTo(iv.Lower, (1-p)/p*1.5, 1e-14) {
		t.Errorf("5 against 0: %+v, want %v to +Inf", iv, (1-p)/p*1.5)
	}
}

func TestRatioWithoutEvents(t *testing.T) {
	iv, err := Ratio(0, 1, 0, 1, 0.95, ExactCentral)
	if err != nil {
		t.Fatal(err)
	}
	if !math.IsNaN(iv.Estimate) || iv.Lower != 0 || !math.IsInf(iv.Upper, 1) || !slices.Contains(iv.Warnings, warnNoEvents) {
		t.Errorf("0 against 0: %+v", iv)
	}
}

// A large count against a small one: odds of 1e6 must not lose digits to 1 - p.
func TestRatioOfUnequalCounts(t *testing.T) {
	many, err := Ratio(1_000_000_000, 1, 3, 1, 0.95, ExactCentral)
	if err != nil {
		t.Fatal(err)
	}
	few, err := Interval(3, 1, 0.95, Garwood)
	if err != nil {
		t.Fatal(err)
	}
	// The uncertainty is that of the 3: 1e9 is known to 6e-5.
	if !closeTo(many.Upper, 1e9/few.Lower, 1e-4) || !closeTo(many.Lower, 1e9/few.Upper, 1e-4) {
		t.Errorf("%v to %v, want about %v to %v", many.Lower, many.Upper, 1e9/few.Upper, 1e9/few.Lower)
	}
	swapped, err := Ratio(3, 1, 1_000_000_000, 1, 0.95, ExactCentral)
	if err != nil {
		t.Fatal(err)
	}
	if !closeTo(swapped.Lower, 1/many.Upper, 1e-14) || !closeTo(swapped.Upper, 1/many.Lower, 1e-14) {
		t.Errorf("swapped: %v to %v, want %v to %v", swapped.Lower, swapped.Upper, 1/many.Upper, 1/many.Lower)
	}
}

type pairOfRates struct {
	x1, x2 int
	t1, t2 float64
}

func drawPair(t *rapid.T, most int) pairOfRates {
	return pairOfRates{
		x1: rapid.IntRange(0, most).Draw(t, "x1"),
		x2: rapid.IntRange(0, most).Draw(t, "x2"),
		t1: rapid.Float64Range(0.01, 1e6).Draw(t, "t1"),
		t2: rapid.Float64Range(0.01, 1e6).Draw(t, "t2"),
	}
}

func TestRatioProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPair(t, 5000)
		level := rapid.Float64Range(1e-3, 1-1e-9).Draw(t, "level")
		iv, err := Ratio(p.x1, p.t1, p.x2, p.t2, level, ExactCentral)
		if err != nil {
			t.Fatal(err)
		}
		if p.x1+p.x2 == 0 {
			return
		}
		if !(0 <= iv.Lower && iv.Lower <= iv.Estimate && iv.Estimate <= iv.Upper) || len(iv.Warnings) == 0 {
			t.Fatalf("%+v is out of order or without its warning", iv)
		}
		swapped, _ := Ratio(p.x2, p.t2, p.x1, p.t1, level, ExactCentral)
		if !closeTo(swapped.Lower, 1/iv.Upper, 1e-13) || !closeTo(swapped.Upper, 1/iv.Lower, 1e-13) {
			t.Fatalf("%v to %v, swapped %v to %v: not inverse", iv.Lower, iv.Upper, swapped.Lower, swapped.Upper)
		}
		wider, _ := Ratio(p.x1, p.t1, p.x2, p.t2, level+(1-level)/2, ExactCentral)
		if !(wider.Lower <= iv.Lower && iv.Upper <= wider.Upper) {
			t.Fatalf("level %v is not inside level %v", level, wider.Level)
		}
		scaled, _ := Ratio(p.x1, 4*p.t1, p.x2, 4*p.t2, level, ExactCentral)
		if scaled.Lower != iv.Lower || scaled.Upper != iv.Upper {
			t.Fatalf("the unit of exposure changes the ratio")
		}
	})
}

// The interval excludes 1 if and only if the two-sided p-value is below 1 - level.
func TestRatioAgreesWithCompare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPair(t, 60)
		p.t1 = 1 + math.Mod(p.t1, 7)
		p.t2 = 1 + math.Mod(p.t2, 7)
		level := rapid.Float64Range(0.001, 0.999).Draw(t, "level")
		iv, err := Ratio(p.x1, p.t1, p.x2, p.t2, level, ExactCentral)
		if err != nil {
			t.Fatal(err)
		}
		test, err := Compare(p.x1, p.t1, p.x2, p.t2, infer.TwoSided, ExactConditional)
		if err != nil {
			t.Fatal(err)
		}
		if excluded := !iv.Contains(1); excluded != (test.P < 1-level) {
			t.Fatalf("%+v: interval %v to %v at level %v, but p = %v", p, iv.Lower, iv.Upper, level, test.P)
		}
	})
}

func TestRatioReportsAllProblems(t *testing.T) {
	ratio := func(x1 int, t1 float64, x2 int, t2, level float64, m RatioMethod) error {
		_, err := Ratio(x1, t1, x2, t2, level, m)
		return err
	}
	wantProblems(t, ratio(-1, 0, -2, math.NaN(), 95, 9),
		"x1 is -1", "t1 is 0", "x2 is -2", "t2 is NaN", "write 0.95", "unknown method RatioMethod(9)")
	wantProblems(t, ratio(1, math.Inf(1), 1, 1, 0.95, ExactCentral), "t1 is +Inf")
	wantProblems(t, ratio(1, 1e-60, 1, 1e60, 0.95, ExactCentral), "1e+60", "units")
	wantProblems(t, ratio(1, 5e-324, 1, 1e300, 0.95, ExactCentral), "units")
}

func FuzzRatio(f *testing.F) {
	f.Add(233, 1.0, 89, 1.0, 0.95)
	f.Add(0, 1e-50, 0, 1e49, 1e-300)
	f.Add(math.MaxInt, 1.0, math.MaxInt, 1e300, 1-0x1p-53)
	f.Fuzz(func(t *testing.T, x1 int, t1 float64, x2 int, t2, level float64) {
		iv, err := Ratio(x1, t1, x2, t2, level, ExactCentral)
		if err != nil {
			return
		}
		if x1 == 0 && x2 == 0 {
			if iv.Lower != 0 || !math.IsInf(iv.Upper, 1) {
				t.Errorf("0 against 0: %+v", iv)
			}
			return
		}
		if !(0 <= iv.Lower && iv.Lower <= iv.Estimate*(1+1e-12) && iv.Estimate <= iv.Upper*(1+1e-12)) {
			t.Errorf("Ratio(%d, %v, %d, %v, %v) = %+v", x1, t1, x2, t2, level, iv)
		}
		if test, err := Compare(x1, t1, x2, t2, infer.TwoSided, ExactConditional); err == nil && !(test.P >= 0 && test.P <= 1) {
			t.Errorf("Compare(%d, %v, %d, %v) = %+v", x1, t1, x2, t2, test)
		}
	})
}

func BenchmarkRatio(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Ratio(89, 1, 233, 1, 0.95, ExactCentral); err != nil {
			b.Fatal(err)
		}
	}
}

// Peru's courts convicted 233 defendants in 2021 and 89 in 2022.
func ExampleRatio() {
	iv, err := Ratio(89, 1, 233, 1, 0.95, ExactCentral)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("ratio 2022 to 2021: %.2f (%.2f to %.2f)\n", iv.Estimate, iv.Lower, iv.Upper)
	fmt.Println(iv.Warnings[0])
	// Output:
	// ratio 2022 to 2021: 0.38 (0.30 to 0.49)
	// exact for Poisson counts only: counts are over-dispersed until shown otherwise, and two counts cannot show it; the uncertainty may be much larger
}
