package chart

import (
	"math"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"pgregory.net/rapid"
)

func TestSumOfCountsInWords(t *testing.T) {
	for _, test := range []struct {
		counts []tipstats.Count
		want   string
	}{
		{nil, ""},
		{[]tipstats.Count{tipstats.NotReported, tipstats.NotFound}, ""},
		{[]tipstats.Count{tipstats.Exactly(80), tipstats.Exactly(29)}, "109"},
		{[]tipstats.Count{tipstats.Exactly(80), tipstats.NotReported}, "at least 80"},
		{[]tipstats.Count{tipstats.Exactly(80), tipstats.AtLeast(4)}, "at least 84"},
		{[]tipstats.Count{tipstats.AtMost(3), tipstats.AtMost(4)}, "at most 7"},
		{[]tipstats.Count{tipstats.Exactly(10), tipstats.Between(2, 4)}, "between 12 and 14"},
		{[]tipstats.Count{tipstats.Approximately(120), tipstats.Exactly(1)}, "about 121"},
		{[]tipstats.Count{tipstats.Exactly(tipstats.MaxCount), tipstats.Exactly(tipstats.MaxCount)}, "2,000,000,000"},
	} {
		if got := sumOf(test.counts...).String(); got != test.want {
			t.Errorf("%v: got %q, want %q", test.counts, got, test.want)
		}
	}
}

// The true numbers, whatever they are within the statements, never leave the bounds of the sum.
func TestSumOfCountsHoldsTheTruth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.Custom(anyCount), 0, 6).Draw(t, "counts")
		truth := 0.0
		for _, c := range counts {
			lo, hi, known := c.Bounds()
			if !known {
				lo, hi = 0, math.Inf(1)
			}
			hi = min(hi, lo+1000)
			truth += float64(rapid.IntRange(int(lo), int(hi)).Draw(t, "truth"))
		}
		if s := sumOf(counts...); truth < s.low || truth > s.high {
			t.Fatalf("%v: the sum %v is not in [%v, %v]", counts, truth, s.low, s.high)
		}
	})
}
