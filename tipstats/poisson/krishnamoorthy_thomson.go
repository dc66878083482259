package poisson

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// largestETest bounds the events of an E-test, whose time grows with their square root.
const largestETest = 1_000_000_000

// eTest is the distribution of the statistic of Krishnamoorthy and Thomson (2004),
//
//	T(i, j) = (i - r j)/sqrt(i + r^2 j),  T(0, 0) = 0,
//
// for Poisson counts i and j with means m1 and m2 = m1/r, where r is t1/t2.
type eTest struct {
	m1, m2, r float64
	observed  float64
}

func newETest(x1 int, t1 float64, x2 int, t2 float64) eTest {
	a, b, r := float64(x1), float64(x2), t1/t2
	return eTest{
		m1:       (a + b) / (1 + t2/t1),
		m2:       (a + b) / (1 + r),
		r:        r,
		observed: (a - r*b) / math.Hypot(math.Sqrt(a), r*math.Sqrt(b)),
	}
}

// swapped returns the distribution of -T: that of the groups in the other order.
func (e eTest) swapped() eTest {
	return eTest{m1: e.m2, m2: e.m1, r: 1 / e.r, observed: -e.observed}
}

// logP returns the log of the p-value. Statistics within slack of each other are equal: they
// differ by rounding.
func (e eTest) logP(alt infer.Alternative) float64 {
	switch alt {
	case infer.Less:
		return e.swapped().logP(infer.Greater)
	case infer.Greater:
		slack := e.slack()
		if e.observed > slack {
			return math.Min(0, e.logBeyond(e.observed-slack))
		}
		// P(T >= observed) = 1 - P(T < observed).
		below := e.swapped().logBeyond(math.Max(0, -e.observed) + slack)
		return math.Log(-math.Expm1(math.Min(0, below)))
	}
	t := math.Abs(e.observed) - e.slack()
	if t <= 0 {
		return 0
	}
	return math.Min(0, tail.LogSum(e.logBeyond(t), e.swapped().logBeyond(t)))
}

func (e eTest) slack() float64 { return 1e-10 * math.Max(1, math.Abs(e.observed)) }

// logBeyond returns log P(T >= t) for t > 0: for each i the j up to most(i) count. The sum
// starts at the i that contributes about most, and goes to both sides until a term is
// smaller by a factor of 1e-26; p-values that no float64 holds lose nothing.
func (e eTest) logBeyond(t float64) float64 {
	first := int(math.Ceil(t * t)) // T(i, 0) is the root of i
	term := func(i int) float64 {
		at := math.Max(0, math.Floor(e.most(float64(i), t)))
		beyond := 0.0
		if at < math.MaxInt32 {
			beyond = tail.LogPoissonAtMost(int(at), e.m2)
		}
		return tail.LogPoissonMass(i, e.m1) + beyond
	}
	start := max(first, int(e.peak(t)))
	largest := term(start)
	reference, sum := largest, 1.0
	add := func(i int) (more bool) {
		v := term(i)
		sum += math.Exp(v - reference)
		largest = math.Max(largest, v)
		return v > largest-60
	}
	for i := start + 1; add(i); i++ {
	}
	for i := start - 1; i >= first && add(i); i-- {
	}
	return reference + math.Log(sum)
}

// most returns the real j with T(i, j) = t, for i >= t^2: w/r, with w the smaller root of
// (i - w)^2 = t^2 (i + r w).
func (e eTest) most(i, t float64) float64 {
	square := t * t
	tr := square * e.r
	root := t * math.Sqrt(4*i*e.r+tr*e.r+4*i)
	return 2 * (i - square) / e.r * (i / (2*i + tr + root))
}

// peak returns about the i whose term is the largest, by golden-section search on the
// exponents of both factors.
func (e eTest) peak(t float64) float64 {
	exponent := func(i float64) float64 {
		v := -tail.PoissonDivergence(i, e.m1)
		if j := e.most(i, t); j < e.m2 {
			v -= tail.PoissonDivergence(math.Max(j, 0), e.m2)
		}
		return v
	}
	low := t * t
	high := math.Max(low, e.m1) + 1
	for e.most(high, t) < e.m2 {
		high *= 2
	}
	const golden = 0.6180339887498949
	a, b := high-golden*(high-low), low+golden*(high-low)
	fa, fb := exponent(a), exponent(b)
	for high-low > 1 && high-low > 1e-12*high {
		if fa > fb {
			high, b, fb = b, a, fa
			a = high - golden*(high-low)
			fa = exponent(a)
		} else {
			low, a, fa = a, b, fb
			b = low + golden*(high-low)
			fb = exponent(b)
		}
	}
	return low
}
