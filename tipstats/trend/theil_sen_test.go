package trend

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

func mustTheilSen(t interface{ Fatal(...any) }, times, y []float64, level float64) Slope {
	r, err := TheilSen(times, y, level)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Sen, J. Am. Stat. Assoc. 63 (1968) 1379, section 6, printed with two decimals.
func TestTheilSenPublishedSen1968(t *testing.T) {
	r := mustTheilSen(t, []float64{1, 2, 3, 4, 10, 12, 18}, []float64{9, 15, 19, 20, 45, 55, 78}, 0.93)
	if r.Slope != 4 || r.Intercept != 4 || math.Abs(r.Lower-3.71) > 0.005 || math.Abs(r.Upper-4.38) > 0.005 {
		t.Errorf("slope %v (%v to %v), intercept %v; published 4 (3.71 to 4.38)", r.Slope, r.Lower, r.Upper, r.Intercept)
	}
	// The 4th of 21 slopes from either end: P(|S| <= 13) = 1 - 2 * 0.0151.
	if r.Lower != 26./7 || r.Upper != 35./8 || !r.Exact || math.Abs(r.Attained-0.9698) > 5e-5 {
		t.Errorf("%+v", r)
	}
}

// R 4, trend::sens.slope.
func TestTheilSenNile(t *testing.T) {
	r := mustTheilSen(t, years(1871, 100), nile, 0.95)
	if !agrees(r.Slope, -2.6, 1e-14) || !agrees(r.Lower, -3.62790697674, 1e-11) || !agrees(r.Upper, -1.42857142857, 1e-11) {
		t.Errorf("slope %.12g (%.12g to %.12g)", r.Slope, r.Lower, r.Upper)
	}
}

func TestTheilSenTooFewPoints(t *testing.T) {
	for _, c := range []struct {
		n      int
		level  float64
		finite bool
	}{
		{2, 0.01, false}, {3, 0.95, false}, {3, 0.67, false}, {3, 0.6, true}, {4, 0.95, false}, {4, 0.9, true}, {5, 0.95, true},
	} {
		y := years(0, c.n)
		r := mustTheilSen(t, years(2020, c.n), y, c.level)
		if c.finite {
			if r.Lower != 1 || r.Upper != 1 || len(r.Warnings) != 0 || !(r.Attained >= c.level) {
				t.Errorf("%d points at %v: %+v", c.n, c.level, r)
			}
			continue
		}
		if !math.IsInf(r.Lower, -1) || !math.IsInf(r.Upper, 1) || r.Attained != 1 || r.Slope != 1 {
			t.Errorf("%d points at %v: %+v, want an infinite interval", c.n, c.level, r)
		}
		if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], fmt.Sprintf("%d points support no interval at level %v", c.n, c.level)) {
			t.Errorf("warnings %q", r.Warnings)
		}
	}
}

// allSlopes returns the slopes of all pairs with different times, sorted.
func allSlopes(times, y []float64) []float64 {
	var all []float64
	for i := range times {
		for j := range times {
			if times[j] > times[i] {
				all = append(all, (y[j]-y[i])/(times[j]-times[i]))
			}
		}
	}
	slices.Sort(all)
	return all
}

func drawPoints(t *rapid.T, most int) (times, y []float64) {
	n := rapid.IntRange(2, most).Draw(t, "n")
	grid := rapid.SampledFrom([]float64{1, 4, 1024}).Draw(t, "grid")
	place := rapid.Custom(func(t *rapid.T) float64 {
		return math.Round(rapid.Float64Range(-20, 20).Draw(t, "v")*grid) / grid
	})
	times = rapid.SliceOfN(place, n, n).Draw(t, "t")
	times[0], times[1] = 21, 22 // never all the same
	return times, rapid.SliceOfN(place, n, n).Draw(t, "y")
}

func TestTheilSenAgainstAllSlopes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		times, y := drawPoints(t, 60)
		level := rapid.Float64Range(0.1, 0.999).Draw(t, "level")
		beforeT, beforeY := slices.Clone(times), slices.Clone(y)
		r := mustTheilSen(t, times, y, level)
		if !slices.Equal(times, beforeT) || !slices.Equal(y, beforeY) {
			t.Fatal("the input was changed")
		}
		all := allSlopes(times, y)
		if r.Pairs != len(all) || r.N != len(y) {
			t.Fatalf("%d pairs, want %d", r.Pairs, len(all))
		}
		if want := median(all); !agrees(r.Slope, want, 1e-15) {
			t.Fatalf("slope %v, want %v", r.Slope, want)
		}
		if !(r.Lower <= r.Slope && r.Slope <= r.Upper) || !(r.Attained >= level) && r.Exact {
			t.Fatalf("%+v is out of order", r)
		}
		if math.IsInf(r.Lower, -1) {
			return
		}
		if !slices.Contains(all, r.Lower) || !slices.Contains(all, r.Upper) {
			t.Fatalf("limits %v and %v are no slopes", r.Lower, r.Upper)
		}
	})
}

// Every slope outside the limits is rejected by the exact test of the residuals, and at
// 95 % and up to 18 points every slope inside is not.
func TestTheilSenInvertsTheTest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(5, 18).Draw(t, "n")
		y := rapid.SliceOfN(rapid.Float64Range(-10, 10), n, n).Draw(t, "y")
		times := years(0, n)
		r := mustTheilSen(t, times, y, 0.95)
		all := allSlopes(times, y)
		for i := 1; i < len(all); i++ {
			b := (all[i-1] + all[i]) / 2
			if all[i]-all[i-1] < 1e-6 {
				continue
			}
			residuals := make([]float64, n)
			for k := range residuals {
				residuals[k] = y[k] - b*times[k]
			}
			test := mustMannKendall(t, residuals, infer.TwoSided)
			if inside := r.Lower < b && b < r.Upper; inside == (test.P < 1-0.95) {
				t.Fatalf("slope %v, limits %v to %v, p = %v", b, r.Lower, r.Upper, test.P)
			}
		}
	})
}

func TestTheilSenProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		times, y := drawPoints(t, 40)
		r := mustTheilSen(t, times, y, 0.9)
		wider := mustTheilSen(t, times, y, 0.95)
		if !(wider.Lower <= r.Lower && r.Upper <= wider.Upper) {
			t.Fatalf("level 0.9 is not inside level 0.95")
		}
		reversedT, reversedY := slices.Clone(times), slices.Clone(y)
		slices.Reverse(reversedT)
		slices.Reverse(reversedY)
		if again := mustTheilSen(t, reversedT, reversedY, 0.9); fmt.Sprint(again) != fmt.Sprint(r) {
			t.Fatalf("the order of the points matters: %+v, %+v", r, again)
		}
		mirrored, scaled := make([]float64, len(y)), make([]float64, len(y))
		for i, v := range y {
			mirrored[i], scaled[i] = -v, 4*v
		}
		if back := mustTheilSen(t, times, mirrored, 0.9); back.Slope != -r.Slope || back.Lower != -r.Upper || back.Upper != -r.Lower {
			t.Fatalf("%+v is not the mirror image of %+v", back, r)
		}
		if four := mustTheilSen(t, times, scaled, 0.9); four.Slope != 4*r.Slope || four.Lower != 4*r.Lower || four.Intercept != 4*r.Intercept {
			t.Fatalf("%+v does not scale from %+v", four, r)
		}
	})
}

func TestTheilSenReportsAllProblems(t *testing.T) {
	slope := func(times, y []float64, level float64) error {
		_, err := TheilSen(times, y, level)
		return err
	}
	says(t, slope(nil, nil, 0.95), "at least 2")
	says(t, slope([]float64{1, 2, 3}, []float64{1, 2}, 95), "3 times but 2 values", "write 0.95")
	says(t, slope([]float64{1, math.NaN()}, []float64{math.Inf(1), 2}, 0), "t[1] is NaN", "y[0] is +Inf", "level 0")
	says(t, slope([]float64{2022, 2022}, []float64{89, 233}, 0.95), "all 2 points have the time 2022")
	says(t, slope([]float64{-1e308, 1e308}, []float64{1, 2}, 0.95), "too far apart")
	says(t, slope([]float64{0, 1e-300}, []float64{0, 1e300}, 0.95), "too steep")
}

func FuzzTheilSen(f *testing.F) {
	f.Add([]byte{20, 21, 22, 29, 233, 89}, 0.95, 1.0)
	f.Add([]byte{1, 2, 0, 0}, 0.1, 1e-300)
	f.Fuzz(func(t *testing.T, data []byte, level, unit float64) {
		n := min(len(data)/2, 200)
		times, y := make([]float64, n), make([]float64, n)
		for i := range n {
			times[i], y[i] = float64(data[i])*unit, float64(data[n+i])
		}
		r, err := TheilSen(times, y, level)
		if err != nil {
			return
		}
		if !(r.Lower <= r.Slope && r.Slope <= r.Upper && !math.IsInf(r.Slope, 0)) || math.IsNaN(r.Intercept) {
			t.Errorf("%v, %v: %+v", times, y, r)
		}
	})
}

// Convictions in Peru, 2020 to 2022: the slope exists, its interval does not.
func ExampleTheilSen() {
	r, err := TheilSen([]float64{2020, 2021, 2022}, []float64{29, 233, 89}, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%g a year (%g to %g)\n%s\n", r.Slope, r.Lower, r.Upper, r.Warnings[0])
	// Output:
	// 30 a year (-Inf to +Inf)
	// 3 points support no interval at level 0.95: their widest finite one has level 0.667
}
