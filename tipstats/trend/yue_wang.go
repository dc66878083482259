package trend

import "github.com/tipstats/tip/tipstats/infer"

// YueWang is the Mann-Kendall test with the variance of S corrected for serial dependence by the
// effective number of values.
//
// The Theil-Sen line is taken out of y. The variance of S is multiplied by 1 + 2 sum (1 - k/n) r_k
// over the autocorrelations r_k of what is left, at all lags k = 1..n-1, and P is normal with
// continuity correction. Time is of order n^2.
//
// The values must be evenly spaced in time. Fewer than four values, NaN, infinities, an unknown
// alternative, values on a straight line, and autocorrelations that give no positive variance
// are errors. All lags count, so that their errors add up: the factor is erratic, and mostly too
// small, so that P is. Prefer [HamedRao]; use this to compare with published work. With fewer
// than 20 values it is a guess, and a warning says so.
//
// Source: Yue and Wang, Water Resour. Manag. 18 (2004) 201.
func YueWang(y []float64, alt infer.Alternative) (SerialResult, error) {
	rest, slope, err := withoutSlope(y, alt)
	if err != nil {
		return SerialResult{}, err
	}
	correlations := autocorrelations(rest, len(y)-1)
	n := float64(len(y))
	factor := 1.0
	for i, r := range correlations {
		factor += float64(2 * (1 - float64(i+1)/n) * r)
	}
	r, err := inflated(y, alt, factor, "Mann-Kendall, variance corrected by the effective number of values (Yue and Wang 2004)")
	r.Slope, r.Autocorrelation = slope, correlations
	return r, err
}
