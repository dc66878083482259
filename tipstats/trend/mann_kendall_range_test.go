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

func rangeClose(got, want float64) bool {
	return got == want || math.Abs(got-want) <= 1e-11*math.Abs(want)
}

func TestRangeCloseCanFail(t *testing.T) {
	if rangeClose(1, 1+1e-9) || rangeClose(math.NaN(), 1) || rangeClose(math.Inf(1), 1) {
		t.Error("rangeClose holds what differs")
	}
}

// someValues returns values of a range that meet the other values in every way: the ends, and so
// many values between two of them and beyond that n values there can come in any order.
func someValues(lo, hi float64, ends []float64, n int) []float64 {
	ends = slices.Sorted(slices.Values(ends))
	ends = slices.Compact(slices.DeleteFunc(ends, func(v float64) bool { return math.IsInf(v, 0) }))
	if len(ends) == 0 {
		ends = []float64{0}
	}
	var all []float64
	try := func(v float64) {
		if lo <= v && v <= hi {
			all = append(all, v)
		}
	}
	for k, v := range ends {
		try(v)
		for step := 1; step <= n; step++ {
			if k+1 < len(ends) {
				try(v + (ends[k+1]-v)*float64(step)/float64(n+1))
			} else {
				try(v + float64(step))
			}
			if k == 0 {
				try(v - float64(step))
			}
		}
	}
	return all
}

// eachValues calls f with every choice of some values.
func eachValues(choices [][]float64, f func(y []float64)) {
	y := make([]float64, len(choices))
	var visit func(i int)
	visit = func(i int) {
		if i == len(y) {
			f(y)
			return
		}
		for _, v := range choices[i] {
			y[i] = v
			visit(i + 1)
		}
	}
	visit(0)
}

func rangeS(y []float64) int {
	s := 0
	for i := range y {
		for j := i + 1; j < len(y); j++ {
			if y[j] > y[i] {
				s++
			} else if y[j] < y[i] {
				s--
			}
		}
	}
	return s
}

func TestMannKendallRangeAgainstAllValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 5).Draw(t, "n")
		lo, hi := drawRanges(t, n, 3)
		wide := 0
		for i := range lo {
			if lo[i] != hi[i] {
				wide++
			}
		}
		alt := infer.Alternative(rapid.IntRange(0, 2).Draw(t, "alternative"))
		r, err := MannKendallRange(lo, hi, alt)
		if err != nil {
			t.Fatal(err)
		}
		var choices [][]float64
		for i := range lo {
			choices = append(choices, someValues(lo[i], hi[i], slices.Concat(lo, hi), min(wide, 3)))
		}
		sMin, sMax := math.MaxInt, math.MinInt
		pMin, pMax := math.Inf(1), math.Inf(-1)
		known := map[string]float64{}
		eachValues(choices, func(y []float64) {
			s := rangeS(y)
			sMin, sMax = min(sMin, s), max(sMax, s)
			sorted := slices.Sorted(slices.Values(y))
			key := fmt.Sprint(s, tieSizes(sorted))
			p, ok := known[key]
			if !ok {
				test, err := MannKendall(y, alt)
				if err != nil {
					t.Fatal(err)
				}
				p = test.P
				known[key] = p
			}
			pMin, pMax = min(pMin, p), max(pMax, p)
		})
		if r.SMin != sMin || r.SMax != sMax || !r.Sharp {
			t.Fatalf("S from %d to %d (sharp %v), want %d to %d", r.SMin, r.SMax, r.Sharp, sMin, sMax)
		}
		if r.SharpP && wide <= 3 && !(rangeClose(r.PMin, pMin) && rangeClose(r.PMax, pMax)) {
			t.Fatalf("p from %v to %v, want %v to %v", r.PMin, r.PMax, pMin, pMax)
		}
	})
}

func TestMannKendallRangeOfExactValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var y []float64
		for range rapid.IntRange(2, 60).Draw(t, "n") {
			y = append(y, float64(rapid.IntRange(0, 30).Draw(t, "y")))
		}
		alt := infer.Alternative(rapid.IntRange(0, 2).Draw(t, "alternative"))
		want, err := MannKendall(y, alt)
		if err != nil {
			t.Fatal(err)
		}
		r, err := MannKendallRange(y, y, alt)
		if err != nil || r.SMin != want.S || r.SMax != want.S || r.PMin != want.P || r.PMax != want.P || !r.Sharp || !r.SharpP {
			t.Fatalf("%+v, %v, want %+v", r, err, want)
		}
	})
}

func TestMannKendallRangeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 16).Draw(t, "n")
		lo, hi := drawRanges(t, n, 40)
		r, err := MannKendallRange(lo, hi, infer.TwoSided)
		if err != nil {
			t.Fatal(err)
		}
		turned, err := MannKendallRange(negated(hi), negated(lo), infer.TwoSided)
		if err != nil || turned.SMin != -r.SMax || turned.SMax != -r.SMin || turned.PMin != r.PMin || turned.PMax != r.PMax {
			t.Fatalf("turned %+v, was %+v, %v", turned, r, err)
		}
		y := make([]float64, n)
		for i := range y { // some values in the ranges
			share := rapid.Float64Range(0, 1).Draw(t, "share")
			from, to := math.Max(lo[i], math.Min(hi[i], 0)-100), math.Min(hi[i], math.Max(lo[i], 0)+100)
			y[i] = from + share*(to-from)
		}
		test, err := MannKendall(y, infer.TwoSided)
		if err != nil || test.S < r.SMin || test.S > r.SMax || r.SharpP && (test.P < r.PMin*(1-1e-12) || test.P > r.PMax*(1+1e-12)) {
			t.Fatalf("%v: S = %d, p = %v, outside %+v", y, test.S, test.P, r)
		}
		lo[0], hi[0] = y[0], y[0] // to know more
		narrower, err := MannKendallRange(lo, hi, infer.TwoSided)
		if err != nil || narrower.SMin < r.SMin || narrower.SMax > r.SMax {
			t.Fatalf("%+v with more known, was %+v, %v", narrower, r, err)
		}
	})
}

func TestMannKendallRangeReportsAllProblems(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		lo, hi []float64
		alt    infer.Alternative
		says   []string
	}{
		{[]float64{1}, []float64{1, 2}, 5, []string{"1 values", "1 lower ends but 2 upper ends", "unknown alternative 5"}},
		{[]float64{3, math.NaN(), inf, -inf}, []float64{2, 1, inf, -inf}, 0, []string{"range 0 is from 3 to 2", "range 1 is from NaN", "range 2 is from +Inf", "range 3 is from -Inf"}},
	} {
		_, err := MannKendallRange(c.lo, c.hi, c.alt)
		for _, what := range c.says {
			if err == nil || !strings.Contains(err.Error(), what) {
				t.Errorf("error %v, want it to say %q", err, what)
			}
		}
	}
}

func FuzzMannKendallRange(f *testing.F) {
	f.Add([]byte{29, 0, 233, 0, 44, 255}, 0)
	f.Fuzz(func(t *testing.T, data []byte, alt int) {
		var lo, hi []float64
		for i := 0; i+1 < len(data) && len(lo) < 12; i += 2 {
			lo, hi = append(lo, float64(data[i])), append(hi, float64(data[i])+float64(data[i+1]))
			if data[i+1] == 255 {
				hi[len(hi)-1] = math.Inf(1)
			}
		}
		r, err := MannKendallRange(lo, hi, infer.Alternative(alt))
		if err == nil && !(r.SMin <= r.SMax && r.PMin >= 0 && r.PMin <= r.PMax && r.PMax <= 1) {
			t.Fatalf("%+v", r)
		}
	})
}

func BenchmarkMannKendallRange(b *testing.B) {
	inf := math.Inf(1)
	lo := []float64{30, 44, 29, 233, 89, 71, 44, 102, 150, 97, 180, 60}
	hi := []float64{30, inf, 29, 233, 89, 90, inf, 102, 150, 97, 180, 75}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := MannKendallRange(lo, hi, infer.TwoSided); err != nil {
			b.Fatal(err)
		}
	}
}

// Defendants newly prosecuted in Peru: "at least 44" in 2020, 121 in 2021, and in 2022 some of the
// 241 in new and ongoing cases. That leaves every order of the three years open.
func ExampleMannKendallRange() {
	lo, hi := []float64{44, 121, 0}, []float64{math.Inf(1), 121, 241}
	r, err := MannKendallRange(lo, hi, infer.TwoSided)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("S from %d to %d, p from %.2f to %.2f\n", r.SMin, r.SMax, r.PMin, r.PMax)
	fmt.Println(r.Warnings[0])
	// Output:
	// S from -3 to 3, p from 0.33 to 1.00
	// no values in the ranges reach p = 0.05 (two-sided)
}
