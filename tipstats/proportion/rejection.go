package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// rejection is a set of outcomes (a of n1, b of n2) with two parts: for each a, those
// with b >= above[a], where the first proportion is the smaller, and those with
// b <= below[a], where it is the larger. Both thresholds grow with a.
type rejection struct {
	n1, n2       int
	above, below []int
	choose1      []float64 // logs of the binomial coefficients
	choose2      []float64
}

// newRejection returns the outcomes for which less or greater holds. less must hold for
// every larger b and smaller a than one for which it holds; greater conversely. Either may
// be nil.
func newRejection(n1, n2 int, less, greater func(a, b int) bool) *rejection {
	r := &rejection{
		n1: n1, n2: n2,
		above: make([]int, n1+1), below: make([]int, n1+1),
		choose1: logChoose(n1), choose2: logChoose(n2),
	}
	b := 0
	for a := range r.above {
		for less != nil && b <= n2 && !less(a, b) {
			b++
		}
		r.above[a] = b
		if less == nil {
			r.above[a] = n2 + 1
		}
	}
	b = n2
	for a := n1; a >= 0; a-- {
		for greater != nil && b >= 0 && !greater(a, b) {
			b--
		}
		r.below[a] = b
		if greater == nil {
			r.below[a] = -1
		}
	}
	return r
}

// logChoose returns the logs of C(n, 0), ..., C(n, n).
func logChoose(n int) []float64 {
	logs := make([]float64, n+1)
	for k := 1; k <= n/2; k++ {
		logs[k] = logs[k-1] + math.Log(float64(n-k+1)/float64(k))
	}
	for k := range logs[:(n+1)/2] {
		logs[n-k] = logs[k]
	}
	return logs
}

// certain reports whether the set holds an outcome without any success, or without any
// failure: its probability then has the supremum 1 over equal proportions.
func (r *rejection) certain() bool {
	return r.above[0] == 0 || r.below[0] >= 0 || r.above[r.n1] <= r.n2 || r.below[r.n1] == r.n2
}

// scratch is working memory for logProbability.
type scratch struct{ mass, upper, lower []float64 }

// logProbability returns the log of the probability of the set for group proportions
// p1 = 1 - q1 and p2 = 1 - q2, all of them inside (0, 1).
func (r *rejection) logProbability(p1, q1, p2, q2 float64, s *scratch) float64 {
	if len(s.mass) != r.n2+1 {
		*s = scratch{make([]float64, r.n2+1), make([]float64, r.n2+2), make([]float64, r.n2+2)}
	}
	logP, logQ := math.Log(p2), math.Log(q2)
	for b := range s.mass {
		s.mass[b] = r.choose2[b] + float64(b)*logP + float64(r.n2-b)*logQ
	}
	// upper[b] is the log of P(B >= b), lower[b] that of P(B < b).
	s.upper[r.n2+1], s.lower[0] = math.Inf(-1), math.Inf(-1)
	for b := r.n2; b >= r.above[0]; b-- {
		s.upper[b] = tail.LogSum(s.upper[b+1], s.mass[b])
	}
	for b := range r.below[r.n1] + 1 {
		s.lower[b+1] = tail.LogSum(s.lower[b], s.mass[b])
	}
	logP, logQ = math.Log(p1), math.Log(q1)
	largest := math.Inf(-1)
	sum := 0.0
	for a := range r.above {
		inside := tail.LogSum(s.upper[r.above[a]], s.lower[r.below[a]+1])
		if math.IsInf(inside, -1) {
			continue
		}
		term := inside + r.choose1[a] + float64(a)*logP + float64(r.n1-a)*logQ
		if term <= largest {
			sum += math.Exp(term - largest)
			continue
		}
		sum = sum*math.Exp(largest-term) + 1
		largest = term
	}
	return math.Min(0, largest+math.Log(sum))
}
