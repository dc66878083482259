package poisson

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// closeTo reports whether got is want to the relative tolerance. NaN is close to nothing.
func closeTo(got, want, tolerance float64) bool {
	return got == want || math.Abs(got-want) <= tolerance*math.Abs(want)
}

func TestCloseToCanFail(t *testing.T) {
	if closeTo(1+1e-12, 1, 1e-13) || closeTo(math.NaN(), 1, 1) || closeTo(1e-300, 0, 1e-13) || closeTo(math.Inf(1), 5, 1e-13) {
		t.Error("closeTo does not see a difference")
	}
}

// wantProblems fails unless err says each of the given things.
func wantProblems(t *testing.T, err error, says ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error, want one that says %q", says)
		return
	}
	for _, s := range says {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("error %q does not say %q", err, s)
		}
	}
}

// testdata/rates.csv holds 40-digit solutions of the defining equations, computed with
// software that shares nothing with this package.
func TestIntervalReference(t *testing.T) {
	constants := map[string]Method{"Garwood": Garwood, "MidP": MidP, "Score": Score}
	f, err := os.Open("testdata/rates.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 34 {
		t.Fatalf("%d rows, want 34: the reference is missing", len(rows))
	}
	for _, row := range rows[1:] {
		events, err := strconv.Atoi(row[1])
		if err != nil {
			t.Fatal(err)
		}
		var v [4]float64 // exposure, level, lower, upper
		for i := range v {
			if v[i], err = strconv.ParseFloat(row[i+2], 64); err != nil {
				t.Fatal(err)
			}
		}
		m, ok := constants[row[0]]
		if !ok {
			t.Fatalf("unknown method %q", row[0])
		}
		iv, err := Interval(events, v[0], v[1], m)
		if err != nil {
			t.Fatal(err)
		}
		if !closeTo(iv.Lower, v[2], 2e-15) || !closeTo(iv.Upper, v[3], 2e-15) {
			t.Errorf("%v, %d events: %.17g to %.17g, want %s to %s", m, events, iv.Lower, iv.Upper, row[4], row[5])
		}
	}
}

// At each limit the tail beyond the count has half of the probability left over. The tail
// here is the plain sum of Poisson masses.
func TestIntervalDefinition(t *testing.T) {
	atMost := func(k int, mean float64) float64 {
		sum, mass := 0.0, math.Exp(-mean)
		for i := 0; i <= k; i++ {
			sum += mass
			mass *= mean / float64(i+1)
		}
		return sum
	}
	atLeast := func(k int, mean float64) float64 {
		mass := math.Exp(-mean)
		for i := range k {
			mass *= mean / float64(i+1)
		}
		sum := 0.0
		for i := k; mass > 1e-25 || float64(i) < mean; i++ {
			sum += mass
			mass *= mean / float64(i+1)
		}
		return sum
	}
	for events := 0; events <= 300; events += 1 + events/7 {
		for _, level := range []float64{0.2, 0.95, 0.999999} {
			iv, err := Interval(events, 1, level, Garwood)
			if err != nil {
				t.Fatal(err)
			}
			want := (1 - level) / 2
			if got := atMost(events, iv.Upper); !closeTo(got, want, 2e-13) {
				t.Errorf("%d events at %v: P(X <= x) at the upper limit is %v, want %v", events, level, got, want)
			}
			if got := atLeast(events, iv.Lower); events > 0 && !closeTo(got, want, 2e-13) {
				t.Errorf("%d events at %v: P(X >= x) at the lower limit is %v, want %v", events, level, got, want)
			}
		}
	}
}

func everyMethod() []Method {
	var all []Method
	for m := range methods {
		all = append(all, Method(m))
	}
	return all
}

func TestIntervalProperties(t *testing.T) {
	for _, m := range everyMethod() {
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) { checkIntervalProperties(t, m) }))
	}
}

func checkIntervalProperties(t *rapid.T, m Method) {
	events := rapid.IntRange(0, 1<<rapid.IntRange(0, 30).Draw(t, "bits")).Draw(t, "events")
	exposure := rapid.Float64Range(1e-6, 1e9).Draw(t, "exposure")
	level := rapid.Float64Range(1e-6, 1-1e-9).Draw(t, "level")
	iv, err := Interval(events, exposure, level, m)
	if err != nil {
		t.Fatal(err)
	}
	if !(0 <= iv.Lower && iv.Lower <= iv.Estimate && iv.Estimate <= iv.Upper) || math.IsInf(iv.Upper, 1) {
		t.Fatalf("%+v is out of order", iv)
	}
	if iv.Estimate != float64(events)/exposure || iv.Level != level || iv.Method != m.String() {
		t.Fatalf("%+v does not describe %d events in %v", iv, events, exposure)
	}
	wider, _ := Interval(events, exposure, level+(1-level)/2, m)
	next, _ := Interval(events+1, exposure, level, m)
	doubled, _ := Interval(events, 2*exposure, level, m)
	switch {
	case !(wider.Lower <= iv.Lower && iv.Upper <= wider.Upper):
		t.Fatalf("level %v is not inside level %v", level, wider.Level)
	case !(iv.Lower < next.Lower || next.Lower == 0) || !(iv.Upper < next.Upper):
		t.Fatalf("limits of %d and %d events do not grow", events, events+1)
	case doubled.Lower != iv.Lower/2 || doubled.Upper != iv.Upper/2:
		t.Fatalf("limits do not scale with the exposure")
	}
}

// Garwood's limits are those of Clopper and Pearson for rare events in a large n.
func TestIntervalIsTheLimitOfBinomial(t *testing.T) {
	logTail := math.Log(0.025)
	for _, x := range []float64{1, 2, 29, 44, 233} {
		iv, _ := Interval(int(x), 1, 0.95, Garwood)
		const n = 1e13
		p, _ := tail.BetaQuantile(logTail, x, n-x+1)
		_, q := tail.BetaQuantile(logTail, n-x, x+1)
		if !closeTo(n*p, iv.Lower, 1e-9) || !closeTo(n*q, iv.Upper, 1e-9) {
			t.Errorf("%v events: %v to %v, binomial %v to %v", x, iv.Lower, iv.Upper, n*p, n*q)
		}
	}
}

// Without events exp(-m) is 1 - level at the mid-P limit.
func TestMidPAtSmallLevels(t *testing.T) {
	for _, level := range []float64{1e-300, 1e-12, 1e-6, 0.01, 0.95} {
		iv, err := Interval(0, 1, level, MidP)
		if err != nil {
			t.Fatal(err)
		}
		if want := -math.Log1p(-level); !closeTo(iv.Upper, want, 1e-15) {
			t.Errorf("%v: %.17g, want %.17g", level, iv.Upper, want)
		}
		for n := 1; n <= 3; n++ {
			odds := math.Expm1(-math.Log1p(-level) / float64(n))
			none, err1 := Ratio(0, 1, n, 1, level, MidPRatio)
			all, err2 := Ratio(n, 1, 0, 1, level, MidPRatio)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			if !closeTo(none.Upper, odds, 1e-15) || !closeTo(all.Lower, 1/odds, 1e-15) {
				t.Errorf("%d at %v: %.17g and %.17g, want %.17g and %.17g", n, level, none.Upper, all.Lower, odds, 1/odds)
			}
		}
	}
}

func TestIntervalReportsAllProblems(t *testing.T) {
	interval := func(events int, exposure, level float64, m Method) error {
		_, err := Interval(events, exposure, level, m)
		return err
	}
	wantProblems(t, interval(-1, 1, 0.95, Garwood), "events is -1")
	for _, exposure := range []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1)} {
		wantProblems(t, interval(29, exposure, 0.95, Garwood), "exposure is "+fmt.Sprint(exposure))
	}
	for _, level := range []float64{0, 1, -1, math.NaN(), math.Inf(1)} {
		wantProblems(t, interval(29, 1, level, Garwood), "confidence level")
	}
	wantProblems(t, interval(29, 1, 95, Garwood), "write 0.95")
	wantProblems(t, interval(-1, 0, 95, -7), "events is -1", "exposure is 0", "write 0.95", "unknown method Method(-7)")
}

func FuzzInterval(f *testing.F) {
	for m := range methods {
		f.Add(29, 1.0, 0.95, m)
		f.Add(0, 1e-300, 1e-300, m)
		f.Add(1, 1.0, 1e-9, m)
		f.Add(math.MaxInt, 5e-324, 1-0x1p-53, m)
	}
	f.Fuzz(func(t *testing.T, events int, exposure, level float64, m int) {
		iv, err := Interval(events, exposure, level, Method(m))
		valid := events >= 0 && exposure > 0 && !math.IsInf(exposure, 1) && infer.CheckLevel(level) == nil && Method(m).known()
		if valid != (err == nil) {
			t.Fatalf("Interval(%d, %v, %v, %d): error %v", events, exposure, level, m, err)
		}
		if valid && !(0 <= iv.Lower && iv.Lower <= iv.Estimate && iv.Estimate <= iv.Upper) {
			t.Errorf("Interval(%d, %v, %v, %d) = %+v", events, exposure, level, m, iv)
		}
		if !valid {
			return
		}
		lower, err1 := LowerBound(events, exposure, level, Method(m))
		upper, err2 := UpperBound(events, exposure, level, Method(m))
		if err1 != nil || err2 != nil || !(lower.Lower >= 0 && upper.Upper >= 0) {
			t.Errorf("bounds for %d, %v, %v, %d: %+v and %+v, %v, %v", events, exposure, level, m, lower, upper, err1, err2)
		}
	})
}

func BenchmarkInterval(b *testing.B) {
	for _, m := range everyMethod() {
		b.Run(m.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Interval(89, 1, 0.95, m); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Peru's courts convicted 29 traffickers in 2020, a figure that the report calls perhaps
// incomplete: the rate per year that such a count can stand for.
func ExampleInterval() {
	iv, err := Interval(29, 1, 0.95, Garwood)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: %g a year (%.1f to %.1f)\n", iv.Method, iv.Estimate, iv.Lower, iv.Upper)
	// Output: Garwood exact: 29 a year (19.4 to 41.6)
}

func ExampleMethod_String() {
	fmt.Println(Garwood, ExactCentral, ExactConditional)
	// Output: Garwood exact exact conditional, central exact conditional
}
