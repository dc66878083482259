package proportion

import (
	"math"
	"math/big"
	"testing"
)

// tails returns P(X <= x) and P(X >= x) of a binomial X by adding its masses with 300 bits.
func tails(x, n int, p float64) (atMost, atLeast float64) {
	bits := func() *big.Float { return new(big.Float).SetPrec(300) }
	success := bits().SetFloat64(p)
	failure := bits().Sub(bits().SetInt64(1), success)
	powers := func(v *big.Float) []*big.Float {
		all := []*big.Float{bits().SetInt64(1)}
		for i := range n {
			all = append(all, bits().Mul(all[i], v))
		}
		return all
	}
	ofSuccess, ofFailure := powers(success), powers(failure)
	low, high := bits(), bits()
	for i := 0; i <= n; i++ {
		mass := bits().SetInt(new(big.Int).Binomial(int64(n), int64(i)))
		mass.Mul(mass, ofSuccess[i]).Mul(mass, ofFailure[n-i])
		if i <= x {
			low.Add(low, mass)
		}
		if i >= x {
			high.Add(high, mass)
		}
	}
	atMost, _ = low.Float64()
	atLeast, _ = high.Float64()
	return atMost, atLeast
}

// At each limit the tail beyond the count has half of the probability left over.
func TestClopperPearsonDefinition(t *testing.T) {
	for _, n := range []int{1, 2, 13, 160} {
		for x := 0; x <= n; x += max(1, n/23) {
			for _, level := range []float64{0.2, 0.95, 0.999999} {
				want := (1 - level) / 2
				lower, upper := clopperPearson(x, n, level)
				// The upper limit is rounded at the scale of 1, which counts where it is near 1.
				rounding := float64(n-x) / (1 - upper) * 0x1p-53
				if x > 0 {
					if _, got := tails(x, n, lower); !near(got, want, 1e-13) {
						t.Errorf("%d of %d at %v: P(X >= x) at the lower limit %v is %v, want %v", x, n, level, lower, got, want)
					}
				}
				if x < n {
					if got, _ := tails(x, n, upper); !near(got, want, 1e-13+rounding) {
						t.Errorf("%d of %d at %v: P(X <= x) at the upper limit %v is %v, want %v", x, n, level, upper, got, want)
					}
				}
			}
		}
	}
}

func TestClopperPearsonAtZeroHasAClosedForm(t *testing.T) {
	for _, n := range []int{1, 20, 100, 1 << 30} {
		for _, level := range []float64{0.5, 0.95, 0.999999999} {
			_, upper := clopperPearson(0, n, level)
			if want := -math.Expm1(math.Log((1-level)/2) / float64(n)); !near(upper, want, 1e-15) {
				t.Errorf("0 of %d at %v: %v, want %v", n, level, upper, want)
			}
		}
	}
}

// Coverage, computed exactly, is never below the level.
func TestClopperPearsonCoverage(t *testing.T) {
	const level = 0.95
	for _, n := range []int{1, 5, 20, 60} {
		var limits [][2]float64
		for x := 0; x <= n; x++ {
			lower, upper := clopperPearson(x, n, level)
			limits = append(limits, [2]float64{lower, upper})
		}
		for i := 1; i < 400; i++ {
			p := float64(i) / 400
			covered := 0.0
			mass := math.Pow(1-p, float64(n))
			for x := 0; x <= n; x++ {
				if limits[x][0] <= p && p <= limits[x][1] {
					covered += mass
				}
				mass *= float64(n-x) / float64(x+1) * p / (1 - p)
			}
			if covered < level {
				t.Errorf("n = %d, p = %v: coverage %v", n, p, covered)
			}
		}
	}
}
