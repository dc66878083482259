package chart

import (
	"math"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

// Each row has a scale of its own, on which both of its figures stand where their numbers say.
func TestCapacityMarksStandWhereTheNumbersSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.IntRange(0, tipstats.MaxCount).Draw(t, "before")
		after := rapid.OneOf(rapid.IntRange(0, tipstats.MaxCount), rapid.Just(before)).Draw(t, "after")
		whole := rapid.IntRange(max(before, after, 1), tipstats.MaxCount).Draw(t, "whole")
		r, err := Capacity([]CapacityFigure{
			{Label: "places", Before: tipstats.Exactly(before), Count: tipstats.Exactly(after)},
			{Label: "regions", Before: tipstats.Exactly(before), Count: tipstats.Exactly(after), Whole: tipstats.Exactly(whole)},
			{Label: "officers", Count: tipstats.Exactly(after), Whole: tipstats.Exactly(whole)},
		}, Credit{}).Render()
		if err != nil {
			t.Fatal(err)
		}
		for label, most := range map[string]int{"places": max(before, after, 1), "regions": whole} {
			line := marksAs(r, figure.LineMark, "line "+label)[0].Box
			for role, n := range map[string]int{"before ": before, "after ": after} {
				dots := marksAs(r, figure.CircleMark, role+label)
				want := line.X + line.W*float64(n)/float64(most)
				if len(dots) != 1 || math.Abs(dots[0].Points[0].X-want) > 0.02 {
					t.Fatalf("%s%s: got %v, want one mark at %.2f", role, label, dots, want)
				}
			}
		}
		got := marksAs(r, figure.RectMark, "part officers")[0].Box.W
		if want := marksAs(r, figure.RectMark, "whole officers")[0].Box.W * float64(after) / float64(whole); math.Abs(got-want) > 0.02 {
			t.Fatalf("%d of %d: got %.3f points, want %.3f", after, whole, got, want)
		}
	})
}

func TestCapacityListsNumbersInOneOrTwoColumns(t *testing.T) {
	for n, columns := range map[int]int{1: 1, 4: 1, 5: 2, 12: 2} {
		var figures []CapacityFigure
		for i := range n {
			figures = append(figures, CapacityFigure{Label: strings.Repeat("x", i+1), Count: tipstats.Exactly(i)})
		}
		r := proof(t, Capacity(figures, Credit{}))
		left := map[float64]bool{}
		for _, m := range marksAs(r, figure.TextMark, "counted") {
			left[m.Points[0].X] = true
		}
		if len(left) != columns {
			t.Errorf("%d numbers: got %d columns, want %d", n, len(left), columns)
		}
		if got := len(marksAs(r, figure.TextMark, "number ")); got != n {
			t.Errorf("got %d numbers on the page, want %d", got, n)
		}
	}
}
