package trend

import (
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/infer"
)

// ChangePoint is the result of Pettitt's test for one change of level.
type ChangePoint struct {
	// Test holds P, LogP, Method and Warnings; Statistic is K. The test is two-sided.
	infer.Test
	// N is the number of values.
	N int
	// Index is the number of values before the change: y[Index-1] is the last value at
	// the old level, and y[Index] the first at the new one. It is 0 if all values are
	// equal.
	Index int
	// U is the largest, in absolute value, of Pettitt's U(t), positive if the level
	// falls; K is |U|.
	U, K int
	// Exact reports whether P comes from the exact distribution of K.
	Exact bool
	// MinP is the smallest p-value that N values with these ties could have reached.
	MinP float64
}

// Pettitt tests whether the level of y, in the order of time, changes once, at a time that
// is not known beforehand, and says where.
//
// U(t) is the sum of sign(y[i] - y[j]) over all i < t <= j (counting from 0), so that t
// values lie before the change: the rank-sum statistic of Mann and Whitney for the two
// parts. K is the largest |U(t)|, and Index the first t that reaches it.
//
// P is exact up to 20 values, by counting the orders of the values (of the tied values as
// they are) whose K is as large. For longer series it is Pettitt's approximation
// 2 exp(-6 K^2 / (n^3 + n^2)), at most 1, which is good for P below 0.5 and mostly too
// large for short series. Time is of order n log n.
//
// Fewer than two values, NaN and infinities are errors. Do not use it for a series with a
// trend: a steady rise gives a small P as well. Values that depend on those before them
// make P too small.
//
// Source: Pettitt, Appl. Stat. 28 (1979) 126.
func Pettitt(y []float64) (ChangePoint, error) {
	var p problems
	p.pairs(len(y))
	p.finite("y", y)
	if err := p.err(); err != nil {
		return ChangePoint{}, err
	}
	ranks, sizes := doubledRanks(y)
	r := ChangePoint{N: len(y)}
	r.Alternative = infer.TwoSided
	var others []int
	sum := 0
	for t := 1; t < r.N; t++ {
		sum += ranks[t-1]
		u := sum - t*(r.N+1)
		switch k := max(u, -u); {
		case k > r.K:
			r.Index, r.U, r.K, others = t, u, k, nil
		case k == r.K && k > 0:
			others = append(others, t)
		}
	}
	r.Statistic = float64(r.K)
	r.tail(newPettittNull(sizes))
	r.Method = "Pettitt, " + r.describe()
	r.Warnings = r.warnings(others)
	return r, nil
}

// tail sets P and what belongs to it.
func (r *ChangePoint) tail(null pettittNull) {
	r.Exact = null.exact
	r.LogP = null.logUpper(r.K)
	r.P = math.Exp(r.LogP)
	r.MinP = math.Exp(null.logUpper(null.largest))
}

func (r ChangePoint) describe() string {
	if r.Exact {
		return "exact distribution of K"
	}
	return "approximate p-value of Pettitt (1979)"
}

func (r ChangePoint) warnings(others []int) []string {
	var w []string
	if r.K == 0 {
		return []string{"all values are equal: there is no change to test"}
	}
	if r.MinP > 0.05 {
		w = append(w, fmt.Sprintf("%d values cannot reach p = 0.05: the smallest attainable p-value is %.3g", r.N, r.MinP))
	}
	if len(others) > 0 {
		w = append(w, fmt.Sprintf("the change is as likely after value %s as after value %d", joinedNumbers(others), r.Index))
	}
	return w
}

// joinedNumbers writes a list of whole numbers, shortened after the fifth.
func joinedNumbers(numbers []int) string {
	text := ""
	for i, v := range numbers {
		if i == 5 {
			return fmt.Sprintf("%s and %d more", text, len(numbers)-i)
		}
		if i > 0 {
			text += ", "
		}
		text += fmt.Sprint(v)
	}
	return text
}

// doubledRanks returns twice the mid-ranks of y, and the sizes of its groups of equal
// values in rising order.
func doubledRanks(y []float64) (ranks, sizes []int) {
	sorted := slices.Clone(y)
	slices.Sort(sorted)
	ranks = make([]int, len(y))
	for i, v := range y {
		first, _ := slices.BinarySearch(sorted, v)
		last, _ := slices.BinarySearchFunc(sorted, v, func(a, b float64) int {
			if a <= b {
				return -1
			}
			return 1
		})
		ranks[i] = first + last + 1
	}
	return ranks, tieSizes(sorted)
}
