package trend

import "math"

// orthonormal holds columns made orthonormal by Gram and Schmidt's method, done twice (Giraud
// et al., Numer. Math. 101 (2005) 87), with the triangle that gives them back.
type orthonormal struct {
	q [][]float64
	r [][]float64 // r[j][i] is the part of column j along q[i], i <= j
}

// add makes a column orthogonal to those before it. It overwrites the column, and reports
// whether it is independent of them.
func (o *orthonormal) add(column []float64) bool {
	size := norm(column)
	parts := make([]float64, len(o.q)+1)
	for range 2 {
		for i, q := range o.q {
			along := dot(q, column)
			parts[i] += along
			for row, v := range q {
				column[row] -= float64(along * v)
			}
		}
	}
	rest := norm(column)
	parts[len(o.q)] = rest
	if !(rest > 1e-10*size) {
		return false
	}
	for row := range column {
		column[row] /= rest
	}
	o.q = append(o.q, column)
	o.r = append(o.r, parts)
	return true
}

// solve returns the least-squares coefficients for z, and the residuals.
func (o *orthonormal) solve(z []float64) (coefficients, residuals []float64) {
	residuals = append([]float64(nil), z...)
	coefficients = make([]float64, len(o.q))
	for range 2 {
		for i, q := range o.q {
			along := dot(q, residuals)
			coefficients[i] += along
			for row, v := range q {
				residuals[row] -= float64(along * v)
			}
		}
	}
	for i := len(o.q) - 1; i >= 0; i-- {
		coefficients[i] /= o.r[i][i]
		for k := range i {
			coefficients[k] -= float64(coefficients[i] * o.r[i][k])
		}
	}
	return coefficients, residuals
}

// spreadOf returns the root of c' (X'X)^-1 c for the combination c of coefficients: the length
// of the solution v of R' v = c.
func (o *orthonormal) spreadOf(c []float64) float64 {
	v := make([]float64, len(c))
	for i := range c {
		v[i] = c[i]
		for k := range i {
			v[i] -= float64(o.r[i][k] * v[k])
		}
		v[i] /= o.r[i][i]
	}
	return norm(v)
}

// dot returns the scalar product, in four sums so that each need not wait for the last.
func dot(a, b []float64) float64 {
	var s0, s1, s2, s3 float64
	b = b[:len(a)]
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

func norm(v []float64) float64 { return math.Sqrt(dot(v, v)) }
