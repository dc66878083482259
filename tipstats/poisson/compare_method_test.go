package poisson

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

func comparedBy(t interface{ Fatal(...any) }, p pairOfRates, alt infer.Alternative, m TestMethod) infer.Test {
	test, err := Compare(p.x1, p.t1, p.x2, p.t2, alt, m)
	if err != nil {
		t.Fatal(err)
	}
	return test
}

// Published values and those of statsmodels 0.13.5, to the digits shown.
func TestCompareMethodsPublished(t *testing.T) {
	gu := pairOfRates{60, 30, 51477.5, 54308.7} // Gu, Ng, Tang and Schucany 2008
	for _, c := range []struct {
		p      pairOfRates
		alt    infer.Alternative
		m      TestMethod
		want   float64
		digits float64
	}{
		{gu, infer.Greater, ScoreTest, .0003161094410235486, 1e-13},
		{gu, infer.Greater, MidPConditional, .0003101324419828563, 1e-12},
		{gu, infer.Greater, ETest, .0002979701380319802, 1e-9},
		{gu, infer.TwoSided, ETest, .000643144612489779, 1e-9},
		{pairOfRates{2, 10, 17877, 20000}, infer.TwoSided, MidPConditional, .0357864325481, 1e-11},
		{pairOfRates{2, 10, 17877, 20000}, infer.TwoSided, ETest, .02772278272200343, 1e-9},
		{pairOfRates{11, 21, 800, 3011}, infer.TwoSided, ETest, .13862291986871284, 1e-9},
		{pairOfRates{5, 12, 1, 3}, infer.TwoSided, ETest, .7066611927277956, 1e-9},
		{pairOfRates{5, 12, 1, 3}, infer.Greater, ETest, .334774093105737, 1e-9},
		// Krishnamoorthy and Thomson 2004, printed with four digits.
		{pairOfRates{0, 3, 100, 100}, infer.TwoSided, ETest, .0884, 5e-4},
		{pairOfRates{2, 6, 100, 100}, infer.TwoSided, ETest, .1749, 3e-4},
	} {
		if got := comparedBy(t, c.p, c.alt, c.m); !closeTo(got.P, c.want, c.digits) || !closeTo(math.Exp(got.LogP), got.P, 1e-15) {
			t.Errorf("%v, %+v, %v: p = %.16g, want %.16g", c.m, c.p, c.alt, got.P, c.want)
		}
	}
}

// Limits as published to six decimals.
func TestRatioMethodsPublished(t *testing.T) {
	score, err := Ratio(60, 51477.5, 30, 54308.7, 0.95, ScoreRatio)
	if err != nil || !closeTo(score.Lower, 1.365962, 4e-7) || !closeTo(score.Upper, 3.259306, 2e-7) {
		t.Errorf("score: %+v, %v", score, err)
	}
	if !slices.Equal(score.Warnings, []string{warnPoisson}) {
		t.Errorf("warnings %q", score.Warnings)
	}
}

func TestRatioMethodProperties(t *testing.T) {
	for _, m := range []RatioMethod{MidPRatio, ScoreRatio} {
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) {
			p := drawPair(t, 5000)
			level := rapid.Float64Range(1e-3, 1-1e-9).Draw(t, "level")
			iv, err := Ratio(p.x1, p.t1, p.x2, p.t2, level, m)
			if err != nil {
				t.Fatal(err)
			}
			if p.x1+p.x2 == 0 {
				return
			}
			if !(0 <= iv.Lower && iv.Lower <= iv.Estimate*(1+1e-14) && iv.Estimate <= iv.Upper*(1+1e-14)) {
				t.Fatalf("%+v is out of order", iv)
			}
			swapped, _ := Ratio(p.x2, p.t2, p.x1, p.t1, level, m)
			if !closeTo(swapped.Lower, 1/iv.Upper, 1e-12) || !closeTo(swapped.Upper, 1/iv.Lower, 1e-12) {
				t.Fatalf("%v to %v, swapped %v to %v: not inverse", iv.Lower, iv.Upper, swapped.Lower, swapped.Upper)
			}
			wider, _ := Ratio(p.x1, p.t1, p.x2, p.t2, level+(1-level)/2, m)
			if !(wider.Lower <= iv.Lower && iv.Upper <= wider.Upper) {
				t.Fatalf("level %v is not inside level %v", level, wider.Level)
			}
		}))
	}
}

// The interval excludes 1 if and only if the two-sided p-value is below 1 - level.
func TestRatioMethodsAgreeWithCompare(t *testing.T) {
	for m, test := range map[RatioMethod]TestMethod{MidPRatio: MidPConditional, ScoreRatio: ScoreTest} {
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) {
			p := drawPair(t, 60)
			p.t1, p.t2 = 1+math.Mod(p.t1, 7), 1+math.Mod(p.t2, 7)
			least := 0.5
			if m == ScoreRatio {
				least = 0.001
			}
			level := rapid.Float64Range(least, 0.999).Draw(t, "level")
			iv, err := Ratio(p.x1, p.t1, p.x2, p.t2, level, m)
			if err != nil {
				t.Fatal(err)
			}
			if got := comparedBy(t, p, infer.TwoSided, test); !iv.Contains(1) != (got.P < 1-level) {
				t.Fatalf("%+v: interval %v to %v at level %v, but p = %v", p, iv.Lower, iv.Upper, level, got.P)
			}
		}))
	}
}

// At small levels a mid-P limit on the other side of the estimate is moved to it.
func TestMidPRatioAtASmallLevel(t *testing.T) {
	iv, err := Ratio(1, 1, 45, 43.497, 0.0747, MidPRatio)
	if err != nil {
		t.Fatal(err)
	}
	if iv.Lower != iv.Estimate || !(iv.Upper > 1) {
		t.Errorf("%v (%v to %v)", iv.Estimate, iv.Lower, iv.Upper)
	}
}

func TestCompareMethodsSayWhatTheyAre(t *testing.T) {
	p := pairOfRates{89, 233, 1, 1}
	for m, says := range map[TestMethod]string{MidPConditional: "central", ScoreTest: "score", ETest: "absolute"} {
		two := comparedBy(t, p, infer.TwoSided, m)
		if !strings.Contains(two.Method, says) || !slices.Contains(two.Warnings, warnPoisson) {
			t.Errorf("%+v does not say %q, or what it assumes", two, says)
		}
		none := comparedBy(t, pairOfRates{0, 0, 1, 2}, infer.Less, m)
		if none.P != 1 || none.LogP != 0 || none.Statistic != 0 || !slices.Contains(none.Warnings, warnNoEvents) {
			t.Errorf("%v, 0 against 0: %+v", m, none)
		}
	}
	_, err := Compare(largestETest, 1, 1, 1, infer.TwoSided, ETest)
	wantProblems(t, err, "up to 1000000000 events")
}

func FuzzCompare(f *testing.F) {
	for m := range testMethods {
		f.Add(89, 1.0, 233, 1.0, 0, m)
		f.Add(0, 1e-50, 1, 1e49, 1, m)
		f.Add(1000000, 1e50, 0, 1e-49, 2, m)
		f.Add(7, 1e-300, 7, 1e-300, 2, m)
	}
	f.Fuzz(func(t *testing.T, x1 int, t1 float64, x2 int, t2 float64, alt, m int) {
		if TestMethod(m) == ETest {
			x1, x2 = x1%100000, x2%100000
		}
		test, err := Compare(x1, t1, x2, t2, infer.Alternative(alt), TestMethod(m))
		if err == nil && (!(test.P >= 0 && test.P <= 1 && test.LogP <= 0) || math.IsNaN(test.Statistic)) {
			t.Errorf("Compare(%d, %v, %d, %v, %d, %d) = %+v", x1, t1, x2, t2, alt, m, test)
		}
		if iv, err := Ratio(x1, t1, x2, t2, 0.95, RatioMethod(m)); err == nil && !(iv.Lower >= 0 && iv.Upper >= iv.Lower) {
			t.Errorf("Ratio(%d, %v, %d, %v, 0.95, %d) = %+v", x1, t1, x2, t2, m, iv)
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	for m := range testMethods {
		for _, x := range []int{89, 1000000} {
			b.Run(fmt.Sprintf("%v/%d", TestMethod(m), x), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Compare(x, 1, x+x/10, 1, infer.TwoSided, TestMethod(m)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
