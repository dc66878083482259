package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// A placed is a number and the coordinate of its mark.
type placed struct{ value, at float64 }

// linear fails where marks do not stand on one scale: the two that are furthest apart fix it for all others. Coordinates are on a grid of
// a hundredth of a point.
func linear(t rapid.TB, what string, marks []placed) {
	t.Helper()
	low, high := marks[0], marks[0]
	for _, m := range marks {
		if m.value < low.value {
			low = m
		}
		if m.value > high.value {
			high = m
		}
	}
	if low.value == high.value {
		return
	}
	for _, m := range marks {
		want := low.at + (high.at-low.at)*(m.value-low.value)/(high.value-low.value)
		if math.IsNaN(m.at) || math.Abs(m.at-want) > 0.03 {
			t.Fatalf("%s: the mark of %v stands at %v, the scale says %v", what, m.value, m.at, want)
		}
	}
}

// oneMark is the one mark of a kind with exactly that role.
func oneMark(t rapid.TB, r *figure.Rendered, kind figure.Kind, role string) figure.Mark {
	t.Helper()
	var found []figure.Mark
	for _, m := range marksAs(r, kind, role) {
		if m.Role == role {
			found = append(found, m)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d marks %q, want one", len(found), role)
	}
	return found[0]
}

func mustRender(t rapid.TB, f *figure.Figure) *figure.Rendered {
	t.Helper()
	r, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestMarksStandWhereTheDataSay: whatever the numbers, the marks of a chart stand on one scale.
func TestMarksStandWhereTheDataSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		profile := rapid.SampledFrom(profiles).Draw(t, "profile")
		numbers := rapid.SliceOfN(rapid.IntRange(0, rapid.SampledFrom([]int{9, 900, 2_000_000}).Draw(t, "most")), 2, 9).Draw(t, "numbers")
		count := func(i int) (float64, tipstats.Count) {
			n := numbers[i%len(numbers)]
			return float64(n), tipstats.Exactly(n)
		}
		render := func(f *figure.Figure) *figure.Rendered {
			f.Profile = profile
			return mustRender(t, f)
		}
		var pairs []Pair
		var groups []PopulationGroup
		var counts []tipstats.Count
		for i := range numbers {
			_, a := count(i)
			_, b := count(i + 1)
			pairs = append(pairs, Pair{fmt.Sprint("row ", i), a, b})
			groups = append(groups, PopulationGroup{fmt.Sprint("row ", i), a, b})
			counts = append(counts, a)
		}
		tight := Slope(years2003And2005, pairs, Credit{})
		tight.Profile = profile
		if _, err := tight.Render(); err != nil && strings.Contains(err.Error(), "Dumbbell") {
			t.Skip("more labels than a slope chart has room for")
		}
		dumbbell, slope := render(Dumbbell(years2003And2005, pairs, Credit{})), render(Slope(years2003And2005, pairs, Credit{}))
		trend := render(Trend(yearly(t, "PER", 2003, counts...), 0.95, Credit{}))
		population := render(Population(PopulationWords{"victims", "women", "men"}, groups, Credit{}))
		var across, up, years []placed
		widths := []placed{{0, 0}}
		for i := range numbers {
			before, _ := count(i)
			after, _ := count(i + 1)
			row := fmt.Sprint("row ", i)
			across = append(across, placed{before, oneMark(t, dumbbell, figure.CircleMark, "before "+row).Points[0].X}, placed{after, oneMark(t, dumbbell, figure.CircleMark, "after "+row).Points[0].X})
			up = append(up, placed{before, oneMark(t, slope, figure.CircleMark, "dot before "+row).Points[0].Y}, placed{after, oneMark(t, slope, figure.CircleMark, "dot after "+row).Points[0].Y})
			years = append(years, placed{before, oneMark(t, trend, figure.CircleMark, fmt.Sprint("dot ", 2003+i)).Points[0].Y})
			for side, v := range map[string]float64{"left ": before, "right ": after} {
				width := 0.0
				for _, m := range marksAs(population, figure.RectMark, side+row) {
					width += m.Box.W
				}
				widths = append(widths, placed{v, width})
			}
		}
		linear(t, "dumbbell", across)
		linear(t, "slope", up)
		linear(t, "trend", years)
		linear(t, "population", widths)
	})
}
