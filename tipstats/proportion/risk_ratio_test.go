package proportion

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

func ratioBy(m RatioMethod) twoGroupsInterval {
	return func(g groups, level float64) (infer.Interval, error) {
		return RiskRatio(g.x1, g.n1, g.x2, g.n2, level, m)
	}
}

// Koopman and Miettinen-Nurminen: R, 8 digits after the point; Katz: 7 digits.
func TestRiskRatioPublished(t *testing.T) {
	inf := math.Inf(1)
	cases := []struct {
		g            groups
		m            RatioMethod
		lower, upper float64
	}{
		{groups{56, 70, 48, 80}, Koopman, 1.07982151, 1.67080558},
		{groups{56, 70, 48, 80}, MiettinenNurminenRatio, 1.07904712, 1.67214536},
		{groups{9, 10, 3, 10}, Koopman, 1.35323719, 8.46766869},
		{groups{9, 10, 3, 10}, MiettinenNurminenRatio, 1.32795657, 8.69191495},
		{groups{5, 56, 0, 29}, Koopman, .72568888, inf},
		{groups{5, 56, 0, 29}, MiettinenNurminenRatio, .71749508, inf},
		{groups{0, 10, 0, 20}, Koopman, 0, inf},
		{groups{0, 10, 0, 20}, MiettinenNurminenRatio, 0, inf},
		{groups{7, 34, 1, 34}, Koopman, 1.22085285, 42.5757178},
		{groups{7, 34, 1, 34}, MiettinenNurminenRatio, 1.20856797, 43.0329723},
		{groups{16, 128, 24, 256}, Katz, .7347317, 2.419628},
	}
	for _, c := range cases {
		iv := mustTwoGroups(t, ratioBy(c.m), c.g, 0.95)
		if !twoGroupsClose(iv.Lower, c.lower, 3e-7) || !twoGroupsClose(iv.Upper, c.upper, 3e-7) {
			t.Errorf("%v for %+v: %v to %v, published %v to %v", c.m, c.g, iv.Lower, iv.Upper, c.lower, c.upper)
		}
	}
}

// ratioScoreByBisection returns the score statistic for the ratio r, with the most likely
// proportions found by bisection of the derivative of the likelihood: the slow oracle.
func ratioScoreByBisection(g groups, r float64) float64 {
	x1, n1, x2, n2 := float64(g.x1), float64(g.n1), float64(g.x2), float64(g.n2)
	lo, hi := 0.0, math.Min(1, 1/r)
	for range 1100 {
		p := (lo + hi) / 2
		slope := x1 + x2
		if g.x1 < g.n1 {
			slope -= (n1 - x1) * r * p / (1 - r*p)
		}
		if g.x2 < g.n2 {
			slope -= (n2 - x2) * p / (1 - p)
		}
		if slope > 0 {
			lo = p
		} else {
			hi = p
		}
	}
	p := (lo + hi) / 2
	return (r*x2/n2 - x1/n1) / math.Sqrt(r*p*(1-r*p)/n1+r*r*p*(1-p)/n2)
}

func TestRiskRatioScoreEquation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawTwoGroups(t, 500)
		level := rapid.Float64Range(0.5, 0.9999).Draw(t, "level")
		m := rapid.SampledFrom([]RatioMethod{MiettinenNurminenRatio, Koopman}).Draw(t, "method")
		z := tail.NormalTwoSided(level)
		if m == MiettinenNurminenRatio {
			z *= math.Sqrt(g.smallSampleFactor())
		}
		iv := mustTwoGroups(t, ratioBy(m), g, level)
		for limit, want := range map[float64]float64{iv.Lower: -z, iv.Upper: z} {
			if limit == 0 || math.IsInf(limit, 1) {
				continue
			}
			if got := ratioScoreByBisection(g, limit); !twoGroupsClose(got, want, 1e-10) {
				t.Fatalf("%v for %+v at %v: z = %v at the limit %v, want %v", m, g, level, got, limit, want)
			}
		}
	})
}

func TestRiskRatioProperties(t *testing.T) {
	for m := range ratioMethods {
		m := RatioMethod(m)
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) {
			g := drawTwoGroups(t, 300)
			checkTwoGroups(t, ratioBy(m), g, 0, math.Inf(1), func(r float64) float64 { return 1 / r })
			iv := mustTwoGroups(t, ratioBy(m), g, 0.95)
			if g.x1 == 0 && iv.Lower != 0 || g.x2 == 0 && !math.IsInf(iv.Upper, 1) {
				t.Fatalf("%v for %+v: %v to %v", m, g, iv.Lower, iv.Upper)
			}
			if m != Katz && g.x1+g.x2 > 0 && (g.x1 > 0 && iv.Lower == 0 || g.x2 > 0 && math.IsInf(iv.Upper, 1)) {
				t.Fatalf("%v for %+v has no limit: %v to %v", m, g, iv.Lower, iv.Upper)
			}
		}))
	}
}

func TestRiskRatioAgreesWithTests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawTwoGroups(t, 200)
		checkAgreement(t, ratioBy(MiettinenNurminenRatio), g, 1, ScoreN1)
		checkAgreement(t, ratioBy(Koopman), g, 1, Score)
	})
}

// Without failures the score equation has the roots r = 1 + z^2/n2 and 1/(1 + z^2/n1).
func TestRiskRatioWithoutFailures(t *testing.T) {
	z := tail.NormalTwoSided(0.95)
	iv := mustTwoGroups(t, ratioBy(Koopman), groups{10, 10, 25, 25}, 0.95)
	if lower, upper := 1/(1+z*z/10), 1+z*z/25; !twoGroupsClose(iv.Lower, lower, 1e-14) || !twoGroupsClose(iv.Upper, upper, 1e-14) {
		t.Errorf("%v to %v, want %v to %v", iv.Lower, iv.Upper, lower, upper)
	}
}

func TestRiskRatioWarnings(t *testing.T) {
	for _, c := range []struct {
		g    groups
		m    RatioMethod
		says string
	}{
		{groups{0, 10, 0, 20}, Koopman, "no success"},
		{groups{0, 10, 3, 20}, Katz, "has no limits"},
		{groups{10, 10, 20, 20}, Katz, "no width"},
	} {
		iv := mustTwoGroups(t, ratioBy(c.m), c.g, 0.95)
		if len(iv.Warnings) != 1 || !strings.Contains(iv.Warnings[0], c.says) {
			t.Errorf("%v for %+v warns %q, want %q", c.m, c.g, iv.Warnings, c.says)
		}
	}
}

func TestRiskRatioRefuses(t *testing.T) {
	for m := range ratioMethods {
		checkRefusals(t, ratioBy(RatioMethod(m)))
	}
	for _, m := range []RatioMethod{-1, RatioMethod(len(ratioMethods))} {
		if _, err := RiskRatio(1, 2, 1, 2, 0.95, m); err == nil || !strings.Contains(err.Error(), m.String()) {
			t.Errorf("method %d: error %v", int(m), err)
		}
	}
}

func FuzzRiskRatio(f *testing.F) {
	f.Add(89, 160, 103, 241, 0.95, 0)
	f.Add(0, 1, 1, 1, 1-0x1p-53, 1)
	f.Add(1, math.MaxInt/2, math.MaxInt/2, math.MaxInt/2, 5e-324, 0)
	f.Add(0, math.MaxInt/2, 1, math.MaxInt/2, 0.999999999, 0)
	f.Fuzz(func(t *testing.T, x1, n1, x2, n2 int, level float64, m int) {
		iv, err := RiskRatio(x1, n1, x2, n2, level, RatioMethod(m))
		if err != nil {
			return
		}
		if fault := orderFault(iv, 0, math.Inf(1)); fault != "" {
			t.Errorf("%v for %d of %d and %d of %d at %v: %s: %+v", RatioMethod(m), x1, n1, x2, n2, level, fault, iv)
		}
	})
}

func BenchmarkRiskRatio(b *testing.B) {
	for m := range ratioMethods {
		b.Run(RatioMethod(m).String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := RiskRatio(194, 813, 18, 354, 0.95, RatioMethod(m)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Investigations of labor trafficking in Peru: 194 of 813 in 2022, 18 of 354 in 2021.
func ExampleRiskRatio() {
	iv, err := RiskRatio(194, 813, 18, 354, 0.95, MiettinenNurminenRatio)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.1f times the share (%.1f to %.1f)\n", iv.Estimate, iv.Lower, iv.Upper)
	// Output: 4.7 times the share (3.0 to 7.5)
}

func ExampleRatioMethod_String() {
	fmt.Println(MiettinenNurminenRatio)
	// Output: Miettinen-Nurminen ratio
}
