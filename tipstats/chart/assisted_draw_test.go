package chart

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

// Bars and thin bars are as long as their numbers, all on one scale, and a year without a number has none.
func TestAssistedBarsAreProportional(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var years []AssistedYear
		for i := range rapid.IntRange(1, 5).Draw(t, "years") {
			n := rapid.OneOf(rapid.IntRange(1, 500), rapid.IntRange(1, tipstats.MaxCount)).Draw(t, "n")
			y := AssistedYear{Year: 2000 + i, Count: tipstats.Exactly(n)}
			if among := rapid.IntRange(0, n).Draw(t, "among"); among > 0 {
				y.Among = []CountPart{{"girls", tipstats.Exactly(among)}}
			}
			if i > 0 && rapid.IntRange(0, 3).Draw(t, "missing") == 0 {
				y = AssistedYear{Year: 2000 + i, Count: tipstats.NotReported}
			}
			years = append(years, y)
		}
		r, err := Assisted("children", years, Credit{}).Render()
		if err != nil {
			t.Fatal(err)
		}
		barOf := func(year int) float64 {
			width := 0.0
			for _, m := range marksAs(r, figure.RectMark, "bar "+strconv.Itoa(year)) {
				width += m.Box.W
			}
			return width
		}
		greatest := slices.MaxFunc(years, func(a, b AssistedYear) int {
			m, _ := a.Count.Value()
			n, _ := b.Count.Value()
			return m - n
		})
		most, _ := greatest.Count.Value()
		perPerson := barOf(greatest.Year) / float64(most)
		for _, y := range years {
			n, known := y.Count.Value()
			if !known {
				if barOf(y.Year) != 0 {
					t.Fatalf("%d: a bar for a year without a number", y.Year)
				}
				continue
			}
			if got := barOf(y.Year); math.Abs(got-float64(n)*perPerson) > 0.02 {
				t.Fatalf("%d: %.3f points for %d, want %.3f", y.Year, got, n, float64(n)*perPerson)
			}
			for _, p := range y.Among {
				among, _ := p.Count.Value()
				got := marksAs(r, figure.RectMark, "among "+strconv.Itoa(y.Year))[0].Box.W
				if math.Abs(got-float64(among)*perPerson) > 0.02 {
					t.Fatalf("%d: a thin bar of %.3f points for %d, want %.3f", y.Year, got, among, float64(among)*perPerson)
				}
			}
		}
	})
}
