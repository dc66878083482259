package tail

import "math"

// BetaQuantile returns x, and y = 1 - x, with P(X <= x) = exp(logp) for X of a beta
// distribution with parameters a, b >= 1/2 and logp <= 0. Both are accurate
// relative to their own size.
func BetaQuantile(logp, a, b float64) (x, y float64) {
	switch {
	case !(logp <= 0 && a > 0 && b > 0):
		return math.NaN(), math.NaN()
	case logp == 0:
		return 1, 0
	case b == 1:
		return math.Exp(logp / a), -math.Expm1(logp / a)
	case a == 1:
		s := logComplement(logp) / b
		return -math.Expm1(s), math.Exp(s)
	case logp > -math.Ln2:
		y, x = BetaQuantile(logComplement(logp), b, a)
		return x, y
	}
	d := newBeta(a, b)
	x, y = d.guess(logp)
	for range maxSteps {
		if x == 0 || y == 0 {
			break
		}
		l, rate := d.logLower(x, y)
		curvature := d.n * x * y
		step := newton(logp-l, rate, d.excess(x, y), curvature)
		x, y = ShiftLogit(x, y, step)
		if settled(step, rate, curvature) {
			break
		}
	}
	return x, y
}

// ShiftLogit adds step to the logit of x, where y = 1 - x; both stay accurate relative to
// their own size.
func ShiftLogit(x, y, step float64) (float64, float64) {
	if step > 0 {
		y *= math.Exp(-step)
	} else {
		x *= math.Exp(step)
	}
	sum := x + y
	return x / sum, y / sum
}

// guess returns a starting point for the quantile of logp <= log(1/2): the normal
// approximation of Abramowitz and Stegun 26.5.22; in the far tail of a small a, the
// leading power of x; and for a or b below 1, where neither need hold, at most the mean.
func (d beta) guess(logp float64) (x, y float64) {
	unruly := d.a < 1 || d.b < 1
	if d.a < 8 {
		x = math.Exp((logp - d.logScale + d.a*math.Log(d.n/d.a) + d.b*math.Log(d.n/d.b) + math.Log(d.a)) / d.a)
		if !unruly && x*d.b < 0.1*(d.a+1) {
			return x, 1 - x
		}
	} else {
		x = 1
	}
	if unruly {
		x = math.Min(x, d.a/d.n)
		return x, 1 - x
	}
	z := NormalQuantile(logp)
	ra, rb := 1/(2*d.a-1), 1/(2*d.b-1)
	h := 2 / (ra + rb)
	lambda := (z*z - 3) / 6
	w := z*math.Sqrt(h+lambda)/h + (rb-ra)*(lambda+5./6-2/(3*h))
	odds := d.a / d.b * math.Exp(2*w)
	if !(odds < 2*d.a/d.b) { // far beyond its use: start at the mean
		odds = d.a / d.b
	}
	return odds / (1 + odds), 1 / (1 + odds)
}
