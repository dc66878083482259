package trend

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func ones(n int) []int {
	sizes := make([]int, n)
	for i := range sizes {
		sizes[i] = 1
	}
	return sizes
}

// Kendall, Rank Correlation Methods, appendix table 1; Hollander and Wolfe, table A.30.
func TestKendallNullPublished(t *testing.T) {
	for _, c := range []struct {
		n, s    int
		p, near float64
	}{
		{3, 3, 1. / 6, 1e-15}, {4, 6, 1. / 24, 1e-15}, {4, 4, 4. / 24, 1e-15},
		{5, 10, 1. / 120, 1e-15}, {5, 8, 5. / 120, 1e-15}, {5, 6, .1166667, 3e-7},
		{6, 15, .0013889, 1e-5}, {6, 13, .0083333, 1e-5},
		{8, 28, 2.48016e-5, 1e-6}, {8, 20, .00706845, 1e-6},
		{10, 45, 2.755732e-7, 1e-7}, {10, 23, .02331129, 2e-7},
	} {
		if got := math.Exp(newKendallNull(ones(c.n)).logUpper(c.s)); !agrees(got, c.p, c.near) {
			t.Errorf("n = %d: P(S >= %d) = %v, want %v", c.n, c.s, got, c.p)
		}
	}
}

// exactInversions counts arrangements by their inversions in whole numbers, adding one
// group at a time: the new values fall into the arrangement in every way, and the Gaussian
// binomial coefficients count those ways by Pascal's rule [n, k] = [n-1, k-1] + q^k [n-1, k].
func exactInversions(sizes []int) []*big.Int {
	counts := []*big.Int{big.NewInt(1)}
	n := 0
	for _, size := range sizes {
		n += size
		counts = convolve(counts, gaussianBinomial(n, size))
	}
	return counts
}

func gaussianBinomial(n, k int) []*big.Int {
	row := [][]*big.Int{{big.NewInt(1)}} // row[j] = [m, j]
	for m := 1; m <= n; m++ {
		next := make([][]*big.Int, min(m, k)+1)
		for j := range next {
			next[j] = make([]*big.Int, j*(m-j)+1)
			for i := range next[j] {
				next[j][i] = new(big.Int)
				if j > 0 && i < len(row[j-1]) {
					next[j][i].Add(next[j][i], row[j-1][i])
				}
				if j < len(row) && i >= j && i-j < len(row[j]) {
					next[j][i].Add(next[j][i], row[j][i-j])
				}
			}
		}
		row = next
	}
	return row[k]
}

func convolve(a, b []*big.Int) []*big.Int {
	sum := make([]*big.Int, len(a)+len(b)-1)
	for i := range sum {
		sum[i] = new(big.Int)
	}
	for i, x := range a {
		for j, y := range b {
			sum[i+j].Add(sum[i+j], new(big.Int).Mul(x, y))
		}
	}
	return sum
}

func checkNull(t interface{ Fatalf(string, ...any) }, sizes []int) {
	counts := exactInversions(sizes)
	all, sum := new(big.Int), new(big.Int)
	for _, c := range counts {
		all.Add(all, c)
	}
	limit := (len(counts) - 1) / 2
	got := inversionProbabilities(sizes, limit)
	for k := range got {
		sum.Add(sum, counts[k])
		want, _ := new(big.Rat).SetFrac(sum, all).Float64()
		if !agrees(got[k], want, 5e-16) {
			t.Fatalf("sizes %v: P(inversions <= %d) = %v, want %v", sizes, k, got[k], want)
		}
	}
}

func TestInversionProbabilitiesAgainstWholeNumbers(t *testing.T) {
	checkNull(t, ones(60))
	checkNull(t, []int{25, 25})
	checkNull(t, []int{1, 49})
	checkNull(t, []int{10, 10, 10, 10, 10})
	rapid.Check(t, func(t *rapid.T) {
		checkNull(t, rapid.SliceOfN(rapid.IntRange(1, 5), 2, 9).Draw(t, "sizes"))
	})
}

// The largest case: P(0 inversions) is 1/170!, and the distribution is symmetric.
func TestInversionProbabilitiesLargest(t *testing.T) {
	d := newKendallNull(ones(maxExact))
	if got, want := d.cumulative[0], 1/7.257415615307998967396728211129e306; !agrees(got, want, 1e-15) {
		t.Errorf("P(0 inversions) = %v, want 1/170! = %v", got, want)
	}
	// pairs is odd or even; either way the two halves meet in the middle.
	middle := d.cumulative[d.pairs/2]
	if d.pairs%2 == 0 {
		middle = (middle + d.cumulative[d.pairs/2-1]) / 2
	}
	if !agrees(middle, 0.5, 1e-15) {
		t.Errorf("the halves meet at %v, want 0.5", middle)
	}
}

func TestKendallNullMoments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newKendallNull(rapid.SliceOfN(rapid.IntRange(1, 6), 2, 8).Draw(t, "sizes"))
		variance := 0.0
		for s := -d.pairs; s <= d.pairs; s += 2 {
			mass := math.Exp(d.logUpper(s)) - math.Exp(d.logUpper(s+2))
			variance += mass * float64(s) * float64(s)
		}
		if !agrees(variance, d.variance, 1e-11) {
			t.Fatalf("variance %v, by the formula %v", variance, d.variance)
		}
	})
}

// Where the exact distribution stops the normal one must take over without a jump.
func TestKendallNullNormalIsNear(t *testing.T) {
	d := newKendallNull(ones(maxExact))
	for _, z := range []float64{0.5, 1, 2, 3} {
		s := int(z*math.Sqrt(d.variance))/2*2 + d.pairs%2
		exact, normal := math.Exp(d.logUpper(s)), math.Exp(d.logNormalUpper(s))
		if math.Abs(normal/exact-1) > 0.05 {
			t.Errorf("P(S >= %d) = %v, normal %v", s, exact, normal)
		}
	}
}
