package proportion

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

func everyMethod() []Method {
	var all []Method
	for m := range methods {
		all = append(all, Method(m))
	}
	return all
}

func mustInterval(t interface{ Fatal(...any) }, x, n int, level float64, m Method) infer.Interval {
	iv, err := Interval(x, n, level, m)
	if err != nil {
		t.Fatal(err)
	}
	return iv
}

func TestIntervalReportsAllProblems(t *testing.T) {
	cases := []struct {
		x, n  int
		level float64
		m     Method
		says  []string
	}{
		{0, 0, 0.95, Wilson, []string{"denominator n is 0"}},
		{5, -3, 0.95, Wilson, []string{"denominator n is -3"}},
		{161, 160, 0.95, Wilson, []string{"161 out of 160", "poisson"}},
		{-1, 160, 0.95, ClopperPearson, []string{"numerator x is -1"}},
		{89, 160, 95, Wilson, []string{"write 0.95"}},
		{89, 160, math.NaN(), Wilson, []string{"not a number"}},
		{89, 160, 0, Wilson, []string{"level 0"}},
		{89, 160, 1, Wilson, []string{"level 1"}},
		{89, 160, math.Inf(1), Wilson, []string{"+Inf"}},
		{89, 160, 0.95, Method(len(methods)), []string{"unknown method"}},
		{89, 160, 0.95, -1, []string{"unknown method Method(-1)"}},
		{-1, 0, 2, 99, []string{"denominator", "numerator", "level 2", "Method(99)"}},
	}
	for _, c := range cases {
		iv, err := Interval(c.x, c.n, c.level, c.m)
		if err == nil {
			t.Errorf("Interval(%d, %d, %v, %v) = %v, want an error", c.x, c.n, c.level, c.m, iv)
			continue
		}
		for _, says := range c.says {
			if !strings.Contains(err.Error(), says) {
				t.Errorf("Interval(%d, %d, %v, %v): error %q does not say %q", c.x, c.n, c.level, c.m, err, says)
			}
		}
	}
}

func TestIntervalProperties(t *testing.T) {
	for _, m := range everyMethod() {
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) {
			n := rapid.IntRange(1, 1<<rapid.IntRange(1, 30).Draw(t, "bits")-1).Draw(t, "n")
			x := rapid.IntRange(0, n).Draw(t, "x")
			level := rapid.Float64Range(1e-6, 1-1e-9).Draw(t, "level")
			iv := mustInterval(t, x, n, level, m)
			if iv.Estimate != float64(x)/float64(n) || iv.Level != level || iv.Method != m.String() {
				t.Fatalf("%+v does not describe %d of %d", iv, x, n)
			}
			if !(0 <= iv.Lower && iv.Lower <= iv.Estimate && iv.Estimate <= iv.Upper && iv.Upper <= 1) {
				t.Fatalf("%v for %d of %d at %v: %v to %v is out of order", m, x, n, level, iv.Lower, iv.Upper)
			}
			mirrored := mustInterval(t, n-x, n, level, m)
			if math.Abs(iv.Lower-(1-mirrored.Upper)) > 1e-15 || math.Abs(iv.Upper-(1-mirrored.Lower)) > 1e-15 {
				t.Fatalf("%v: %d of %d and %d of %d are not mirror images: %v to %v, %v to %v", m, x, n, n-x, n, iv.Lower, iv.Upper, mirrored.Lower, mirrored.Upper)
			}
			wider := mustInterval(t, x, n, level+(1-level)/2, m)
			if !(wider.Lower <= iv.Lower && iv.Upper <= wider.Upper) {
				t.Fatalf("%v for %d of %d: level %v is not inside level %v", m, x, n, level, wider.Level)
			}
			if x < n && m != Logit { // see TestLogitLimitsCanFall
				next := mustInterval(t, x+1, n, level, m)
				if !(iv.Lower < next.Lower || iv.Lower == 0) || !(iv.Upper < next.Upper || next.Upper == 1) {
					t.Fatalf("%v: limits of %d and %d of %d do not grow", m, x, x+1, n)
				}
			}
		}))
	}
}

func TestIntervalAtBothEnds(t *testing.T) {
	for _, m := range everyMethod() {
		for _, n := range []int{1, 2, 20, 160, 1 << 30} {
			for _, level := range []float64{0.5, 0.95, 0.999999999, 1 - 0x1p-53} {
				none, all := mustInterval(t, 0, n, level, m), mustInterval(t, n, n, level, m)
				if none.Lower != 0 || all.Upper != 1 || m != Wald && (!(none.Upper > 0) || !(all.Lower < 1)) {
					t.Errorf("%v, n = %d, level %v: %+v and %+v", m, n, level, none, all)
				}
			}
		}
	}
}

func FuzzInterval(f *testing.F) {
	for m := range methods {
		f.Add(89, 160, 0.95, m)
		f.Add(0, 1, 1e-300, m)
		f.Add(math.MaxInt, math.MaxInt, 1-0x1p-53, m)
		f.Add(1, math.MaxInt, 0.5, m)
		f.Add(1, 2, 1e-9, m)
	}
	f.Fuzz(func(t *testing.T, x, n int, level float64, m int) {
		iv, err := Interval(x, n, level, Method(m))
		valid := 0 <= x && x <= n && n >= 1 && level > 0 && level < 1 && Method(m).known()
		if valid != (err == nil) {
			t.Fatalf("Interval(%d, %d, %v, %d): error %v", x, n, level, m, err)
		}
		if valid && !(0 <= iv.Lower && iv.Lower <= iv.Estimate && iv.Estimate <= iv.Upper && iv.Upper <= 1) {
			t.Errorf("Interval(%d, %d, %v, %d) = %+v", x, n, level, m, iv)
		}
	})
}

func BenchmarkInterval(b *testing.B) {
	for _, m := range everyMethod() {
		b.Run(m.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Interval(89, 160, 0.95, m); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Of the 160 defendants whose case Peru's courts decided in 2022, 89 were convicted.
func ExampleInterval() {
	iv, err := Interval(89, 160, 0.95, Wilson)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: %.1f %% (%.1f to %.1f)\n", iv.Method, 100*iv.Estimate, 100*iv.Lower, 100*iv.Upper)

	_, err = Interval(233, 121, 0.95, Wilson)
	fmt.Println(err)
	// Output:
	// Wilson: 55.6 % (47.9 to 63.1)
	// proportion: 233 out of 121: the numerator of a proportion is part of its denominator; if it is not, this is a ratio of two counts (see package poisson)
}

func ExampleMethod_String() {
	iv, err := Interval(89, 160, 0.95, ClopperPearson)
	fmt.Printf("%v: %.1f to %.1f, %v\n", ClopperPearson, 100*iv.Lower, 100*iv.Upper, err)
	// Output: Clopper-Pearson: 47.6 to 63.5, <nil>
}
