package tipstats

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestRateKindIsDecidedFromTheFigures(t *testing.T) {
	f22, f21 := peru(t, 2022), peru(t, 2021)
	sex := f22.Figure(Investigation, Case, New, Sex)
	sliced := f22.Convictions
	sliced.Slice, sliced.Count = "court level: appeal", Exactly(12)
	for name, c := range map[string]struct {
		num, den Observation
		kind     Kind
		value    float64
	}{
		"a form of its total":               {sex, f22.Investigations, Proportion, 298. / 813},
		"a slice of the national figure":    {sliced, f22.Convictions, Proportion, 12. / 89},
		"convicted to prosecuted":           {f22.Convictions, f22.Defendants, FlowRatio, 89. / 241},
		"convicted to newly prosecuted":     {f21.Convictions, f21.Defendants, FlowRatio, 233. / 121},
		"prosecutions to investigations":    {f22.Prosecutions, f22.Investigations, FlowRatio, 103. / 813},
		"one form to another":               {sex, f22.Figure(Investigation, Case, New, Labor), FlowRatio, 298. / 194},
		"a total to its form, upside down":  {f22.Investigations, sex, FlowRatio, 813. / 298},
		"acquittals to convictions, a flow": {f22.Acquittals, f22.Convictions, FlowRatio, 71. / 89},
	} {
		r, err := NewRate(c.num, c.den)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if v, ok := r.Value(); r.Kind() != c.kind || !ok || v != c.value {
			t.Errorf("%s: %v, want %v %g", name, r, c.kind, c.value)
		}
	}
}

func TestNewRateRefuses(t *testing.T) {
	f22, f21 := peru(t, 2022), peru(t, 2021)
	bolivia := f22.Convictions
	bolivia.Country = "BOL"
	none, few := f22.Convictions, f22.Convictions
	none.Count, few.Count = Exactly(0), AtMost(5)
	sex := f22.Figure(Conviction, Person, UnstatedCohort, Sex)
	sex.Count = Exactly(90)
	for name, c := range map[string]struct {
		num, den Observation
		reason   error
		words    []string
	}{
		"persons over cases":           {f22.Convictions, f22.Investigations, ErrUnits, []string{"89 convictions (persons)", "813 investigations (cases, new)"}},
		"cases over persons":           {f22.Prosecutions, f22.Defendants, ErrUnits, []string{"103", "241"}},
		"new over new and ongoing":     {f21.Defendants, f22.Defendants, ErrCohorts, []string{"121", "241"}},
		"new of ongoing":               {f22.Prosecutions, f22.ContinuedProsecutions, ErrCohorts, []string{"103", "45"}},
		"two years":                    {f21.Convictions, f22.Convictions, ErrPeriods, []string{"2021", "2022"}},
		"two countries":                {bolivia, f22.Acquittals, ErrCountries, []string{"BOL", "PER"}},
		"not found":                    {f21.Acquittals, f21.Convictions, ErrNotFound, []string{"acquittals (persons)", "2021"}},
		"not reported":                 {f22.Convictions, f22.Arrests, ErrNotReported, []string{"arrests (persons)"}},
		"itself":                       {f22.Convictions, f22.Convictions, ErrSame, []string{"89"}},
		"over none":                    {f22.Acquittals, none, ErrZero, []string{"0 convictions"}},
		"over at most 5":               {f22.Acquittals, few, ErrZero, []string{"at most 5"}},
		"a part larger than its whole": {sex, f22.Convictions, ErrPart, []string{"90", "89"}},
	} {
		r, err := NewRate(c.num, c.den)
		if !errors.Is(err, c.reason) {
			t.Errorf("%s: got %v, %v, want %v", name, r, err, c.reason)
			continue
		}
		for _, w := range c.words {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("%s: %q does not name %q", name, err, w)
			}
		}
		if _, ok := r.Value(); ok {
			t.Errorf("%s: the refused rate has a value", name)
		}
	}
}

func TestNewRateGivesAllReasonsAtOnce(t *testing.T) {
	f22, f21 := peru(t, 2022), peru(t, 2021)
	_, err := NewRate(f21.Defendants, f22.ContinuedProsecutions)
	for _, reason := range []error{ErrUnits, ErrCohorts, ErrPeriods} {
		if !errors.Is(err, reason) {
			t.Errorf("%v is not %v", err, reason)
		}
	}
}

func TestOverridesAreNamedAndWarn(t *testing.T) {
	f22, f21 := peru(t, 2022), peru(t, 2021)
	r, err := NewRate(f22.Convictions, f22.Investigations, AllowUnits)
	if err != nil {
		t.Fatal(err)
	}
	if r.Kind() != FlowRatio || len(r.Warnings()) != 1 || !strings.Contains(r.Warnings()[0], ErrUnits.Error()) {
		t.Errorf("%v with warnings %q", r, r.Warnings())
	}
	if _, err = NewRate(f21.Defendants, f22.Defendants, AllowPeriods); !errors.Is(err, ErrCohorts) || errors.Is(err, ErrPeriods) {
		t.Errorf("an override lifted more than it names: %v", err)
	}
	r, err = NewRate(f21.Defendants, f22.Defendants, AllowCohorts, AllowPeriods)
	if err != nil || len(r.Warnings()) != 2 {
		t.Errorf("%v %q %v", r, r.Warnings(), err)
	}
	if _, err = NewRate(f21.Acquittals, f21.Convictions, AllowUnits, AllowCohorts, AllowPeriods); !errors.Is(err, ErrNotFound) {
		t.Errorf("an override turned a missing count into a number: %v", err)
	}
}

func TestAtLeastInTheDenominatorLeavesAnUpperBound(t *testing.T) {
	r := must[Rate](t)(peru(t, 2020).ConvictionsPerDefendant())
	if _, ok := r.Value(); ok {
		t.Error("29 over at least 44 has a value")
	}
	if lo, hi := r.Bounds(); lo != 0 || hi != 29./44 {
		t.Errorf("bounds %g %g", lo, hi)
	}
	if got, want := r.String(), "ratio of convictions to defendants: at most 0.659 (flow ratio, 29 to at least 44)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(r.Warnings()) != 2 {
		t.Errorf("both figures of 2020 may be incomplete, warnings: %q", r.Warnings())
	}
}

// TestBoundsHoldEveryRate draws counts, and numbers that they allow, and holds the rate of the numbers against the bounds.
func TestBoundsHoldEveryRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole, wholeNumber := drawCount(t, "whole", 1)
		part, partNumber := drawCount(t, "part", 0)
		num := Observation{Country: "PER", Report: 2023, Year: 2022, Stage: Conviction, Cohort: New, Form: AllForms, Unit: Person, Count: part, Complete: true}
		den := num
		den.Count = whole
		isProportion := rapid.Bool().Draw(t, "proportion")
		if isProportion {
			num.Form = Sex
		} else {
			den.Stage = Prosecution
		}
		r, err := NewRate(num, den)
		if err != nil {
			if !errors.Is(err, ErrZero) && !errors.Is(err, ErrPart) {
				t.Fatal(err)
			}
			return
		}
		lo, hi := r.Bounds()
		if math.IsNaN(lo) || math.IsNaN(hi) || lo > hi || lo < 0 || isProportion && hi > 1 {
			t.Fatalf("%v: bounds %g %g", r, lo, hi)
		}
		if isProportion && partNumber > wholeNumber {
			return
		}
		if v := float64(partNumber) / float64(wholeNumber); v < lo || v > hi {
			t.Fatalf("%v: %d/%d = %g is outside [%g, %g]", r, partNumber, wholeNumber, v, lo, hi)
		}
		interval, err := r.Interval(0.95)
		if err != nil || interval.Lower > lo || interval.Upper < hi || math.IsNaN(interval.Lower) || math.IsNaN(interval.Upper) {
			t.Fatalf("%v: bounds %g %g, interval %v, %v", r, lo, hi, interval, err)
		}
	})
}

// drawCount draws a count and a number, at least the given one, that it allows.
func drawCount(t *rapid.T, name string, least int) (Count, int) {
	n := rapid.IntRange(least, 60).Draw(t, name)
	switch rapid.IntRange(0, 3).Draw(t, name+" kind") {
	case 1:
		return AtLeast(max(0, n-rapid.IntRange(0, 9).Draw(t, name+" below"))), n
	case 2:
		return AtMost(n + rapid.IntRange(0, 9).Draw(t, name+" above")), n
	case 3:
		return Between(max(0, n-3), n+rapid.IntRange(0, 9).Draw(t, name+" above")), n
	}
	return Exactly(n), n
}

func TestNewRateWarnsOfFiguresThatDoNotQuiteMatch(t *testing.T) {
	f := peru(t, 2022)
	sex, labor := f.Figure(Investigation, Case, New, Sex), f.Figure(Investigation, Case, New, Labor)
	older := f.Acquittals
	older.Report = 2022
	for name, c := range map[string]struct {
		num, den Observation
		words    string
	}{
		"a recorded form":  {sex, f.Investigations, "unspecified form"},
		"form over form":   {sex, labor, "different forms"},
		"of two editions":  {f.Convictions, older, "2022 report"},
		"form over others": {f.Prosecutions, sex, "different forms"},
	} {
		r := must[Rate](t)(NewRate(c.num, c.den))
		if !strings.Contains(strings.Join(r.Warnings(), "\n"), c.words) {
			t.Errorf("%s: warnings %q", name, r.Warnings())
		}
	}
	if r := must[Rate](t)(f.ConvictionsPerDefendant()); len(r.Warnings()) != 0 {
		t.Errorf("warnings without reason: %q", r.Warnings())
	}
	_, err := NewRate(Observation{}, Observation{})
	if !errors.Is(err, ErrNotFound) || strings.Contains(err.Error(), "()") {
		t.Errorf("two empty observations: %v", err)
	}
}
