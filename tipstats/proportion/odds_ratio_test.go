package proportion

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

func oddsBy(m OddsMethod) twoGroupsInterval {
	return func(g groups, level float64) (infer.Interval, error) {
		return OddsRatio(g.x1, g.n1, g.x2, g.n2, level, m)
	}
}

// Score limits: R, 8 digits. Conditional limits and estimates: roots of the defining sums
// with mpmath, 40 digits (R's fisher.test gives 1.20911815, 6.040561454 and .9732477196,
// 396.1877899, off in the fourth digit, since it stops at a tolerance of 1e-4).
func TestOddsRatioPublished(t *testing.T) {
	inf := math.Inf(1)
	cases := []struct {
		g                      groups
		m                      OddsMethod
		estimate, lower, upper float64
		tolerance              float64
	}{
		{groups{56, 70, 48, 80}, ScoreOdds, 8. / 3, 1.28157319, 5.54020222, 1e-8},
		{groups{9, 10, 3, 10}, ScoreOdds, 21, 2.02158885, 189.62181971, 1e-8},
		{groups{5, 56, 0, 29}, ScoreOdds, inf, .69587120, inf, 1e-8},
		{groups{7, 34, 1, 34}, ScoreOdds, 77. / 9, 1.24662236, 56.4615756, 1e-8},
		{groups{56, 70, 48, 80}, ConditionalExact, 2.6491872957236945, 1.2091154789241256, 6.0398730131334436, 1e-13},
		{groups{56, 70, 48, 80}, ConditionalMidP, 2.6364237331551898, 1.2761591542927118, 5.6708664608394258, 1e-13},
		{groups{7, 34, 1, 34}, ConditionalExact, 8.329343717551269, 0.97327363288239903, 396.99400217017906, 1e-13},
		{groups{7, 34, 1, 34}, ConditionalMidP, 7.4924919604677794, 1.1885867883100971, 199.61664573710022, 1e-13},
		{groups{89, 160, 103, 241}, ConditionalExact, 1.6772785467444711, 1.1002356380711953, 2.5648469981889415, 1e-13},
		{groups{89, 160, 103, 241}, ConditionalMidP, 1.6765350575465681, 1.1210965706782402, 2.5159022696697722, 1e-13},
		// The estimate of R's fisher.test, to its tolerance.
		{groups{56, 70, 48, 80}, ConditionalExact, 2.649190271, 1.20911815, 6.040561454, 2e-4},
	}
	for _, c := range cases {
		iv := mustTwoGroups(t, oddsBy(c.m), c.g, 0.95)
		if !twoGroupsClose(iv.Estimate, c.estimate, c.tolerance) || !twoGroupsClose(iv.Lower, c.lower, c.tolerance) || !twoGroupsClose(iv.Upper, c.upper, c.tolerance) {
			t.Errorf("%v for %+v: %v (%v to %v), want %v (%v to %v)", c.m, c.g, iv.Estimate, iv.Lower, iv.Upper, c.estimate, c.lower, c.upper)
		}
	}
}

// conditionalTails returns P(X < x1) + share P(X = x1), P(X > x1) + share P(X = x1) and the
// mean of X for an odds ratio, by a plain sum over all tables: the slow oracle.
func conditionalTails(g groups, odds, share float64) (lower, upper, mean float64) {
	logChoose := func(n, k int) float64 {
		a, _ := math.Lgamma(float64(n) + 1)
		b, _ := math.Lgamma(float64(k) + 1)
		c, _ := math.Lgamma(float64(n-k) + 1)
		return a - b - c
	}
	x := g.x1 + g.x2
	total, largest := 0.0, math.Inf(-1)
	logWeight := func(k int) float64 {
		return logChoose(g.n1, k) + logChoose(g.n2, x-k) + float64(k)*math.Log(odds)
	}
	low, high := max(0, x-g.n2), min(g.n1, x)
	for k := low; k <= high; k++ {
		largest = math.Max(largest, logWeight(k))
	}
	for k := low; k <= high; k++ {
		w := math.Exp(logWeight(k) - largest)
		total += w
		mean += float64(k) * w
		switch {
		case k < g.x1:
			lower += w
		case k > g.x1:
			upper += w
		default:
			lower += share * w
			upper += share * w
		}
	}
	return lower / total, upper / total, mean / total
}

func TestConditionalOddsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawTwoGroups(t, 100)
		if g.none() || g.all() {
			return
		}
		level := rapid.Float64Range(0.5, 1-1e-9).Draw(t, "level")
		share := rapid.SampledFrom([]float64{1, 0.5}).Draw(t, "share")
		m := ConditionalExact
		if share == 0.5 {
			m = ConditionalMidP
		}
		iv := mustTwoGroups(t, oddsBy(m), g, level)
		half := (1 - level) / 2
		if iv.Lower > 0 {
			if _, upper, _ := conditionalTails(g, iv.Lower, share); math.Abs(upper/half-1) > 1e-9 {
				t.Fatalf("%v for %+v: upper tail %v at the lower limit %v, want %v", m, g, upper, iv.Lower, half)
			}
		}
		if !math.IsInf(iv.Upper, 1) {
			if lower, _, _ := conditionalTails(g, iv.Upper, share); math.Abs(lower/half-1) > 1e-9 {
				t.Fatalf("%v for %+v: lower tail %v at the upper limit %v, want %v", m, g, lower, iv.Upper, half)
			}
		}
		if iv.Estimate > 0 && !math.IsInf(iv.Estimate, 1) {
			if lower, upper, _ := conditionalTails(g, iv.Estimate, 0.5); m == ConditionalMidP && math.Abs(lower-upper) > 1e-9 {
				t.Fatalf("%+v: tails %v and %v at the estimate", g, lower, upper)
			}
			if _, _, mean := conditionalTails(g, iv.Estimate, 1); m == ConditionalExact && math.Abs(mean-float64(g.x1)) > 1e-9*float64(g.x1) {
				t.Fatalf("%+v: mean %v at the estimate, want %d", g, mean, g.x1)
			}
		}
	})
}

func TestOddsRatioProperties(t *testing.T) {
	for m := range oddsMethods {
		m := OddsMethod(m)
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) {
			g := drawTwoGroups(t, 300)
			invert := func(r float64) float64 { return 1 / r }
			checkTwoGroups(t, oddsBy(m), g, 0, math.Inf(1), invert)
			iv, opposite := mustTwoGroups(t, oddsBy(m), g, 0.95), mustTwoGroups(t, oddsBy(m), g.opposite(), 0.95)
			if !twoGroupsClose(opposite.Lower, 1/iv.Upper, 1e-11) || !twoGroupsClose(opposite.Upper, 1/iv.Lower, 1e-11) {
				t.Fatalf("%v for %+v: counting failures gives %v to %v, want the inverse of %v to %v", m, g, opposite.Lower, opposite.Upper, iv.Lower, iv.Upper)
			}
		}))
	}
}

func TestOddsRatioAgreesWithTests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawTwoGroups(t, 200)
		checkAgreement(t, oddsBy(ConditionalExact), g, 1, FisherExact)
		checkAgreement(t, oddsBy(ConditionalMidP), g, 1, FisherMidP)
		checkAgreement(t, oddsBy(ScoreOdds), g, 1, ScoreN1)
	})
}

func TestOddsRatioWarnings(t *testing.T) {
	for _, c := range []struct {
		g    groups
		m    OddsMethod
		says string
	}{
		{groups{0, 10, 0, 20}, ConditionalExact, "no success"},
		{groups{10, 10, 20, 20}, ScoreOdds, "no failure"},
		{groups{0, 10, 3, 20}, Woolf, "has no limits"},
		{groups{10, 10, 3, 20}, Woolf, "has no limits"},
	} {
		iv := mustTwoGroups(t, oddsBy(c.m), c.g, 0.95)
		if len(iv.Warnings) != 1 || !strings.Contains(iv.Warnings[0], c.says) || iv.Lower != 0 || !math.IsInf(iv.Upper, 1) {
			t.Errorf("%v for %+v: %+v, want a warning of %q", c.m, c.g, iv, c.says)
		}
	}
}

func TestOddsRatioRefuses(t *testing.T) {
	for m := range oddsMethods {
		checkRefusals(t, oddsBy(OddsMethod(m)))
	}
	for _, m := range []OddsMethod{-1, OddsMethod(len(oddsMethods))} {
		if _, err := OddsRatio(1, 2, 1, 2, 0.95, m); err == nil || !strings.Contains(err.Error(), m.String()) {
			t.Errorf("method %d: error %v", int(m), err)
		}
	}
}

// One success in all makes P(X = 1) = p1/(p1 + p2) for equal groups: 0 of n against 1 of n has
// the odds ratio level/(1 - level) as mid-P limit for n = 1.
func TestConditionalMidPAtSmallLevels(t *testing.T) {
	for _, level := range []float64{1e-100, 1e-12, 1e-6, 0.01, 0.95} {
		want := level / (1 - level)
		for g, want := range map[groups]float64{{0, 1, 1, 1}: want, {0, 7, 1, 1}: want / 7, {0, 1, 1, 7}: want * 7, {6, 7, 1, 1}: want * 7} {
			if got := mustTwoGroups(t, oddsBy(ConditionalMidP), g, level).Upper; !(math.Abs(got/want-1) <= 1e-13) {
				t.Errorf("%+v at %v: %.17g, want %.17g", g, level, got, want)
			}
		}
		if got := mustTwoGroups(t, oddsBy(ConditionalMidP), groups{1, 1, 0, 1}, level).Lower; !(math.Abs(got*want-1) <= 1e-13) {
			t.Errorf("lower limit at %v: %.17g, want %.17g", level, got, 1/want)
		}
	}
}

func FuzzOddsRatio(f *testing.F) {
	f.Add(89, 160, 103, 241, 0.95, 0)
	f.Add(0, 1, 1, 1, 1-0x1p-53, 1)
	f.Add(1, math.MaxInt/2, math.MaxInt/2-1, math.MaxInt/2, 5e-324, 0)
	f.Add(1<<29, 1<<30, 1<<28, 1<<30, 0.999999999, 1)
	f.Add(math.MaxInt/4, math.MaxInt/2, math.MaxInt/5, math.MaxInt/2, 0.999999999, 0)
	f.Fuzz(func(t *testing.T, x1, n1, x2, n2 int, level float64, m int) {
		iv, err := OddsRatio(x1, n1, x2, n2, level, OddsMethod(m))
		if err != nil {
			return
		}
		if fault := orderFault(iv, 0, math.Inf(1)); fault != "" {
			t.Errorf("%v for %d of %d and %d of %d at %v: %s: %+v", OddsMethod(m), x1, n1, x2, n2, level, fault, iv)
		}
	})
}

func BenchmarkOddsRatio(b *testing.B) {
	for m := range oddsMethods {
		b.Run(OddsMethod(m).String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := OddsRatio(39, 82, 23, 31, 0.95, OddsMethod(m)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Of the child victims whom Peru's child protection units assisted in 2022, 39 of 82 in
// sex trafficking and 23 of 31 in labor trafficking were Peruvian.
func ExampleOddsRatio() {
	iv, err := OddsRatio(39, 82, 23, 31, 0.95, ConditionalExact)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("odds ratio %.2f (%.2f to %.2f), %s\n", iv.Estimate, iv.Lower, iv.Upper, iv.Method)
	// Output: odds ratio 0.32 (0.11 to 0.84), conditional exact, central
}

func ExampleOddsMethod_String() {
	fmt.Println(ConditionalExact)
	// Output: conditional exact, central
}
