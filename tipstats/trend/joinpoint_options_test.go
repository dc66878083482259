package trend

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestJoinpointExposure(t *testing.T) {
	y, exposure := []float64{10, 30, 50, 40, 70}, []float64{100, 200, 500, 800, 700}
	rates := make([]float64, 5)
	for i := range y {
		rates[i] = y[i] / exposure[i]
	}
	a, err := Joinpoint(years(2000, 5), y, JoinpointOptions{Exposure: exposure})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Joinpoint(years(2000, 5), rates, JoinpointOptions{})
	if err != nil || !joinpointClose(a.Average.Upper, b.Average.Upper, 1e-12) {
		t.Errorf("%v and %v, %v", a.Average, b.Average, err)
	}
}

func TestJoinpointReportsAllProblems(t *testing.T) {
	for _, c := range []struct {
		t, y []float64
		o    JoinpointOptions
		says []string
	}{
		{[]float64{1, 2}, []float64{1}, JoinpointOptions{}, []string{"2 times but 1 values", "at least 2"}},
		{[]float64{1, 2, math.NaN()}, []float64{0, -1, math.Inf(1)}, JoinpointOptions{}, []string{"t[2] is NaN", "y[0] is 0: it has no logarithm", "y[1] is -1", "y[2] is +Inf"}},
		{[]float64{1, 1}, []float64{1, 2}, JoinpointOptions{}, []string{"all 2 points have the time 1"}},
		{[]float64{-1e308, 1e308}, []float64{1, 2}, JoinpointOptions{}, []string{"span +Inf"}},
		{[]float64{1, 2}, []float64{1, 2}, JoinpointOptions{Choice: 3, Weights: -1, Places: 9, MaxJoins: -1, Apart: -2, Permutations: -3, Level: 95, Alpha: 1, Exposure: []float64{0}},
			[]string{"JoinpointChoice(3)", "JoinpointWeights(-1)", "JoinpointPlaces(9)", "MaxJoins is -1", "Apart is -2", "Permutations is -3", "0.95", "Alpha is 1", "1 exposures but 2 values", "Exposure[0] is 0"}},
		{years(1, 8), []float64{1, 2, 3, 4, 5, 6, 7, 8}, JoinpointOptions{MaxJoins: 2, Apart: 3}, []string{"no room for 2 joins"}},
		{years(1, 5), []float64{1, 2, 3, 4, 5}, JoinpointOptions{MaxJoins: 2}, []string{"no degree of freedom for 2 joins"}},
		{years(1, 100), nile, JoinpointOptions{MaxJoins: 6}, []string{"too many places"}},
		{years(1, 100), nile, JoinpointOptions{}, []string{"4499 permutations of 100 values"}},
	} {
		_, err := Joinpoint(c.t, c.y, c.o)
		for _, what := range c.says {
			if err == nil || !strings.Contains(err.Error(), what) {
				t.Errorf("error %v, want it to say %q", err, what)
			}
		}
	}
}

func ExampleJoinpointChoice_String() {
	fmt.Println(ByPermutation, ByBIC, FixedJoins)
	// Output: permutation test BIC given number
}

func ExampleJoinpointWeights_String() {
	fmt.Println(ConstantVariance, PoissonWeights)
	// Output: constant variance Poisson weights
}

func ExampleJoinpointPlaces_String() {
	fmt.Println(AtObservations, Anywhere)
	// Output: joins at observations joins anywhere
}
