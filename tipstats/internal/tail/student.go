package tail

import "math"

// LogStudentUpper returns log P(T >= t) for T of Student's t distribution with df >= 1
// degrees of freedom: df/(df + T^2) has a beta distribution with parameters df/2 and 1/2.
func LogStudentUpper(t, df float64) float64 {
	switch {
	case t == 0:
		return -math.Ln2
	case t < 0:
		return logComplement(LogStudentUpper(-t, df))
	case t*t > math.MaxFloat64 || df/t/t < 0x1p-1000:
		// P(T >= t) = (df/t^2)^(df/2) / (df B(df/2, 1/2)), to rounding.
		return df/2*(math.Log(df)-2*math.Log(t)) - math.Log(df) - logBetaFunction(df/2)
	}
	square := t * t
	lower, _ := LogBeta(df/(df+square), square/(df+square), df/2, 0.5)
	return lower - math.Ln2
}

// logBetaFunction returns log B(a, 1/2).
func logBetaFunction(a float64) float64 {
	above, _ := math.Lgamma(a)
	below, _ := math.Lgamma(a + 0.5)
	return above + math.Log(math.Pi)/2 - below
}

// StudentUpperQuantile returns t with P(T >= t) = exp(logp) for T of Student's t
// distribution with df >= 1 degrees of freedom.
func StudentUpperQuantile(logp, df float64) float64 {
	switch {
	case logp == -math.Ln2:
		return 0
	case logp > -math.Ln2:
		return -StudentUpperQuantile(logComplement(logp), df)
	}
	x, y := BetaQuantile(logp+math.Ln2, df/2, 0.5)
	return math.Sqrt(df * (y / x))
}
