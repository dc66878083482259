package glm

import "math"

// asymptoticFrom is where the asymptotic series below reach full precision.
const asymptoticFrom = 12

// digammaRest returns psi(x) - log(x) for x > 0, the digamma function less its leading term
// (DLMF 5.11.2, with the recurrence 5.5.2 for small x).
func digammaRest(x float64) float64 {
	sum, y := 0.0, x
	for y < asymptoticFrom {
		sum -= 1 / y
		y++
	}
	if y > x {
		sum += math.Log(y / x)
	}
	w := 1 / (y * y)
	series := 1./12 - w*(1./120-w*(1./252-w*(1./240-w*(1./132-w*(691./32760-w/12)))))
	return sum - 1/(2*y) - w*series
}

// trigammaRest returns psi'(x) - 1/x for x > 0 (DLMF 5.15.8).
func trigammaRest(x float64) float64 {
	sum, y := 0.0, x
	for y < asymptoticFrom {
		sum += 1 / (y * y)
		y++
	}
	if y > x {
		sum += 1/y - 1/x
	}
	w := 1 / (y * y)
	series := 1./6 - w*(1./30-w*(1./42-w*(1./30-w*(5./66-w*(691./2730-w*7/6)))))
	return sum + w/2 + w/y*series
}
