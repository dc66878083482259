package tail

import "math"

// A mid-P tail counts half of the mass of the observed outcome (Lancaster, J. Am. Stat.
// Assoc. 56 (1961) 223). As with the exact tails, it is the product of a density and a
// ratio; the half mass is taken from the ratio, which is at least twice as large.

// BinomialMidQuantile returns p, and q = 1 - p, with P(X > k) + P(X = k)/2 = exp(logp)
// for a binomial X of k + rest trials with success probability p and logp <= 0. If k is
// 0 or rest is 0 the mid-P tail stops at one half: the answer is then the end of [0, 1].
func BinomialMidQuantile(logp, k, rest float64) (p, q float64) {
	switch {
	case k == 0 && logp <= -math.Ln2, math.IsInf(logp, -1):
		return 0, 1
	case rest == 0 && logp >= -math.Ln2:
		return 1, 0
	case rest == 0:
		s := (logp + math.Ln2) / k
		return math.Exp(s), -math.Expm1(s)
	case logp > -math.Ln2:
		q, p = BinomialMidQuantile(logComplement(logp), rest, k)
		return p, q
	}
	p, q = newBeta(k+0.5, rest+0.5).guess(logp) // the Jeffreys quantile is close
	d := newBeta(k, rest+1)
	for range maxSteps {
		if p == 0 || q == 0 {
			break
		}
		l, rate := d.logMid(p, q)
		excess := d.excess(p, q) + p
		drift := excess + p*q*(rest-k)/(k*q+rest*p)
		step := halley(logp-l, rate, drift)
		p, q = ShiftLogit(p, q, step)
		if settledCubic(step, rate, (k+rest)*p*q) {
			break
		}
	}
	return p, q
}

// logMid returns the log of P(X > k) + P(X = k)/2, and its derivative by the logit of p,
// where d is the beta distribution with parameters k and n - k + 1, whose lower tail is
// P(X >= k) and whose density is k q P(X = k).
func (d beta) logMid(p, q float64) (logp, rate float64) {
	density := d.logDensity(p, q)
	half := 0.5 / (d.a * q)
	weight := half * (d.a*q + (d.b-1)*p)
	if d.excess(p, q) >= 0 {
		ratio := d.ratio(p, q) - half
		return density + math.Log(ratio), weight / ratio
	}
	logp = logComplement(math.Min(0, density+math.Log(d.swapped().ratio(q, p)+half)))
	return logp, weight * math.Exp(density-logp)
}

// LogBinomialMid returns the logs of P(X < k) + P(X = k)/2 and P(X > k) + P(X = k)/2 for
// X of a binomial distribution with n trials and success probability p, q = 1 - p, both
// larger than 0.
func LogBinomialMid(k, n int, p, q float64) (logLower, logUpper float64) {
	successes, failures := float64(k), float64(n-k)
	if k == 0 {
		logLower = failures*logOfComplement(p, q) - math.Ln2
		return logLower, logComplement(logLower)
	}
	d := newBeta(successes, failures+1)
	if n == k {
		logUpper = successes*logOfComplement(q, p) - math.Ln2
		return logComplement(logUpper), logUpper
	}
	density := d.logDensity(p, q)
	half := 0.5 / (successes * q)
	if d.excess(p, q) >= 0 {
		logUpper = density + math.Log(d.ratio(p, q)-half)
		return logComplement(logUpper), logUpper
	}
	logLower = math.Min(0, density+math.Log(d.swapped().ratio(q, p)+half))
	return logLower, logComplement(logLower)
}

// PoissonMidLowerQuantile returns the mean with P(X > k) + P(X = k)/2 = exp(logp) for a
// Poisson X and logp <= 0, or 0 if there is none.
func PoissonMidLowerQuantile(logp, k float64) float64 {
	if k == 0 {
		return math.Max(0, -(logComplement(logp) + math.Ln2))
	}
	return newGamma(k).midQuantile(logp, logComplement(logp))
}

// PoissonMidUpperQuantile returns the mean with P(X < k) + P(X = k)/2 = exp(logp) for a
// Poisson X and logp <= 0, or 0 if there is none.
func PoissonMidUpperQuantile(logp, k float64) float64 {
	if k == 0 {
		return math.Max(0, -(logp + math.Ln2))
	}
	return newGamma(k).midQuantile(logComplement(logp), logp)
}

// midQuantile returns the mean at which the mid-P tails of k = d.a are exp(logAbove) and
// exp(logBelow), from the smaller of the two.
func (d gamma) midQuantile(logAbove, logBelow float64) float64 {
	sign, logp := 1.0, logAbove
	if logBelow < logAbove {
		sign, logp = -1, logBelow
	}
	switch {
	case !math.IsInf(logp, -1):
	case sign > 0:
		return 0
	default:
		return math.Inf(1)
	}
	mean := newGamma(d.a+0.5).guess(logp, sign)
	for range maxSteps {
		if mean == 0 {
			break
		}
		l, rate := d.logMid(mean, sign)
		drift := sign * (d.a - mean + mean/(d.a+mean))
		step := halley(logp-l, rate, drift)
		mean *= math.Exp(sign * step)
		if settledCubic(step, rate, mean) {
			break
		}
	}
	return mean
}

// logMid returns the log of the mid-P tail above (sign 1) or below (sign -1) k = d.a, and
// its derivative by sign times the log of the mean.
func (d gamma) logMid(mean, sign float64) (logp, rate float64) {
	density := d.logDensity(mean)
	half := 0.5 / d.a
	weight := half * (d.a + mean)
	above := mean <= d.a
	var ratio float64
	if above {
		ratio = d.lowerRatio(mean) - half
	} else {
		ratio = d.upperRatio(mean) + half
	}
	logp = density + math.Log(ratio)
	if above == (sign > 0) {
		return logp, weight / ratio
	}
	logp = logComplement(math.Min(0, logp))
	return logp, weight * math.Exp(density-logp)
}

// halley returns how far to go from a point where the log of a tail is gap short of its
// target: as newton does, to second order.
func halley(gap, rate, drift float64) float64 {
	step := gap / rate
	second := step * (drift - rate) / 2
	if !(math.Abs(second) < 0.25) {
		return math.Max(-longest, math.Min(step, longest))
	}
	return step * (1 - second)
}

// settledCubic reports whether a step was so short that the error left, of third order
// in it, is below rounding.
func settledCubic(step, rate, curvature float64) bool {
	return math.Abs(step)*math.Max(rate, math.Sqrt(curvature)) < 4e-6
}
