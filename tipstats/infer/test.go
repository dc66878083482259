package infer

// Test is the result of a test of a null hypothesis.
type Test struct {
	// Statistic is the value on which the test is based. The function that returns
	// the Test says what it is.
	Statistic float64
	// P is the p-value: the probability, if the null hypothesis is true, of data
	// at least as far from it as these. It is in [0, 1], and 0 only where it is
	// smaller than the smallest positive float64; LogP then still holds it.
	P float64
	// LogP is the natural logarithm of the p-value, exact where P underflows.
	LogP float64
	// Alternative is the alternative hypothesis that P is against.
	Alternative Alternative
	// Method names the test and, for a two-sided exact test, the definition of
	// "two-sided" that it uses.
	Method string
	// Warnings holds what a reader should know before quoting the p-value.
	Warnings []string
}
