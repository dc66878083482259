package proportion

import (
	"fmt"
	"math"
	"slices"
)

// Adjustment is a way to adjust p-values for the number of tests.
//
// The zero value, Holm, is the one that we recommend: it bounds the probability of any
// false rejection whatever the dependence of the tests, and is never worse than Bonferroni.
type Adjustment int

const (
	// Holm bounds the probability of one or more false rejections, under any dependence
	// (Holm 1979).
	Holm Adjustment = iota
	// Hochberg does so for independent or positively dependent tests, and is never worse
	// than Holm (Hochberg 1988).
	Hochberg
	// Hommel does so under the same condition, and is never worse than Hochberg (Hommel
	// 1988). It takes time proportional to the square of the number of tests.
	Hommel
	// BenjaminiHochberg bounds the expected share of false rejections among all
	// rejections, for independent or positively dependent tests (1995).
	BenjaminiHochberg
	// BenjaminiYekutieli does so under any dependence (2001).
	BenjaminiYekutieli
	// Bonferroni multiplies by the number of tests.
	Bonferroni
)

var adjustments = [...]struct {
	name  string
	apply func(sorted []float64)
}{
	Holm:               {"Holm", holm},
	Hochberg:           {"Hochberg", hochberg},
	Hommel:             {"Hommel", hommel},
	BenjaminiHochberg:  {"Benjamini-Hochberg", benjaminiHochberg},
	BenjaminiYekutieli: {"Benjamini-Yekutieli", benjaminiYekutieli},
	Bonferroni:         {"Bonferroni", bonferroni},
}

func (m Adjustment) known() bool { return m >= 0 && int(m) < len(adjustments) }

// String returns the name of the adjustment.
func (m Adjustment) String() string {
	if m.known() {
		return adjustments[m].name
	}
	return fmt.Sprintf("Adjustment(%d)", int(m))
}

// Adjust returns the p-values adjusted for their number, in the order of p: reject
// hypothesis i at level alpha if the i-th result is at most alpha. With p(1) <= ... <= p(m):
//
//	Holm                the largest of (m-j+1) p(j) over j <= i
//	Hochberg            the smallest of (m-j+1) p(j) over j >= i
//	Hommel              by closed testing with Simes' test
//	BenjaminiHochberg   the smallest of m/j p(j) over j >= i
//	BenjaminiYekutieli  that times 1 + 1/2 + ... + 1/m
//	Bonferroni          m p(i)
//
// and at most 1. The order of the hypotheses does not matter, and p is not changed. An
// empty list gives an empty list.
//
// Valid are p-values in [0, 1] and the adjustments declared here; anything else is an
// error that names every problem, at most 100.
//
// Count every test that was made, not only those that are reported. Holm to Hommel and
// Bonferroni are for few, decisive hypotheses; the two false discovery rates for
// screening many.
//
// Sources: S. Holm, Scand. J. Stat. 6 (1979) 65; Y. Hochberg, Biometrika 75 (1988) 800; G.
// Hommel, Biometrika 75 (1988) 383; Y. Benjamini and Y. Hochberg, J. R. Stat. Soc. B 57
// (1995) 289; Y. Benjamini and D. Yekutieli, Ann. Stat. 29 (2001) 1165.
func Adjust(p []float64, m Adjustment) ([]float64, error) {
	var problems groupProblems
	for i, v := range p {
		if !(v >= 0 && v <= 1) && len(problems) < mostProblems {
			problems.add("p-value %d is %v: expected a number between 0 and 1", i+1, v)
		}
	}
	if !m.known() {
		problems.add("unknown adjustment %v: expected Holm, Hochberg, Hommel, BenjaminiHochberg, BenjaminiYekutieli or Bonferroni", m)
	}
	if err := problems.err(); err != nil {
		return nil, err
	}
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case p[i] < p[j]:
			return -1
		case p[i] > p[j]:
			return 1
		}
		return 0
	})
	sorted := make([]float64, len(p))
	for rank, i := range order {
		sorted[rank] = p[i]
	}
	adjustments[m].apply(sorted)
	adjusted := make([]float64, len(p))
	for rank, i := range order {
		adjusted[i] = math.Min(1, sorted[rank])
	}
	return adjusted, nil
}

func bonferroni(p []float64) {
	for i := range p {
		p[i] *= float64(len(p))
	}
}

func holm(p []float64) {
	largest := 0.0
	for i := range p {
		largest = math.Max(largest, float64(len(p)-i)*p[i])
		p[i] = largest
	}
}

func hochberg(p []float64) {
	stepUp(p, func(i int) float64 { return float64(len(p) - i) })
}

func benjaminiHochberg(p []float64) {
	stepUp(p, func(i int) float64 { return float64(len(p)) / float64(i+1) })
}

func benjaminiYekutieli(p []float64) {
	harmonic := 0.0
	for i := len(p); i >= 1; i-- {
		harmonic += 1 / float64(i)
	}
	stepUp(p, func(i int) float64 { return harmonic * float64(len(p)) / float64(i+1) })
}

// stepUp replaces each p-value by the smallest product with its factor from there on.
func stepUp(p []float64, factor func(i int) float64) {
	smallest := math.Inf(1)
	for i := len(p) - 1; i >= 0; i-- {
		smallest = math.Min(smallest, factor(i)*p[i])
		p[i] = smallest
	}
}

// hommel uses Wright's algorithm (Biometrics 48 (1992) 1005): for each size k of an
// intersection of hypotheses, Simes' p-value of its least significant members.
func hommel(p []float64) {
	m := len(p)
	if m < 2 {
		return
	}
	raw := slices.Clone(p)
	least := math.Inf(1)
	for i, v := range raw {
		least = math.Min(least, float64(m)*v/float64(i+1))
	}
	for i := range p {
		p[i] = least
	}
	for k := m - 1; k >= 2; k-- {
		// Simes' smallest ratio among the k-1 largest p-values.
		simes := math.Inf(1)
		for j := 2; j <= k; j++ {
			simes = math.Min(simes, float64(k)*raw[m-k+j-1]/float64(j))
		}
		for i := range p {
			p[i] = math.Max(p[i], math.Min(simes, float64(k)*raw[min(i, m-k)]))
		}
	}
	for i := range p {
		p[i] = math.Max(p[i], raw[i])
	}
}
