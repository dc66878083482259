package chart

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

func TestPopulationOfPeru(t *testing.T) {
	r := proof(t, Population(PopulationWords{"child victims assisted, 2022", "girls", "boys"}, []PopulationGroup{
		{"sex trafficking", tipstats.Exactly(80), tipstats.Exactly(2)}, {"labor trafficking", tipstats.Exactly(29), tipstats.Exactly(2)},
	}, proofCredit))
	wantText(t, r, "Child victims assisted, 2022: 109 girls and 4 boys", "80", "29", "sex trafficking")
	width := func(role string) float64 {
		marks := marksAs(r, figure.RectMark, role)
		if len(marks) != 1 {
			t.Fatalf("%s: %d bars", role, len(marks))
		}
		return marks[0].Box.W
	}
	whole := width("left sex trafficking")
	wantNear(t, "29 of 80", width("left labor trafficking"), whole*29/80)
	wantNear(t, "2 of 80", width("right labor trafficking"), whole*2/80)
}

func TestPopulationOpenAndMissing(t *testing.T) {
	r := proof(t, Population(PopulationWords{"victims", "women", "men"}, []PopulationGroup{
		{"under 18", tipstats.AtLeast(10), tipstats.NotReported}, {"18 and over", tipstats.Between(5, 8), tipstats.NotFound},
	}, Credit{}))
	wantText(t, r, "not reported", "not found", "at least 10", "between 5 and 8", "Victims: at least 15 women, and no number of men")
	if len(marksAs(r, figure.RectMark, "right")) != 0 {
		t.Error("a bar stands for what is not known")
	}
	if len(marksAs(r, figure.LineMark, "left under 18")) != 1 {
		t.Error("at least 10 has no arrow")
	}
}

func TestPopulationAlwaysRenders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var groups []PopulationGroup
		for range rapid.IntRange(0, 12).Draw(t, "groups") {
			groups = append(groups, PopulationGroup{anyName(t, "label", 3), anyCount(t), anyCount(t)})
		}
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		w := PopulationWords{"victims", anyName(t, "left", 0), anyName(t, "right", 0)}
		if err := inProfile(Population(w, groups, Credit{}), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}
