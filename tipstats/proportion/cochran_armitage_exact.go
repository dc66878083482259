package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

const (
	// largestExactTrend is the number of observations to which TrendTest is exact.
	largestExactTrend = 200
	// mostTrendWork bounds the additions that the exact distribution may take.
	mostTrendWork = 5_000_000
	// sameSum is the distance below which two sums of scores count as equal: far above
	// the rounding of at most 200 scores in [0, 1].
	sameSum = 1e-11
)

// weightedSum is a sum of scores with the number of ways to draw it.
type weightedSum struct{ sum, ways float64 }

// exactTrend returns the exact p-value for scores in [0, 1], and false if the distribution
// of the sum of scores is too large.
func exactTrend(x, n []int, scores []float64, alt infer.Alternative) (p float64, ok bool) {
	draws, observed, mean, total := 0, 0.0, 0.0, 0
	for i := range x {
		draws += x[i]
		total += n[i]
		observed += scores[i] * float64(x[i])
		mean += scores[i] * float64(n[i])
	}
	mean *= float64(draws) / float64(total)
	sums, ok := drawnSums(n, scores, draws)
	if !ok {
		return 0, false
	}
	near := math.Abs(observed - mean)
	inside, all := 0.0, 0.0
	for _, s := range sums {
		all += s.ways
		less, greater := s.sum <= observed+sameSum, s.sum >= observed-sameSum
		distant := math.Abs(s.sum-mean) >= near-sameSum
		if alt == infer.Less && less || alt == infer.Greater && greater || alt == infer.TwoSided && distant {
			inside += s.ways
		}
	}
	return math.Min(1, inside/all), true
}

// drawnSums returns the distribution of the sum of scores when draws of the observations
// are drawn without replacement: the convolution of the groups, for each number of draws so
// far. Sums are in ascending order.
func drawnSums(n []int, scores []float64, draws int) (sums []weightedSum, ok bool) {
	drawn := make([][]weightedSum, draws+1) // by number of draws
	drawn[0] = []weightedSum{{0, 1}}
	work := 0
	left := 0
	for _, size := range n {
		left += size
	}
	for i, size := range n {
		left -= size
		next := make([][]weightedSum, draws+1)
		// Fewer than draws-left so far can no longer reach draws.
		for m := max(0, draws-left); m <= draws; m++ {
			ways := 1.0
			for k := 0; k <= size && k <= m; k++ {
				if k > 0 {
					ways *= float64(size-k+1) / float64(k)
				}
				work += len(next[m]) + len(drawn[m-k])
				if work > mostTrendWork {
					return nil, false
				}
				next[m] = merged(next[m], drawn[m-k], scores[i]*float64(k), math.Round(ways))
			}
		}
		drawn = next
	}
	return drawn[draws], true
}

// merged returns both distributions in one, the second moved by shift and multiplied.
func merged(a, b []weightedSum, shift, multiple float64) []weightedSum {
	if len(b) == 0 {
		return a
	}
	result := make([]weightedSum, 0, len(a)+len(b))
	i := 0
	for _, s := range b {
		s = weightedSum{s.sum + shift, s.ways * multiple}
		for i < len(a) && a[i].sum < s.sum-sameSum {
			result = append(result, a[i])
			i++
		}
		if i < len(a) && a[i].sum <= s.sum+sameSum {
			s = weightedSum{a[i].sum, a[i].ways + s.ways}
			i++
		}
		result = append(result, s)
	}
	return append(result, a[i:]...)
}
