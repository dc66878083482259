package trend

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// SerialResult is the result of a Mann-Kendall test that allows for values which depend on those
// before them.
type SerialResult struct {
	// MannKendallResult is that of the series tested. Variance, Z, P, LogP and MinP are corrected,
	// and normal where Factor is not 1.
	MannKendallResult
	// Factor is what the variance of S was multiplied by: n over the effective number of values.
	Factor float64
	// Slope is the Theil-Sen slope per step that was taken out to see the dependence.
	Slope float64
	// Autocorrelation holds the correlations at lag 1, 2, ... of the series without its slope (of
	// its ranks for HamedRao); 0 where it was left out of the correction.
	Autocorrelation []float64
}

// shortSerial is the number of values below which a serial correction is a guess.
const shortSerial = 20

// withoutSlope checks y and returns it less its Theil-Sen line over 1, 2, ..., with the slope.
func withoutSlope(y []float64, alt infer.Alternative) (rest []float64, slope float64, err error) {
	var p problems
	p.pairs(len(y))
	if n := len(y); n > 1 && n < 4 {
		p.add("%d values: serial dependence needs at least 4 to be seen", n)
	}
	p.finite("y", y)
	if err := infer.CheckAlternative(alt); err != nil {
		p.add("%w", err)
	}
	if err := p.err(); err != nil {
		return nil, 0, err
	}
	steps := make([]float64, len(y))
	for i := range steps {
		steps[i] = float64(i + 1)
	}
	line, err := TheilSen(steps, y, 0.95)
	if err != nil {
		return nil, 0, err
	}
	rest = make([]float64, len(y))
	for i, v := range y {
		rest[i] = v - float64(line.Slope*steps[i])
	}
	left := slices.Max(rest) - slices.Min(rest)
	if math.IsNaN(left) || math.IsInf(left, 0) {
		return nil, 0, errors.New("trend: the values are too large to take a line out of them: rescale them")
	}
	if left <= 1e-13*largestSize(y) {
		return nil, 0, errors.New("trend: the values lie on a straight line: nothing is left whose serial dependence could be seen")
	}
	return rest, line.Slope, nil
}

// autocorrelations returns the correlations of values at lags 1 to most: the sum of products of
// deviations from the mean that lie so far apart, over the sum of their squares (Box and Jenkins
// 1970).
func autocorrelations(values []float64, most int) []float64 {
	mean := 0.0
	largest := largestSize(values)
	for _, v := range values {
		mean += v / largest
	}
	mean /= float64(len(values))
	deviations := make([]float64, len(values))
	for i, v := range values {
		deviations[i] = v/largest - mean
	}
	squares := dot(deviations, deviations)
	r := make([]float64, most)
	for k := range r {
		r[k] = dot(deviations[:len(values)-k-1], deviations[k+1:]) / squares
	}
	return r
}

// inflated returns the Mann-Kendall test of y with the variance of S multiplied by factor.
func inflated(y []float64, alt infer.Alternative, factor float64, method string) (SerialResult, error) {
	if !(factor > 0) {
		return SerialResult{}, fmt.Errorf("trend: the autocorrelations give the variance of S the factor %.3g, which none can have: this correction has no answer for these values", factor)
	}
	test, err := MannKendall(y, alt)
	if err != nil {
		return SerialResult{}, err
	}
	r := SerialResult{MannKendallResult: test, Factor: factor}
	if factor != 1 {
		root := math.Sqrt(factor)
		null := kendallNull{n: test.N, variance: test.Variance * factor}
		null.pairs = largestS(y)
		r.Variance *= factor
		r.Z /= root
		r.Exact = false
		r.LogP = null.logP(test.S, alt)
		r.P = math.Exp(r.LogP)
		r.MinP = math.Exp(null.logP(null.extreme(alt), alt))
		r.Warnings = r.warnings(null)
	}
	r.Method = method
	r.warnShort()
	return r, nil
}

// largestS returns the number of pairs of values that differ.
func largestS(y []float64) int {
	sorted := slices.Clone(y)
	slices.Sort(sorted)
	return len(y)*(len(y)-1)/2 - tiedPairs(sorted)
}

func (r *SerialResult) warnShort() {
	if r.N < shortSerial {
		r.Warnings = append(r.Warnings, fmt.Sprintf("the serial dependence of %d values can hardly be estimated: the correction is a guess", r.N))
	}
}

// significant returns how far from 0 an autocorrelation of n independent values stays with
// probability 0.95.
func significant(n int) float64 { return tail.NormalTwoSided(0.95) / math.Sqrt(float64(n)) }
