package trend

import (
	"cmp"
	"slices"
)

// timeOrder returns the indices of times in order, equal times as they come.
func timeOrder(t []float64) []int {
	order := make([]int, len(t))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(t[i], t[j]) })
	return order
}
