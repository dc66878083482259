package trend

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func joinpointClose(got, want, tolerance float64) bool {
	return math.Abs(got-want) <= tolerance*math.Max(1e-300, math.Abs(want))
}

func TestJoinpointCloseCanFail(t *testing.T) {
	if joinpointClose(1, 1+1e-9, 1e-10) || joinpointClose(math.NaN(), 1, 1) || joinpointClose(1, math.NaN(), 1) {
		t.Error("joinpointClose holds what differs")
	}
}

// The Nile from 1871 to 1910, with R's lm at all pairs of years.
func TestJoinpointNileAgainstR(t *testing.T) {
	for _, c := range []struct {
		weights   JoinpointWeights
		rss       float64
		slopes    [3]float64
		errors    [3]float64
		last      [3]float64 // APC of the last segment
		p         [3]float64
		average   [3]float64
		criterion [3]float64
	}{
		{ConstantVariance, 0.647649366825022,
			[3]float64{0.00179597838584658, -0.06601246555665194, 0.03354296548632177},
			[3]float64{0.00339141656324558, 0.01500058109518761, 0.01547245845623929},
			[3]float64{3.411187389136272, 0.210135149393596, 6.714492114880347},
			[3]float64{0.599854113946650780, 0.000101303577081304, 0.037257492972906502},
			[3]float64{-0.212163357786684, -0.721695626777456, 0.299984015629792},
			[3]float64{-3.55743176897200, -3.44881881776088, -3.56995336565313}},
		{PoissonWeights, 604.520421877958,
			[3]float64{0.00164935482537903, -0.06610116756497729, 0.03405004046199174},
			[3]float64{0.00308502390118999, 0.01506949137107616, 0.01570723367670450},
			[3]float64{3.463637911515439, 0.213136921103089, 6.819571752483002},
			[3]float64{0.596383048840767760, 0.000105617789193032, 0.037267421227254141},
			[3]float64{-0.212524643488952, -0.705657014558654, 0.283056805021471},
			[3]float64{3.28904619224196, 3.38360182101238, 3.26888791657745}},
	} {
		r, err := Joinpoint(years(1871, 40), nile[:40], JoinpointOptions{Choice: FixedJoins, MaxJoins: 2, Weights: c.weights})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Joins) != 2 || math.Abs(r.Joins[0]-1896) > 1e-9 || math.Abs(r.Joins[1]-1902) > 1e-9 || r.DF != 34 {
			t.Fatalf("joins %v, DF %d, want 1896 and 1902, 34", r.Joins, r.DF)
		}
		check := func(name string, got, want float64) {
			if !joinpointClose(got, want, 1e-10) {
				t.Errorf("%v: %s is %.15g, want %.15g", c.weights, name, got, want)
			}
		}
		check("RSS", r.RSS, c.rss)
		for k, s := range r.Segments {
			check("slope", s.Slope, c.slopes[k])
			check("standard error", s.StandardError, c.errors[k])
			check("p", s.P, c.p[k])
			check("BIC", r.BIC[k], c.criterion[k])
		}
		last := r.Segments[2].APC
		check("APC", last.Estimate, c.last[0])
		check("lower APC", last.Lower, c.last[1])
		check("upper APC", last.Upper, c.last[2])
		check("average", r.Average.Estimate, c.average[0])
		check("lower average", r.Average.Lower, c.average[1])
		check("upper average", r.Average.Upper, c.average[2])
	}
}

// PUBLISHED.md, "Trend" and "Regression": a straight line through three years is the plain
// regression of logarithms.
func TestJoinpointThreeYears(t *testing.T) {
	r, err := Joinpoint([]float64{2020, 2021, 2022}, []float64{44, 89, 71}, JoinpointOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := (math.Log(71) - math.Log(44)) / 2
	if s := r.Segments[0]; len(r.Segments) != 1 || !joinpointClose(s.Slope, want, 1e-12) || !joinpointClose(r.Average.Lower, s.APC.Lower, 1e-12) || r.DF != 1 {
		t.Errorf("%+v, want slope %v", r, want)
	}
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "too few to look for a join") {
		t.Errorf("warnings %q", r.Warnings)
	}
}

func TestJoinpointProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		times, y := drawCounts(t, 7, 20)
		o := JoinpointOptions{Choice: JoinpointChoice(rapid.IntRange(0, 1).Draw(t, "choice")), Permutations: 39}
		r, err := Joinpoint(times, y, o)
		if err != nil {
			t.Fatal(err)
		}
		order := rapid.Permutation(times).Draw(t, "order")
		shuffled, scaled := make([]float64, len(y)), make([]float64, len(y))
		for i, when := range order {
			shuffled[i] = y[int(when)-2000]
			scaled[i] = 8 * shuffled[i]
		}
		again, err := Joinpoint(order, scaled, o)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(again.Joins, r.Joins) || math.Abs(again.Average.Estimate-r.Average.Estimate) > 1e-7*(1+math.Abs(r.Average.Estimate)) {
			t.Fatalf("order and scale change %v to %v", r.Joins, again.Joins)
		}
		for k, s := range r.Segments {
			if !(s.APC.Lower <= s.APC.Estimate && s.APC.Estimate <= s.APC.Upper && s.APC.Lower >= -100) {
				t.Fatalf("segment %d: %+v", k, s)
			}
			if outside := !s.APC.Contains(0); outside != (s.P < 0.05) {
				t.Fatalf("segment %d: interval %v to %v but p = %v", k, s.APC.Lower, s.APC.Upper, s.P)
			}
			alone, err := r.AverageBetween(s.From, s.To, 0.99)
			if err != nil || alone.Lower > s.APC.Lower || alone.Upper < s.APC.Upper || math.Abs(alone.Estimate-s.APC.Estimate) > 1e-6*(1+math.Abs(s.APC.Estimate)) {
				t.Fatalf("segment %d: average over it %+v, %v, want %+v", k, alone, err, s.APC)
			}
		}
	})
}

func TestJoinpointPerfectLine(t *testing.T) {
	y := []float64{1, 2, 4, 8, 16, 32, 64, 128, 256, 512}
	r, err := Joinpoint(years(2000, 10), y, JoinpointOptions{Permutations: 19})
	if err != nil || len(r.Joins) != 0 || math.Abs(r.Average.Estimate-100) > 1e-9 || r.Tests[0].P != 1 {
		t.Errorf("%+v, %v", r, err)
	}
	if !strings.Contains(strings.Join(r.Warnings, " "), "every value") {
		t.Errorf("warnings %q", r.Warnings)
	}
	two, err := Joinpoint([]float64{1, 2}, []float64{3, 4}, JoinpointOptions{})
	if err != nil || two.Average.Lower != -100 || !math.IsInf(two.Average.Upper, 1) || two.Segments[0].P != 1 {
		t.Errorf("two values: %+v, %v", two, err)
	}
}

func TestJoinpointAverageRefuses(t *testing.T) {
	r, err := Joinpoint(years(2000, 5), []float64{1, 3, 2, 5, 4}, JoinpointOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][3]float64{{1999, 2001, 0.95}, {2001, 2005, 0.95}, {2002, 2002, 0.95}, {2003, 2001, 0.95}, {math.NaN(), 2001, 0.95}, {2000, 2004, 1}} {
		if _, err := r.AverageBetween(c[0], c[1], c[2]); err == nil {
			t.Errorf("no error for %v", c)
		}
	}
}

func FuzzJoinpoint(f *testing.F) {
	f.Add(2020.0, 2021.0, 2022.0, 44.0, 89.0, 71.0, 0)
	f.Add(0.0, 1e-290, 1.0, 1e-308, 1e308, 1.0, 5)
	f.Fuzz(func(t *testing.T, t1, t2, t3, y1, y2, y3 float64, o int) {
		times := []float64{t1, t2, t3, t1 + 1, t2 + 1, t3 + 1, t1 + 2, t2 + 3}
		y := []float64{y1, y2, y3, y2, y1, y3, y1, y1}
		r, err := Joinpoint(times, y, JoinpointOptions{Choice: JoinpointChoice(o & 1), Weights: JoinpointWeights(o >> 1 & 1), Places: JoinpointPlaces(o >> 2 & 1), Permutations: 19})
		if err != nil {
			return
		}
		for _, s := range r.Segments {
			if !(s.APC.Lower >= -100 && s.APC.Lower <= s.APC.Estimate && s.APC.Estimate <= s.APC.Upper && s.P >= 0 && s.P <= 1) {
				t.Fatalf("%+v", s)
			}
		}
		if iv := r.Average; !(iv.Lower >= -100 && iv.Lower <= iv.Estimate && iv.Estimate <= iv.Upper) {
			t.Fatalf("%+v", iv)
		}
	})
}

func BenchmarkJoinpoint(b *testing.B) {
	for _, n := range []int{12, 20, 40} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Joinpoint(years(1871, n), nile[:n], JoinpointOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Peru convicted 29 defendants in 2020, 233 in 2021 and 89 in 2022: three years give a rate of
// change with limits that say nothing.
func ExampleJoinpoint() {
	r, err := Joinpoint([]float64{2020, 2021, 2022}, []float64{29, 233, 89}, JoinpointOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f %% a year (%.0f to %.3g)\n", r.Average.Estimate, r.Average.Lower, r.Average.Upper)
	fmt.Println(r.Warnings[0])
	// Output:
	// 75 % a year (-100 to 1.25e+07)
	// 3 different times are too few to look for a join: a straight line was fitted
}

func ExampleJoinpointResult_AverageBetween() {
	r, err := Joinpoint(years(1871, 40), nile[:40], JoinpointOptions{Choice: FixedJoins, MaxJoins: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := r.AverageBetween(1890, 1910, 0.95)
	fmt.Printf("joins %.0f, %.2f %% a year (%.2f to %.2f) %v\n", r.Joins, iv.Estimate, iv.Lower, iv.Upper, err)
	// Output: joins [1896 1902], -0.58 % a year (-1.46 to 0.30) <nil>
}
