package chart

import (
	"errors"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
)

func TestAmount(t *testing.T) {
	rate := func(rows ...string) tipstats.Rate {
		t.Helper()
		r, err := funnelOf(t, rows...).ConvictionRate()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	flow := func(rows ...string) tipstats.Rate {
		t.Helper()
		r, err := funnelOf(t, rows...).ConvictionsPerDefendant()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	const convicted, acquitted, prosecuted = "conviction,unstated,all,person,", "acquittal,unstated,all,person,", "prosecution,unstated,all,person,"
	for _, c := range []struct {
		rate tipstats.Rate
		want string
	}{
		{rate(convicted+"89,exact", acquitted+"71,exact"), "55.6 %"},
		{rate(convicted+"10,at_most", acquitted+"40,exact"), "at most 20.0 %"},
		{rate(convicted+"10,at_least", acquitted+"40,exact"), "at least 20.0 %"},
		{rate(convicted+"10,at_least", acquitted+"40,at_least"), "any value"},
		{rate(convicted+"10,at_least", acquitted+"0,exact"), "100.0 %"},
		{flow(convicted+"233,exact", prosecuted+"121,exact"), "1.93"},
		{flow(convicted+"29,exact", prosecuted+"44,at_least"), "at most 0.659"},
		{flow(convicted+"29,at_least", prosecuted+"44,exact"), "at least 0.659"},
		{flow(convicted+"29,at_least", prosecuted+"44,at_least"), "any value"},
	} {
		if got := amount(c.rate); got != c.want {
			t.Errorf("%v: got %q, want %q", c.rate, got, c.want)
		}
	}
	share, err := peruFunnel(t, 2022).FormShare(peruFunnel(t, 2022).Investigations, tipstats.Sex)
	if err != nil {
		t.Fatal(err)
	}
	if got := amount(share); got != "between 36.7 % and 76.1 %" {
		t.Error(got)
	}
}

func TestReasons(t *testing.T) {
	candidates := peruFunnel(t, 2020).Candidates()
	want := " not found in any source; units differ: cases and persons"
	if got := refusal(candidates[2].Err); !strings.HasPrefix(got, "prosecutions (cases") || !strings.HasSuffix(got, want) {
		t.Errorf("got %q, want prosecutions%s", got, want)
	}
	if got := refusal(errors.New("a reason with 12345 in it")); got != "a reason with 12,345 in it" {
		t.Error(got)
	}
}

func TestRegroupedLeavesDecimalsAlone(t *testing.T) {
	if got := regrouped("1000000 of 0.00333 in 2022"); got != "1,000,000 of 0.00333 in 2022" {
		t.Error(got)
	}
}

func TestLevelWords(t *testing.T) {
	for level, want := range map[float64]string{0.95: "95 %", 0.999: "99.9 %", 0.57: "57 %"} {
		if got := levelWords(level); got != want {
			t.Errorf("%v: got %q, want %q", level, got, want)
		}
	}
}

// TestRegroupedKeepsYears: a number of four digits that reads as a year has no comma.
func TestRegroupedKeepsYears(t *testing.T) {
	if got, want := regrouped("1343 convictions of 2021 and 12345 of 1999"), "1,343 convictions of 2021 and 12,345 of 1999"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
