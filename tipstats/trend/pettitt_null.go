package trend

import (
	"math"
	"math/bits"
)

// maxExactPettitt is the largest n whose exact distribution of K is used: 20! is the
// largest factorial in the range of uint64, and the orders are counted in 2^20 states.
const maxExactPettitt = 20

// pettittNull is the distribution of Pettitt's K for n values in random order, of which
// groups of the given sizes are equal.
type pettittNull struct {
	n       int
	sizes   []int
	largest int
	exact   bool
}

func newPettittNull(sizes []int) pettittNull {
	d := pettittNull{sizes: sizes}
	for _, size := range sizes {
		d.n += size
	}
	d.exact = d.n <= maxExactPettitt
	d.largest = d.largestK()
	return d
}

// largestK returns the largest K: that of the values in order. U(t) is the rank sum of the
// first t, so that it is largest in absolute value for the t smallest or largest.
func (d pettittNull) largestK() int {
	largest, sum, t, below := 0, 0, 0, 0
	for _, size := range d.sizes {
		rank := 2*below + size + 1
		for range size {
			t++
			sum += rank
			u := sum - t*(d.n+1)
			largest = max(largest, u, -u)
		}
		below += size
	}
	return largest
}

// logUpper returns log P(K >= k).
func (d pettittNull) logUpper(k int) float64 {
	switch {
	case k <= 0:
		return 0
	case k > d.largest:
		return math.Inf(-1)
	case d.exact:
		reaching, all := d.orders(k)
		return math.Log(float64(reaching) / float64(all))
	}
	n, v := float64(d.n), float64(k)
	return math.Min(0, math.Ln2-6*(v/n)*(v/n)/(n+1))
}

// orders returns the number of arrangements of the values with K >= k, and of all.
//
// U(t) depends on which values come first, not on their order. The sets of first values
// (how many of each tie group) are numbered in mixed radix, so that each set comes after
// its subsets; short counts the orders of a set in which no U so far reaches k. The
// arrangements are at most 20!, in whole numbers.
func (d pettittNull) orders(k int) (reaching, all uint64) {
	groups := len(d.sizes)
	strides, ranks := make([]int, groups), make([]int, groups)
	states, below := 1, 0
	for g, size := range d.sizes {
		strides[g], ranks[g] = states, 2*below+size+1
		states *= size + 1
		below += size
	}
	short := make([]uint64, states)
	short[0] = 1
	taken := make([]int, groups)
	u := 0 // of the present set
	for state := 1; state < states; state++ {
		g := 0
		for ; taken[g] == d.sizes[g]; g++ { // the next number in mixed radix
			u -= taken[g] * (ranks[g] - d.n - 1)
			taken[g] = 0
		}
		taken[g]++
		u += ranks[g] - d.n - 1
		if u >= k || -u >= k {
			continue
		}
		sum := uint64(0)
		for g, count := range taken {
			if count > 0 {
				sum += short[state-strides[g]]
			}
		}
		short[state] = sum
	}
	all = d.arrangements()
	return all - short[states-1], all
}

// arrangements returns the number of orders of the values, of the tied values as they are.
func (d pettittNull) arrangements() uint64 {
	count, n := uint64(1), uint64(0)
	for _, size := range d.sizes {
		for s := uint64(1); s <= uint64(size); s++ {
			n++
			high, low := bits.Mul64(count, n)
			count, _ = bits.Div64(high, low, s)
		}
	}
	return count
}
