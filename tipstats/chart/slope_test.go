package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

func TestSlopeOfRegions(t *testing.T) {
	pairs := []Pair{
		{"Africa", tipstats.Exactly(50), tipstats.Exactly(194)}, {"East Asia & Pacific", tipstats.Exactly(1727), tipstats.Exactly(2580)},
		{"Europe & Eurasia", tipstats.Exactly(2437), tipstats.Exactly(2598)}, {"Near East", tipstats.Exactly(1004), tipstats.NotReported},
		{"South Asia", tipstats.Exactly(2599), tipstats.Exactly(964)}, {"Western Hemisphere", tipstats.AtLeast(175), tipstats.Exactly(170)},
	}
	r := proof(t, Slope(years2003And2005, pairs, Credit{Source: "the 2006 edition"}))
	wantText(t, r, "Prosecutions: of 6 numbers, 3 are higher in 2005 than in 2003, 2 are lower and 1 is not comparable", "Africa: 50", "964: South Asia",
		"Western Hemisphere: at least 175", "not reported: Near East")
	// Two numbers fix the scale; all others stand on it.
	height := func(role string) float64 {
		t.Helper()
		marks := marksAs(r, figure.CircleMark, "dot "+role)
		if len(marks) != 1 {
			t.Fatalf("%s: %d dots", role, len(marks))
		}
		return marks[0].Points[0].Y
	}
	low, high := height("before Africa"), height("before South Asia")
	for role, v := range map[string]float64{"after Africa": 194, "after Europe & Eurasia": 2598, "after South Asia": 964, "before Western Hemisphere": 175} {
		wantNear(t, role, height(role), low+(high-low)*(v-50)/(2599-50))
	}
	line := marksAs(r, figure.PathMark, "slope South Asia")
	if len(line) != 1 {
		t.Fatal("no line for South Asia")
	}
	wantNear(t, "from", line[0].Points[0].Y, height("before South Asia"))
	wantNear(t, "to", line[0].Points[1].Y, height("after South Asia"))
	if len(marksAs(r, figure.PathMark, "slope Near East")) != 0 || len(marksAs(r, figure.LineMark, "gap Near East")) != 2 {
		t.Error("a line leads to what was not reported")
	}
	if open := marksAs(r, figure.PathMark, "slope Western Hemisphere"); len(open) != 1 || len(open[0].Stroke.Dash) == 0 {
		t.Error("the line from what is known as a bound is not dashed")
	}
}

// TestSpread: labels keep apart, in order, inside their range, and those that have room stay where they are.
func TestSpread(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var labels []slopeLabel
		total := 0.0
		for range rapid.IntRange(1, 30).Draw(t, "labels") {
			at := rapid.Float64Range(0, 300).Draw(t, "at")
			l := slopeLabel{lines: make([]string, rapid.IntRange(1, 3).Draw(t, "lines")), at: at, middle: at}
			labels = append(labels, l)
			total += l.height()
		}
		top, bottom := -4.0, max(304, total)
		spread(labels, top, bottom)
		if !slices.IsSortedFunc(labels, func(a, b slopeLabel) int { return int(math.Copysign(1, a.middle-b.middle)) }) {
			t.Fatal("the order changed")
		}
		for i, l := range labels {
			if l.middle-l.height()/2 < top-1e-9 || l.middle+l.height()/2 > bottom+1e-9 {
				t.Fatalf("label %d stands at %v, outside %v to %v", i, l.middle, top, bottom)
			}
			if i > 0 && labels[i-1].middle+labels[i-1].height()/2 > l.middle-l.height()/2+1e-9 {
				t.Fatalf("labels %d and %d overlap", i-1, i)
			}
		}
		if l := labels[0]; len(labels) == 1 && l.at > 20 && l.at < 280 && l.middle != l.at {
			t.Fatalf("a label alone moved from %v to %v", l.at, l.middle)
		}
	})
}

func TestSlopeRefusesWhatCannotBeTold(t *testing.T) {
	var pairs []Pair
	for i := range 40 {
		pairs = append(pairs, Pair{fmt.Sprint("Country ", i), tipstats.Exactly(i * i), tipstats.Exactly(1000 + i)})
	}
	ranges := []Pair{{"A", tipstats.Between(10, 40), tipstats.Exactly(5)}, {"B", tipstats.Between(30, 60), tipstats.Exactly(50)}}
	for want, pairs := range map[string][]Pair{"among 40 rows": pairs, `the ranges of "A" and "B" lie on each other on the line of 2003`: ranges} {
		_, err := Slope(years2003And2005, pairs, Credit{}).Render()
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "Dumbbell") || strings.Contains(err.Error(), "\n") {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

// TestSlopeLeadersJoinDots: each label that does not stand at its dot has a leader that can be seen, from the height of its dot to that
// of its label.
func TestSlopeLeadersJoinDots(t *testing.T) {
	var pairs []Pair
	for i := range 8 {
		pairs = append(pairs, Pair{fmt.Sprint("Country ", i), tipstats.Exactly(100 + 2*i), tipstats.Exactly(30 * i)})
	}
	r := proof(t, Slope(years2003And2005, pairs, Credit{}))
	leaders := marksAs(r, figure.LineMark, "leader")
	for _, p := range pairs {
		for role, text := range map[string]string{"dot before ": p.Label + ": " + counted(p.Before), "dot after ": counted(p.After) + ": " + p.Label} {
			dot := oneMark(t, r, figure.CircleMark, role+p.Label).Points[0].Y
			var middle float64
			for _, m := range r.Marks() {
				if m.Text == text {
					middle = m.Box.Y + m.Box.H/2
				}
			}
			joined := slices.ContainsFunc(leaders, func(m figure.Mark) bool {
				return math.Abs(m.Points[0].Y-dot) < 0.1 && math.Abs(m.Points[1].Y-middle) < 2 && m.Stroke.Color != figure.Rule
			})
			if math.Abs(middle-dot) > 3 && !joined {
				t.Errorf("%s: the label at %.1f is not joined to its dot at %.1f", text, middle, dot)
			}
		}
	}
}

func TestSlopeAlwaysRenders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var pairs []Pair
		for range rapid.IntRange(0, 14).Draw(t, "pairs") {
			pairs = append(pairs, Pair{anyName(t, "label", 3), anyCount(t), anyCount(t)})
		}
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		w := DumbbellWords{anyName(t, "what", 0) + "s", "in " + anyName(t, "before", 1), "2023"}
		if err := inProfile(Slope(w, pairs, Credit{}), p, nil); err != nil && !strings.Contains(err.Error(), "Dumbbell") {
			t.Fatal(err)
		}
	})
}
