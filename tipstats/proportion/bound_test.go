package proportion

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// R, binom.test(x, n, alternative = "greater" or "less", conf.level)$conf.int.
func TestBoundsAgainstR(t *testing.T) {
	for _, c := range []struct {
		x, n                int
		level, lower, upper float64
	}{
		{89, 160, 0.95, 0.4881401801366658, 0.6227779820697416},
		{0, 20, 0.95, 0, 0.1391083406682652},
		{20, 20, 0.95, 0.8608916593317348, 1},
		{1, 29, 0.95, 0.001767171000549537, 0.1533920245261827},
	} {
		lower, err := LowerBound(c.x, c.n, c.level, ClopperPearson)
		if err != nil {
			t.Fatal(err)
		}
		upper, err := UpperBound(c.x, c.n, c.level, ClopperPearson)
		if err != nil {
			t.Fatal(err)
		}
		if !near(lower.Lower, c.lower, 1e-14) || lower.Upper != 1 || !near(upper.Upper, c.upper, 1e-14) || upper.Lower != 0 {
			t.Errorf("%d of %d: %+v and %+v, want %v and %v", c.x, c.n, lower, upper, c.lower, c.upper)
		}
	}
	below, err := LowerBound(89, 160, 0.4, ClopperPearson)
	if err != nil || !near(below.Lower, 0.5629413969567416, 1e-14) {
		t.Errorf("at level 0.4: %+v, %v", below, err)
	}
}

func TestBoundIsALimitOfTheIntervalWithTwiceTheRest(t *testing.T) {
	for _, m := range everyMethod() {
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) {
			n := rapid.IntRange(1, 1<<rapid.IntRange(1, 20).Draw(t, "bits")).Draw(t, "n")
			x := rapid.IntRange(0, n).Draw(t, "x")
			level := rapid.Float64Range(0.8, 0.999).Draw(t, "level")
			lower, err1 := LowerBound(x, n, level, m)
			upper, err2 := UpperBound(x, n, level, m)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			same := m
			if m == Blaker {
				same = ClopperPearson
			}
			iv := mustInterval(t, x, n, 2*level-1, same)
			if lower.Lower != iv.Lower || upper.Upper != iv.Upper || lower.Upper != 1 || upper.Lower != 0 || lower.Level != level || lower.Estimate != iv.Estimate {
				t.Fatalf("bounds %+v and %+v, interval %+v", lower, upper, iv)
			}
			if !strings.HasSuffix(lower.Method, "one-sided lower bound") || !strings.HasSuffix(upper.Method, "one-sided upper bound") || !strings.HasPrefix(lower.Method, same.String()) {
				t.Fatalf("methods %q and %q", lower.Method, upper.Method)
			}
		}))
	}
}

// 0 of n: the exact upper bound at 95 % is 1 - 0.05^(1/n), about 3/n.
func TestUpperBoundIsTheRuleOfThree(t *testing.T) {
	for _, n := range []int{1, 29, 1000} {
		bound, err := UpperBound(0, n, 0.95, ClopperPearson)
		if err != nil || !near(bound.Upper, -math.Expm1(math.Log(0.05)/float64(n)), 1e-14) {
			t.Errorf("0 of %d: %+v, %v", n, bound, err)
		}
	}
}

// An exact bound covers at least its level, to each side.
func TestExactBoundsCoverTheirLevel(t *testing.T) {
	for _, n := range []int{1, 7, 40} {
		for i := 1; i < 100; i++ {
			p := float64(i) / 100
			below := coverage(n, p, func(x int) (lower, upper float64) {
				iv, _ := LowerBound(x, n, 0.9, ClopperPearson)
				return iv.Lower, iv.Upper
			})
			above := coverage(n, p, func(x int) (lower, upper float64) {
				iv, _ := UpperBound(x, n, 0.9, ClopperPearson)
				return iv.Lower, iv.Upper
			})
			if min(below, above) < 0.9-1e-12 {
				t.Errorf("n = %d, p = %v: coverage %v below, %v above", n, p, below, above)
			}
		}
	}
}

func TestBoundReportsAllProblems(t *testing.T) {
	for _, f := range []func(x, n int, level float64, m Method) error{
		func(x, n int, level float64, m Method) error { _, err := LowerBound(x, n, level, m); return err },
		func(x, n int, level float64, m Method) error { _, err := UpperBound(x, n, level, m); return err },
	} {
		err := f(-1, 0, math.NaN(), 99)
		if err == nil {
			t.Fatal("no error")
		}
		for _, says := range []string{"denominator", "numerator", "not a number", "Method(99)"} {
			if !strings.Contains(err.Error(), says) {
				t.Errorf("error %q does not say %q", err, says)
			}
		}
		for _, level := range []float64{0, 1, -1, math.Inf(1)} {
			if f(1, 2, level, Wilson) == nil {
				t.Errorf("level %v is accepted", level)
			}
		}
		if f(3, 2, 0.95, Wilson) == nil {
			t.Error("3 of 2 is accepted")
		}
	}
}

func FuzzBounds(f *testing.F) {
	for m := range methods {
		f.Add(89, 160, 0.95, m)
		f.Add(0, 1, 1e-300, m)
		f.Add(math.MaxInt, math.MaxInt, 1-0x1p-53, m)
		f.Add(1, math.MaxInt, 0.5, m)
		f.Add(1, 2, 0.3, m)
	}
	f.Fuzz(func(t *testing.T, x, n int, level float64, m int) {
		lower, err1 := LowerBound(x, n, level, Method(m))
		upper, err2 := UpperBound(x, n, level, Method(m))
		if (err1 == nil) != (err2 == nil) {
			t.Fatalf("%v, %v", err1, err2)
		}
		if err1 == nil && !(lower.Lower >= 0 && lower.Lower <= 1 && upper.Upper >= 0 && upper.Upper <= 1) {
			t.Errorf("bounds for %d of %d at %v, %v: %v and %v", x, n, level, Method(m), lower.Lower, upper.Upper)
		}
	})
}

// Of the 160 defendants whose case Peru's courts decided in 2022, 89 were convicted.
func ExampleLowerBound() {
	iv, err := LowerBound(89, 160, 0.95, Wilson)
	fmt.Printf("%s: more than %.1f %%, %v\n", iv.Method, 100*iv.Lower, err)
	// Output: Wilson, one-sided lower bound: more than 49.1 %, <nil>
}

// Were none of 29 convictions overturned, as many as one in ten might still be.
func ExampleUpperBound() {
	iv, err := UpperBound(0, 29, 0.95, ClopperPearson)
	fmt.Printf("%s: less than %.1f %%, %v\n", iv.Method, 100*iv.Upper, err)
	// Output: Clopper-Pearson, one-sided upper bound: less than 9.8 %, <nil>
}
