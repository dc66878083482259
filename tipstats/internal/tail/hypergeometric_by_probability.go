package tail

import "math"

// tieTolerance is the relative difference below which two masses count as equal. It is
// above the rounding of equal masses, and far below R's 1e-7.
const tieTolerance = 1e-9

// LogByProbability returns the log of the probability of all outcomes that are no more
// probable than k.
func (h *Hypergeometric) LogByProbability(k int) float64 {
	at := float64(k)
	switch {
	case at > h.low && h.ratio(at, -1) >= 1:
		return h.logOppositeTails(k, int(h.low), -1)
	case at < h.high && h.ratio(at, 1) >= 1:
		return h.logOppositeTails(k, int(h.high), 1)
	}
	return 0 // k is the mode
}

// logOppositeTails returns the log of the tail from k away from the mode, which lies in
// the direction of sign, and of the tail beyond the mode, from end to the last outcome
// that is no more probable than k.
func (h *Hypergeometric) logOppositeTails(k, end, sign int) float64 {
	lower, upper := h.LogTails(k, 1)
	own := lower
	if sign < 0 {
		own = upper
	}
	most := h.logWeight(float64(k)) + tieTolerance
	included, excluded := end+sign, k
	for included+1 < excluded || excluded+1 < included {
		middle := included + (excluded-included)/2
		if h.logWeight(float64(middle)) <= most {
			included = middle
		} else {
			excluded = middle
		}
	}
	if included == end+sign {
		return own
	}
	if excluded == k {
		return 0
	}
	lower, upper = h.LogTails(included, 1)
	if sign < 0 {
		return LogSum(own, lower)
	}
	return LogSum(own, upper)
}

// LogSum returns log(exp(a) + exp(b)).
func LogSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(a, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
