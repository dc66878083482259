package poisson

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

// The E-test from its definition: every pair of counts, here with 30 digits by mpmath.
func TestETestFarFromTheMean(t *testing.T) {
	for _, c := range []struct {
		p    pairOfRates
		alt  infer.Alternative
		want float64
	}{
		{pairOfRates{0, 100, 1, 1}, infer.TwoSided, -66.051956972955413},
		{pairOfRates{0, 100, 1, 1}, infer.Less, -66.745104153515359},
		{pairOfRates{3, 90, 7, 2}, infer.TwoSided, -24.036538618390516},
		{pairOfRates{40, 3, 1, 100}, infer.TwoSided, -0.82022382978744304},
		{pairOfRates{40, 3, 1, 100}, infer.Greater, -149.51242158683581},
	} {
		if got := comparedBy(t, c.p, c.alt, ETest); !closeTo(got.LogP, c.want, 1e-12) {
			t.Errorf("%+v, %v: log p = %.17g, want %.17g", c.p, c.alt, got.LogP, c.want)
		}
	}
	// No float64 holds this p-value: half of 2^-100000 or so.
	if got := comparedBy(t, pairOfRates{0, 100000, 1, 1}, infer.Less, ETest); got.P != 0 || !(got.LogP < -1e4) || math.IsInf(got.LogP, -1) {
		t.Errorf("0 against 100000: %+v", got)
	}
}

// eTestBySums adds the probabilities of all pairs of counts up to most.
func eTestBySums(p pairOfRates, alt infer.Alternative, most int) float64 {
	common := float64(p.x1+p.x2) / (p.t1 + p.t2)
	statistic := func(i, j int) float64 {
		if i+j == 0 {
			return 0
		}
		a, b := float64(i), float64(j)
		return (a/p.t1 - b/p.t2) / math.Sqrt(a/p.t1/p.t1+b/p.t2/p.t2)
	}
	masses := func(mean float64) []float64 {
		all := []float64{math.Exp(-mean)}
		for i := range most {
			all = append(all, all[i]*mean/float64(i+1))
		}
		return all
	}
	first, second := masses(common*p.t1), masses(common*p.t2)
	observed, sum := statistic(p.x1, p.x2), 0.0
	for i, a := range first {
		for j, b := range second {
			s := statistic(i, j)
			switch alt {
			case infer.TwoSided:
				s = math.Abs(s) - math.Abs(observed)
			case infer.Less:
				s = observed - s
			default:
				s -= observed
			}
			if s > -1e-10 {
				sum += a * b
			}
		}
	}
	return sum
}

func TestETestAgainstAllPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPair(t, 12)
		p.t1, p.t2 = 1+math.Mod(p.t1, 4), 1+math.Mod(p.t2, 4)
		if rapid.Bool().Draw(t, "equal exposures") {
			p.t2 = p.t1
		}
		if p.x1+p.x2 == 0 {
			return
		}
		for _, alt := range []infer.Alternative{infer.TwoSided, infer.Less, infer.Greater} {
			got, want := comparedBy(t, p, alt, ETest).P, eTestBySums(p, alt, 90)
			if !closeTo(got, want, 1e-11) {
				t.Fatalf("%+v, %v: p = %v, want %v", p, alt, got, want)
			}
		}
	})
}
