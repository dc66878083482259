package glm

import "math"

// factorization is a QR factorization by Householder reflections, of columns that are
// appended one at a time (Golub and Van Loan, Matrix Computations, 4th ed., section 5.2).
// The k-th reflection is I - v v', with v zero in its first k entries and v'v = 2.
type factorization struct {
	rank    int
	vectors [][]float64 // the reflections, one row of zeros skipped for each before
	r       [][]float64 // r[j][k] for k <= j is the entry in row k and column j of R
}

// newFactorization returns an empty factorization with room for p columns of n entries.
func newFactorization(n, p int) *factorization {
	f := &factorization{vectors: make([][]float64, p), r: make([][]float64, p)}
	for k := range p {
		f.vectors[k] = make([]float64, n)
		f.r[k] = make([]float64, k+1)
	}
	return f
}

// reset forgets all columns.
func (f *factorization) reset() { f.rank = 0 }

// next returns the place into which the caller writes the next column.
func (f *factorization) next() []float64 { return f.vectors[f.rank] }

// push takes in the column that was written to next, and returns the length of what is left of
// it after projection on the columns before: the size of the new diagonal entry.
func (f *factorization) push() float64 {
	k := f.rank
	v := f.vectors[k]
	f.reflect(v)
	copy(f.r[k], v[:min(k, len(v))])
	f.rank++
	if k >= len(v) {
		f.r[k][k] = 0
		return 0
	}
	rest := v[k:]
	length := math.Sqrt(dot(rest, rest))
	f.r[k][k] = -math.Copysign(length, rest[0])
	clear(v[:k])
	if length == 0 {
		return 0
	}
	head := length + math.Abs(rest[0])
	shrink := 1 / math.Sqrt(float64(length*head))
	rest[0] = math.Copysign(head, rest[0])
	for i := range rest {
		rest[i] *= shrink
	}
	return length
}

// drop forgets the last column and returns its coefficients on those before it.
func (f *factorization) drop() []float64 {
	f.rank--
	return f.solve(append([]float64(nil), f.r[f.rank][:f.rank]...))
}

// reflect replaces b by Q'b.
func (f *factorization) reflect(b []float64) {
	for k := range min(f.rank, len(b)) {
		v := f.vectors[k][k:]
		subtract(b[k:], dot(v, b[k:]), v)
	}
}

// solve replaces b by the solution x of R x = b, over the leading len(b) columns.
func (f *factorization) solve(b []float64) []float64 {
	for j := len(b) - 1; j >= 0; j-- {
		b[j] /= f.r[j][j]
		for k := range j {
			b[k] -= float64(b[j] * f.r[j][k])
		}
	}
	return b
}

// solveTransposed replaces b by the solution x of R'x = b.
func (f *factorization) solveTransposed(b []float64) []float64 {
	for j := range b {
		for k := range j {
			b[j] -= float64(b[k] * f.r[j][k])
		}
		b[j] /= f.r[j][j]
	}
	return b
}

// logDeterminant returns half the log determinant of R'R.
func (f *factorization) logDeterminant() float64 {
	sum := 0.0
	for j := range f.rank {
		sum += math.Log(math.Abs(f.r[j][j]))
	}
	return sum
}

// dot returns the scalar product, in an order of summation that no processor changes.
func dot(a, b []float64) float64 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float64
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += float64(a[i] * b[i])
		s1 += float64(a[i+1] * b[i+1])
		s2 += float64(a[i+2] * b[i+2])
		s3 += float64(a[i+3] * b[i+3])
	}
	for ; i < len(a); i++ {
		s0 += float64(a[i] * b[i])
	}
	return (s0 + s1) + (s2 + s3)
}

// subtract replaces a by a - c b.
func subtract(a []float64, c float64, b []float64) {
	b = b[:len(a)]
	for i := range a {
		a[i] -= float64(c * b[i])
	}
}
