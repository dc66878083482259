package proportion

import (
	"fmt"
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

func mustCompare(t interface{ Fatal(...any) }, g groups, alt infer.Alternative, m TestMethod) infer.Test {
	test, err := Compare(g.x1, g.n1, g.x2, g.n2, alt, m)
	if err != nil {
		t.Fatal(err)
	}
	return test
}

// Fisher and Barnard, Boschloo: R's fisher.test and scipy's barnard_exact, boschloo_exact,
// whose groups are the columns of the table; to the digits given.
func TestComparePublished(t *testing.T) {
	cases := []struct {
		g         groups
		m         TestMethod
		statistic float64
		p         float64
		tolerance float64
	}{
		{groups{2, 9, 8, 10}, FisherExactByProbability, 2, .02301413756522114, 1e-13},
		{groups{100, 102, 1000, 1005}, FisherExactByProbability, 100, .1300759363430016, 1e-13},
		{groups{5, 20, 20, 40}, FisherExactByProbability, 5, .09580440012477637, 1e-13},
		{groups{6, 43, 108, 308}, FisherExactByProbability, 6, .005092697748126, 1e-12},
		{groups{22, 22, 0, 102}, FisherExactByProbability, 22, 7.175066786244549e-25, 1e-12},
		{groups{94, 142, 3577, 20565}, FisherExactByProbability, 94, 2.069356340993818e-37, 1e-12},
		{groups{1, 10, 11, 14}, FisherExact, 1, .0027594561852200853, 1e-13},
		{groups{43, 53, 40, 79}, Barnard, 3.555406779642616, .000362832367, 2e-9},
		{groups{43, 53, 40, 79}, Boschloo, math.NaN(), .0003231115, 4e-6},
		{groups{2, 10, 7, 9}, Barnard, math.NaN(), .01921081543, 1e-9},
		{groups{2, 10, 7, 9}, Boschloo, math.NaN(), .01977228, 3e-7},
		{groups{5, 6, 0, 4}, Barnard, math.NaN(), .013671875, 1e-13},
		{groups{7, 15, 12, 15}, Boschloo, math.NaN(), .06821831, 1e-7},
		// R: prop.test(c(56, 48), c(70, 80), correct = FALSE), the root of X-squared.
		{groups{56, 70, 48, 80}, Score, math.Sqrt(7.02341137123746), .00804508136819656, 1e-13},
	}
	for _, c := range cases {
		test := mustCompare(t, c.g, infer.TwoSided, c.m)
		if math.Abs(test.P/c.p-1) > c.tolerance || math.Abs(test.LogP-math.Log(test.P)) > 1e-12*math.Abs(test.LogP) {
			t.Errorf("%v for %+v: P = %v (log %v), published %v", c.m, c.g, test.P, test.LogP, c.p)
		}
		if !math.IsNaN(c.statistic) && math.Abs(test.Statistic/c.statistic-1) > 1e-12 {
			t.Errorf("%v for %+v: statistic %v, published %v", c.m, c.g, test.Statistic, c.statistic)
		}
	}
}

// allTables calls visit with every outcome and its binomial probability for the common
// proportion p.
func allTables(n1, n2 int, p float64, visit func(g groups, probability float64)) {
	mass := func(k, n int) float64 {
		c, _ := new(big.Float).SetInt(new(big.Int).Binomial(int64(n), int64(k))).Float64()
		return c * math.Pow(p, float64(k)) * math.Pow(1-p, float64(n-k))
	}
	for a := 0; a <= n1; a++ {
		for b := 0; b <= n2; b++ {
			visit(groups{a, n1, b, n2}, mass(a, n1)*mass(b, n2))
		}
	}
}

// supremumByTables is the slow oracle of the unconditional tests: for a fine grid of
// proportions, the sum over all tables whose statistic is at most the observed one.
func supremumByTables(g groups, statistic func(g groups) float64) float64 {
	observed := statistic(g) + 1e-9
	extreme := map[groups]bool{}
	allTables(g.n1, g.n2, 0.5, func(h groups, _ float64) { extreme[h] = statistic(h) <= observed })
	largest := 0.0
	for i := 0; i <= 1000; i++ {
		sum := 0.0
		allTables(g.n1, g.n2, float64(i)/1000, func(h groups, probability float64) {
			if extreme[h] {
				sum += probability
			}
		})
		largest = math.Max(largest, sum)
	}
	return math.Min(1, largest)
}

func TestUnconditionalAgainstAllTables(t *testing.T) {
	fisher := func(alt infer.Alternative) func(groups) float64 {
		return func(g groups) float64 { return mustCompare(t, g, alt, FisherExact).P }
	}
	for _, g := range []groups{{2, 6, 4, 5}, {0, 4, 3, 7}, {5, 5, 1, 3}, {3, 9, 2, 3}, {3, 3, 0, 8}} {
		barnard := map[infer.Alternative]func(groups) float64{
			infer.TwoSided: func(g groups) float64 { return -math.Abs(scoreStatistic(g, Score)) },
			infer.Less:     func(g groups) float64 { return scoreStatistic(g, Score) },
			infer.Greater:  func(g groups) float64 { return -scoreStatistic(g, Score) },
		}
		for alt, statistic := range barnard {
			got, want := mustCompare(t, g, alt, Barnard).P, supremumByTables(g, statistic)
			if math.Abs(got/want-1) > 5e-5 || got < want*(1-1e-12) {
				t.Errorf("Barnard %v for %+v: %v, all tables give %v", alt, g, got, want)
			}
		}
		less, greater := supremumByTables(g, fisher(infer.Less)), supremumByTables(g, fisher(infer.Greater))
		for alt, want := range map[infer.Alternative]float64{infer.Less: less, infer.Greater: greater, infer.TwoSided: math.Min(1, 2*math.Min(less, greater))} {
			got := mustCompare(t, g, alt, Boschloo).P
			if math.Abs(got/want-1) > 5e-5 || got < want*(1-1e-12) {
				t.Errorf("Boschloo %v for %+v: %v, all tables give %v", alt, g, got, want)
			}
		}
	}
}

// Tables with a P next to 1 count apart from those with a P of 1. Fisher's P in whole
// numbers, the maximum by ternary search with 40 digits (mpmath).
func TestBoschlooNextToOne(t *testing.T) {
	for g, want := range map[groups]float64{
		{20, 24, 1, 22}: .999999754540092803,
		{9, 10, 1, 10}:  .998047828674316406,
		{18, 20, 1, 20}: .999998092288478801,
		{12, 12, 1, 14}: 1,
	} {
		got, fisher := mustCompare(t, g, infer.Less, Boschloo).P, mustCompare(t, g, infer.Less, FisherExact).P
		if !(math.Abs(got-want) <= 2e-14) || got > fisher {
			t.Errorf("%+v: %.17g, want %.17g; Fisher's is %.17g", g, got, want, fisher)
		}
	}
}

func TestCompareProperties(t *testing.T) {
	for m := range testMethods {
		m := TestMethod(m)
		largest := 2000
		if m.unconditional() {
			largest = 12
		}
		t.Run(m.String(), rapid.MakeCheck(func(t *rapid.T) {
			g := drawTwoGroups(t, largest)
			two, less, greater := mustCompare(t, g, infer.TwoSided, m), mustCompare(t, g, infer.Less, m), mustCompare(t, g, infer.Greater, m)
			for _, test := range []infer.Test{two, less, greater} {
				if !(test.P >= 0 && test.P <= 1) || math.IsNaN(test.LogP) || test.LogP > 0 || math.IsNaN(test.Statistic) {
					t.Fatalf("%v for %+v: %+v", m, g, test)
				}
			}
			if swapped := mustCompare(t, g.swapped(), infer.Less, m); !twoGroupsClose(swapped.LogP, greater.LogP, 1e-11) {
				t.Fatalf("%v for %+v: greater has log P %v, less of the swapped groups %v", m, g, greater.LogP, swapped.LogP)
			}
			if opposite := mustCompare(t, g.opposite(), infer.Less, m); !twoGroupsClose(opposite.LogP, greater.LogP, 1e-11) {
				t.Fatalf("%v for %+v: greater has log P %v, less of the failures %v", m, g, greater.LogP, opposite.LogP)
			}
			central := math.Min(1, 2*math.Min(less.P, greater.P))
			if m != Barnard && m != FisherExactByProbability && !twoGroupsClose(two.P, central, 1e-12) {
				t.Fatalf("%v for %+v: two-sided %v, central %v", m, g, two.P, central)
			}
			if m == Boschloo && less.P > mustCompare(t, g, infer.Less, FisherExact).P {
				t.Fatalf("%+v: Boschloo's P %v is above Fisher's", g, less.P)
			}
			if (g.none() || g.all()) && (two.P != 1 && m != FisherMidP || len(two.Warnings) != 1) {
				t.Fatalf("%v for silent data %+v: %+v", m, g, two)
			}
		}))
	}
}

func TestCompareSmallP(t *testing.T) {
	g := groups{0, 5000, 5000, 5000}
	for _, m := range []TestMethod{Score, ScoreN1, FisherExact, FisherExactByProbability, FisherMidP, Barnard, Boschloo} {
		test := mustCompare(t, g, infer.TwoSided, m)
		if test.P != 0 || !(test.LogP < -4990 && test.LogP > -7000) {
			t.Errorf("%v: P = %v, log P = %v", m, test.P, test.LogP)
		}
	}
	// Two of the tables of 10,000 choose 5,000; mpmath: log(2/binomial(10000, 5000)).
	if got := mustCompare(t, g, infer.TwoSided, FisherExact).LogP; math.Abs(got/-6925.94767188026037-1) > 1e-14 {
		t.Errorf("log P = %.13f", got)
	}
}

func TestCompareMethodSaysDefinition(t *testing.T) {
	for m, says := range map[TestMethod]string{FisherExact: "central", FisherMidP: "central", FisherExactByProbability: "by probability", Barnard: "absolute score", Boschloo: "central"} {
		if method := mustCompare(t, groups{2, 9, 8, 10}, infer.TwoSided, m).Method; !strings.Contains(method, says) {
			t.Errorf("%v: Method %q does not say %q", m, method, says)
		}
		if method := mustCompare(t, groups{2, 9, 8, 10}, infer.Less, m).Method; strings.Contains(method, "two-sided") {
			t.Errorf("%v: one-sided Method %q", m, method)
		}
	}
}

func TestCompareRefuses(t *testing.T) {
	for m := range testMethods {
		for _, g := range invalidTwoGroups {
			if _, err := Compare(g.x1, g.n1, g.x2, g.n2, infer.TwoSided, TestMethod(m)); err == nil {
				t.Errorf("%v accepts %+v", TestMethod(m), g)
			}
		}
		if _, err := Compare(1, 2, 1, 2, 3, TestMethod(m)); err == nil {
			t.Errorf("%v accepts an unknown alternative", TestMethod(m))
		}
	}
	for _, m := range []TestMethod{-1, TestMethod(len(testMethods))} {
		if _, err := Compare(1, 2, 1, 2, infer.TwoSided, m); err == nil || !strings.Contains(err.Error(), m.String()) {
			t.Errorf("method %d: error %v", int(m), err)
		}
	}
	for _, m := range []TestMethod{Barnard, Boschloo} {
		if _, err := Compare(1, 9000, 1, 1001, infer.TwoSided, m); err == nil || !strings.Contains(err.Error(), "10000") {
			t.Errorf("%v of 10,001: error %v", m, err)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(89, 160, 103, 241, 0, 0)
	f.Add(0, 1, 1, 1, 1, 4)
	f.Add(1<<29, 1<<30, 1<<28, 1<<30, 0, 6)
	f.Add(3, 20, 5, 9, 2, 5)
	f.Fuzz(func(t *testing.T, x1, n1, x2, n2, alt, m int) {
		if TestMethod(m).unconditional() && (n1 > 60 || n2 > 60) {
			return // slow
		}
		test, err := Compare(x1, n1, x2, n2, infer.Alternative(alt), TestMethod(m))
		if err == nil && !(test.P >= 0 && test.P <= 1 && test.LogP <= 0 && !math.IsNaN(test.Statistic)) {
			t.Errorf("%v for %d of %d and %d of %d: %+v", TestMethod(m), x1, n1, x2, n2, test)
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	for _, g := range []groups{{30, 100, 40, 100}, {5100, 10000, 5000, 10000}} {
		for m := range testMethods {
			if TestMethod(m).unconditional() && g.n1 > 100 {
				continue
			}
			b.Run(fmt.Sprintf("%v/%d+%d", TestMethod(m), g.n1, g.n2), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Compare(g.x1, g.n1, g.x2, g.n2, infer.TwoSided, TestMethod(m)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// Of the child victims whom Peru's child protection units assisted in 2022, 39 of 82 in
// sex trafficking and 23 of 31 in labor trafficking were Peruvian.
func ExampleCompare() {
	for _, m := range []TestMethod{Score, FisherExact, FisherExactByProbability, Boschloo} {
		test, err := Compare(39, 82, 23, 31, infer.TwoSided, m)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("P = %.4f, %s\n", test.P, test.Method)
	}
	// Output:
	// P = 0.0111, score (Pearson chi-squared)
	// P = 0.0184, Fisher exact, central two-sided
	// P = 0.0120, Fisher exact, two-sided by probability
	// P = 0.0110, Boschloo unconditional exact, central two-sided
}

func ExampleTestMethod_String() {
	fmt.Println(Boschloo)
	// Output: Boschloo unconditional exact
}
