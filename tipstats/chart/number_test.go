package chart

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
)

func TestWhole(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 7: "7", 813: "813", 9999: "9,999", 10_000: "10,000", 430_000: "430,000", 1_000_000: "1,000,000", tipstats.MaxCount: "1,000,000,000",
		-12_345: "-12,345", -9999: "-9,999",
	} {
		if got := whole(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestWholeReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-math.MaxInt32, math.MaxInt32).Draw(t, "n")
		if back, err := strconv.Atoi(strings.ReplaceAll(whole(n), ",", "")); err != nil || back != n {
			t.Fatalf("%d reads back as %d, %v", n, back, err)
		}
	})
}

func TestCounted(t *testing.T) {
	for c, want := range map[tipstats.Count]string{
		tipstats.Exactly(89):                 "89",
		tipstats.AtLeast(44_000):             "at least 44,000",
		tipstats.AtMost(5):                   "at most 5",
		tipstats.Approximately(430_000):      "about 430,000",
		tipstats.Between(10_000, 20_000_000): "between 10,000 and 20,000,000",
		tipstats.NotReported:                 "not reported",
		tipstats.NotFound:                    "not found",
	} {
		if got := counted(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{89. / 160, "55.6 %"}, {0, "0.0 %"}, {1, "100.0 %"}, {1e-9, "less than 0.1 %"}, {1 - 1e-9, "more than 99.9 %"}, {0.0006, "0.1 %"},
		{298. / 813, "36.7 %"},
	} {
		if got := percent(c.v); got != c.want {
			t.Errorf("%v: got %q, want %q", c.v, got, c.want)
		}
	}
}

func TestRatio(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{233. / 121, "1.93"}, {103. / 813, "0.127"}, {1266.9 / 100, "12.7"}, {0, "0"}, {1, "1.00"}, {0.9996, "1.00"}, {999.7, "1,000"},
		{1500, "1,500"}, {2_146_000, "2,150,000"}, {1e-9, "0.00000000100"}, {math.Inf(1), "infinity"}, {29. / 44, "0.659"},
	} {
		if got := ratio(c.v); got != c.want {
			t.Errorf("%v: got %q, want %q", c.v, got, c.want)
		}
	}
}

// TestRatioIsNear holds the digits against the number: three significant digits are within half a percent.
func TestRatioIsNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := math.Exp(rapid.Float64Range(-20, 20).Draw(t, "log"))
		text := ratio(v)
		back, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
		if err != nil || math.Abs(back-v) > 0.005*v*(1+1e-12) || strings.Contains(text, "e") {
			t.Fatalf("%v is written %q", v, text)
		}
	})
}

func TestExactly(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{{1. / 3, "0.333333333333"}, {0.55625, "0.55625"}, {math.Inf(1), "Inf"}, {math.NaN(), ""}, {0, "0"}} {
		if got := exactly(c.v); got != c.want {
			t.Errorf("%v: got %q, want %q", c.v, got, c.want)
		}
	}
}

func TestBoundCells(t *testing.T) {
	for c, want := range map[tipstats.Count][2]string{
		tipstats.Exactly(89):         {"89", "exact"},
		tipstats.AtLeast(44):         {"44", "at_least"},
		tipstats.AtMost(5):           {"5", "at_most"},
		tipstats.AtMost(0):           {"0", "at_most"},
		tipstats.Approximately(120):  {"120", "approx"},
		tipstats.Between(3, 9):       {"3-9", "between"},
		tipstats.Between(0, 9):       {"9", "at_most"},
		tipstats.NotReported:         {"NR", ""},
		tipstats.NotFound:            {"", ""},
		tipstats.Exactly(1_000_0000): {"10000000", "exact"},
	} {
		if value, bound := boundCells(c); value != want[0] || bound != want[1] {
			t.Errorf("%v: got %q, %q, want %q", c, value, bound, want)
		}
	}
}

func TestListed(t *testing.T) {
	for want, words := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}} {
		if got := listed(words); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCapitalised(t *testing.T) {
	for in, want := range map[string]string{"": "", "the Gambia": "The Gambia", "état": "État", "Peru": "Peru", "\xff": "\xff"} {
		if got := capitalised(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestUncapitalised(t *testing.T) {
	for text, want := range map[string]string{
		"May be incomplete": "may be incomplete", "NGOs gave it": "NGOs gave it", "A lower bound": "a lower bound", "321 of 813": "321 of 813",
		"": "", "X": "X", "Éclair": "éclair", "already": "already",
	} {
		if got := uncapitalised(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
