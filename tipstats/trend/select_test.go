package trend

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSelectRankAgainstSorting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Map(rapid.IntRange(-30, 30), func(v int) float64 { return float64(v) }), 1, 300).Draw(t, "values")
		k := rapid.IntRange(0, len(values)-1).Draw(t, "k")
		sorted := slices.Clone(values)
		slices.Sort(sorted)
		got := selectRank(values, k)
		slices.Sort(values)
		if got != sorted[k] || !slices.Equal(values, sorted) {
			t.Fatalf("value %d is %v, want %v", k, got, sorted[k])
		}
	})
}
