package trend

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func slopeRangeClose(got, want float64) bool {
	return got == want || math.Abs(got-want) <= 1e-9*math.Max(1, math.Abs(want))
}

func TestSlopeRangeCloseCanFail(t *testing.T) {
	if slopeRangeClose(1, 1+1e-8) || slopeRangeClose(math.NaN(), 1) || slopeRangeClose(math.Inf(1), 1) {
		t.Error("slopeRangeClose holds what differs")
	}
}

func TestTheilSenRangeOfExactValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 14).Draw(t, "n")
		var times, y []float64
		for range n {
			times = append(times, float64(rapid.IntRange(2000, 2014).Draw(t, "t")))
			y = append(y, float64(rapid.IntRange(0, 50).Draw(t, "y")))
		}
		level := rapid.SampledFrom([]float64{0.5, 0.8, 0.95}).Draw(t, "level")
		want, err := TheilSen(times, y, level)
		if err != nil {
			t.Skip()
		}
		r, err := TheilSenRange(times, y, y, level)
		if err != nil || !slopeRangeClose(r.SlopeMin, want.Slope) || !slopeRangeClose(r.SlopeMax, want.Slope) ||
			!slopeRangeClose(r.Lower, want.Lower) || !slopeRangeClose(r.Upper, want.Upper) || !r.Sharp || r.Pairs != want.Pairs {
			t.Fatalf("%+v, %v, want %+v", r, err, want)
		}
	})
}

// drawFinite draws ranges of few whole numbers.
func drawFinite(t *rapid.T, n int) (times, lo, hi []float64) {
	when := 2000
	for range n {
		times = append(times, float64(when))
		when += rapid.IntRange(1, 3).Draw(t, "step")
		a := rapid.IntRange(0, 9).Draw(t, "lo")
		lo = append(lo, float64(a))
		hi = append(hi, float64(a+rapid.IntRange(0, 4).Draw(t, "width")))
	}
	return times, lo, hi
}

// At the largest slope b the values can be taken to lie on lines of slope b through ends of ranges,
// so that these values show that the bound is reached; and no values drawn at random pass it.
func TestTheilSenRangeAgainstAllValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{2, 3, 3, 4}).Draw(t, "n")
		times, lo, hi := drawFinite(t, n)
		r, err := TheilSenRange(times, lo, hi, 0.3)
		if err != nil {
			t.Fatal(err)
		}
		for _, bound := range []struct {
			slope float64
			of    func(s Slope) float64
			sign  float64
		}{
			{r.SlopeMax, func(s Slope) float64 { return s.Slope }, 1},
			{r.SlopeMin, func(s Slope) float64 { return s.Slope }, -1},
			{r.Upper, func(s Slope) float64 { return s.Upper }, 1},
			{r.Lower, func(s Slope) float64 { return s.Lower }, -1},
		} {
			var choices [][]float64
			for i := range times {
				choice := []float64{lo[i], hi[i]}
				for j := range times {
					for _, end := range []float64{lo[j], hi[j]} {
						if v := end + bound.slope*(times[i]-times[j]); lo[i] < v && v < hi[i] {
							choice = append(choice, v)
						}
					}
				}
				slices.Sort(choice)
				choices = append(choices, slices.Compact(choice))
			}
			reached := math.Inf(-1)
			eachValues(choices, func(y []float64) {
				s, err := TheilSen(times, y, 0.3)
				if err != nil {
					t.Fatal(err)
				}
				reached = math.Max(reached, bound.sign*bound.of(s))
			})
			limit := bound.sign * bound.slope
			median := bound.slope == r.SlopeMax || bound.slope == r.SlopeMin
			if reached > limit+1e-9*(1+math.Abs(limit)) {
				t.Fatalf("%v to %v: slope %v beyond the bound %v of %+v", lo, hi, bound.sign*reached, bound.slope, r)
			}
			if (r.Sharp || !median) && !slopeRangeClose(reached, limit) {
				t.Fatalf("%v to %v: slope %v, short of the bound %v of %+v", lo, hi, bound.sign*reached, bound.slope, r)
			}
		}
	})
}

func TestTheilSenRangeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		times, lo, hi := drawFinite(t, rapid.IntRange(4, 12).Draw(t, "n"))
		r, err := TheilSenRange(times, lo, hi, 0.8)
		if err != nil {
			t.Fatal(err)
		}
		y, left, later := make([]float64, len(lo)), negated(hi), make([]float64, len(lo))
		for i := range y {
			y[i] = lo[i] + rapid.Float64Range(0, 1).Draw(t, "share")*(hi[i]-lo[i])
			later[i] = 2*times[i] - 17
		}
		s, err := TheilSen(times, y, 0.8)
		const slack = 1e-9
		if err != nil || s.Slope < r.SlopeMin-slack || s.Slope > r.SlopeMax+slack || s.Lower < r.Lower-slack || s.Upper > r.Upper+slack {
			t.Fatalf("%v: %+v outside %+v", y, s, r)
		}
		turned, err := TheilSenRange(later, left, negated(lo), 0.8)
		if err != nil || !slopeRangeClose(-2*turned.SlopeMin, r.SlopeMax) || !slopeRangeClose(-2*turned.Upper, r.Lower) {
			t.Fatalf("turned %+v, was %+v, %v", turned, r, err)
		}
		wider, err := TheilSenRange(times, lo, hi, 0.95)
		if err != nil || wider.Lower > r.Lower || wider.Upper < r.Upper || wider.SlopeMin != r.SlopeMin {
			t.Fatalf("95 %%: %+v, 80 %%: %+v, %v", wider, r, err)
		}
	})
}

func TestTheilSenRangeOpen(t *testing.T) {
	inf := math.Inf(1)
	r, err := TheilSenRange([]float64{2020, 2021, 2022}, []float64{44, 233, 89}, []float64{inf, 233, 89}, 0.5)
	// The slopes are 233 - a, (89 - a)/2 and -144, a >= 44: the median is largest at a = 44, and for
	// large a it is (89 - a)/2.
	if err != nil || r.SlopeMax != 22.5 || !math.IsInf(r.SlopeMin, -1) || !r.Sharp || !math.IsInf(r.Lower, -1) || r.Upper != 189 {
		t.Errorf("%+v, %v", r, err)
	}
	r, err = TheilSenRange([]float64{1, 2}, []float64{-inf, -inf}, []float64{inf, inf}, 0.5)
	if err != nil || !math.IsInf(r.SlopeMin, -1) || !math.IsInf(r.SlopeMax, 1) {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestTheilSenRangeReportsAllProblems(t *testing.T) {
	long := years(0, 1001)
	for _, c := range []struct {
		t, lo, hi []float64
		level     float64
		says      []string
	}{
		{[]float64{1}, []float64{5, math.NaN()}, []float64{4, 1}, 95, []string{"1 times but 2 lower ends", "range 0 is from 5 to 4", "range 1 is from NaN", "0.95"}},
		{[]float64{1, math.Inf(1)}, []float64{1, 2}, []float64{1}, 0.95, []string{"t[1] is +Inf", "2 lower ends but 1 upper ends"}},
		{[]float64{1, 1}, []float64{1, 2}, []float64{1, 2}, 0.95, []string{"all 2 points have the time 1"}},
		{[]float64{1, 2}, []float64{-1e308, 0}, []float64{1e308, 0}, 0.95, []string{"too far apart"}},
		{[]float64{0, 1e-300}, []float64{0, 1e100}, []float64{0, 1e100}, 0.95, []string{"out of range"}},
		{long, long, long, 0.95, []string{"1001 points"}},
	} {
		_, err := TheilSenRange(c.t, c.lo, c.hi, c.level)
		for _, what := range c.says {
			if err == nil || !strings.Contains(err.Error(), what) {
				t.Errorf("error %v, want it to say %q", err, what)
			}
		}
	}
}

func FuzzTheilSenRange(f *testing.F) {
	f.Add([]byte{20, 29, 0, 21, 233, 0, 22, 44, 255}, 0.95)
	f.Fuzz(func(t *testing.T, data []byte, level float64) {
		var times, lo, hi []float64
		for i := 0; i+2 < len(data) && len(lo) < 8; i += 3 {
			times, lo, hi = append(times, float64(data[i])), append(lo, float64(data[i+1])), append(hi, float64(data[i+1])+float64(data[i+2]))
			if data[i+2] == 255 {
				hi[len(hi)-1] = math.Inf(1)
			}
		}
		r, err := TheilSenRange(times, lo, hi, level)
		if err == nil && !(r.SlopeMin <= r.SlopeMax && r.Lower <= r.SlopeMin && r.SlopeMax <= r.Upper) {
			t.Fatalf("%+v", r)
		}
	})
}

func BenchmarkTheilSenRange(b *testing.B) {
	inf := math.Inf(1)
	lo := []float64{30, 44, 29, 233, 89, 71, 44, 102, 150, 97, 180, 60}
	hi := []float64{30, inf, 29, 233, 89, 90, inf, 102, 150, 97, 180, 75}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := TheilSenRange(years(2011, 12), lo, hi, 0.95); err != nil {
			b.Fatal(err)
		}
	}
}

// Defendants newly prosecuted in Peru: "at least 44" in 2020, 121 in 2021, and in 2022 some of the
// 241 in new and ongoing cases.
func ExampleTheilSenRange() {
	lo, hi := []float64{44, 121, 0}, []float64{math.Inf(1), 121, 241}
	r, err := TheilSenRange([]float64{2020, 2021, 2022}, lo, hi, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("from %v to %v defendants a year\n", r.SlopeMin, r.SlopeMax)
	// Output: from -Inf to 98.5 defendants a year
}
