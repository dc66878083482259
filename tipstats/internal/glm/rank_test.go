package glm

import (
	"errors"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
)

func TestRankNamesTheColumns(t *testing.T) {
	data := Data{
		Label: "Counts", Response: []float64{1, 2, 3, 4, 5},
		Design: mat.NewDense(5, 5, []float64{
			1, 1, 0, 3, 0,
			1, 1, 0, 1, 0,
			1, 0, 1, 4, 0,
			1, 0, 1, 1, 0,
			1, 0, 1, 5, 0,
		}),
		Names: []string{"intercept", "women", "men", "year", "nothing"},
	}
	_, err := NewProblem(data)
	if !errors.Is(err, ErrRank) {
		t.Fatalf("NewProblem = %v, want ErrRank", err)
	}
	for _, says := range []string{"rank 3 with 5 columns", `"men" is a linear combination of "intercept" and "women"`, `"nothing" is 0 in every row`} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("the error does not say %q:\n%v", says, err)
		}
	}
}

// A column that varies only in rows without a weight is no column of its own.
func TestRankLeavesOutRowsWithoutWeight(t *testing.T) {
	data := Data{
		Label: "Counts", Response: []float64{1, 2, 3}, Weights: []float64{1, 1, 0},
		Design: mat.NewDense(3, 2, []float64{1, 7, 1, 7, 1, 8}),
	}
	if _, err := NewProblem(data); !errors.Is(err, ErrRank) {
		t.Errorf("NewProblem = %v, want ErrRank", err)
	}
	data.Weights[2] = 1e-9
	if _, err := NewProblem(data); err != nil {
		t.Errorf("NewProblem = %v with a small weight, want nil", err)
	}
}

// Calendar years beside the intercept are nearly, and not, dependent.
func TestRankKeepsCalendarYears(t *testing.T) {
	design := mat.NewDense(7, 3, nil)
	for i := range 7 {
		year := float64(2017 + i)
		design.SetRow(i, []float64{1, year, year * year})
	}
	if _, err := NewProblem(Data{Label: "Counts", Response: make([]float64, 7), Design: design}); err != nil {
		t.Error(err)
	}
}
