package tipstats

import (
	"math"
	"testing"
)

func TestRateInWords(t *testing.T) {
	open := peru(t, 2022).Convictions
	open.Count = AtLeast(89)
	few := peru(t, 2022).Convictions
	few.Count = Between(10, 20)
	defendants := peru(t, 2022).Defendants
	for want, num := range map[string]Observation{
		"rate of convictions (persons) to prosecutions (persons, new and ongoing): at least 0.369 (flow ratio, at least 89 to 241)":                open,
		"rate of convictions (persons) to prosecutions (persons, new and ongoing): between 0.041 and 0.083 (flow ratio, between 10 and 20 to 241)": few,
	} {
		if got := must[Rate](t)(NewRate(num, defendants)).String(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestEmptyRateHasNothing(t *testing.T) {
	var r Rate
	_, hasValue := r.Value()
	num, den := r.Counts()
	if hasValue || num != NotFound || den != NotFound || r.String() != "no rate" || r.Kind().String() != "Kind(0)" || len(r.Denominator()) != 0 {
		t.Errorf("%v %v %v %v", hasValue, num, den, r)
	}
}

func TestRateIsNotSharedWithItsCaller(t *testing.T) {
	r := must[Rate](t)(peru(t, 2020).ConvictionsPerDefendant())
	r.Warnings()[0] = "changed"
	r.Denominator()[0].Count = NotFound
	if _, den := r.Counts(); r.Warnings()[0] == "changed" || den != AtLeast(44) {
		t.Error("a rate was changed from outside")
	}
	if lo, hi := r.Bounds(); lo != 0 || hi != 29./44 || math.IsNaN(hi) {
		t.Errorf("%g %g", lo, hi)
	}
}
