package tail

import "sort"

// LowerQuantile returns the smallest k with P(K <= k) >= exp(logp), for logp <= 0.
func (h *Hypergeometric) LowerQuantile(logp float64) int {
	low, high := int(h.low), int(h.high)
	return low + sort.Search(high-low, func(i int) bool {
		atMost, _ := h.LogTails(low+i, 1)
		return atMost >= logp
	})
}

// UpperQuantile returns the largest k with P(K >= k) >= exp(logp), for logp <= 0.
func (h *Hypergeometric) UpperQuantile(logp float64) int {
	low, high := int(h.low), int(h.high)
	return high - sort.Search(high-low, func(i int) bool {
		_, atLeast := h.LogTails(high-i, 1)
		return atLeast >= logp
	})
}
