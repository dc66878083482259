package chart

import (
	"math"
	"strconv"

	"github.com/tipstats/tip/tipstats"
)

// A countSum is what several counts of disjoint parts amount to. What is not known of a part makes the sum a lower bound; it
// is never taken for 0.
type countSum struct {
	low, high float64 // the sum lies in [low, high]; high is +Inf where a part is open or missing
	rough     bool    // a part is approximate
	known     int     // parts of which something is known
	missing   int     // parts that were not reported or not found
}

func sumOf(counts ...tipstats.Count) countSum {
	var s countSum
	for _, c := range counts {
		lo, hi, known := c.Bounds()
		if !known {
			s.missing++
			s.high = math.Inf(1)
			continue
		}
		s.known++
		s.low += lo
		s.high += hi
		s.rough = s.rough || c.IsApproximate()
	}
	return s
}

// digits writes a whole number that may exceed what an int holds on a 32-bit machine.
func digits(v float64) string { return strconv.FormatFloat(v, 'f', 0, 64) }

// value is the sum, where it is a single number.
func (s countSum) value() (float64, bool) {
	return s.low, s.known > 0 && s.low == s.high
}

// agrees reports whether one number satisfies both sums; rough figures agree with everything.
func (s countSum) agrees(t countSum) bool {
	return s.rough || t.rough || s.low <= t.high && t.low <= s.high
}

// String is the sum in words: "113", "at least 80", "between 80 and 90", "about 113"; it is empty where no part is known.
func (s countSum) String() string {
	low := grouped(digits(s.low))
	switch {
	case s.known == 0:
		return ""
	case math.IsInf(s.high, 1):
		return "at least " + low
	case s.low < s.high && s.low == 0:
		return "at most " + grouped(digits(s.high))
	case s.low < s.high:
		return "between " + low + " and " + grouped(digits(s.high))
	case s.rough:
		return "about " + low
	}
	return low
}

// cells are the columns value and bound of a sum, in the words of the datasets.
func (s countSum) cells() (value, bound string) {
	switch {
	case s.known == 0:
		return "", ""
	case math.IsInf(s.high, 1):
		return digits(s.low), "at_least"
	case s.low < s.high:
		return digits(s.low) + "-" + digits(s.high), "between"
	case s.rough:
		return digits(s.low), "approx"
	}
	return digits(s.low), "exact"
}
