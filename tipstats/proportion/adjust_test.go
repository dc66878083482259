package proportion

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func mustAdjust(t interface{ Fatal(...any) }, p []float64, m Adjustment) []float64 {
	adjusted, err := Adjust(p, m)
	if err != nil {
		t.Fatal(err)
	}
	return adjusted
}

func allTwoGroupsClose(got, want []float64, tolerance float64) bool {
	return slices.EqualFunc(got, want, func(a, b float64) bool { return twoGroupsClose(a, b, tolerance) })
}

// R's p.adjust.
func TestAdjustPublished(t *testing.T) {
	p := []float64{.005, .009, .019, .022, .051, .101, .361, .387}
	for m, want := range map[Adjustment][]float64{
		Holm:               {.04, .063, .114, .114, .204, .303, .722, .722},
		Hochberg:           {.04, .063, .11, .11, .204, .303, .387, .387},
		Hommel:             {.036, .054, .095, .11, .202, .303, .387, .387},
		BenjaminiHochberg:  {.036, .036, .044, .044, .0816, 0.808 / 6, .387, .387},
		BenjaminiYekutieli: {0.09784285714285713, 0.09784285714285713, 0.11958571428571428, 0.11958571428571428, 0.22177714285714285, 0.36600476190476191, 1, 1},
		Bonferroni:         {.04, .072, .152, .176, .408, .808, 1, 1},
	} {
		if got := mustAdjust(t, p, m); !allTwoGroupsClose(got, want, 1e-13) {
			t.Errorf("%v: %v, want %v", m, got, want)
		}
	}
}

// simes is the p-value of Simes' test of the hypotheses in a set.
func simes(sorted []float64, set uint) float64 {
	smallest, rank, size := 1.0, 0, bits.OnesCount(set)
	for i, v := range sorted {
		if set&(1<<i) != 0 {
			rank++
			smallest = math.Min(smallest, float64(size)*v/float64(rank))
		}
	}
	return smallest
}

func bonferroniOfSet(sorted []float64, set uint) float64 {
	return math.Min(1, float64(bits.OnesCount(set))*sorted[bits.TrailingZeros(set)])
}

// closed returns the p-values adjusted by the closed testing procedure over all
// intersections of hypotheses: the slow oracle of Holm and Hommel.
func closed(sorted []float64, test func(sorted []float64, set uint) float64) []float64 {
	adjusted := make([]float64, len(sorted))
	for set := uint(1); set < 1<<len(sorted); set++ {
		p := test(sorted, set)
		for i := range sorted {
			if set&(1<<i) != 0 {
				adjusted[i] = math.Max(adjusted[i], p)
			}
		}
	}
	return adjusted
}

func TestAdjustAgainstClosedTesting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(0, 1), rapid.Float64Range(0, 0.05), rapid.Just(0.01)), 1, 9).Draw(t, "p")
		slices.Sort(p)
		if got, want := mustAdjust(t, p, Hommel), closed(p, simes); !allTwoGroupsClose(got, want, 1e-13) {
			t.Fatalf("Hommel of %v: %v, closed testing gives %v", p, got, want)
		}
		if got, want := mustAdjust(t, p, Holm), closed(p, bonferroniOfSet); !allTwoGroupsClose(got, want, 1e-13) {
			t.Fatalf("Holm of %v: %v, closed testing gives %v", p, got, want)
		}
	})
}

func TestAdjustProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(0, 1), rapid.Just(0.01)), 0, 40).Draw(t, "p")
		before := slices.Clone(p)
		order := rapid.Permutation(indices(len(p))).Draw(t, "order")
		results := map[Adjustment][]float64{}
		for m := range adjustments {
			m := Adjustment(m)
			got := mustAdjust(t, p, m)
			results[m] = got
			shuffled := make([]float64, len(p))
			for i, j := range order {
				shuffled[i] = p[j]
			}
			for i, v := range mustAdjust(t, shuffled, m) {
				if v != got[order[i]] {
					t.Fatalf("%v of %v depends on the order", m, p)
				}
			}
			for i := range p {
				if !(got[i] >= p[i] && got[i] <= 1) {
					t.Fatalf("%v of %v: %v", m, p, got)
				}
			}
		}
		for i := range p {
			slack := 1 + 1e-14
			if results[Holm][i] > results[Bonferroni][i]*slack || results[Hochberg][i] > results[Holm][i]*slack || results[Hommel][i] > results[Hochberg][i]*slack || results[BenjaminiHochberg][i] > results[Hommel][i]*slack || results[BenjaminiHochberg][i] > results[BenjaminiYekutieli][i]*slack {
				t.Fatalf("the adjustments of %v are not in their order: %v", p, results)
			}
		}
		if !slices.Equal(p, before) {
			t.Fatal("the input was changed")
		}
	})
}

func indices(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func TestAdjustRefuses(t *testing.T) {
	for _, p := range []float64{-0.1, 1.1, math.NaN(), math.Inf(1), math.Inf(-1)} {
		if _, err := Adjust([]float64{0.5, p}, Holm); err == nil || !strings.Contains(err.Error(), "p-value 2") {
			t.Errorf("%v: error %v", p, err)
		}
	}
	for _, m := range []Adjustment{-1, Adjustment(len(adjustments))} {
		if _, err := Adjust(nil, m); err == nil || !strings.Contains(err.Error(), m.String()) {
			t.Errorf("adjustment %d: error %v", int(m), err)
		}
	}
	bad := make([]float64, 1000)
	for i := range bad {
		bad[i] = 2
	}
	if _, err := Adjust(bad, Holm); err == nil || strings.Count(err.Error(), "\n") != 99 {
		t.Errorf("%d problems are listed", strings.Count(fmt.Sprint(err), "\n")+1)
	}
	if got := mustAdjust(t, nil, Hommel); got == nil || len(got) != 0 {
		t.Errorf("no p-values: %v", got)
	}
}

// Three tests of Peru's figures: of all p-values that a report quotes, each is adjusted
// for the others.
func ExampleAdjust() {
	adjusted, err := Adjust([]float64{0.0111, 0.0001, 0.2}, Holm)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f\n", adjusted)
	// Output: [0.0222 0.0003 0.2000]
}

func ExampleAdjustment_String() {
	fmt.Println(BenjaminiHochberg)
	// Output: Benjamini-Hochberg
}
