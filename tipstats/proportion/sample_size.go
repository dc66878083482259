package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

const (
	// largestExactSize is the number of observations in a group up to which sample sizes
	// are searched for by their exact power.
	largestExactSize = 1000
	// largestSize is the largest sample size that is returned.
	largestSize = 1e9
)

// SampleSize returns the smallest numbers of observations n1 and n2, about ratio times n1,
// with which Compare rejects the equality of two proportions at significance level alpha
// with at least the given power, when the true proportions are p1 and p2. n2 is ratio n1,
// rounded up; ratio 1 is the most economical.
//
// Up to 1,000 in the first group the result is exact: the smallest n1 whose Power is
// reached. Power is not quite monotone, so that a few larger n1 may miss it by a little;
// check with Power if n1 is changed. Beyond, where that no longer matters, it is the
// normal approximation, rounded up,
//
//	n1 = (z sqrt(p q (1 + 1/ratio)) + y sqrt(p1 q1 + p2 q2/ratio))^2 / (p1 - p2)^2,
//
// with p = 1 - q = (p1 + ratio p2)/(1 + ratio) and z, y the normal quantiles of alpha
// (half of it two-sided) and of the power.
//
// Valid are different proportions in [0, 1], in the order that the alternative says, a
// ratio in [0.001, 1000], alpha and power in (0, 1), and the methods of Power; anything
// else is an error that names every problem. So is a size above 1e9, and a power that is
// not reached within the search (a test that cannot reject).
//
// Source: J. L. Fleiss, B. Levin and M. C. Paik, Statistical Methods for Rates and
// Proportions, 3rd ed. (2003), chapter 4; J. T. Casagrande, M. C. Pike and P. G. Smith,
// Biometrics 34 (1978) 483.
func SampleSize(p1, p2, ratio, alpha, power float64, alt infer.Alternative, m TestMethod) (n1, n2 int, err error) {
	var p groupProblems
	p.trueProportion("p1", p1)
	p.trueProportion("p2", p2)
	p.direction(p1, p2, alt)
	if !(ratio >= 0.001 && ratio <= 1000) {
		p.add("the ratio of the groups is %v: expected a value between 0.001 and 1000", ratio)
	}
	p.significance(alpha)
	p.targetPower(power)
	p.alternative(alt)
	p.powerMethod(m)
	if err := p.err(); err != nil {
		return 0, 0, err
	}
	pooled := (p1 + ratio*p2) / (1 + ratio)
	null := pooled * (1 - pooled) * (1 + 1/ratio)
	truth := p1*(1-p1) + p2*(1-p2)/ratio
	approximate := normalSize(null, truth, p1-p2, alpha, power, alt)
	second := func(n int) int { return int(math.Ceil(ratio * float64(n))) }
	n1, err = searchSize(approximate, func(n int) (bool, error) {
		got, err := Power(p1, n, p2, second(n), alpha, alt, m)
		return got >= power, err
	})
	if err != nil {
		return 0, 0, err
	}
	return n1, second(n1), nil
}

// SampleSizeOne returns the smallest number of observations with which the test of PowerOne
// rejects that a proportion is p0 with at least the given power, when it is p. Up to 1,000
// it is exact; beyond it is the normal approximation, rounded up,
//
//	n = (z sqrt(p0 q0) + y sqrt(p q))^2 / (p - p0)^2.
//
// Valid are p in [0, 1] and p0 in (0, 1) that differ, in the order that the alternative
// says, and otherwise what PowerOne and SampleSize accept; anything else is an error that
// names every problem. The advice for SampleSize and its source apply.
func SampleSizeOne(p, p0, alpha, power float64, alt infer.Alternative, m Method) (int, error) {
	var problems groupProblems
	problems.onePlan(p, p0, alpha, alt, m)
	problems.direction(p, p0, alt)
	problems.targetPower(power)
	if err := problems.err(); err != nil {
		return 0, err
	}
	approximate := normalSize(p0*(1-p0), p*(1-p), p-p0, alpha, power, alt)
	return searchSize(approximate, func(n int) (bool, error) {
		got, err := powerOne(p, p0, n, alpha, alt, m)
		return got >= power, err
	})
}

// normalSize returns the sample size at which a normal statistic with the given variances
// per observation, under the null hypothesis and in truth, reaches the power.
func normalSize(null, truth, difference, alpha, power float64, alt infer.Alternative) float64 {
	logAlpha := math.Log(alpha)
	if alt == infer.TwoSided {
		logAlpha -= math.Ln2
	}
	z, y := -tail.NormalQuantile(logAlpha), tail.NormalQuantile(math.Log(power))
	root := (z*math.Sqrt(null) + y*math.Sqrt(truth)) / difference
	return root * root
}

// searchSize returns the first size that is enough or, if the approximate size is beyond
// largestExactSize, that one.
func searchSize(approximate float64, enough func(n int) (bool, error)) (int, error) {
	var p groupProblems
	if approximate > largestSize {
		p.add("%.3g observations would be needed, more than %.0g: the difference is too small to be found", approximate, largestSize)
		return 0, p.err()
	}
	if approximate > largestExactSize {
		return int(math.Ceil(approximate)), nil
	}
	// Exact tests are never so much more powerful than the approximation says.
	for n := max(1, int(approximate/2)-10); n <= 2*largestExactSize; n++ {
		ok, err := enough(n)
		if err != nil {
			return 0, err
		}
		if ok {
			return n, nil
		}
	}
	p.add("the power is not reached with %d observations in a group", 2*largestExactSize)
	return 0, p.err()
}
