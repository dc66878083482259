package chart

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
)

func TestObservedGaps(t *testing.T) {
	for count, want := range map[tipstats.Count]string{tipstats.NotReported: "not reported", tipstats.NotFound: "not found"} {
		b := observed("x", tipstats.Observation{Count: count}, nil)
		if b.gap != want || len(b.parts) != 0 || b.value != "" {
			t.Errorf("%v: %+v", count, b)
		}
	}
}

func TestObservedNamesFormsThatAreNotStated(t *testing.T) {
	total := tipstats.Observation{Count: tipstats.Exactly(10), Form: tipstats.AllForms, Complete: true}
	b := observed("x", total, []tipstats.Observation{
		{Form: tipstats.Labor, Count: tipstats.NotReported}, {Form: tipstats.Sex, Count: tipstats.AtLeast(4)},
	})
	if b.note != "sex trafficking: at least 4; labor trafficking: not reported" {
		t.Errorf("note %q", b.note)
	}
	if len(b.parts) != 2 || b.parts[0].name != "sex" || b.parts[1].name != notSplit || b.parts[1].size != 6 {
		t.Errorf("parts %+v", b.parts)
	}
}

// TestObservedIsAsLongAsTheFigure: however it is split, a bar that can be drawn is as long as the greatest number that the source
// allows, or the least where nothing bounds it; what is sure of it is at least the lower bound.
func TestObservedIsAsLongAsTheFigure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := tipstats.Observation{Count: anyCount(t), Form: tipstats.AllForms, Complete: rapid.Bool().Draw(t, "complete")}
		var breakdown []tipstats.Observation
		sum := 0.0
		for _, form := range formsInOrder {
			if rapid.Bool().Draw(t, "stated") {
				o := tipstats.Observation{Form: form, Count: anyCount(t)}
				low, _, _ := o.Count.Bounds()
				sum += low
				breakdown = append(breakdown, o)
			}
		}
		low, high, known := total.Count.Bounds()
		b := observed("x", total, breakdown)
		if !known {
			if b.gap == "" || b.length() != 0 {
				t.Fatalf("%v is drawn as %+v", total.Count, b)
			}
			return
		}
		want := high
		if math.IsInf(high, 1) {
			want = max(low, sum)
		}
		if b.length() != want || b.open != math.IsInf(high, 1) {
			t.Fatalf("%v with forms of %v is %v long, want %v", total.Count, sum, b.length(), want)
		}
		if slices.ContainsFunc(b.parts, func(p part) bool { return p.size <= 0 }) {
			t.Fatalf("a part without length: %+v", b.parts)
		}
	})
}
