package glm

import (
	"fmt"
	"math"
)

// flat is how small, relative to its length, a projection counts as 0.
const flat = 1e-9

// bounded reports whether the log-likelihood of a row stays below its largest value in one
// direction only: sign is 1 if it rises for ever as the linear predictor falls (no
// successes), -1 if as it rises (no failures), 0 if it has a maximum.
func (p *Problem) bounded(i int, binomial bool) (sign float64) {
	switch {
	case p.response[i] == 0:
		return 1
	case binomial && p.response[i] == p.trials[i]:
		return -1
	}
	return 0
}

// checkSeparation returns ErrSeparation if the likelihood has no maximum: if a change of
// the coefficients lowers the linear predictor of no row but those without successes, raises
// that of none but those without failures, and leaves all others where they are (Albert and
// Anderson, Biometrika 71 (1984) 1; Correia, Guimaraes and Zylkin 2019 for counts).
//
// Such a change is in the null space of the rows that have a maximum. If that space is empty,
// as it is in most data, there is none. Otherwise the rest is a question about the other
// rows, which separating answers.
func (p *Problem) checkSeparation(binomial bool) error {
	basis := p.nullSpace(binomial)
	if len(basis) == 0 {
		return nil
	}
	var rows [][]float64
	for i, w := range p.weights {
		sign := p.bounded(i, binomial)
		if w == 0 || sign == 0 {
			continue
		}
		row, size := make([]float64, len(basis)), 0.0
		for k, vector := range basis {
			row[k] = sign * change(p.columns, i, vector)
			size = math.Max(size, math.Abs(row[k]))
		}
		if size > flat {
			length := math.Sqrt(dot(row, row))
			for k := range row {
				row[k] /= length
			}
			rows = append(rows, row)
		}
	}
	gamma, ok := separating(rows, len(basis))
	if !ok {
		return nil
	}
	direction := make([]float64, p.p)
	for k, vector := range basis {
		subtract(direction, -gamma[k], vector)
	}
	return p.describeSeparation(direction)
}

// nullSpace returns a basis of the changes of the coefficients that move no row whose
// likelihood has a maximum.
func (p *Problem) nullSpace(binomial bool) (basis [][]float64) {
	f := newFactorization(p.n, p.p)
	var kept []int
	for j, column := range p.columns {
		work := f.next()
		for i, v := range column {
			work[i] = 0
			if p.weights[i] > 0 && p.bounded(i, binomial) == 0 {
				work[i] = v
			}
		}
		length := math.Sqrt(dot(work, work))
		if f.push() > rankTolerance*length {
			kept = append(kept, j)
			continue
		}
		vector := make([]float64, p.p)
		vector[j] = 1
		for k, c := range f.drop() {
			vector[kept[k]] = -c
		}
		basis = append(basis, vector)
	}
	return basis
}

// separating returns a vector whose scalar product with no row is positive, and with some row
// negative, if there is one. By Stiemke's lemma there is none if and only if positive
// multiples of the rows sum to 0. So the sum of all rows is approached by non-negative
// multiples of their negatives, by least squares (Lawson and Hanson, Solving Least Squares
// Problems, 1974, chapter 23); what is left, if anything, is the negative of that vector.
func separating(rows [][]float64, k int) (gamma []float64, ok bool) {
	goal := make([]float64, k)
	for _, row := range rows {
		subtract(goal, 1, row)
	}
	size := math.Sqrt(dot(goal, goal))
	rest := append([]float64(nil), goal...)
	var chosen []int
	var multiples []float64
	banned := make([]bool, len(rows))
	for range 20 * (k + 1) * (k + 1) {
		best, most := -1, flat*(1+size)
		for i, row := range rows {
			if gain := dot(row, rest); !banned[i] && gain > most {
				best, most = i, gain
			}
		}
		if best < 0 {
			break
		}
		next, values := nonNegative(rows, append(append([]int(nil), chosen...), best), append(append([]float64(nil), multiples...), 0), goal)
		left := append([]float64(nil), goal...)
		for at, i := range next {
			subtract(left, values[at], rows[i])
		}
		if !(dot(left, left) < dot(rest, rest)) {
			banned[best] = true // gains nothing but rounding
			continue
		}
		clear(banned)
		chosen, multiples, rest = next, values, left
	}
	return rest, math.Sqrt(dot(rest, rest)) > flat*(1+size)
}

// nonNegative returns the rows, of those chosen, whose positive multiples come nearest to the
// goal, given multiples to start from.
func nonNegative(rows [][]float64, chosen []int, multiples, goal []float64) ([]int, []float64) {
	for {
		f := newFactorization(len(goal), len(chosen))
		for _, i := range chosen {
			copy(f.next(), rows[i])
			f.push()
		}
		target := append([]float64(nil), goal...)
		f.reflect(target)
		if len(chosen) > len(goal) {
			return nil, nil
		}
		best := f.solve(target[:len(chosen)])
		fraction := 1.0
		for at, v := range best {
			if v <= 0 {
				fraction = math.Min(fraction, multiples[at]/(multiples[at]-v))
			}
		}
		if math.IsNaN(fraction) {
			return nil, nil
		}
		if fraction == 1 {
			return chosen, best
		}
		var kept []int
		var values []float64
		for at, i := range chosen {
			moved := multiples[at] + fraction*(best[at]-multiples[at])
			if best[at] > 0 || moved > flat*math.Abs(multiples[at]) {
				kept, values = append(kept, i), append(values, math.Max(moved, 0))
			}
		}
		if len(kept) == len(chosen) || len(kept) == 0 {
			return nil, nil
		}
		chosen, multiples = kept, values
	}
}

// describeSeparation says which coefficients run away, and on account of which rows.
func (p *Problem) describeSeparation(direction []float64) error {
	largest := 0.0
	for i, w := range p.weights {
		if w > 0 {
			largest = math.Max(largest, math.Abs(change(p.columns, i, direction)))
		}
	}
	var rows []string
	for i, w := range p.weights {
		if w > 0 && math.Abs(change(p.columns, i, direction)) > flat*largest {
			rows = append(rows, fmt.Sprintf("%s[%d]", p.label, i))
		}
	}
	most := 0.0
	for _, d := range direction {
		most = math.Max(most, math.Abs(d))
	}
	var moving []string
	for j, d := range direction {
		if math.Abs(d) > flat*most {
			moving = append(moving, fmt.Sprintf("%q to %+v", p.names[j], math.Inf(int(math.Copysign(1, d)))))
		}
	}
	return fmt.Errorf("%w: the likelihood keeps rising as coefficients tend to infinity (%s), because a combination of columns separates %s (%s) from the rest",
		ErrSeparation, joined(moving, 8), plural(len(rows), "observation", "observations"), joined(rows, 8))
}
