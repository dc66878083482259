package tail

import (
	"math"
	"math/big"
	"testing"
)

// bigLog1p returns log(1 + w), w > -1, with 300 bits, from 2 atanh(w/(2+w)) after
// square roots have brought 1 + w near 1.
func bigLog1p(w float64) *big.Float {
	bits := func() *big.Float { return new(big.Float).SetPrec(300) }
	one := bits().SetInt64(1)
	v := bits().Add(one, bits().SetFloat64(w))
	const roots = 12
	for range roots {
		v.Sqrt(v)
	}
	z := bits().Quo(bits().Sub(v, one), bits().Add(v, one))
	z2 := bits().Mul(z, z)
	sum, power := bits(), bits().Set(z)
	for k := int64(1); k < 200; k += 2 {
		sum.Add(sum, bits().Quo(power, bits().SetInt64(k)))
		power.Mul(power, z2)
	}
	return sum.Mul(sum, bits().SetInt64(2<<roots))
}

// spreadOfArguments holds both signs of sizes from 1e-12 to 0.99, and more above.
func spreadOfArguments() []float64 {
	var ws []float64
	for e := -12.0; e < 1; e += 0.13 {
		w := math.Pow(10, e)
		ws = append(ws, w)
		if w < 1 {
			ws = append(ws, -w)
		}
	}
	return ws
}

func TestDevianceDefinition(t *testing.T) {
	w := worst{t: t, tolerance: 2e-15}
	defer w.log()
	for _, u := range spreadOfArguments() {
		// k = m (1 + u) with m = 1024: the deviance is m ((1+u) log(1+u) - u).
		d := 1024 * u
		exact := new(big.Float).SetPrec(300).SetFloat64(u)
		exact.Add(exact, big.NewFloat(1)).Mul(exact, bigLog1p(u))
		exact.Sub(exact, new(big.Float).SetFloat64(u)).Mul(exact, big.NewFloat(1024))
		want, _ := exact.Float64()
		w.see(relativeError(deviance(1024+d, 1024, d), want), "deviance at u = %v is %v, want %v", u, deviance(1024+d, 1024, d), want)
	}
}

func TestLogBeyondLinearDefinition(t *testing.T) {
	w := worst{t: t, tolerance: 1e-15}
	defer w.log()
	for _, u := range spreadOfArguments() {
		exact := bigLog1p(u)
		exact.Sub(new(big.Float).SetPrec(300).SetFloat64(u), exact)
		want, _ := exact.Float64()
		w.see(relativeError(logBeyondLinear(u), want), "u - log(1+u) at %v is %v, want %v", u, logBeyondLinear(u), want)
	}
}

func TestBeyondLinearDefinition(t *testing.T) {
	w := worst{t: t, tolerance: 1e-15}
	defer w.log()
	for _, u := range spreadOfArguments() {
		sum, term := new(big.Float).SetPrec(300), new(big.Float).SetPrec(300).SetFloat64(u)
		for k := int64(2); k < 120; k++ {
			term.Mul(term, new(big.Float).SetFloat64(u))
			term.Quo(term, new(big.Float).SetInt64(k))
			sum.Add(sum, term)
		}
		want, _ := sum.Float64()
		w.see(relativeError(beyondLinear(u), want), "exp(u) - 1 - u at %v is %v, want %v", u, beyondLinear(u), want)
	}
}
