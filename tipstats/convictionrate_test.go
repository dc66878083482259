package tipstats

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestConvictionRateOfPeru(t *testing.T) {
	r := must[Rate](t)(peru(t, 2022).ConvictionRate())
	if v, ok := r.Value(); r.Kind() != Proportion || !ok || v != 89./160 {
		t.Errorf("got %v", r)
	}
	num, den := r.Counts()
	if num != Exactly(89) || den != Exactly(160) || len(r.Denominator()) != 2 {
		t.Errorf("%v of %v, %v", num, den, r.Denominator())
	}
	if got, want := r.String(), "conviction rate: 0.556 (proportion, 89 of 160)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestConvictionRateNamesTheMissingFigure(t *testing.T) {
	_, err := peru(t, 2021).ConvictionRate()
	want := "no conviction rate for PER 2021: acquittals (persons) not found in any source"
	if !errors.Is(err, ErrNotFound) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestFlowRatiosOfPeru(t *testing.T) {
	r := must[Rate](t)(peru(t, 2021).ConvictionsPerDefendant())
	if v, _ := r.Value(); r.Kind() != FlowRatio || math.Abs(v-1.9256198347107438) > 1e-15 {
		t.Errorf("233 to 121: %v", r)
	}
	r = must[Rate](t)(peru(t, 2022).ProsecutionsPerInvestigation())
	if v, _ := r.Value(); r.Kind() != FlowRatio || v != 103./813 {
		t.Errorf("103 to 813: %v", r)
	}
}

func TestConvictionRateWithRanges(t *testing.T) {
	row := func(convicted, acquitted string) *Dataset {
		return withRows(t, "PER,2023,2022,conviction,unstated,all,person,"+convicted+",,true",
			"PER,2023,2022,acquittal,unstated,all,person,"+acquitted+",,true")
	}
	for name, c := range map[string]struct {
		convicted, acquitted string
		lo, hi               float64
	}{
		"at least 44 and 10":      {"44,at_least", "10,exact", 44. / 54, 1},
		"10 and at least 44":      {"10,exact", "44,at_least", 0, 10. / 54},
		"at most 5 and 10":        {"5,at_most", "10,exact", 0, 5. / 15},
		"both at least":           {"5,at_least", "10,at_least", 0, 1},
		"all of at least 89":      {"89,at_least", "0,exact", 1, 1},
		"at least none, and some": {"0,at_least", "3,exact", 0, 1},
	} {
		f := must[*Funnel](t)(row(c.convicted, c.acquitted).Funnel("PER", 2022))
		r := must[Rate](t)(f.ConvictionRate())
		if lo, hi := r.Bounds(); lo != c.lo || hi != c.hi {
			t.Errorf("%s: bounds %g %g, want %g %g", name, lo, hi, c.lo, c.hi)
		}
		if v, ok := r.Value(); ok != (c.lo == c.hi) || ok && v != c.lo {
			t.Errorf("%s: value %g %t", name, v, ok)
		}
	}
	f := must[*Funnel](t)(row("0,exact", "0,exact").Funnel("PER", 2022))
	if _, err := f.ConvictionRate(); !errors.Is(err, ErrZero) || !strings.Contains(err.Error(), "0 acquittals") {
		t.Errorf("no verdicts at all: %v", err)
	}
}
