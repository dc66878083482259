package poisson

import "fmt"

// Method is a way to compute an interval for a rate.
//
// The zero value, Garwood, is the one that we recommend: it is exact, so that its
// coverage never falls below the level, and has no condition on the size of the count.
type Method int

const (
	// Garwood is the exact interval with equal tails (Garwood 1936).
	Garwood Method = iota
)

// String returns the name under which the method is known in the literature.
func (m Method) String() string {
	if m == Garwood {
		return "Garwood exact"
	}
	return fmt.Sprintf("Method(%d)", int(m))
}

// RatioMethod is a way to compute an interval for the ratio of two rates.
//
// The zero value, ExactCentral, is the one that we recommend: it is exact for counts
// of any size, and agrees with the p-value of Compare.
type RatioMethod int

const (
	// ExactCentral conditions on the total of both counts, which leaves a binomial
	// proportion, and transforms its Clopper-Pearson limits (Przyborowski and Wilenski
	// 1940; Lehmann and Romano 2005, section 4.5).
	ExactCentral RatioMethod = iota
)

// String returns the name of the method.
func (m RatioMethod) String() string {
	if m == ExactCentral {
		return "exact conditional, central"
	}
	return fmt.Sprintf("RatioMethod(%d)", int(m))
}

// TestMethod is a way to test that two rates are equal.
//
// The zero value, ExactConditional, is the one that we recommend: it is exact for
// counts of any size, and agrees with the interval of Ratio.
type TestMethod int

const (
	// ExactConditional is the binomial test of one count given the total of both
	// (Przyborowski and Wilenski 1940). Two-sided it is central: twice the smaller
	// tail, at most 1.
	ExactConditional TestMethod = iota
)

// String returns the name of the method.
func (m TestMethod) String() string {
	if m == ExactConditional {
		return "exact conditional"
	}
	return fmt.Sprintf("TestMethod(%d)", int(m))
}
