package glm

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

func drawColumns(t *rapid.T) (n, p int, columns [][]float64) {
	p = rapid.IntRange(1, 5).Draw(t, "p")
	n = rapid.IntRange(p, 20).Draw(t, "n")
	columns = make([][]float64, p)
	for j := range columns { // of entries near 1, as scaled makes them
		columns[j] = make([]float64, n)
		for i, v := range rapid.SliceOfN(rapid.IntRange(-3000, 3000), n, n).Draw(t, "column") {
			columns[j][i] = float64(v) / 1000
		}
	}
	return n, p, columns
}

func pushAll(n int, columns [][]float64) *factorization {
	f := newFactorization(n, len(columns))
	for _, column := range columns {
		copy(f.next(), column)
		f.push()
	}
	return f
}

// R'R is the cross product of the columns, whatever their rank.
func TestFactorizationKeepsTheCrossProduct(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, p, columns := drawColumns(t)
		f := pushAll(n, columns)
		for j := range p {
			for k := 0; k <= j; k++ {
				want, size := 0.0, 1.0
				for i := range n {
					want += columns[j][i] * columns[k][i]
					size += math.Abs(columns[j][i] * columns[k][i])
				}
				if got := dot(f.r[j][:k+1], f.r[k]); math.Abs(got-want) > 1e-14*size*float64(n) {
					t.Fatalf("(R'R)[%d,%d] = %v, want %v", j, k, got, want)
				}
			}
		}
	})
}

func TestLeastSquaresAgainstGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, p, columns := drawColumns(t)
		target := rapid.SliceOfN(rapid.Float64Range(-3, 3), n, n).Draw(t, "target")
		design := mat.NewDense(n, p, nil)
		for j, column := range columns {
			design.SetCol(j, column)
		}
		var qr mat.QR
		qr.Factorize(design)
		if qr.Cond() > 1e4 {
			t.Skip("ill-conditioned")
		}
		var want mat.VecDense
		if err := qr.SolveVecTo(&want, false, mat.NewVecDense(n, target)); err != nil {
			t.Skip(err)
		}
		f := pushAll(n, columns)
		work := append([]float64(nil), target...)
		f.reflect(work)
		for j, got := range f.solve(work[:p]) {
			if math.Abs(got-want.AtVec(j)) > 1e-9*(1+math.Abs(got)) {
				t.Fatalf("coefficient %d = %v, gonum %v", j, got, want.AtVec(j))
			}
		}
	})
}

// The leverages of an unweighted design sum to the number of columns.
func TestLeveragesSumToTheRank(t *testing.T) {
	columns := [][]float64{{1, 1, 1, 1, 1}, {1, 2, 3, 5, 8}}
	f := pushAll(5, columns)
	sum := 0.0
	for _, h := range leverages(f, columns, []float64{1, 1, 1, 1, 1}) {
		sum += h
	}
	if math.Abs(sum-2) > 1e-14 {
		t.Errorf("the leverages sum to %v, want 2", sum)
	}
}

func TestScaledIsExact(t *testing.T) {
	for _, v := range []float64{0, 1, 3, 5e-324, 1e-310, math.MaxFloat64, 2022} {
		column, scale := scaled([]float64{v, v / 2, 0})
		if column[0]*scale != v || column[1]*scale != v/2 || !(math.Abs(column[0]) < 8) {
			t.Errorf("scaled(%v) = %v times %v", v, column, scale)
		}
	}
}
