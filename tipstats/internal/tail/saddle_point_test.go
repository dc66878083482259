package tail

import (
	"math"
	"testing"
)

func TestDivergences(t *testing.T) {
	// mpmath 1.3, 50 digits.
	cases := []struct {
		name      string
		got, want float64
	}{
		{"Poisson k=0", PoissonDivergence(0, 2.5), 2.5},
		{"Poisson k=7 mean=7", PoissonDivergence(7, 7), 0},
		{"Poisson k=3 mean=5", PoissonDivergence(3, 5), 0.46752312870202795038},
		{"Poisson k=1e6 mean=1e6+1", PoissonDivergence(1e6, 1e6+1), 4.9999966666691665e-7},
		{"binomial a=0", BinomialDivergence(0, 10, 1e-20, 1, -1e-19), 1e-19},
		{"binomial b=0", BinomialDivergence(4, 0, 0.25, 0.75, 3), 4 * math.Log(4)},
		{"binomial 3 of 10 at 1/4", BinomialDivergence(3, 7, 0.25, 0.75, 0.5), 0.064014569973203718321},
	}
	for _, c := range cases {
		if math.Abs(c.got-c.want) > 2e-15*math.Abs(c.want) {
			t.Errorf("%s: %.17g, want %.17g", c.name, c.got, c.want)
		}
	}
}
