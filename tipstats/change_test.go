package tipstats

import (
	"errors"
	"math"
	"testing"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/proportion"
)

func TestChangeOfPeru(t *testing.T) {
	f22, f21 := peru(t, 2022), peru(t, 2021)
	before := must[Rate](t)(f21.FormShare(f21.Investigations, Sex))
	after := must[Rate](t)(f22.FormShare(f22.Investigations, Sex))
	c := must[Change](t)(ChangeBetween(before, after))
	if c.Upper != 619./813-336./354 || c.Lower != 298./813-336./354 || c.Direction() != -1 {
		t.Errorf("got %g to %g", c.Lower, c.Upper)
	}
	if got, want := c.String(), "fell by at least 18.8 and at most 58.3 percentage points"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	back := must[Change](t)(ChangeBetween(after, before))
	if back.Lower != -c.Upper || back.Upper != -c.Lower || back.Direction() != 1 {
		t.Errorf("the change back is %g to %g", back.Lower, back.Upper)
	}
}

func TestChangeInWords(t *testing.T) {
	for want, c := range map[string]Change{
		"did not change":                                                        {},
		"rose by 25.0 percentage points":                                        {Lower: 0.25, Upper: 0.25},
		"fell by 12.5 percentage points":                                        {Lower: -0.125, Upper: -0.125},
		"rose by at least 0.0 and at most 1.0 percentage points":                {Lower: 1e-9, Upper: 0.01},
		"may have fallen by up to 5.0 or risen by up to 10.0 percentage points": {Lower: -0.05, Upper: 0.1},
		"rose by at most 10.0 percentage points or did not change":              {Upper: 0.1},
		"fell by at most 5.0 percentage points or did not change":               {Lower: -0.05},
	} {
		if got := c.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if d := (Change{Lower: 0, Upper: math.SmallestNonzeroFloat64}).Direction(); d != 0 {
		t.Errorf("a change that may be none has direction %d", d)
	}
}

func TestChangeRefuses(t *testing.T) {
	f22, f21 := peru(t, 2022), peru(t, 2021)
	share := must[Rate](t)(f22.FormShare(f22.Investigations, Sex))
	flow := must[Rate](t)(f21.ConvictionsPerDefendant())
	if _, err := ChangeBetween(flow, share); err == nil {
		t.Error("a change from a flow ratio in percentage points")
	}
	persons := must[Rate](t)(f22.FormShare(f22.Convictions, Sex))
	if _, err := ChangeBetween(persons, share); !errors.Is(err, ErrUnits) {
		t.Errorf("from persons to cases: %v", err)
	}
	labor := must[Rate](t)(f22.FormShare(f22.Investigations, Labor))
	if _, err := ChangeBetween(share, labor); err == nil {
		t.Error("from one form to another")
	}
}

func TestChangeIntervalIsTheUnion(t *testing.T) {
	f22, f21 := peru(t, 2022), peru(t, 2021)
	before := must[Rate](t)(f21.FormShare(f21.Investigations, Sex))
	after := must[Rate](t)(f22.FormShare(f22.Investigations, Sex))
	got := must[infer.Interval](t)(must[Change](t)(ChangeBetween(before, after)).Interval(0.95))
	lower, upper := 1.0, -1.0
	for x := 298; x <= 619; x++ {
		i := must[infer.Interval](t)(proportion.Difference(x, 813, 336, 354, 0.95, proportion.MiettinenNurminen))
		lower, upper = min(lower, i.Lower), max(upper, i.Upper)
	}
	if got.Lower != lower || got.Upper != upper || !math.IsNaN(got.Estimate) || got.Upper >= 0 {
		t.Errorf("got %+v, want %g to %g", got, lower, upper)
	}
	if _, err := must[Change](t)(ChangeBetween(before, after)).Interval(95); err == nil {
		t.Error("a level of 95")
	}
}
