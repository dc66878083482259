package poisson

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

func mustCompare(t interface{ Fatal(...any) }, p pairOfRates, alt infer.Alternative) infer.Test {
	test, err := Compare(p.x1, p.t1, p.x2, p.t2, alt, ExactConditional)
	if err != nil {
		t.Fatal(err)
	}
	return test
}

func TestComparePublished(t *testing.T) {
	cases := []struct {
		p      pairOfRates
		alt    infer.Alternative
		want   float64
		digits float64
	}{
		// R, exactci, central.
		{pairOfRates{2, 10, 17877, 20000}, infer.TwoSided, .0605564484337, 1e-11},
		// R, 2*pbinom(10, 32, 800/3811, lower.tail = FALSE). By probability, as in R's
		// poisson.test, p is .0796686330333: beside a central interval it would mislead.
		{pairOfRates{11, 21, 800, 3011}, infer.TwoSided, .1120173195754, 1e-12},
		// Ng and Tang 2005 and statsmodels: exact, one-sided, three digits.
		{pairOfRates{60, 30, 51477.5, 54308.7}, infer.Greater, .000428, 2e-3},
	}
	for _, c := range cases {
		if got := mustCompare(t, c.p, c.alt); !closeTo(got.P, c.want, c.digits) {
			t.Errorf("%+v: p = %.13g, want %.13g", c.p, got.P, c.want)
		}
	}
}

// exactTails returns the binomial tails of x1 given x1 + x2, in whole numbers: with
// integer exposures, mass i is C(n, i) t1^i t2^(n-i) / (t1+t2)^n.
func exactTails(x1, t1, x2, t2 int64) (less, greater float64) {
	n := x1 + x2
	all := new(big.Int).Exp(big.NewInt(t1+t2), big.NewInt(n), nil)
	low, high := new(big.Int), new(big.Int)
	for i := int64(0); i <= n; i++ {
		mass := new(big.Int).Binomial(n, i)
		mass.Mul(mass, new(big.Int).Exp(big.NewInt(t1), big.NewInt(i), nil))
		mass.Mul(mass, new(big.Int).Exp(big.NewInt(t2), big.NewInt(n-i), nil))
		if i <= x1 {
			low.Add(low, mass)
		}
		if i >= x1 {
			high.Add(high, mass)
		}
	}
	less, _ = new(big.Rat).SetFrac(low, all).Float64()
	greater, _ = new(big.Rat).SetFrac(high, all).Float64()
	return less, greater
}

func TestCompareAgainstWholeNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x1, x2 := rapid.Int64Range(0, 40).Draw(t, "x1"), rapid.Int64Range(0, 40).Draw(t, "x2")
		t1, t2 := rapid.Int64Range(1, 9).Draw(t, "t1"), rapid.Int64Range(1, 9).Draw(t, "t2")
		less, greater := exactTails(x1, t1, x2, t2)
		p := pairOfRates{int(x1), int(x2), float64(t1), float64(t2)}
		for alt, want := range map[infer.Alternative]float64{
			infer.Less: less, infer.Greater: greater, infer.TwoSided: math.Min(1, 2*math.Min(less, greater)),
		} {
			if got := mustCompare(t, p, alt); !closeTo(got.P, want, 5e-14) {
				t.Fatalf("%+v, %v: p = %v, want %v", p, alt, got.P, want)
			}
		}
	})
}

func TestCompareProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPair(t, 5000)
		swapped := pairOfRates{p.x2, p.x1, p.t2, p.t1}
		less, greater := mustCompare(t, p, infer.Less), mustCompare(t, p, infer.Greater)
		both := mustCompare(t, p, infer.TwoSided)
		if back := mustCompare(t, swapped, infer.Greater); !closeTo(back.LogP, less.LogP, 1e-10) && math.Abs(back.LogP-less.LogP) > 1e-12 {
			t.Fatalf("%+v: less %v, swapped and greater %v", p, less.LogP, back.LogP)
		}
		if less.P+greater.P < 1-1e-12 {
			t.Fatalf("%+v: tails %v and %v share x1 and cannot add to less than 1", p, less.P, greater.P)
		}
		if !(both.P >= 0 && both.P <= 1) || both.Statistic != float64(p.x1) || !closeTo(math.Exp(both.LogP), both.P, 1e-15) {
			t.Fatalf("%+v", both)
		}
	})
}

// The log of a p-value that no float64 holds.
func TestCompareBeyondUnderflow(t *testing.T) {
	got := mustCompare(t, pairOfRates{0, 3000, 1, 1}, infer.Less)
	if want := -3000 * math.Ln2; got.P != 0 || !closeTo(got.LogP, want, 1e-15) {
		t.Errorf("0 against 3000: p = %v, log p = %v, want 0 and %v", got.P, got.LogP, want)
	}
}

func TestCompareSaysWhatItIs(t *testing.T) {
	p := pairOfRates{89, 233, 1, 1}
	two := mustCompare(t, p, infer.TwoSided)
	if !strings.Contains(two.Method, "central") || !slices.Contains(two.Warnings, warnDispersion) {
		t.Errorf("%+v does not say that it is central, and what it assumes", two)
	}
	if one := mustCompare(t, p, infer.Less); one.Method != "exact conditional" || one.Alternative != infer.Less {
		t.Errorf("%+v", one)
	}
	none := mustCompare(t, pairOfRates{0, 0, 1, 2}, infer.TwoSided)
	if none.P != 1 || none.LogP != 0 || !slices.Contains(none.Warnings, warnNoEvents) {
		t.Errorf("0 against 0: %+v", none)
	}
}

func TestCompareReportsAllProblems(t *testing.T) {
	compare := func(x1 int, t1 float64, x2 int, t2 float64, alt infer.Alternative, m TestMethod) error {
		_, err := Compare(x1, t1, x2, t2, alt, m)
		return err
	}
	wantProblems(t, compare(-1, -1, -2, 0, 7, 9),
		"x1 is -1", "t1 is -1", "x2 is -2", "t2 is 0", "unknown alternative 7", "unknown method TestMethod(9)")
	wantProblems(t, compare(math.MaxInt, 1, 1, 1, infer.TwoSided, ExactConditional), "too large")
}

// Peru's courts convicted 233 defendants in 2021 and 89 in 2022.
func ExampleCompare() {
	test, err := Compare(89, 1, 233, 1, infer.TwoSided, ExactConditional)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: p = %.2g\n", test.Method, test.P)
	// Output: exact conditional, central two-sided: p = 5.1e-16
}
