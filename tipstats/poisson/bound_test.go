package poisson

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

// R, poisson.test(x, T, alternative = "greater" or "less")$conf.int.
func TestBoundsAgainstR(t *testing.T) {
	lower, err1 := LowerBound(29, 1, 0.95, Garwood)
	upper, err2 := UpperBound(29, 1, 0.95, Garwood)
	none, err3 := UpperBound(0, 1, 0.95, Garwood)
	if err1 != nil || err2 != nil || err3 != nil {
		t.Fatal(err1, err2, err3)
	}
	if !closeTo(lower.Lower, 20.74597723783448, 1e-14) || !math.IsInf(lower.Upper, 1) {
		t.Errorf("below 29: %+v", lower)
	}
	if !closeTo(upper.Upper, 39.54097224392437, 1e-14) || upper.Lower != 0 {
		t.Errorf("above 29: %+v", upper)
	}
	if !closeTo(none.Upper, -math.Log(0.05), 1e-15) {
		t.Errorf("above 0: %+v", none)
	}
	ratioLower, err1 := RatioLowerBound(60, 51477.5, 30, 54308.7, 0.95, ExactCentral)
	ratioUpper, err2 := RatioUpperBound(60, 51477.5, 30, 54308.7, 0.95, ExactCentral)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	if !closeTo(ratioLower.Lower, 1.433512433817522, 1e-14) || !math.IsInf(ratioLower.Upper, 1) {
		t.Errorf("below the ratio: %+v", ratioLower)
	}
	if !closeTo(ratioUpper.Upper, 3.145005861380645, 1e-14) || ratioUpper.Lower != 0 {
		t.Errorf("above the ratio: %+v", ratioUpper)
	}
}

func TestBoundIsALimitOfTheIntervalWithTwiceTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Method(rapid.IntRange(0, len(methods)-1).Draw(t, "method"))
		events := rapid.IntRange(0, 10000).Draw(t, "events")
		exposure := rapid.Float64Range(0.1, 100).Draw(t, "exposure")
		level := rapid.Float64Range(0.8, 0.999).Draw(t, "level")
		iv, err := Interval(events, exposure, 2*level-1, m)
		if err != nil {
			t.Fatal(err)
		}
		lower, err1 := LowerBound(events, exposure, level, m)
		upper, err2 := UpperBound(events, exposure, level, m)
		if err1 != nil || err2 != nil || lower.Lower != iv.Lower || upper.Upper != iv.Upper || lower.Level != level {
			t.Fatalf("bounds %+v and %+v, interval %+v", lower, upper, iv)
		}
		if lower.Method != m.String()+", one-sided lower bound" || upper.Method != m.String()+", one-sided upper bound" {
			t.Fatalf("methods %q and %q", lower.Method, upper.Method)
		}
	})
}

// A bound passes 1 exactly where the one-sided test that belongs to it rejects.
func TestRatioBoundsAgreeWithCompare(t *testing.T) {
	for m, test := range map[RatioMethod]TestMethod{ExactCentral: ExactConditional, MidPRatio: MidPConditional, ScoreRatio: ScoreTest} {
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) {
			p := drawPair(t, 60)
			p.t1, p.t2 = 1+math.Mod(p.t1, 7), 1+math.Mod(p.t2, 7)
			if p.x1+p.x2 == 0 {
				return
			}
			least := 0.5
			if m == ExactCentral {
				least = 0.001
			}
			level := rapid.Float64Range(least, 0.999).Draw(t, "level")
			lower, err1 := RatioLowerBound(p.x1, p.t1, p.x2, p.t2, level, m)
			upper, err2 := RatioUpperBound(p.x1, p.t1, p.x2, p.t2, level, m)
			greater, err3 := Compare(p.x1, p.t1, p.x2, p.t2, infer.Greater, test)
			less, err4 := Compare(p.x1, p.t1, p.x2, p.t2, infer.Less, test)
			if err1 != nil || err2 != nil || err3 != nil || err4 != nil {
				t.Fatal(err1, err2, err3, err4)
			}
			if (lower.Lower > 1) != (greater.P < 1-level) || (upper.Upper < 1) != (less.P < 1-level) {
				t.Fatalf("%+v at %v: bounds %v and %v, p %v and %v", p, level, lower.Lower, upper.Upper, greater.P, less.P)
			}
		}))
	}
}

func TestBoundsReportAllProblems(t *testing.T) {
	_, err := LowerBound(-1, 0, 95, 99)
	wantProblems(t, err, "events is -1", "exposure is 0", "write 0.95", "Method(99)")
	_, err = UpperBound(-1, math.NaN(), 0, -1)
	wantProblems(t, err, "events is -1", "exposure is NaN", "confidence level", "Method(-1)")
	_, err = RatioLowerBound(-1, 1, 1, 1, 1, 9)
	wantProblems(t, err, "x1 is -1", "confidence level", "RatioMethod(9)")
	_, err = RatioUpperBound(1, 1, 1, math.Inf(1), math.NaN(), -1)
	wantProblems(t, err, "t2 is +Inf", "not a number", "RatioMethod(-1)")
	none, err := RatioLowerBound(0, 1, 0, 1, 0.95, ScoreRatio)
	if err != nil || none.Lower != 0 || !strings.Contains(none.Warnings[0], "no events") {
		t.Errorf("0 against 0: %+v, %v", none, err)
	}
}

// Peru's courts convicted 29 traffickers in 2020, a figure that the report calls perhaps
// incomplete.
func ExampleLowerBound() {
	iv, err := LowerBound(29, 1, 0.95, Garwood)
	fmt.Printf("%s: more than %.1f a year, %v\n", iv.Method, iv.Lower, err)
	// Output: Garwood exact, one-sided lower bound: more than 20.7 a year, <nil>
}

// No conviction in half a year.
func ExampleUpperBound() {
	iv, err := UpperBound(0, 0.5, 0.95, Garwood)
	fmt.Printf("%s: less than %.1f a year, %v\n", iv.Method, iv.Upper, err)
	// Output: Garwood exact, one-sided upper bound: less than 6.0 a year, <nil>
}

// Peru's courts convicted 233 defendants in 2021 and 29 in 2020.
func ExampleRatioLowerBound() {
	iv, err := RatioLowerBound(233, 1, 29, 1, 0.95, ExactCentral)
	fmt.Printf("more than %.1f times as many, %v\n", iv.Lower, err)
	// Output: more than 5.8 times as many, <nil>
}

// Peru's courts convicted 233 defendants in 2021 and 89 in 2022.
func ExampleRatioUpperBound() {
	iv, err := RatioUpperBound(89, 1, 233, 1, 0.95, ExactCentral)
	fmt.Printf("less than %.2f times as many, %v\n", iv.Upper, err)
	// Output: less than 0.47 times as many, <nil>
}
