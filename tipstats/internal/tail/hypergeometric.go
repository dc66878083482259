package tail

import "math"

// Hypergeometric is Fisher's noncentral hypergeometric distribution: of the successes
// in the first of two groups of n1 and n2 trials, given x successes in both,
//
//	P(K = k) proportional to C(n1, k) C(n2, x-k) odds^k,
//
// where odds is the ratio of the odds of success in the first group to those in the
// second. With odds = 1 it is the hypergeometric distribution of Fisher's exact test.
//
// The weight of k is the product of two binomial masses whose success probabilities
// have that odds ratio and whose means sum to x. Each is in Loader's saddle-point form,
// so that nothing cancels however far the odds are from 1. The weights are normalized
// by their sum. Time and memory do not grow with the trials: see weightsBeyond.
type Hypergeometric struct {
	n1, n2, x float64
	odds      float64
	mean      [4]float64 // of the successes and failures of group 1, then of group 2
	nearest   int        // the cell of the smallest mean, from which deviations are taken
	variance  float64    // the saddle-point approximation
	middle    float64    // an outcome next to the mode
	low, high float64    // the support
	logNorm   float64    // log of the sum of all weights
}

// cellSign is the direction in which a cell moves when k grows.
var cellSign = [4]float64{1, -1, -1, 1}

// NewHypergeometric returns the distribution for n1, n2 >= 0, 0 <= x <= n1 + n2 and the
// logarithm of the odds ratio, within 600 of 0.
func NewHypergeometric(n1, n2, x int, logOdds float64) Hypergeometric {
	h := Hypergeometric{n1: float64(n1), n2: float64(n2), x: float64(x), odds: math.Exp(logOdds)}
	h.low, h.high = float64(max(0, x-n2)), float64(min(n1, x))
	h.mean = TableWithOdds(h.n1, h.n2, h.x, h.odds)
	precision := 0.0
	for i, m := range h.mean {
		precision += 1 / m
		if m < h.mean[h.nearest] {
			h.nearest = i
		}
	}
	h.variance = 1 / precision
	h.middle = math.Min(math.Max(math.Round(h.mean[0]), h.low), h.high)
	around := 1 + h.weightsBeyond(h.middle, 1) + h.weightsBeyond(h.middle, -1)
	h.logNorm = h.logWeight(h.middle) + math.Log(around)
	return h
}

// TableWithOdds returns the cells (successes and failures of the first group, then of the
// second) that have the margins n1, n2 and x and the given odds ratio: the roots of
// quadratics with one discriminant, a sum of positive terms, each accurate relative to
// its own size.
func TableWithOdds(n1, n2, x, odds float64) [4]float64 {
	y := n1 + n2 - x
	if odds == 1 {
		n := n1 + n2
		return [4]float64{n1 * (x / n), n1 * (y / n), n2 * (x / n), n2 * (y / n)}
	}
	d1, d2 := n1-x, n2-x
	root := math.Sqrt(odds*odds*d1*d1 + d2*d2 + 2*odds*(n1*n2+x*y))
	cell := func(b, product, conjugate float64) float64 {
		if b >= 0 {
			return 2 * product / (b + root)
		}
		return (root - b) / (2 * conjugate)
	}
	return [4]float64{
		cell(odds*(n1+x)+d2, odds*n1*x, 1-odds),
		cell(n1+y-odds*d1, n1*y, odds-1),
		cell(n2+x+odds*d1, n2*x, odds-1),
		cell(odds*(n2+y)-d2, odds*n2*y, 1-odds),
	}
}

// cells returns the four cells of the table with k successes in the first group.
func (h *Hypergeometric) cells(k float64) [4]float64 {
	return [4]float64{k, h.n1 - k, h.x - k, h.n2 - h.x + k}
}

// logWeight returns the log of the weight of k, which may be between two outcomes.
func (h *Hypergeometric) logWeight(k float64) float64 {
	cells := h.cells(k)
	excess := cellSign[h.nearest] * (cells[h.nearest] - h.mean[h.nearest])
	sum := 0.0
	for i, c := range cells {
		if c == 0 {
			sum += h.mean[i]
			continue
		}
		sum += deviance(c, h.mean[i], cellSign[i]*excess) + stirlingError(c) + 0.5*math.Log(2*math.Pi*c)
	}
	return -sum
}

// LogMass returns log P(K = k).
func (h *Hypergeometric) LogMass(k int) float64 {
	at := float64(k)
	if at < h.low || at > h.high {
		return math.Inf(-1)
	}
	return math.Min(0, h.logWeight(at)-h.logNorm)
}

// LogTails returns the logs of P(K < k) + share P(K = k) and P(K > k) + share P(K = k)
// for an outcome k. share is 1 for the exact tails and 1/2 for the mid-P tails.
func (h *Hypergeometric) LogTails(k int, share float64) (logLower, logUpper float64) {
	at := float64(k)
	sign := 1.0
	if at < h.middle {
		sign = -1
	}
	mass := h.logWeight(at) - h.logNorm
	beyond := h.weightsBeyond(at, sign)
	near := math.Min(0, mass+math.Log(beyond+share))
	rest := logComplement(math.Min(0, mass+math.Log(beyond+1-share)))
	if sign > 0 {
		return rest, near
	}
	return near, rest
}
