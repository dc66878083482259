package tail

import "math"

// deviance returns k log(k/m) - d, where d = k - m, for k > 0 and m >= 0: half the
// unit deviance of a Poisson count k with mean m, times one (Loader's bd0). The
// caller gives d because it often knows d to more digits than k - m would have.
func deviance(k, m, d float64) float64 {
	v := d / (k + m)
	switch v2 := v * v; {
	case v2 < 0.01:
		// k log(k/m) = 2k atanh(v), as a series.
		s := 1./3 + v2*(1./5+v2*(1./7+v2*(1./9+v2*(1./11+v2*(1./13+v2*(1./15+v2*(1./17)))))))
		return v * (d + 2*k*v2*s)
	case v2 < 1./9:
		return v * (d + 2*k*atanhRemainder(v2))
	}
	return k*math.Log(k/m) - d
}

// divergence returns n KL(a/n : x) = a log(a/(nx)) + b log(b/(ny)), where n = a+b
// and excess = a - nx = -(b - ny): the two linear terms cancel and the sum has no
// negative part.
func divergence(a, b, x, y, excess float64) float64 {
	n := a + b
	return deviance(a, n*x, excess) + deviance(b, n*y, -excess)
}

// beyondLinear returns exp(w) - 1 - w without cancellation.
func beyondLinear(w float64) float64 {
	if math.Abs(w) > 0.5 {
		return math.Expm1(w) - w
	}
	sum := 0.0
	for k := 15; k >= 3; k-- {
		sum = (sum + 1) * w / float64(k)
	}
	return (sum + 1) * w * w / 2
}

// logBeyondLinear returns w - log(1 + w) >= 0 for w > -1 without cancellation.
func logBeyondLinear(w float64) float64 {
	if math.Abs(w) > 0.5 {
		return w - math.Log1p(w)
	}
	// With v = w/(2+w): log(1+w) = 2 atanh(v) and w - 2v = w v.
	v := w / (2 + w)
	return v * (w - 2*atanhRemainder(v*v))
}
