package tail

import "math"

// stirlingTable holds the Stirling error of n = 0.5, 1, 1.5, ..., 16, from its
// definition with 50 digits. (At n = 0 it is infinite; callers have n > 0.)
var stirlingTable = [33]float64{
	math.MaxFloat64,
	0.15342640972002734529, 0.08106146679532725822, 0.054814121051917653896, 0.041340695955409294094,
	0.033162873519936287485, 0.027677925684998339149, 0.023746163656297495971, 0.020790672103765093112,
	0.018488450532673185231, 0.016644691189821192163, 0.015134973221917378874, 0.013876128823070747999,
	0.012810465242920226924, 0.011896709945891770095, 0.011104559758206917327, 0.010411265261972096497,
	0.0097994161261588032984, 0.0092554621827127329177, 0.008768700134139385463, 0.0083305634333628712565,
	0.0079341145643140205472, 0.007573675487951840795, 0.0072445543013203831795, 0.0069428401072095298657,
	0.0066652470327076824424, 0.0064089941880042070684, 0.0061717122630394576475, 0.0059513701127588477356,
	0.005746216513010115682, 0.005554733551962801371, 0.0053755990329268344936, 0.0052076559196096404407,
}

// stirlingError returns log(n!) - log(sqrt(2 pi n) (n/e)^n) for real n > 0, the
// error of Stirling's formula (Loader 2000, section 2).
func stirlingError(n float64) float64 {
	if n <= 16 {
		if twice := 2 * n; twice == math.Trunc(twice) {
			return stirlingTable[int(twice)]
		}
		return stirlingStep(n) + stirlingError(n+1)
	}
	// The asymptotic series; at n = 16 the first term left out is 3e-18.
	w := 1 / (n * n)
	return (1./12 - w*(1./360-w*(1./1260-w*(1./1680-w*(1./1188-w*(691./360360)))))) / n
}

// stirlingStep returns stirlingError(n) - stirlingError(n+1), that is
// (n + 1/2) log(1 + 1/n) - 1, without its cancellation for large n.
func stirlingStep(n float64) float64 {
	if n < 1 {
		return (n+0.5)*(math.Log1p(n)-math.Log(n)) - 1
	}
	// (1/2v) log((1+v)/(1-v)) - 1 with v = 1/(2n+1), as a series in v^2 <= 1/9.
	v := 1 / (2*n + 1)
	return atanhRemainder(v * v)
}

// atanhRemainder returns atanh(v)/v - 1 = v2/3 + v2^2/5 + ... for v2 = v^2 <= 1/9.
func atanhRemainder(v2 float64) float64 {
	sum := 0.0
	for k := 35; k >= 3; k -= 2 {
		sum = (sum + 1/float64(k)) * v2
	}
	return sum
}
