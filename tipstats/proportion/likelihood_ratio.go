package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// likelihoodRatio returns the p on both sides of x/n at which twice the log of the
// likelihood ratio, 2 x log(x/(np)) + 2 (n-x) log((n-x)/(nq)), is z^2 (S. S. Wilks, Ann.
// Math. Stat. 9 (1938) 60).
func likelihoodRatio(x, n int, level float64) (lower, upper float64) {
	z := tail.NormalTwoSided(level)
	k, rest := float64(x), float64(n-x)
	lower, _ = lowerByDeviance(k, rest, z)
	_, upper = lowerByDeviance(rest, k, z)
	return lower, upper
}

// maxDevianceSteps bounds the iterations of lowerByDeviance; four to eight are usual.
const maxDevianceSteps = 100

// lowerByDeviance returns p, and q = 1 - p, below k/(k+rest) at which the signed root of
// the deviance is -z, or above it if z is negative. On the logit scale that root has the
// slope (np - k)/root and bends little, so that Newton's method converges from anywhere.
func lowerByDeviance(k, rest, z float64) (p, q float64) {
	switch {
	case k == 0 && z >= 0:
		return 0, 1
	case rest == 0 && z <= 0:
		return 1, 0
	case k == 0:
		return -math.Expm1(-z * z / (2 * rest)), math.Exp(-z * z / (2 * rest))
	case rest == 0:
		return math.Exp(-z * z / (2 * k)), -math.Expm1(-z * z / (2 * k))
	}
	n := k + rest
	p, q = k/n, rest/n
	spread := math.Sqrt(n * p * q)
	p, q = tail.ShiftLogit(p, q, -z/spread)
	for range maxDevianceSteps {
		excess := excessOf(k, rest, n, p, q)
		if excess == 0 {
			break
		}
		root := math.Copysign(math.Sqrt(2*tail.BinomialDivergence(k, rest, p, q, excess)), excess)
		step := (z - root) * (root / excess)
		p, q = tail.ShiftLogit(p, q, -step)
		if math.Abs(step)*spread < 1e-9 {
			break
		}
	}
	return p, q
}

// excessOf returns k - n p with one rounding.
func excessOf(k, rest, n, p, q float64) float64 {
	if p <= 0.5 {
		return math.FMA(-n, p, k)
	}
	return math.FMA(n, q, -rest)
}
