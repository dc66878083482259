package trend

import (
	"math"
	"testing"
)

func TestJoinpointChoosesJoinsThatAreThere(t *testing.T) {
	var bent, straight []float64
	for i := range 24 {
		wobble := 0.05 * math.Sin(float64(i*i)) // no pattern a line could follow
		straight = append(straight, math.Exp(5+0.04*float64(i)+wobble))
		bent = append(bent, math.Exp(5+0.1*float64(i)-0.3*math.Max(float64(i-10), 0)+wobble))
	}
	for _, choice := range []JoinpointChoice{ByPermutation, ByBIC} {
		r, err := Joinpoint(years(2000, 24), bent, JoinpointOptions{Choice: choice, Permutations: 499})
		if err != nil || len(r.Joins) != 1 || r.Joins[0] != 2010 {
			t.Errorf("%v: joins %v, %v, want 2010", choice, r.Joins, err)
		}
		// No permutation comes near the series itself, which counts as one.
		if choice == ByPermutation && r.Tests[0].P != 1.0/500 {
			t.Errorf("p = %v, want 1/500", r.Tests[0].P)
		}
		r, err = Joinpoint(years(2000, 24), straight, JoinpointOptions{Choice: choice, Permutations: 499})
		if err != nil || len(r.Joins) != 0 {
			t.Errorf("%v: joins %v, %v, want none", choice, r.Joins, err)
		}
	}
}

// Without a join the test must reject about as seldom as it says. Each series is rejected at
// alpha with probability at most alpha, so that of 400 series more than 35 would be a rarity of
// 0.001 at 0.05.
func TestJoinpointPermutationLevel(t *testing.T) {
	rejected := 0
	for seed := range 400 {
		y := make([]float64, 9)
		state := uint64(seed)*2654435761 + 12345
		for i := range y {
			state = state*6364136223846793005 + 1442695040888963407
			y[i] = math.Exp(float64(state>>40) / (1 << 24))
		}
		r, err := Joinpoint(years(2000, 9), y, JoinpointOptions{Permutations: 99})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Joins) > 0 {
			rejected++
		}
	}
	if rejected < 6 || rejected > 35 {
		t.Errorf("%d of 400 series without a join were given one, want about 20", rejected)
	}
}
