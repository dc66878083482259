package proportion

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

// Sums over all tables with scipy's binom.pmf, norm.sf and fisher_exact.
func TestPowerAgainstScipy(t *testing.T) {
	for _, c := range []struct {
		p1   float64
		n1   int
		p2   float64
		n2   int
		m    TestMethod
		want float64
	}{
		{.5, 30, .75, 20, Score, 0.43592299194913964},
		{.5, 30, .75, 20, FisherExact, 0.3164634349444886},
		{.5, 77, .75, 77, Score, 0.9062617356100588},
	} {
		got, err := Power(c.p1, c.n1, c.p2, c.n2, 0.05, infer.TwoSided, c.m)
		if err != nil || math.Abs(got/c.want-1) > 1e-12 {
			t.Errorf("%+v: %v, %v", c, got, err)
		}
	}
}

// The slow oracle: the probability of all tables that Compare rejects.
func TestPowerAgainstAllTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n1, n2 := rapid.IntRange(1, 12).Draw(t, "n1"), rapid.IntRange(1, 12).Draw(t, "n2")
		p := rapid.SampledFrom([]float64{0, 0.1, 0.5, 0.93, 1}).Draw(t, "p")
		alpha := rapid.Float64Range(0.001, 0.5).Draw(t, "alpha")
		alt := rapid.SampledFrom([]infer.Alternative{infer.TwoSided, infer.Less, infer.Greater}).Draw(t, "alternative")
		m := rapid.SampledFrom([]TestMethod{Score, ScoreN1, FisherExact, FisherMidP}).Draw(t, "method")
		want := 0.0
		allTables(n1, n2, p, func(g groups, probability float64) {
			if mustCompare(t, g, alt, m).P < alpha {
				want += probability
			}
		})
		got, err := Power(p, n1, p, n2, alpha, alt, m)
		if err != nil || math.Abs(got-want) > 1e-12 {
			t.Fatalf("%v %v, n = %d and %d, p = %v, alpha = %v: %v, all tables give %v (%v)", m, alt, n1, n2, p, alpha, got, want, err)
		}
		if m == FisherExact && got > alpha*(1+1e-12) {
			t.Fatalf("Fisher's test has size %v at level %v", got, alpha)
		}
	})
}

func TestPowerOneAgainstAllOutcomes(t *testing.T) {
	for m := range methods {
		m := Method(m)
		for _, c := range []struct{ p, p0, alpha float64 }{{.6, .5, .05}, {.05, .2, .1}, {0, .3, .05}, {1, .7, .01}, {.4, .4, .05}} {
			for _, n := range []int{1, 7, 40} {
				want := [3]float64{}
				for x := 0; x <= n; x++ {
					mass := 0.0
					allTables(n, 1, c.p, func(g groups, probability float64) {
						if g.x1 == x {
							mass += probability
						}
					})
					two, one := mustInterval(t, x, n, 1-c.alpha, m), mustInterval(t, x, n, 1-2*c.alpha, m)
					if !two.Contains(c.p0) {
						want[infer.TwoSided] += mass
					}
					if one.Upper < c.p0 {
						want[infer.Less] += mass
					}
					if one.Lower > c.p0 {
						want[infer.Greater] += mass
					}
				}
				for alt, w := range want {
					got, err := PowerOne(c.p, c.p0, n, c.alpha, infer.Alternative(alt), m)
					if err != nil || math.Abs(got-w) > 1e-12 {
						t.Errorf("%v, %+v, n = %d, %v: %v, all outcomes give %v (%v)", m, c, n, infer.Alternative(alt), got, w, err)
					}
				}
			}
		}
	}
}

func TestPowerRefuses(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		p1     float64
		n1     int
		p2     float64
		n2     int
		alpha  float64
		alt, m int
		says   string
	}{
		{-.1, 9, .5, 9, .05, 0, 0, "p1 is -0.1"},
		{.1, 9, nan, 9, .05, 0, 0, "p2 is NaN"},
		{.1, 0, .5, 9, .05, 0, 0, "groups of 0 and 9"},
		{.1, 9, .5, 1_000_000, .05, 0, 0, "at most 1000000"},
		{.1, 9, .5, 9, 5, 0, 0, "significance level is 5"},
		{.1, 9, .5, 9, nan, 0, 0, "significance level is NaN"},
		{.1, 9, .5, 9, .05, 9, 0, "alternative"},
		{.1, 9, .5, 9, .05, 0, int(Boschloo), "no power for the method"},
		{.1, 9, .5, 9, .05, 0, -1, "no power for the method"},
	} {
		_, err := Power(c.p1, c.n1, c.p2, c.n2, c.alpha, infer.Alternative(c.alt), TestMethod(c.m))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: error %v", c, err)
		}
	}
	for _, c := range []struct {
		p, p0 float64
		n     int
		alpha float64
		alt   infer.Alternative
		m     Method
	}{
		{2, .5, 9, .05, 0, 0}, {.5, 0, 9, .05, 0, 0}, {.5, 1, 9, .05, 0, 0}, {.5, nan, 9, .05, 0, 0}, {.5, .5, 0, .05, 0, 0},
		{.5, .5, 9, 0, 0, 0}, {.5, .5, 9, .5, infer.Less, 0}, {.5, .5, 9, .05, 9, 0}, {.5, .5, 9, .05, 0, -1},
	} {
		if got, err := PowerOne(c.p, c.p0, c.n, c.alpha, c.alt, c.m); err == nil {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// How likely is a study of 160 defendants a year to find a conviction rate that rises from
// 55 to 65 %?
func ExamplePower() {
	power, err := Power(0.55, 160, 0.65, 160, 0.05, infer.TwoSided, Score)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f\n", power)
	// Output: 0.44
}

// How likely are 160 decided cases to show that the conviction rate is not one half, if it
// is 55.6 % as it was in Peru in 2022 (89 of 160)?
func ExamplePowerOne() {
	power, err := PowerOne(89./160, 0.5, 160, 0.05, infer.TwoSided, Wilson)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f\n", power)
	// Output: 0.29
}
