package trend

import (
	"math"
	"math/rand/v2"
)

// bic returns the Bayesian information criterion of each number of joins.
func (s *joinSearch) bic(best []bestJoins) []float64 {
	n := float64(len(s.data.z))
	values := make([]float64, len(best))
	for k, b := range best {
		rss := b.rss
		if isPerfect(rss, s.data.z) {
			rss = 0
		}
		values[k] = math.Log(rss/n) + float64(2*k+2)*math.Log(n)/n
	}
	return values
}

// smallestBIC returns the smallest number of joins with the smallest criterion.
func smallestBIC(values []float64) int {
	least := 0
	for k, v := range values {
		if v < values[least] {
			least = k
		}
	}
	return least
}

// permutationTests chooses the number of joins by a sequence of tests.
func (s *joinSearch) permutationTests(best []bestJoins, o JoinpointOptions) (int, []JoinpointTest) {
	random := rand.New(rand.NewPCG(o.Seed, 2000))
	var tests []JoinpointTest
	null, alternative := 0, s.max
	for null < alternative {
		t := JoinpointTest{
			Null:        null,
			Alternative: alternative,
			F:           s.ratio(best[null].rss, best[alternative].rss, null, alternative),
			P:           s.permutationP(best, null, alternative, o.Permutations, random),
			Alpha:       o.Alpha / float64(s.max-null),
		}
		tests = append(tests, t)
		if t.P < t.Alpha {
			null++
		} else {
			alternative--
		}
	}
	return null, tests
}

// ratio returns the F statistic of two residual sums of squares: 0 if the null line is perfect.
func (s *joinSearch) ratio(rssNull, rss float64, null, alternative int) float64 {
	if isPerfect(rssNull, s.data.z) {
		return 0
	}
	further := float64(2 * (alternative - null))
	df := float64(len(s.data.z) - 2 - 2*alternative)
	return (rssNull - rss) / further / (rss / df)
}

// permutationP returns the p-value of null against alternative joins: the residuals of the null
// line are permuted, and both lines fitted to each series that results.
func (s *joinSearch) permutationP(best []bestJoins, null, alternative, permutations int, random *rand.Rand) float64 {
	observed := best[null]
	joins, _ := s.places(observed.node, s.data.z)
	line, err := newBrokenLine(s.data, joins)
	if err != nil || line.perfect {
		return 1
	}
	residuals, z := append([]float64(nil), line.residuals...), make([]float64, len(line.fitted))
	rss := s.scratch()
	reaching := 1
	for range permutations {
		random.Shuffle(len(residuals), func(i, j int) { residuals[i], residuals[j] = residuals[j], residuals[i] })
		for row, f := range line.fitted {
			z[row] = f + residuals[row]
		}
		drawn := s.best(z, alternative, rss)
		// F is larger if and only if this ratio is; rounding must not part equal ones.
		if drawn[null].rss*best[alternative].rss >= observed.rss*drawn[alternative].rss*(1-1e-9) {
			reaching++
		}
	}
	return float64(reaching) / float64(permutations+1)
}
