package proportion

import "math"

// maxRootSteps bounds the evaluations of rootBetween; ten are usual, and bisection of
// the whole range of float64 takes fewer than 2,100.
const maxRootSteps = 2200

// rootBetween returns a root of f between a and b, to the last bit or two, where f has
// opposite signs: by Chandrupatla's method (Adv. Eng. Softw. 28 (1997) 145), which is
// inverse quadratic interpolation where that is safe and bisection elsewhere. If f has
// one sign at both ends it returns the end at which f is the smaller.
func rootBetween(f func(float64) float64, a, b float64) float64 {
	fa, fb := f(a), f(b)
	if fa == 0 || math.Signbit(fa) == math.Signbit(fb) && math.Abs(fa) < math.Abs(fb) {
		return a
	}
	if fb == 0 || math.Signbit(fa) == math.Signbit(fb) {
		return b
	}
	c, fc := a, fa
	share := 0.5
	for range maxRootSteps {
		x := a + share*(b-a)
		fx := f(x)
		if math.Signbit(fx) == math.Signbit(fa) {
			c, fc = a, fa
		} else {
			c, fc = b, fb
			b, fb = a, fa
		}
		a, fa = x, fx
		best, least := a, math.Abs(fa)
		if math.Abs(fb) < least {
			best, least = b, math.Abs(fb)
		}
		short := 0x1p-53 * math.Abs(best) / math.Abs(b-a)
		if least == 0 || short >= 0.5 || b == a {
			return best
		}
		share = interpolated(a, fa, b, fb, c, fc)
		share = math.Min(math.Max(share, short), 1-short)
	}
	return a
}

// interpolated returns the share of the way from a to b at which to look next.
func interpolated(a, fa, b, fb, c, fc float64) float64 {
	xi := (a - b) / (c - b)
	phi := (fa - fb) / (fc - fb)
	if !(phi*phi < xi && (1-phi)*(1-phi) < 1-xi) {
		return 0.5
	}
	return fa/(fb-fa)*fc/(fb-fc) + (c-a)/(b-a)*fa/(fc-fa)*fb/(fc-fb)
}

// rootBeyond returns a root of f on the way from start, where f has the sign of an
// excess that falls, in steps that double: first by step, at most to end.
func rootBeyond(f func(float64) float64, start, step, end float64) float64 {
	near := start
	for range maxRootSteps {
		far := near + step
		if step > 0 && far > end || step < 0 && far < end {
			far = end
		}
		if f(far) <= 0 || far == end {
			return rootBetween(f, near, far)
		}
		near, step = far, 2*step
	}
	return end
}
