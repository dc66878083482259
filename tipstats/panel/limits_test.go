package panel

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// slowLimits are the limits by adding up probabilities from both ends, from the definition.
func slowLimits(mass func(k int) float64, most int, a float64) (lower, upper float64) {
	sum := 0.0
	for k := 0; ; k++ {
		m := mass(k)
		if sum+m >= a {
			lower = math.Max(float64(k)-(sum+m-a)/m, 0)
			break
		}
		sum += m
	}
	sum = 0
	for k := most; ; k-- {
		m := mass(k)
		if sum+m >= a {
			return lower, float64(k) + (sum+m-a)/m
		}
		sum += m
	}
}

func binomialMass(n int, p float64) func(int) float64 {
	return func(k int) float64 {
		a, _ := math.Lgamma(float64(n + 1))
		b, _ := math.Lgamma(float64(k + 1))
		c, _ := math.Lgamma(float64(n - k + 1))
		return math.Exp(a - b - c + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
	}
}

func poissonMass(mean float64) func(int) float64 {
	return func(k int) float64 {
		a, _ := math.Lgamma(float64(k + 1))
		return math.Exp(float64(k)*math.Log(mean) - mean - a)
	}
}

func near(t rapid.TB, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Fatalf("%s: got %.12g, want %.12g", what, got, want)
	}
}

// TestLimitsByHand: 10 trials at one half, level 0.9. P(R <= 1) = 11/1024 and P(R <= 2) = 56/1024, so that r = 2 at 0.05 and the
// limit is 2 - (56 - 51.2)/45; the upper is its mirror image.
func TestLimitsByHand(t *testing.T) {
	lower, upper, err := ProportionLimits(10, 0.5, 0.9)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "lower", lower, (2-4.8/45)/10, 1e-12)
	near(t, "upper", upper, (8+4.8/45)/10, 1e-12)
}

func TestLimitsAgainstSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		level := rapid.SampledFrom([]float64{0.5, 0.8, 0.95, 0.99, 0.998}).Draw(t, "level")
		n := rapid.IntRange(1, 400).Draw(t, "n")
		p := rapid.Float64Range(0.002, 0.998).Draw(t, "p")
		lower, upper, err := ProportionLimits(n, p, level)
		if err != nil {
			t.Fatal(err)
		}
		lo, hi := slowLimits(binomialMass(n, p), n, (1-level)/2)
		near(t, "binomial lower", lower*float64(n), lo, 1e-7*float64(n))
		near(t, "binomial upper", upper*float64(n), math.Min(hi, float64(n)), 1e-7*float64(n))

		exposure := rapid.Float64Range(0.01, 100).Draw(t, "exposure")
		lower, upper, err = RateLimits(exposure, 10*p, level)
		if err != nil {
			t.Fatal(err)
		}
		mean := 10 * p * exposure
		lo, hi = slowLimits(poissonMass(mean), 3000, (1-level)/2)
		near(t, "Poisson lower", lower*exposure, lo, 1e-7*(1+mean))
		near(t, "Poisson upper", upper*exposure, hi, 1e-7*(1+mean))
	})
}

// TestLimitsAgainstSpiegelhalter: the values are those of his formula (r - (P(R <= r) - p)/P(R = r))/n, r = qbinom(p, n, 0.55) or
// qpois(p, 1.3 n), as R computes it. The lower limits are his, cut at 0; the upper ones lie 1/n above his.
func TestLimitsAgainstSpiegelhalter(t *testing.T) {
	for _, c := range []struct {
		kind         Kind
		size, level  float64
		lower, upper float64
	}{
		{Proportions, 10, 0.998, 0.0158465726064939, 0.960520367162416},
		{Proportions, 10, 0.95, 0.189550536641088, 0.797715805395421},
		{Proportions, 40, 0.998, 0.293090982935682, 0.773422788090991},
		{Proportions, 40, 0.95, 0.381470132858859, 0.691410959693062},
		{Proportions, 160, 0.998, 0.424983927115951, 0.667272933024189},
		{Proportions, 160, 0.95, 0.469499464218256, 0.623715652001686},
		{Rates, 3, 0.998, -0.316865850298157, 3.61260008787433},
		{Rates, 3, 0.95, 0.0200907032169449, 2.58643420728903},
		{Rates, 25, 0.998, 0.635207779181358, 2.03890443779065},
		{Rates, 25, 0.95, 0.851605554029299, 1.74630904409845},
	} {
		lower, upper, err := ProportionLimits(int(c.size), 0.55, c.level)
		most := 1.0
		if c.kind == Rates {
			lower, upper, err = RateLimits(c.size, 1.3, c.level)
			most = math.Inf(1)
		}
		if err != nil {
			t.Fatal(err)
		}
		near(t, fmt.Sprint("lower ", c.kind, c.size, c.level), lower, math.Max(c.lower, 0), 1e-12)
		near(t, fmt.Sprint("upper ", c.kind, c.size, c.level), upper, math.Min(c.upper+1/c.size, most), 1e-12)
	}
}

// TestLimitsNest: a larger level has wider limits, and limits narrow towards the target as groups grow.
func TestLimitsNest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 1_000_000).Draw(t, "n")
		p := rapid.Float64Range(0.001, 0.999).Draw(t, "p")
		innerLow, innerHigh, err := ProportionLimits(n, p, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		low, high, err := ProportionLimits(n, p, 0.998)
		if err != nil {
			t.Fatal(err)
		}
		if low > innerLow || high < innerHigh || low < 0 || high > 1 || innerLow > innerHigh {
			t.Fatalf("95 %% from %v to %v, 99.8 %% from %v to %v", innerLow, innerHigh, low, high)
		}
		if s := math.Sqrt(p * (1 - p) / float64(n)); float64(n)*p*(1-p) > 1000 {
			near(t, "lower by the normal", innerLow, p-1.959964*s, 0.1*s)
			near(t, "upper by the normal", innerHigh, p+1.959964*s, 0.1*s)
		}
	})
}

func TestLimitsOfLargeGroups(t *testing.T) {
	lower, upper, err := ProportionLimits(maxSize, 0.5, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	half := 1.959963984540054 * 0.5 / math.Sqrt(maxSize)
	near(t, "lower", lower, 0.5-half, 1e-9)
	near(t, "upper", upper, 0.5+half, 1e-9)
}

func TestLimitsRefuse(t *testing.T) {
	for _, c := range []struct {
		n             int
		target, level float64
	}{{0, 0.5, 0.95}, {-1, 0.5, 0.95}, {10, 0, 0.95}, {10, 1, 0.95}, {10, math.NaN(), 0.95}, {10, 0.5, 1}, {10, 0.5, 0}, {10, 0.5, math.NaN()}} {
		if _, _, err := ProportionLimits(c.n, c.target, c.level); err == nil {
			t.Errorf("%+v: no error", c)
		}
	}
	for _, c := range [][3]float64{{0, 1, 0.95}, {-1, 1, 0.95}, {1, 0, 0.95}, {math.Inf(1), 1, 0.95}, {1e9, 2, 0.95}, {1, math.NaN(), 0.95}, {1, 1, 2}} {
		if _, _, err := RateLimits(c[0], c[1], c[2]); err == nil {
			t.Errorf("%v: no error", c)
		}
	}
}
