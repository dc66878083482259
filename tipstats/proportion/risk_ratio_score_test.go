package proportion

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// mpmath with 60 digits: roots of the score equation, rounded to 17 digits.
func TestRiskRatioNearOne(t *testing.T) {
	for _, c := range []struct {
		g            groups
		m            RatioMethod
		level        float64
		lower, upper float64
	}{
		{groups{999999, 1000000, 1, 1}, MiettinenNurminenRatio, 0.95, 0.99999433508423071, 4.8414578206941245},
		{groups{999998, 1000000, 30, 30}, Koopman, 0.95, 0.99999270704361143, 1.1280463712668988},
		{groups{999999998, 1000000000, 10, 10}, Koopman, 1 - 1e-9, 0.99999995877213018, 4.7324893011868934},
		{groups{999999990, 1000000000, 999999998, 1000000000}, Koopman, 0.95, 0.99999998336697827, 0.99999999854305812},
		{groups{30, 30, 999998, 1000000}, MiettinenNurminenRatio, 0.95, 0.88648827917137889, 1.0000072930137299},
	} {
		iv := mustTwoGroups(t, ratioBy(c.m), c.g, c.level)
		if math.Abs(iv.Lower-c.lower) > 1e-15*c.lower || math.Abs(iv.Upper-c.upper) > 1e-15*c.upper {
			t.Errorf("%v for %+v at %v: %.17g to %.17g, want %.17g to %.17g", c.m, c.g, c.level, iv.Lower, iv.Upper, c.lower, c.upper)
		}
	}
}

// scoreExcess returns the sign of (x1/n1 - r x2/n2)^2 - z^2 c V at the most likely
// proportions with p1 = r p2, by their quadratic in 500 bits; c is N/(N-1) or 1.
func scoreExcess(g groups, r, z float64, m RatioMethod) int {
	number := func(v float64) *big.Float { return new(big.Float).SetPrec(500).SetFloat64(v) }
	add := func(a, b *big.Float) *big.Float { return number(0).Add(a, b) }
	sub := func(a, b *big.Float) *big.Float { return number(0).Sub(a, b) }
	mul := func(a, b *big.Float) *big.Float { return number(0).Mul(a, b) }
	quo := func(a, b *big.Float) *big.Float { return number(0).Quo(a, b) }
	x1, n1, x2, n2 := number(float64(g.x1)), number(float64(g.n1)), number(float64(g.x2)), number(float64(g.n2))
	ratio, n := number(r), add(n1, n2)
	b := add(mul(add(n1, x2), ratio), add(n2, x1))
	c := mul(mul(n, ratio), add(x1, x2))
	root := sub(mul(b, b), mul(number(4), c))
	if root.Sign() > 0 {
		root = number(0).Sqrt(root)
	}
	p2 := quo(sub(b, root), mul(number(2), mul(n, ratio)))
	p1 := mul(ratio, p2)
	variance := func(p, n *big.Float) *big.Float { return quo(mul(p, sub(number(1), p)), n) }
	total := add(variance(p1, n1), mul(mul(ratio, ratio), variance(p2, n2)))
	total = mul(total, mul(number(z), number(z)))
	if m == MiettinenNurminenRatio {
		total = quo(mul(total, n), sub(n, number(1)))
	}
	excess := sub(quo(x1, n1), mul(ratio, quo(x2, n2)))
	return mul(excess, excess).Cmp(total)
}

// scoreFault says which limit the score equation does not hold at: within it the
// statistic is smaller, beyond it larger, at a distance of a few roundings of its
// logarithm and of itself.
func scoreFault(g groups, lower, upper, z float64, m RatioMethod, tolerance float64) string {
	const unresolved = 1e-13 // where both limits are that close, rounding decides
	if upper/lower-1 < unresolved {
		return ""
	}
	switch low, high := tolerance*(1+math.Abs(math.Log(lower))), tolerance*(1+math.Abs(math.Log(upper))); {
	case lower > 0 && (scoreExcess(g, lower*(1-low), z, m) < 0 || scoreExcess(g, lower*(1+low), z, m) > 0):
		return "lower"
	case !math.IsInf(upper, 1) && (scoreExcess(g, upper*(1+high), z, m) < 0 || scoreExcess(g, upper*(1-high), z, m) > 0):
		return "upper"
	}
	return ""
}

// Groups of every size and with proportions as near to 0 and 1 as they can be.
func TestRiskRatioToTheLastDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) (x, n int) {
			n = int(math.Exp(rapid.Float64Range(0, math.Log(1e9)).Draw(t, "log n"+name)))
			few := rapid.IntRange(0, min(n, 30)).Draw(t, "few"+name)
			return rapid.SampledFrom([]int{few, n - few, n - few, n / (1 + few)}).Draw(t, "x"+name), n
		}
		var g groups
		g.x1, g.n1 = draw("1")
		g.x2, g.n2 = draw("2")
		if g.none() {
			return
		}
		level := rapid.SampledFrom([]float64{0.5, 0.8, 0.95, 0.9999, 1 - 1e-9}).Draw(t, "level")
		m := rapid.SampledFrom([]RatioMethod{MiettinenNurminenRatio, Koopman}).Draw(t, "method")
		iv := mustTwoGroups(t, ratioBy(m), g, level)
		if fault := scoreFault(g, iv.Lower, iv.Upper, tail.NormalTwoSided(level), m, 4e-15); fault != "" {
			t.Fatalf("%v for %+v at %v: %.17g to %.17g: the %s limit is none", m, g, level, iv.Lower, iv.Upper, fault)
		}
	})
}

func TestScoreFaultCanFail(t *testing.T) {
	g := groups{999998, 1000000, 30, 30}
	z := tail.NormalTwoSided(0.95)
	lower, upper := koopman(g, 0.95)
	if fault := scoreFault(g, lower, upper, z, Koopman, 1e-15); fault != "" {
		t.Errorf("%v to %v: the %s limit is none", lower, upper, fault)
	}
	if scoreFault(g, lower+2e-12, upper, z, Koopman, 1e-14) != "lower" || scoreFault(g, lower, upper*(1-1e-13), z, Koopman, 1e-14) != "upper" {
		t.Error("wrong limits pass")
	}
}

func TestRatioOfEqualProportions(t *testing.T) {
	for _, g := range []groups{{40, 40, 38, 38}, {38, 38, 40, 40}, {49, 49, 1, 1}, {3, 49, 3, 49}, {20, 40, 19, 38}} {
		for m := range ratioMethods {
			if iv := mustTwoGroups(t, ratioBy(RatioMethod(m)), g, 1e-7); iv.Estimate != 1 || !iv.Contains(1) {
				t.Errorf("%v for %+v: %.17g (%.17g to %.17g)", RatioMethod(m), g, iv.Estimate, iv.Lower, iv.Upper)
			}
		}
	}
}
