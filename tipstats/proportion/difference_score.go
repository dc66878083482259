package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// miettinenNurminen returns the limits of the score interval with the factor N/(N-1).
func miettinenNurminen(g groups, level float64) (lower, upper float64) {
	return scoreDifference(g, level, g.smallSampleFactor())
}

// mee returns the limits of the score interval without it.
func mee(g groups, level float64) (lower, upper float64) {
	return scoreDifference(g, level, 1)
}

// scoreDifference returns the differences at which the score statistic, with its
// variance multiplied by factor, is the normal quantile of the level.
func scoreDifference(g groups, level, factor float64) (lower, upper float64) {
	z := tail.NormalTwoSided(level) * math.Sqrt(factor)
	estimate := g.difference()
	upper = estimate + scoreDistance(g, estimate, z)
	lower = estimate - scoreDistance(g.swapped(), -estimate, z)
	return lower, upper
}

// scoreDistance returns how far above the estimate the upper limit is: the root e of
// e = z sqrt(V(estimate + e)). Solving for the distance keeps its digits where it is small.
func scoreDistance(g groups, estimate, z float64) float64 {
	shortfall := func(e float64) float64 {
		return z*math.Sqrt(restrictedVariance(g, estimate+e)) - e
	}
	most := 1 - estimate
	variance := restrictedVariance(g, estimate)
	start := 0.0
	if variance == 0 {
		// Both groups at 0 or n: the equation also holds at 0, which is no limit. The
		// variance is at least e(1-e)/N there.
		size := float64(g.n1) + float64(g.n2)
		start = math.Min(z*z/(size+z*z)/4, most)
	}
	// At least as long as the interval for one observation more would be.
	step := z*math.Sqrt(variance) + z*z/float64(min(g.n1, g.n2))
	return rootBeyond(shortfall, start, step, most)
}

// restrictedVariance returns p1 q1/n1 + p2 q2/n2 for the most likely proportions p1 and
// p2 = p1 - d.
func restrictedVariance(g groups, d float64) float64 {
	// Orient the groups so that d >= 0 and successes are the rarer outcome: then the
	// smaller proportion, for which we solve, has all its digits.
	if d < 0 {
		g, d = g.swapped(), -d
	}
	if g.x1-(g.n1-g.x1) > (g.n2-g.x2)-g.x2 {
		g = g.opposite().swapped()
	}
	if d >= 1 {
		return 0
	}
	p := restrictedSmaller(g, d)
	larger := p + d
	return larger*(1-larger)/float64(g.n1) + p*(1-p)/float64(g.n2)
}

// restrictedSmaller returns the p in [0, 1-d] that maximizes the likelihood of x1 out of
// n1 with proportion p + d and x2 out of n2 with proportion p, for 0 <= d < 1.
func restrictedSmaller(g groups, d float64) float64 {
	x1, n1, x2, n2 := float64(g.x1), float64(g.n1), float64(g.x2), float64(g.n2)
	if d == 0 {
		return (x1 + x2) / (n1 + n2)
	}
	fail1, fail2 := n1-x1, n2-x2
	top := 1 - d
	// The derivative of the log likelihood falls from p = 0 to p = top. It is finite at
	// an end only if a group has no successes, or no failures, to lose there.
	if x2 == 0 && x1/d-fail1/top-fail2 <= 0 {
		return 0
	}
	if fail1 == 0 && x1+x2/top-fail2/d >= 0 {
		return top
	}
	p := math.Min(math.Max(likelihoodCubic(x1, n1, x2, n2, d), 0), top)
	return polished(x1, fail1, x2, fail2, d, p)
}

// likelihoodCubic returns the root that maximizes the likelihood, by the trigonometric
// form of Miettinen and Nurminen (1985), appendix I, and Farrington and Manning (1990).
func likelihoodCubic(x1, n1, x2, n2, d float64) float64 {
	n, x := n1+n2, x1+x2
	l3 := n
	l2 := (n1+2*n2)*d - n - x
	l1 := (n2*d-n-2*x2)*d + x
	l0 := x2 * d * (1 - d)
	b := l2 / (3 * l3)
	q := b*b*b - l1*b/(2*l3) + l0/(2*l3)
	r := math.Copysign(math.Sqrt(math.Max(0, b*b-l1/(3*l3))), q)
	if r == 0 {
		return -b
	}
	a := math.Acos(math.Min(1, math.Max(-1, q/(r*r*r))))
	return 2*r*math.Cos((math.Pi+a)/3) - b
}

// polished improves p, by Newton's method kept between bounds, until the likelihood
// equation
//
//	x1/(p+d) + x2/p = fail1/(1-p-d) + fail2/(1-p)
//
// holds to rounding. It is multiplied by p (p+d), or p+d if x2 = 0, so that Newton's
// method meets no pole at small p.
func polished(x1, fail1, x2, fail2, d, p float64) float64 {
	lo, hi := 0.0, 1-d
	for range 100 {
		larger := p + d
		q1, q2 := 1-larger, 1-p
		if q1 <= 0 {
			q1 = 0x1p-60
		}
		risk := fail1/q1 + fail2/q2
		growth := fail1/(q1*q1) + fail2/(q2*q2)
		var value, slope float64
		if x2 == 0 {
			value = x1 - larger*risk
			slope = -risk - larger*growth
		} else {
			value = x2*larger + x1*p - p*larger*risk
			slope = x2 + x1 - (larger+p)*risk - p*larger*growth
		}
		if value > 0 {
			lo = p
		} else {
			hi = p
		}
		next := p - value/slope
		if !(next > lo && next < hi) {
			if math.Abs(next-p) <= 0x1p-52*p || value == 0 {
				return p
			}
			next = lo + (hi-lo)/2
		}
		if math.Abs(next-p) <= 0x1p-51*next {
			return next
		}
		p = next
	}
	return p
}
