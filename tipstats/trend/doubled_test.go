package trend

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestDoubledHolds100Bits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(0, 1e20), 1, 200).Draw(t, "values")
		var sum doubled
		exact := new(big.Float).SetPrec(2000)
		for _, v := range values {
			sum = sum.plus(doubled{v, v * 0x1p-60})
			exact.Add(exact, big.NewFloat(v))
			exact.Add(exact, big.NewFloat(v*0x1p-60))
		}
		got := new(big.Float).SetPrec(2000).SetFloat64(sum.high)
		got.Add(got, big.NewFloat(sum.low))
		difference := new(big.Float).Sub(got, exact)
		bound := new(big.Float).Mul(exact, big.NewFloat(float64(len(values))*0x1p-100))
		if difference.Abs(difference).Cmp(bound) > 0 {
			t.Fatalf("sum is off by %v", difference)
		}
		if zero := sum.minus(sum); zero.high != 0 || zero.low != 0 {
			t.Fatalf("sum - sum = %v", zero)
		}
	})
}
