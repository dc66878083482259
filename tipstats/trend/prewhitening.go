package trend

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// TrendFreePrewhitening is the Mann-Kendall test of y with its serial dependence on the year before
// taken out, but not its trend.
//
// The Theil-Sen line b t is taken out of y, t = 1..n. If the autocorrelation r of what is left, x,
// at lag 1 is beyond 1.96/sqrt(n), the series tested is x_t - r x_(t-1) + b t, t = 2..n: one value
// shorter. Otherwise it is y itself. The test is that of [MannKendall], exact for short series.
//
// The values must be evenly spaced in time. Fewer than four values, NaN, infinities, an unknown
// alternative and values on a straight line are errors. It keeps the power to find a trend, but
// rejects too often where there is none and the dependence is strong; [HamedRao] is the safer
// choice. With fewer than 20 values it is a guess, and a warning says so.
//
// Source: Yue, Pilon, Phinney and Cavadias, Hydrol. Process. 16 (2002) 1807.
func TrendFreePrewhitening(y []float64, alt infer.Alternative) (SerialResult, error) {
	rest, slope, err := withoutSlope(y, alt)
	if err != nil {
		return SerialResult{}, err
	}
	correlations := autocorrelations(rest, 1)
	method := "Mann-Kendall, trend-free pre-whitening (Yue et al. 2002)"
	tested := y
	if first := correlations[0]; math.Abs(first) > significant(len(y)) {
		tested = make([]float64, len(y)-1)
		for i := range tested {
			tested[i] = rest[i+1] - float64(first*rest[i]) + float64(slope*float64(i+2))
		}
	} else {
		method += ", not needed"
		correlations[0] = 0
	}
	test, err := MannKendall(tested, alt)
	if err != nil {
		return SerialResult{}, err
	}
	r := SerialResult{MannKendallResult: test, Factor: 1, Slope: slope, Autocorrelation: correlations}
	r.Method = method + ", " + map[bool]string{true: "exact", false: "normal"}[test.Exact] + " distribution of S"
	r.warnShort()
	return r, nil
}
