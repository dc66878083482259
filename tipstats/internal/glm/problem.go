package glm

import (
	"errors"
	"math"
	"slices"
	"strings"
)

// What keeps an estimate from existing or from being found. Errors of this package wrap
// them.
var (
	ErrSeparation   = errors.New("no finite estimate")
	ErrRank         = errors.New("the columns of the design depend on each other")
	ErrNotConverged = errors.New("the iteration did not converge")
)

// Problem is data in the form that the iteration works on: columns of the design, each
// divided by a power of two so that its largest entry is near 1.
type Problem struct {
	n, p     int
	used     int // rows with a positive weight
	label    string
	names    []string
	columns  [][]float64
	scale    []float64
	response []float64
	trials   []float64
	offset   []float64
	weights  []float64
}

// NewProblem copies data that Check accepts. It returns ErrRank, naming the columns, if
// one is a linear combination of those before it.
func NewProblem(d Data) (*Problem, error) {
	n, p := d.Design.Dims()
	problem := &Problem{
		n: n, p: p, label: d.Label,
		names:    make([]string, p),
		columns:  make([][]float64, p),
		scale:    make([]float64, p),
		response: slices.Clone(d.Response),
		trials:   orConstant(d.Trials, n, 1),
		offset:   orConstant(d.Offset, n, 0),
		weights:  orConstant(d.Weights, n, 1),
	}
	for j := range p {
		problem.names[j] = nameOf(d.Names, j)
		column := make([]float64, n)
		for i := range column {
			column[i] = d.Design.At(i, j)
		}
		problem.columns[j], problem.scale[j] = scaled(column)
	}
	for _, w := range problem.weights {
		if w > 0 {
			problem.used++
		}
	}
	return problem, problem.checkRank()
}

// orConstant returns a copy of values, or n times a constant if there are none.
func orConstant(values []float64, n int, constant float64) []float64 {
	if values != nil {
		return slices.Clone(values)
	}
	all := make([]float64, n)
	for i := range all {
		all[i] = constant
	}
	return all
}

// scaled divides a column by a power of two near its largest absolute entry.
func scaled(column []float64) (divided []float64, scale float64) {
	largest := 0.0
	for _, v := range column {
		largest = math.Max(largest, math.Abs(v))
	}
	if largest == 0 {
		return column, 1
	}
	_, exponent := math.Frexp(largest)
	exponent = max(-1021, min(exponent, 1021)) // so that the scale and its inverse are numbers
	for i := range column {
		column[i] = math.Ldexp(column[i], -exponent)
	}
	return column, math.Ldexp(1, exponent)
}

// Names returns the names of the coefficients.
func (p *Problem) Names() []string { return slices.Clone(p.names) }

// quoted joins names as "a", "b" and "c".
func quoted(names []string) string {
	marked := make([]string, len(names))
	for i, name := range names {
		marked[i] = `"` + name + `"`
	}
	return joined(marked, 8)
}

// joined lists words as in prose, at most limit of them.
func joined(words []string, limit int) string {
	if len(words) > limit {
		words = append(slices.Clone(words[:limit-1]), plural(len(words)-limit+1, "more", "more"))
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
