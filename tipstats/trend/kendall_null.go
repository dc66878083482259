package trend

import (
	"math"
	"math/big"
	"sort"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

const (
	// maxExact is the largest n whose exact null distribution is used without ties:
	// 170! is the largest factorial in the range of float64.
	maxExact = 170
	// maxExactTies is the same with ties.
	maxExactTies = 50
)

// kendallNull is the distribution of Kendall's S for n values in random order, of
// which groups of the given sizes are equal. S = pairs - 2 inversions, where pairs
// counts the pairs that differ, and is symmetric about 0.
type kendallNull struct {
	n        int
	pairs    int
	exact    bool
	variance float64
	// cumulative[k] is P(inversions <= k) for k up to pairs/2, if exact.
	cumulative []float64
}

// newKendallNull returns the distribution for tie groups of the given sizes (ones
// included).
func newKendallNull(sizes []int) kendallNull {
	var d kendallNull
	tied := false
	excluded := 0
	third := 0.0
	for _, t := range sizes {
		d.n += t
		tied = tied || t > 1
		excluded += t * (t - 1) / 2
		third += spread(t)
	}
	d.pairs = d.n*(d.n-1)/2 - excluded
	d.variance = (spread(d.n) - third) / 18
	d.exact = d.n <= maxExact && !tied || d.n <= maxExactTies
	if d.exact {
		d.cumulative = inversionProbabilities(sizes, d.pairs/2)
	}
	return d
}

// spread returns n(n-1)(2n+5), 18 times the variance of S for n values without ties
// (Kendall, Rank Correlation Methods, 4th ed., section 4.4).
func spread(n int) float64 {
	v := float64(n)
	return v * (v - 1) * (2*v + 5)
}

// logUpper returns log P(S >= s).
func (d kendallNull) logUpper(s int) float64 {
	switch {
	case s <= -d.pairs:
		return 0
	case s > d.pairs:
		return math.Inf(-1)
	case d.exact && s >= 0:
		return math.Log(d.cumulative[(d.pairs-s)/2])
	case d.exact:
		// 1 - P(S >= the next value above -s)
		return math.Log1p(-d.cumulative[(d.pairs+s)/2-1])
	}
	return d.logNormalUpper(s)
}

// logNormalUpper returns log P(S >= s) by the normal distribution with continuity
// correction.
func (d kendallNull) logNormalUpper(s int) float64 {
	return tail.LogNormalUpper((float64(s) - 1) / math.Sqrt(d.variance))
}

// logTwoSided returns log of twice the smaller tail, at most 0. S is symmetric, so
// that it is log P(|S| >= |s|) as well.
func (d kendallNull) logTwoSided(s int) float64 {
	return math.Min(0, math.Ln2+d.logUpper(max(s, -s)))
}

// rejected returns the largest number of inversions k for which the two-sided p-value
// of S = pairs - 2k is smaller than alpha, both exact (if d is) and normal, or -1 if
// none is.
func (d kendallNull) rejected(alpha float64) int {
	count := sort.Search((d.pairs+1)/2, func(k int) bool {
		s := d.pairs - 2*k
		logP := math.Max(d.logTwoSided(s), math.Ln2+d.logNormalUpper(s))
		return math.Exp(logP) >= alpha
	})
	return count - 1
}

// inversionProbabilities returns P(inversions <= k), k = 0..limit, for a random
// arrangement of values of which groups of the given sizes are equal.
//
// The number of arrangements with k inversions is the coefficient of q^k in the
// q-multinomial coefficient [n]! / ([t1]! [t2]! ...) (MacMahon 1916; Andrews, The Theory
// of Partitions, theorem 3.6). It is built by factors (1-q^N)/(1-q^s), each of which
// turns one such polynomial into another, in double-double arithmetic: the
// differences lose a few digits of 32.
func inversionProbabilities(sizes []int, limit int) []float64 {
	counts := make([]doubled, limit+1)
	counts[0] = doubled{1, 0}
	total := big.NewInt(1)
	n := 0
	for _, size := range sizes {
		for s := 1; s <= size; s++ {
			n++
			total.Div(total.Mul(total, big.NewInt(int64(n))), big.NewInt(int64(s)))
			for k := s; k <= limit; k++ {
				counts[k] = counts[k].plus(counts[k-s])
			}
			for k := limit; k >= n; k-- {
				counts[k] = counts[k].minus(counts[k-n])
			}
		}
	}
	arrangements, _ := new(big.Float).SetInt(total).Float64()
	cumulative := make([]float64, limit+1)
	var sum doubled
	for k, c := range counts {
		sum = sum.plus(c)
		cumulative[k] = math.Min(sum.high/arrangements, 1)
	}
	return cumulative
}
