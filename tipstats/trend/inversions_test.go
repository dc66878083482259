package trend

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSortCountingAgainstAllPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-4, 4), 0, 200).Draw(t, "values")
		if rapid.Bool().Draw(t, "ties") {
			for i := range values {
				values[i] = float64(int(values[i]))
			}
		}
		want := 0
		for i := range values {
			for j := i + 1; j < len(values); j++ {
				if values[i] > values[j] {
					want++
				}
			}
		}
		sorted := slices.Clone(values)
		got := sortCounting(sorted, make([]float64, len(values)))
		slices.Sort(values)
		if got != want || !slices.Equal(sorted, values) {
			t.Fatalf("%d inversions, want %d; sorted %v", got, want, sorted)
		}
	})
}

func TestTieSizes(t *testing.T) {
	if got := tieSizes([]float64{1, 1, 2, 5, 5, 5}); !slices.Equal(got, []int{2, 1, 3}) {
		t.Errorf("tieSizes = %v, want [2 1 3]", got)
	}
	if got := tieSizes(nil); len(got) != 0 {
		t.Errorf("tieSizes(nil) = %v, want none", got)
	}
}
