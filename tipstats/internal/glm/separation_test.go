package glm

import (
	"errors"
	"fmt"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// A brute-force oracle. The changes that separate form a cone, whose edges are orthogonal to two
// of the rows; with entries -1, 0 and 1 an edge has entries from -2 to 2.
func separatedByHand(d Data, binomial bool) bool {
	n, _ := d.Design.Dims()
	for code := range 125 {
		change := []float64{float64(code%5 - 2), float64(code/5%5 - 2), float64(code/25 - 2)}
		strict, possible := false, true
		for i := range n {
			moved := 0.0
			for j, c := range change {
				moved += c * d.Design.At(i, j)
			}
			switch {
			case moved == 0:
			case d.Response[i] == 0 && moved < 0, binomial && d.Response[i] == d.Trials[i] && moved > 0:
				strict = true
			default:
				possible = false
			}
		}
		if strict && possible {
			return true
		}
	}
	return false
}

func TestSeparationAgainstAllDirections(t *testing.T) {
	found := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 9).Draw(t, "n")
		binomial := rapid.Bool().Draw(t, "binomial")
		design := mat.NewDense(n, 3, nil)
		d := Data{Label: "Counts", Design: design}
		for i := range n {
			for j := range 3 {
				design.Set(i, j, float64(rapid.IntRange(-1, 1).Draw(t, "x")))
			}
			d.Response = append(d.Response, float64(rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "y")))
			if binomial {
				d.Trials = append(d.Trials, 2)
			}
		}
		p, err := NewProblem(d)
		if err != nil {
			t.Skip(err)
		}
		want := separatedByHand(d, binomial)
		found[want]++
		if got := p.checkSeparation(binomial); errors.Is(got, ErrSeparation) != want {
			t.Fatalf("separation %v, by hand %v", got, want)
		}
		var family Family = Poisson{}
		if binomial {
			family = Binomial{}
		}
		if fit, err := New(p, Options{Family: family, MaxIterations: 100}); (err == nil) == want {
			t.Fatalf("fit %v, error %v, separated %v", fit, err, want)
		}
	})
	if drawn := found[true] + found[false]; drawn >= 100 && (found[true] < 10 || found[false] < 10) {
		t.Errorf("the cases are one-sided: %v", found)
	}
}

// Rows of very different size do not hide a separation, or feign one.
func TestSeparationAcrossScales(t *testing.T) {
	for _, c := range []struct {
		rows [][]float64
		want bool
	}{
		{[][]float64{{1e-6, 0}, {1, 1}, {1e6, -1}}, true},
		{[][]float64{{1, 0}, {-1, 1e-3}, {0, -1}}, false},
		{[][]float64{{1, 0}, {-1, 0}, {0, 1}}, true},
		{[][]float64{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}, false},
		{nil, false},
	} {
		if _, got := separating(c.rows, 2); got != c.want {
			t.Errorf("separating(%v) = %v, want %v", c.rows, got, c.want)
		}
	}
}

func ExampleErrSeparation() {
	d := Data{
		Label: "Counts", Response: []float64{3, 4, 0},
		Design: mat.NewDense(3, 2, []float64{1, 0, 1, 0, 1, 1}), Names: []string{"intercept", "2022"},
	}
	p, err := NewProblem(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.checkSeparation(false))
	// Output: no finite estimate: the likelihood keeps rising as coefficients tend to infinity ("2022" to -Inf), because a combination of columns separates 1 observation (Counts[2]) from the rest
}
