package tail

import "math"

const (
	// longSum is the standard deviation from which sums of weights are replaced by
	// integrals where they would be long.
	longSum = 1000
	// flatStep is the largest change of the log weight from one outcome to the next at
	// which they are: steeper sums have fewer than 1,500 terms that count.
	flatStep = 0.03
)

// ratio returns the weight of the outcome after k, in the direction of sign, over that
// of k.
func (h *Hypergeometric) ratio(k, sign float64) float64 {
	if sign > 0 {
		return h.odds * (h.n1 - k) / (k + 1) * ((h.x - k) / (h.n2 - h.x + k + 1))
	}
	return k / (h.n1 - k + 1) * ((h.n2 - h.x + k) / (h.x - k + 1)) / h.odds
}

// weightsBeyond returns the sum of the weights of the outcomes beyond k, in the
// direction of sign and away from the middle, over the weight of k.
func (h *Hypergeometric) weightsBeyond(k, sign float64) float64 {
	if h.variance > longSum*longSum {
		if step := math.Log(h.ratio(k, sign)); math.Abs(step) < flatStep {
			return h.integralBeyond(k, sign, step)
		}
	}
	sum, term := 0.0, 1.0
	for {
		r := h.ratio(k, sign)
		term *= r
		sum += term
		k += sign
		if term <= 1e-19*sum && r < 1 || term == 0 {
			return sum
		}
	}
}

// integralBeyond is weightsBeyond by the Euler-Maclaurin formula for midpoints (DLMF
// 2.10.1): with f(u) the weight u outcomes beyond k over that of k,
//
//	f(1) + f(2) + ... = integral of f from 1/2 + D1/24 - 7 D3/5760 + ...,
//
// where D1 and D3 are the first and third derivatives of f at 1/2. step is log f(1). The
// next term is below 3e-5 flatStep^6 of the sum.
func (h *Hypergeometric) integralBeyond(k, sign, step float64) float64 {
	start := h.logWeight(k)
	from := k + sign/2
	atFrom := h.logWeight(from)
	curvature := 1 / h.variance
	area := integrate(-step, curvature, func(w float64) float64 {
		return atFrom - h.logWeight(from+sign*w)
	})
	third := step*step*step - 3*step*curvature
	return math.Exp(atFrom-start) * (area + step/24 - 7*third/5760)
}

// MeanExcess returns the mean of K minus k.
func (h *Hypergeometric) MeanExcess(k int) float64 {
	var moment float64
	if h.variance > longSum*longSum {
		moment = h.momentBeyond(1) - h.momentBeyond(-1)
	} else {
		moment = h.sumMoment(1) - h.sumMoment(-1)
	}
	total := math.Exp(h.logNorm - h.logWeight(h.middle))
	return h.middle - float64(k) + moment/total
}

// sumMoment returns the sum of distance times weight over the outcomes on one side of
// the middle, over the weight of the middle.
func (h *Hypergeometric) sumMoment(sign float64) float64 {
	sum, term := 0.0, 1.0
	k := h.middle
	for distance := 1.0; ; distance++ {
		r := h.ratio(k, sign)
		term *= r
		sum += distance * term
		k += sign
		if distance*term <= 1e-19*sum && r < 1 || term == 0 {
			return sum
		}
	}
}

// momentBeyond is sumMoment as an integral. The corrections of its two sides cancel, since
// both are those of one smooth function at the middle.
func (h *Hypergeometric) momentBeyond(sign float64) float64 {
	start := h.logWeight(h.middle)
	return integrate(0, 1/h.variance, func(w float64) float64 {
		return start - h.logWeight(h.middle+sign*w) - math.Log(w)
	})
}
