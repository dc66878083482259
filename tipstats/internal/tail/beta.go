package tail

import "math"

// quadratureFrom is the spread a b/(a+b), or a for the gamma distribution, from
// which quadrature costs less than the continued fraction within a standard deviation
// of the mean. Farther out the fraction is short however large the spread.
const quadratureFrom = 1e5

// beta holds what the tails of one beta distribution have in common.
type beta struct {
	a, b, n  float64 // n = a + b
	logScale float64
}

func newBeta(a, b float64) beta {
	n := a + b
	scale := stirlingError(n) - stirlingError(a) - stirlingError(b)
	return beta{a, b, n, scale + 0.5*math.Log(a*(b/n)/(2*math.Pi))}
}

// swapped returns the distribution of 1 - X.
func (d beta) swapped() beta {
	d.a, d.b = d.b, d.a
	return d
}

// excess returns a - n x with one rounding, given y = 1 - x.
func (d beta) excess(x, y float64) float64 {
	if x <= 0.5 {
		return math.FMA(-d.n, x, d.a)
	}
	return math.FMA(d.n, y, -d.b)
}

// logDensity returns log(x^a y^b / B(a, b)), the density of the logit of X.
func (d beta) logDensity(x, y float64) float64 {
	return d.logScale - divergence(d.a, d.b, x, y, d.excess(x, y))
}

// ratio returns P(X <= x) over the density of logit X at x, for x up to the mean.
func (d beta) ratio(x, y float64) float64 {
	if nearMean(d.excess(x, y), d.a*(d.b/d.n)) {
		return d.ratioByQuadrature(x, y)
	}
	return d.ratioByFraction(x, y)
}

// nearMean reports whether quadrature costs less than a continued fraction.
func nearMean(excess, spread float64) bool {
	return spread > quadratureFrom && excess*excess < spread
}

// ratioByFraction uses the continued fraction of DiDonato and Morris 1992 (the even
// part of DLMF 8.17.22). Its terms are positive while their index is below b, so that
// two successive convergents enclose the value.
func (d beta) ratioByFraction(x, y float64) float64 {
	excess := d.excess(x, y)
	g := 1 / (d.a + 1)
	c := convergents{q0: 1, p1: 1, q1: d.a * (excess + 1) * g}
	for i := 1.0; i < maxTerms; i++ {
		gx := g * x
		h := i * (d.b - i) * gx
		numerator := (d.a + i - 1) * (d.n + i - 1) * gx * h
		g = 1 / (d.a + 2*i + 1)
		c.next(numerator, i+h+(d.a+i)*(excess+1+i*(1+y))*g)
		if c.settled() {
			break
		}
	}
	return c.p1 / c.q1
}

// ratioByQuadrature integrates the density of logit X down from x. With w the
// distance on the logit scale, the log density falls by excess w + n g(w), where
// g is the cumulant function of a centred Bernoulli variable.
func (d beta) ratioByQuadrature(x, y float64) float64 {
	excess := d.excess(x, y)
	small, sign := x, -1.0
	if x > 0.5 {
		small, sign = y, 1.0
	}
	return integrate(excess, d.n*x*y, func(w float64) float64 {
		step := sign * w
		g := small*beyondLinear(step) - logBeyondLinear(small*math.Expm1(step))
		return excess*w + d.n*g
	})
}

// logLower returns log P(X <= x) and its derivative by the logit of x.
func (d beta) logLower(x, y float64) (logp, slope float64) {
	density := d.logDensity(x, y)
	if d.excess(x, y) >= 0 {
		ratio := d.ratio(x, y)
		return density + math.Log(ratio), 1 / ratio
	}
	logp = logComplement(density + math.Log(d.swapped().ratio(y, x)))
	return logp, math.Exp(density - logp)
}

// logComplement returns log(1 - exp(logp)) for logp <= 0.
func logComplement(logp float64) float64 {
	if logp > -math.Ln2 {
		return math.Log(-math.Expm1(logp))
	}
	return math.Log1p(-math.Exp(logp))
}

// LogBeta returns the logarithms of P(X <= x) and P(X >= x) for X of a beta
// distribution with parameters a, b >= 1/2, where y = 1 - x: the regularized
// incomplete beta function I_x(a, b) and its complement (DLMF 8.17.2).
func LogBeta(x, y, a, b float64) (logLower, logUpper float64) {
	switch {
	case x == 0:
		return math.Inf(-1), 0
	case y == 0:
		return 0, math.Inf(-1)
	}
	d := newBeta(a, b)
	density := d.logDensity(x, y)
	if d.excess(x, y) >= 0 {
		logLower = density + math.Log(d.ratio(x, y))
		return logLower, logComplement(logLower)
	}
	logUpper = density + math.Log(d.swapped().ratio(y, x))
	return logComplement(logUpper), logUpper
}
