package chart

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

var years2003And2005 = DumbbellWords{What: "prosecutions", Before: "2003", After: "2005"}

func TestDumbbellOfRegions(t *testing.T) {
	f := Dumbbell(years2003And2005, []Pair{
		{"Africa", tipstats.Exactly(50), tipstats.Exactly(194)}, {"Europe & Eurasia", tipstats.Exactly(2437), tipstats.Exactly(2598)},
		{"South Asia", tipstats.Exactly(2599), tipstats.Exactly(964)}, {"Near East", tipstats.Exactly(1004), tipstats.NotReported},
		{"Western Hemisphere", tipstats.AtLeast(175), tipstats.Exactly(170)},
	}, Credit{Source: "the 2006 edition"})
	r := proof(t, f)
	wantText(t, r, "Prosecutions: of 5 numbers, 2 are higher in 2005 than in 2003, 2 are lower and 1 is not comparable", "2,437, then 2,598", "1,004, then not reported", "at least 175, then 170")
	zero, full := tickAt(t, r, "0"), tickAt(t, r, "3,000")
	at := func(v float64) float64 { return zero + (full-zero)*v/3000 }
	for role, v := range map[string]float64{"before Africa": 50, "after Africa": 194, "after South Asia": 964} {
		marks := marksAs(r, figure.CircleMark, role)
		if len(marks) != 1 {
			t.Fatalf("%s: %d marks", role, len(marks))
		}
		wantNear(t, role, marks[0].Points[0].X, at(v))
	}
	if len(marksAs(r, figure.LineMark, "change Near East")) != 0 || len(marksAs(r, figure.LineMark, "gap Near East")) != 2 {
		t.Error("a line runs to what was not reported")
	}
}

func TestDumbbellAlwaysRenders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var pairs []Pair
		for range rapid.IntRange(0, 12).Draw(t, "pairs") {
			pairs = append(pairs, Pair{anyName(t, "label", 3), anyCount(t), anyCount(t)})
		}
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		w := DumbbellWords{anyName(t, "what", 0) + "s", "2017", "2023"}
		if err := inProfile(Dumbbell(w, pairs, Credit{}), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}

// TestDumbbellTitles: the title says how many numbers went which way, and of what.
func TestDumbbellTitles(t *testing.T) {
	exact := tipstats.Exactly
	for want, pairs := range map[string][]Pair{
		"prosecutions in Peru: nothing is listed":                                               nil,
		"prosecutions in Peru: the number is higher in 2005 than in 2003":                       {{"", exact(1), exact(2)}},
		"prosecutions in Peru: both numbers are lower in 2005 than in 2003":                     {{"", exact(2), exact(1)}, {"", exact(3), exact(1)}},
		"prosecutions in Peru: the number is the same in 2003 and in 2005":                      {{"", exact(2), exact(2)}},
		"prosecutions in Peru: of 2 numbers, 1 is lower in 2005 than in 2003 and 1 is the same": {{"", exact(2), exact(1)}, {"", exact(2), exact(2)}},
		"prosecutions in Peru: the number is not comparable":                                    {{"", exact(2), tipstats.NotFound}},
	} {
		if got := dumbbellTitle(years2003And2005, pairs, Credit{Country: "Peru"}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
