package tail

import (
	"math"
	"testing"
)

func TestLegendreRuleIsExactForPolynomials(t *testing.T) {
	r := legendre()
	for degree := 0; degree < 2*quadratureOrder; degree++ {
		sum := 0.0
		for i := range r.node {
			sum += r.weight[i] * math.Pow(r.node[i], float64(degree))
		}
		if e := relativeError(sum, 1/float64(degree+1)); e > 1e-14 {
			t.Errorf("degree %d: %v, want %v (error %.2g)", degree, sum, 1/float64(degree+1), e)
		}
	}
}

// The two ways to the ratio of tail and density share no formula.
func TestQuadratureAgreesWithFraction(t *testing.T) {
	w := worst{t: t, tolerance: 4e-15}
	defer w.log()
	for _, s := range [][2]float64{{3000, 3000}, {4000, 90000}, {1e5, 2e5}, {70000, 3000}, {1e6, 1e6}, {5000, 1e9}} {
		d := newBeta(s[0], s[1])
		mean := d.a / d.n
		sd := math.Sqrt(mean * (1 - mean) / d.n)
		for _, z := range []float64{0, 0.5, 1, 2, 5, 12} {
			x := mean - z*sd
			got, want := d.ratioByQuadrature(x, 1-x), d.ratioByFraction(x, 1-x)
			w.see(relativeError(got, want), "beta(%v, %v) at z = %v: %v, fraction %v", d.a, d.b, z, got, want)
		}
	}
}
