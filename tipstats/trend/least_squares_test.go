package trend

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// The coefficients, residuals and standard errors against gonum's QR and inverse.
func TestLeastSquaresAgainstGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 5).Draw(t, "columns")
		rows := rapid.IntRange(columns+1, 12).Draw(t, "rows")
		x, z := mat.NewDense(rows, columns, nil), make([]float64, rows)
		var o orthonormal
		for k := range columns {
			column := make([]float64, rows)
			for row := range column {
				column[row] = rapid.Float64Range(-1, 1).Draw(t, "x")
				x.Set(row, k, column[row])
			}
			if !o.add(column) {
				t.Skip()
			}
		}
		for row := range z {
			z[row] = rapid.Float64Range(-1, 1).Draw(t, "z")
		}
		var square, inverse mat.Dense
		square.Mul(x.T(), x)
		if mat.Cond(x, 2) > 1e4 || inverse.Inverse(&square) != nil {
			t.Skip()
		}
		var want mat.VecDense
		if err := want.SolveVec(x, mat.NewVecDense(rows, z)); err != nil {
			t.Skip()
		}
		got, residuals := o.solve(z)
		for k, v := range got {
			if math.Abs(v-want.AtVec(k)) > 1e-9*(1+math.Abs(v)) {
				t.Fatalf("coefficients %v, want %v", got, want)
			}
			c := make([]float64, columns)
			c[k] = 1
			if spread := math.Sqrt(inverse.At(k, k)); math.Abs(o.spreadOf(c)-spread) > 1e-7*spread {
				t.Fatalf("spread %v, want %v", o.spreadOf(c), spread)
			}
		}
		for row, v := range residuals {
			fitted := 0.0
			for k, b := range got {
				fitted += b * x.At(row, k)
			}
			if math.Abs(z[row]-fitted-v) > 1e-9*(1+math.Abs(fitted)) {
				t.Fatalf("residual %v, want %v", v, z[row]-fitted)
			}
		}
	})
}

func TestLeastSquaresRefusesDependentColumns(t *testing.T) {
	var o orthonormal
	if !o.add([]float64{1, 2, 3}) || !o.add([]float64{1, 0, 0}) || o.add([]float64{3, 4, 6}) || o.add([]float64{0, 0, 0}) {
		t.Error("independent columns refused, or dependent ones taken")
	}
}
