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

// Many proportions: R's prop.trend.test; Agresti, Categorical Data Analysis, alcohol and
// malformation; exact values by whole-number convolution in Python.
func TestTrendTestPublished(t *testing.T) {
	cases := []struct {
		x, n   []int
		scores []float64
		alt    infer.Alternative
		z, p   float64
		exact  bool
	}{
		{[]int{83, 90, 129, 70}, []int{86, 93, 136, 82}, []float64{0, 1, 2, 3}, infer.TwoSided, -math.Sqrt(8.22492228519773), .00413189747764, false},
		{[]int{83, 90, 129, 70}, []int{86, 93, 136, 82}, []float64{0, 0, 0, 1}, infer.TwoSided, -math.Sqrt(12.1731462207402), math.NaN(), false},
		{[]int{48, 38, 5, 1, 1}, []int{17114, 14502, 793, 127, 38}, []float64{0, .5, 1.5, 4, 7}, infer.TwoSided, 2.56322725186542, .0103704145729975, false},
		{[]int{48, 38, 5, 1, 1}, []int{17114, 14502, 793, 127, 38}, []float64{1, 2, 3, 4, 5}, infer.TwoSided, math.Sqrt(1.82781575109309), math.NaN(), false},
		{[]int{0, 1, 0, 3}, []int{10, 10, 10, 10}, []float64{0, 1, 2, 3}, infer.Greater, math.Sqrt(3.55555555555555), .0507167086114454, true},
		{[]int{0, 1, 0, 3}, []int{10, 10, 10, 10}, []float64{0, 1, 2, 3}, infer.TwoSided, math.Sqrt(3.55555555555555), .101433417222891, true},
		{[]int{2, 7, 15}, []int{40, 50, 48}, []float64{0, 1, 2}, infer.Greater, 3.27348640253865, .000660964260923497, true},
		{[]int{2, 7, 15}, []int{40, 50, 48}, []float64{0, 1, 2}, infer.TwoSided, 3.27348640253865, .00100870396925106, true},
	}
	for _, c := range cases {
		test, err := TrendTest(c.x, c.n, c.scores, c.alt)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(test.Statistic/c.z-1) > 2e-14 && c.z > 0 || math.Abs(test.Statistic/c.z-1) > 1e-13 {
			t.Errorf("%v: z = %.16g, published %.16g", c, test.Statistic, c.z)
		}
		if !math.IsNaN(c.p) && math.Abs(test.P/c.p-1) > 2e-12 || strings.Contains(test.Method, "exact") != c.exact {
			t.Errorf("%v: P = %.16g (%s), published %.16g", c, test.P, test.Method, c.p)
		}
	}
}

// trendByTables adds up all tables with the given total, in whole numbers: the oracle.
func trendByTables(x, n []int, scores []float64) (less, greater, distant float64) {
	total, draws, observed, mean := 0, 0, 0.0, 0.0
	for i := range x {
		total += n[i]
		draws += x[i]
		observed += scores[i] * float64(x[i])
		mean += scores[i] * float64(n[i])
	}
	mean *= float64(draws) / float64(total)
	var counts [3]big.Int
	var visit func(i, left int, sum float64, ways *big.Int)
	visit = func(i, left int, sum float64, ways *big.Int) {
		if i == len(x) {
			for j, inside := range []bool{sum <= observed+1e-9, sum >= observed-1e-9, math.Abs(sum-mean) >= math.Abs(observed-mean)-1e-9} {
				if inside && left == 0 {
					counts[j].Add(&counts[j], ways)
				}
			}
			return
		}
		for k := 0; k <= min(n[i], left); k++ {
			visit(i+1, left-k, sum+scores[i]*float64(k), new(big.Int).Mul(ways, new(big.Int).Binomial(int64(n[i]), int64(k))))
		}
	}
	visit(0, draws, 0, big.NewInt(1))
	all := new(big.Int).Binomial(int64(total), int64(draws))
	var p [3]float64
	for j := range p {
		p[j], _ = new(big.Rat).SetFrac(&counts[j], all).Float64()
	}
	return p[0], p[1], p[2]
}

func TestTrendTestAgainstAllTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(2, 5).Draw(t, "groups")
		x, n, scores := make([]int, k), make([]int, k), make([]float64, k)
		unequal := false
		for i := range x {
			n[i] = rapid.IntRange(1, 6).Draw(t, "n")
			x[i] = rapid.IntRange(0, n[i]).Draw(t, "x")
			scores[i] = rapid.SampledFrom([]float64{-1, 0, 0.1, 0.3, 1, 2, 3.5}).Draw(t, "score")
			unequal = unequal || scores[i] != scores[0]
		}
		if !unequal {
			return
		}
		less, greater, distant := trendByTables(x, n, scores)
		reversed := make([]float64, k)
		scaled := make([]float64, k)
		for i, s := range scores {
			reversed[i], scaled[i] = -s, 2000+1e3*s
		}
		for alt, want := range map[infer.Alternative]float64{infer.Less: less, infer.Greater: greater, infer.TwoSided: distant} {
			test, err := TrendTest(x, n, scores, alt)
			if err != nil {
				t.Fatal(err)
			}
			if !twoGroupsClose(test.P, want, 1e-12) || !twoGroupsClose(math.Exp(test.LogP), want, 1e-12) {
				t.Fatalf("%v of %v at %v, %v: P = %v, all tables give %v", x, n, scores, alt, test.P, want)
			}
			moved, err := TrendTest(x, n, scaled, alt)
			if err != nil {
				t.Fatal(err)
			}
			if !twoGroupsClose(moved.P, test.P, 1e-10) || !twoGroupsClose(moved.Statistic, test.Statistic, 1e-9) {
				t.Fatalf("%v of %v at %v: P = %v, z = %v; with other units %v, %v", x, n, scores, test.P, test.Statistic, moved.P, moved.Statistic)
			}
		}
		falling, err := TrendTest(x, n, reversed, infer.Less)
		if err != nil || !twoGroupsClose(falling.P, greater, 1e-12) {
			t.Fatalf("%v of %v at %v: P = %v, %v; want %v", x, n, reversed, falling.P, err, greater)
		}
	})
}

func TestTrendTestGivesUpOnTooManySums(t *testing.T) {
	x, n, scores := make([]int, 100), make([]int, 100), make([]float64, 100)
	for i := range x {
		x[i], n[i], scores[i] = i%2, 2, math.Sqrt(float64(i))
	}
	test, err := TrendTest(x, n, scores, infer.TwoSided)
	if err != nil {
		t.Fatal(err)
	}
	if len(test.Warnings) != 1 || !strings.Contains(test.Method, "normal") {
		t.Errorf("%+v", test)
	}
}

// Twenty groups of ten with equally spaced scores stay within reach of the exact test.
func TestTrendTestOfManyGroupsIsExact(t *testing.T) {
	x, n, scores := make([]int, 20), make([]int, 20), make([]float64, 20)
	for i := range x {
		x[i], n[i], scores[i] = i/2, 10, 2000+float64(i)
	}
	test, err := TrendTest(x, n, scores, infer.TwoSided)
	if err != nil || !strings.Contains(test.Method, "exact") || len(test.Warnings) != 0 {
		t.Errorf("%+v, %v", test, err)
	}
}

func TestTrendTestOfSilentData(t *testing.T) {
	for _, x := range [][]int{{0, 0}, {3, 4}} {
		test, err := TrendTest(x, []int{3, 4}, []float64{1, 2}, infer.Less)
		if err != nil || test.P != 1 || test.LogP != 0 || test.Statistic != 0 || len(test.Warnings) != 1 {
			t.Errorf("%v of 3 and 4: %+v, %v", x, test, err)
		}
	}
}

func TestTrendTestRefuses(t *testing.T) {
	cases := []struct {
		x, n   []int
		scores []float64
		alt    infer.Alternative
		says   string
	}{
		{[]int{1}, []int{2}, []float64{0}, 0, "expected two or more"},
		{nil, nil, nil, 0, "expected two or more"},
		{[]int{1, 1}, []int{2}, []float64{0, 1}, 0, "as many of each"},
		{[]int{1, 1}, []int{2, 2}, []float64{0}, 0, "expected one for each"},
		{[]int{1, 3}, []int{2, 2}, []float64{0, 1}, 0, "group 2 is 3 out of 2"},
		{[]int{-1, 1}, []int{2, 0}, []float64{0, 1}, 0, "denominator of group 2 is 0"},
		{[]int{1, 1}, []int{2, 2}, []float64{0, math.NaN()}, 0, "score of group 2 is NaN"},
		{[]int{1, 1}, []int{2, 2}, []float64{0, math.Inf(1)}, 0, "finite"},
		{[]int{1, 1}, []int{2, 2}, []float64{5, 5}, 0, "all scores are 5"},
		{[]int{1, 1}, []int{2, 2}, []float64{0, 1}, 7, "alternative"},
		{[]int{1, 1}, []int{math.MaxInt, math.MaxInt}, []float64{0, 1}, 0, "too large"},
	}
	for _, c := range cases {
		if _, err := TrendTest(c.x, c.n, c.scores, c.alt); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: error %v, want %q", c, err, c.says)
		}
	}
	many := make([]int, 500)
	if _, err := TrendTest(many, many, make([]float64, 500), 0); err == nil || strings.Count(err.Error(), "\n") > 105 {
		t.Errorf("%d problems are listed", strings.Count(fmt.Sprint(err), "\n")+1)
	}
}

func FuzzTrendTest(f *testing.F) {
	f.Add(2, 40, 7, 50, 15, 48, 0.0, 1.0, 2.0)
	f.Add(0, 1, 1, 1, 0, 1, -1e308, 0.0, 1e308)
	f.Fuzz(func(t *testing.T, x1, n1, x2, n2, x3, n3 int, s1, s2, s3 float64) {
		test, err := TrendTest([]int{x1, x2, x3}, []int{n1, n2, n3}, []float64{s1, s2, s3}, infer.TwoSided)
		if err == nil && !(test.P >= 0 && test.P <= 1 && test.LogP <= 0 && !math.IsNaN(test.Statistic)) {
			t.Errorf("%d/%d %d/%d %d/%d at %v %v %v: %+v", x1, n1, x2, n2, x3, n3, s1, s2, s3, test)
		}
	})
}

func BenchmarkTrendTest(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := TrendTest([]int{2, 7, 15}, []int{40, 50, 48}, []float64{0, 1, 2}, infer.TwoSided); err != nil {
			b.Fatal(err)
		}
	}
}

// The share of sex trafficking in Peru in 2022 among cases under investigation (298 of
// 813), newly prosecuted (58 of 103), and prosecuted since earlier years (24 of 45), scored
// by how far a case has come.
func ExampleTrendTest() {
	test, err := TrendTest([]int{298, 58, 24}, []int{813, 103, 45}, []float64{0, 1, 2}, infer.Greater)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("z = %.2f, P = %.5f, %s\n", test.Statistic, test.P, test.Method)
	// Output: z = 3.88, P = 0.00005, Cochran-Armitage, normal
}
