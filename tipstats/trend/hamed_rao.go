package trend

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// HamedRao is the Mann-Kendall test with the variance of S corrected for serial dependence by the
// autocorrelations of ranks.
//
// The Theil-Sen line is taken out of y, and what is left is ranked. Of the autocorrelations r_k
// of the ranks at all lags k = 1..n-1, those beyond 1.96/sqrt(n) count. The variance of S is
// multiplied by 1 + 2/(n(n-1)(n-2)) sum (n-k)(n-k-1)(n-k-2) r_k, and P is normal with continuity
// correction. If none counts, the factor is 1, and the result that of [MannKendall]. Time is of
// order n^2.
//
// The values must be evenly spaced in time. Fewer than four values, NaN, infinities, an unknown
// alternative, values on a straight line, and autocorrelations that give no positive variance
// are errors. Use it for long series with strong dependence, such as pending cases; with fewer
// than 20 values it is a guess, and a warning says so. One autocorrelation in twenty counts by
// chance, so that P may be off for independent values as well.
//
// Source: Hamed and Rao, J. Hydrol. 204 (1998) 182, equation 16.
func HamedRao(y []float64, alt infer.Alternative) (SerialResult, error) {
	rest, slope, err := withoutSlope(y, alt)
	if err != nil {
		return SerialResult{}, err
	}
	doubled, _ := doubledRanks(rest)
	ranks := make([]float64, len(rest))
	for i, v := range doubled {
		ranks[i] = float64(v)
	}
	n := float64(len(y))
	limit := significant(len(y))
	correlations := autocorrelations(ranks, len(y)-1)
	sum := 0.0
	for i, r := range correlations {
		if math.Abs(r) <= limit {
			correlations[i] = 0
			continue
		}
		k := float64(i + 1)
		sum += float64((n - k) * (n - k - 1) * (n - k - 2) * r)
	}
	factor := 1 + 2/(n*(n-1)*(n-2))*sum
	r, err := inflated(y, alt, factor, "Mann-Kendall, variance corrected by the autocorrelation of ranks (Hamed and Rao 1998)")
	r.Slope, r.Autocorrelation = slope, correlations
	return r, err
}
