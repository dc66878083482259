package tail

// LogChiSquared returns the logarithms of P(X <= x) and P(X >= x) for X of a chi-squared
// distribution with df >= 1 degrees of freedom and x >= 0: X/2 has a gamma distribution
// with shape df/2.
func LogChiSquared(x, df float64) (logLower, logUpper float64) {
	return LogGamma(x/2, df/2)
}

// ChiSquaredUpperQuantile returns x with P(X >= x) = exp(logp): 3.84 for log(0.05) and one
// degree of freedom.
func ChiSquaredUpperQuantile(logp, df float64) float64 {
	return 2 * GammaUpperQuantile(logp, df/2)
}

// ChiSquaredLowerQuantile returns x with P(X <= x) = exp(logp).
func ChiSquaredLowerQuantile(logp, df float64) float64 {
	return 2 * GammaLowerQuantile(logp, df/2)
}
