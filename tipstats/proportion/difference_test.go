package proportion

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

func differenceBy(m DifferenceMethod) twoGroupsInterval {
	return func(g groups, level float64) (infer.Interval, error) {
		return Difference(g.x1, g.n1, g.x2, g.n2, level, m)
	}
}

// testdata/difference.csv: 40-digit solutions of the defining equations, the score methods
// by numerical maximization of the constrained likelihood, rounded to 15 digits.
func TestDifferenceAgainstReference(t *testing.T) {
	f, err := os.Open("testdata/difference.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 41 {
		t.Fatalf("%d rows, want 41: the reference is incomplete", len(rows))
	}
	byName := map[string]DifferenceMethod{"MiettinenNurminen": MiettinenNurminen, "Mee": Mee, "Newcombe": Newcombe, "AgrestiCaffo": AgrestiCaffo}
	for _, row := range rows[1:] {
		var v [7]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(row[i+1], 64); err != nil {
				t.Fatal(err)
			}
		}
		m, ok := byName[row[0]]
		if !ok {
			t.Fatalf("unknown method %s", row[0])
		}
		iv, err := Difference(int(v[0]), int(v[1]), int(v[2]), int(v[3]), v[4], m)
		if err != nil {
			t.Fatal(err)
		}
		if !twoGroupsClose(iv.Lower, v[5], 1e-12) || !twoGroupsClose(iv.Upper, v[6], 1e-12) {
			t.Errorf("%v: got %v to %v", row, iv.Lower, iv.Upper)
		}
	}
}

func TestDifferencePublished(t *testing.T) {
	cases := []struct {
		g            groups
		m            DifferenceMethod
		lower, upper float64
		digits       float64
	}{
		// Newcombe, Stat. Med. 17 (1998) 873, table II, example of 5/56 and 0/29.
		{groups{5, 56, 0, 29}, MiettinenNurminen, -.0326, .1933, 5e-5},
		{groups{5, 56, 0, 29}, Mee, -.0313, .1926, 5e-5},
		{groups{5, 56, 0, 29}, Newcombe, -.0381, .1926, 5e-5},
		// R package ratesci, moverci(type = "jeff").
		{groups{56, 70, 48, 80}, MOVERJeffreys, .05337245, .33526868, 5e-9},
		{groups{9, 10, 3, 10}, MOVERJeffreys, .17799325, .81658861, 5e-9},
		{groups{6, 7, 2, 7}, MOVERJeffreys, .05392222, .81599342, 5e-9},
		{groups{10, 10, 0, 20}, MOVERJeffreys, .74496990, .99145652, 5e-9},
		{groups{7, 34, 1, 34}, MOVERJeffreys, .02779715, .33097503, 5e-9},
		// PUBLISHED.md, R.
		{groups{56, 70, 48, 80}, NewcombeCC, .0427678720, .3421862784, 5e-11},
		{groups{7, 34, 1, 34}, NewcombeCC, -.0040129589, .3568294354, 5e-11},
	}
	for _, c := range cases {
		iv := mustTwoGroups(t, differenceBy(c.m), c.g, 0.95)
		if !(math.Abs(iv.Lower-c.lower) <= c.digits && math.Abs(iv.Upper-c.upper) <= c.digits) {
			t.Errorf("%v for %+v: %v to %v, published %v to %v", c.m, c.g, iv.Lower, iv.Upper, c.lower, c.upper)
		}
	}
}

// restrictedByBisection returns the variance at the maximum of the constrained likelihood,
// found by bisection of its derivative: the slow oracle of the cubic.
func restrictedByBisection(g groups, d float64) float64 {
	x1, n1, x2, n2 := float64(g.x1), float64(g.n1), float64(g.x2), float64(g.n2)
	lo, hi := math.Max(0, -d), math.Min(1, 1-d)
	// count/p, with 0/0 = 0.
	over := func(count, p float64) float64 {
		if count == 0 {
			return 0
		}
		return count / math.Max(p, 0)
	}
	for range 200 {
		p := (lo + hi) / 2
		if over(x1, p+d)+over(x2, p) > over(n1-x1, 1-p-d)+over(n2-x2, 1-p) {
			lo = p
		} else {
			hi = p
		}
	}
	p := (lo + hi) / 2
	return (p+d)*(1-p-d)/n1 + p*(1-p)/n2
}

func TestRestrictedVarianceAgainstBisection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawTwoGroups(t, 500)
		d := rapid.Float64Range(-0.999, 0.999).Draw(t, "d")
		got, want := restrictedVariance(g, d), restrictedByBisection(g, d)
		if math.Abs(got-want) > 1e-12*want+1e-15 {
			t.Fatalf("%+v at %v: variance %v, want %v", g, d, got, want)
		}
	})
}

// The limits solve the score equation to 1e-13.
func TestDifferenceScoreEquation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawTwoGroups(t, 1000)
		level := rapid.Float64Range(0.5, 0.9999).Draw(t, "level")
		m := rapid.SampledFrom([]DifferenceMethod{MiettinenNurminen, Mee}).Draw(t, "method")
		factor := 1.0
		if m == MiettinenNurminen {
			factor = g.smallSampleFactor()
		}
		iv := mustTwoGroups(t, differenceBy(m), g, level)
		z := tail.NormalTwoSided(level)
		for _, limit := range []float64{iv.Lower, iv.Upper} {
			distance := math.Abs(limit - g.difference())
			if math.Abs(limit) > 1-1e-9 || distance < 1e-4 {
				continue // the equation loses digits there, not the limit
			}
			got := distance / math.Sqrt(factor*restrictedVariance(g, limit))
			if math.Abs(got-z) > 1e-13*z/math.Min(distance, 1-math.Abs(limit)) {
				t.Fatalf("%v for %+v at %v: z = %v at the limit %v, want %v", m, g, level, got, limit, z)
			}
		}
	})
}

func TestDifferenceProperties(t *testing.T) {
	for m := range differenceMethods {
		m := DifferenceMethod(m)
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) {
			g := drawTwoGroups(t, 300)
			checkTwoGroups(t, differenceBy(m), g, -1, 1, func(d float64) float64 { return -d })
			iv := mustTwoGroups(t, differenceBy(m), g, 0.95)
			opposite := mustTwoGroups(t, differenceBy(m), g.opposite(), 0.95)
			if !twoGroupsClose(opposite.Lower, -iv.Upper, 1e-10) || !twoGroupsClose(opposite.Upper, -iv.Lower, 1e-10) {
				t.Fatalf("%v for %+v: counting failures gives %v to %v, want %v to %v", m, g, opposite.Lower, opposite.Upper, -iv.Upper, -iv.Lower)
			}
			if g.x1 < g.n1 && m != WaldDifference && m != NewcombeCC {
				more := mustTwoGroups(t, differenceBy(m), groups{g.x1 + 1, g.n1, g.x2, g.n2}, 0.95)
				if more.Lower < iv.Lower-1e-12 || more.Upper < iv.Upper-1e-12 {
					t.Fatalf("%v for %+v: one success more lowers a limit: %v to %v, then %v to %v", m, g, iv.Lower, iv.Upper, more.Lower, more.Upper)
				}
			}
		}))
	}
}

func TestDifferenceAgreesWithTests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawTwoGroups(t, 200)
		checkAgreement(t, differenceBy(MiettinenNurminen), g, 0, ScoreN1)
		checkAgreement(t, differenceBy(Mee), g, 0, Score)
	})
}

func TestDifferenceOfLargeGroups(t *testing.T) {
	if math.MaxInt < 1<<40 {
		t.Skip("an int is too small here")
	}
	million := 1000000
	n := million * million
	iv := mustTwoGroups(t, differenceBy(Mee), groups{4, n, 1, n}, 0.95)
	// Nested bisection of the likelihood and the score equation with mpmath, 50 digits.
	if !twoGroupsClose(iv.Lower*1e12, -2.01333979835758913, 1e-11) || !twoGroupsClose(iv.Upper*1e12, 9.39433218181206395, 1e-11) {
		t.Errorf("%v to %v", iv.Lower*1e12, iv.Upper*1e12)
	}
	iv = mustTwoGroups(t, differenceBy(Mee), groups{n - 4, n, n - 1, n}, 0.95)
	if !twoGroupsClose(iv.Upper*1e12, 2.01333979835758913, 1e-11) {
		t.Errorf("%v to %v", iv.Lower*1e12, iv.Upper*1e12)
	}
}

func TestDifferenceRefuses(t *testing.T) {
	for m := range differenceMethods {
		checkRefusals(t, differenceBy(DifferenceMethod(m)))
	}
	for _, m := range []DifferenceMethod{-1, DifferenceMethod(len(differenceMethods))} {
		if _, err := Difference(1, 2, 1, 2, 0.95, m); err == nil || !strings.Contains(err.Error(), m.String()) {
			t.Errorf("method %d: error %v", int(m), err)
		}
	}
	_, err := Difference(-1, 0, 5, 4, 95, 99)
	for _, says := range []string{"first group is 0", "first group is -1", "second group is 5 out of 4", "write 0.95", "DifferenceMethod(99)"} {
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("error %v does not say %q", err, says)
		}
	}
}

func TestWaldDifferenceWarnsOfNoWidth(t *testing.T) {
	iv := mustTwoGroups(t, differenceBy(WaldDifference), groups{10, 10, 0, 10}, 0.95)
	if len(iv.Warnings) != 1 || iv.Lower != 1 || iv.Upper != 1 {
		t.Errorf("%+v", iv)
	}
}

func FuzzDifference(f *testing.F) {
	f.Add(89, 160, 103, 241, 0.95, 0)
	f.Add(0, 1, 1, 1, 1-0x1p-53, 1)
	f.Add(1, math.MaxInt/2, math.MaxInt/2, math.MaxInt/2, 5e-324, 0)
	f.Add(0, math.MaxInt/2, 0, 1, 0.5, 5)
	f.Fuzz(func(t *testing.T, x1, n1, x2, n2 int, level float64, m int) {
		iv, err := Difference(x1, n1, x2, n2, level, DifferenceMethod(m))
		if err != nil {
			return
		}
		if fault := orderFault(iv, -1, 1); fault != "" {
			t.Errorf("%v for %d of %d and %d of %d at %v: %s: %+v", DifferenceMethod(m), x1, n1, x2, n2, level, fault, iv)
		}
	})
}

func BenchmarkDifference(b *testing.B) {
	for m := range differenceMethods {
		b.Run(DifferenceMethod(m).String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Difference(619, 813, 336, 354, 0.95, DifferenceMethod(m)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Of the investigations that Peru's prosecutors opened, 336 of 354 concerned sex
// trafficking in 2021. In 2022 it was at most 619 of 813, if all 321 of an unspecified
// form did.
func ExampleDifference() {
	iv, err := Difference(619, 813, 336, 354, 0.95, MiettinenNurminen)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.1f points (%.1f to %.1f), %s\n", 100*iv.Estimate, 100*iv.Lower, 100*iv.Upper, iv.Method)
	// Output: -18.8 points (-22.4 to -14.9), Miettinen-Nurminen
}

func ExampleDifferenceMethod_String() {
	fmt.Println(MiettinenNurminen, Mee)
	// Output: Miettinen-Nurminen Mee
}
