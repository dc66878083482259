package trend

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/infer"
	"pgregory.net/rapid"
)

func serialClose(got, want, tolerance float64) bool {
	return math.Abs(got-want) <= tolerance*math.Max(1, math.Abs(want))
}

func TestSerialCloseCanFail(t *testing.T) {
	if serialClose(1, 1+1e-9, 1e-10) || serialClose(math.NaN(), 1, 1) {
		t.Error("serialClose holds what differs")
	}
}

// serialTests are the three corrections.
var serialTests = map[string]func([]float64, infer.Alternative) (SerialResult, error){
	"Hamed-Rao": HamedRao, "Yue-Wang": YueWang, "pre-whitening": TrendFreePrewhitening,
}

// PUBLISHED.md: Hamed-Rao z -2.81997919564514; Yue-Wang z -4.13870276474375. Factors and the
// pre-whitened series from R's acf.
func TestSerialNile(t *testing.T) {
	a, err := HamedRao(nile, infer.TwoSided)
	if err != nil || !serialClose(a.Z, -2.81997919564514, 1e-13) || !serialClose(a.Factor, 2.142898, 1e-6) || a.Exact || a.S != -1387 || a.Slope != -2.6 {
		t.Errorf("Hamed-Rao %+v, %v", a, err)
	}
	if want := math.Erfc(2.81997919564514 / math.Sqrt2); !serialClose(a.P/want, 1, 1e-12) {
		t.Errorf("Hamed-Rao p %v, want %v", a.P, want)
	}
	b, err := YueWang(nile, infer.TwoSided)
	if err != nil || !serialClose(b.Z, -4.13870276474375, 1e-13) || !serialClose(b.Factor, 0.9948667, 1e-7) || b.S != -1387 {
		t.Errorf("Yue-Wang %+v, %v", b, err)
	}
	c, err := TrendFreePrewhitening(nile, infer.TwoSided)
	if err != nil || c.S != -1515 || c.N != 99 || !serialClose(c.Autocorrelation[0], 0.374943522119704, 1e-13) || !strings.Contains(c.Method, "exact") {
		t.Errorf("pre-whitening %+v, %v", c, err)
	}
}

// slowAutocorrelation is the definition.
func slowAutocorrelation(values []float64, lag int) float64 {
	mean := 0.0
	for _, v := range values {
		mean += v / float64(len(values))
	}
	above, below := 0.0, 0.0
	for i, v := range values {
		below += (v - mean) * (v - mean)
		if i >= lag {
			above += (v - mean) * (values[i-lag] - mean)
		}
	}
	return above / below
}

func drawSerial(t *rapid.T) []float64 {
	var y []float64
	carried := rapid.Float64Range(-0.9, 0.9).Draw(t, "carried")
	state := 0.0
	for range rapid.IntRange(5, 60).Draw(t, "n") {
		state = carried*state + rapid.Float64Range(-10, 10).Draw(t, "new")
		y = append(y, math.Round(8*state)/8)
	}
	return y
}

func TestSerialAgainstDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := drawSerial(t)
		n := len(y)
		line, err := TheilSen(years(1, n), y, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		rest := make([]float64, n)
		for i := range y {
			rest[i] = y[i] - line.Slope*float64(i+1)
		}
		if slices.Min(rest) == slices.Max(rest) {
			t.Skip()
		}
		plain, err := MannKendall(y, infer.Greater)
		if err != nil {
			t.Fatal(err)
		}
		ranks := make([]float64, n)
		for i, v := range rest {
			for _, w := range rest {
				if w < v {
					ranks[i]++
				} else if w == v {
					ranks[i] += 0.5
				}
			}
		}
		hamedRao, yueWang := 1.0, 1.0
		for k := 1; k < n; k++ {
			if r := slowAutocorrelation(ranks, k); math.Abs(r) > 1.959963984540054/math.Sqrt(float64(n)) {
				hamedRao += 2 / float64(n*(n-1)*(n-2)) * float64((n-k)*(n-k-1)*(n-k-2)) * r
			}
			yueWang += 2 * (1 - float64(k)/float64(n)) * slowAutocorrelation(rest, k)
		}
		for name, want := range map[string]float64{"Hamed-Rao": hamedRao, "Yue-Wang": yueWang} {
			r, err := serialTests[name](y, infer.Greater)
			if want <= 1e-9 {
				continue
			}
			if err != nil || !serialClose(r.Factor, want, 1e-9) || r.S != plain.S || !serialClose(r.Variance, plain.Variance*want, 1e-9) {
				t.Fatalf("%s: %+v, %v, want factor %v of %+v", name, r, err, want, plain)
			}
			if p := math.Erfc((float64(r.S)-1)/math.Sqrt(2*r.Variance)) / 2; r.Factor != 1 && r.S > -r.N && !serialClose(r.P, p, 1e-9) && math.Abs(float64(r.S)) < float64(n*(n-1)/2) {
				t.Fatalf("%s: P = %v, want %v", name, r.P, p)
			}
		}
	})
}

func TestSerialProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := drawSerial(t)
		for name, test := range serialTests {
			r, err := test(y, infer.TwoSided)
			if err != nil {
				continue
			}
			if !(r.P >= 0 && r.P <= 1 && r.MinP <= r.P*(1+1e-12) && r.Factor > 0) {
				t.Fatalf("%s: %+v", name, r)
			}
			turned, scaled := make([]float64, len(y)), make([]float64, len(y))
			for i, v := range y {
				turned[i], scaled[i] = -v, 4*v
			}
			a, err := test(turned, infer.TwoSided)
			if err != nil || a.S != -r.S || !serialClose(a.P, r.P, 1e-9) {
				t.Fatalf("%s turned: %+v, was %+v, %v", name, a, r, err)
			}
			b, err := test(scaled, infer.TwoSided)
			if err != nil || b.S != r.S || !serialClose(b.P, r.P, 1e-9) || !serialClose(b.Factor, r.Factor, 1e-9) {
				t.Fatalf("%s scaled: %+v, was %+v, %v", name, b, r, err)
			}
		}
	})
}

func TestSerialWithoutDependence(t *testing.T) {
	y := []float64{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8}
	plain, err := MannKendall(y, infer.TwoSided)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Hamed-Rao", "pre-whitening"} {
		r, err := serialTests[name](y, infer.TwoSided)
		if err != nil || r.P != plain.P || !r.Exact || r.Factor != 1 || r.N != 12 {
			t.Errorf("%s: %+v, %v, want the plain test", name, r, err)
		}
		if !strings.Contains(strings.Join(r.Warnings, " "), "12 values can hardly") {
			t.Errorf("%s: warnings %q", name, r.Warnings)
		}
	}
}

func TestSerialReportsAllProblems(t *testing.T) {
	for name, test := range serialTests {
		for _, c := range []struct {
			y    []float64
			alt  infer.Alternative
			says []string
		}{
			{[]float64{1}, 0, []string{"at least 2"}},
			{[]float64{1, math.NaN(), math.Inf(1)}, 4, []string{"at least 4", "y[1] is NaN", "y[2] is +Inf", "unknown alternative 4"}},
			{[]float64{5, 5, 5, 5}, 0, []string{"straight line"}},
			{[]float64{0.1, 0.2, 0.3, 0.4, 0.5}, 0, []string{"straight line"}},
			{[]float64{-1.7e308, 1.7e308, 0, 1}, 0, []string{"too far apart"}},
		} {
			_, err := test(c.y, c.alt)
			for _, what := range c.says {
				if err == nil || !strings.Contains(err.Error(), what) {
					t.Errorf("%s: error %v, want it to say %q", name, err, what)
				}
			}
		}
	}
	if _, err := inflated(nile, infer.TwoSided, -0.5, ""); err == nil || !strings.Contains(err.Error(), "-0.5") {
		t.Errorf("no error for a negative factor: %v", err)
	}
}

func FuzzSerial(f *testing.F) {
	f.Add(29.0, 233.0, 89.0, 44.0, 121.0, 1)
	f.Add(1e308, -1e307, 1e-300, 0.0, 5e-324, 0)
	f.Fuzz(func(t *testing.T, a, b, c, d, e float64, alt int) {
		for name, test := range serialTests {
			r, err := test([]float64{a, b, c, d, e, a, b, d}, infer.Alternative(alt))
			if err == nil && !(r.P >= 0 && r.P <= 1 && r.MinP <= r.P*(1+1e-12) && r.Factor > 0 && !math.IsNaN(r.Z) && !math.IsNaN(r.Slope)) {
				t.Fatalf("%s: %+v", name, r)
			}
		}
	})
}

// Convictions in Peru from 2020 to 2022 are too few for any correction.
func ExampleHamedRao() {
	_, err := HamedRao([]float64{29, 233, 89}, infer.TwoSided)
	fmt.Println(err)
	r, err := HamedRao(nile, infer.TwoSided)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("variance times %.2f, p = %.4f\n", r.Factor, r.P)
	// Output:
	// trend: 3 values: serial dependence needs at least 4 to be seen
	// variance times 2.14, p = 0.0048
}

func ExampleYueWang() {
	r, err := YueWang(nile, infer.TwoSided)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("variance times %.3f, p = %.6f\n", r.Factor, r.P)
	// Output: variance times 0.995, p = 0.000035
}

func ExampleTrendFreePrewhitening() {
	r, err := TrendFreePrewhitening(nile, infer.TwoSided)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("autocorrelation %.2f, S = %d of %d values\n", r.Autocorrelation[0], r.S, r.N)
	// Output: autocorrelation 0.37, S = -1515 of 99 values
}
