package trend

import (
	"math"
	"slices"
)

// placing is the task of choosing a value for each of several ranges, in the order of time, so
// that as many pairs as possible rise. Only the order of the values matters, so that a range is a
// list of cells: the ends of all ranges are cells with odd numbers, in which values tie, and what
// lies between them are cells with even numbers, in which there is room for values in any order.
type placing struct {
	// group is equal for elements at the same time, which make no pair.
	group       []int
	first, last []int // cells of the ends
	pairs       int
	// fixed and wide are the elements with one cell and with several.
	fixed, wide []int
	// cells holds the cells worth trying for each wide element, and base what each costs
	// against the fixed elements.
	cells, base [][]int
	// constant is what the fixed elements cost among themselves.
	constant int
	// mostOverlap is the largest number of overlapping ranges that a sweep takes on.
	mostOverlap int
}

// newPlacing takes ranges sorted by time.
func newPlacing(t, lo, hi []float64) *placing {
	ends := make([]float64, 0, 2*len(lo))
	for i := range lo {
		for _, end := range []float64{lo[i], hi[i]} {
			if !math.IsInf(end, 0) {
				ends = append(ends, end)
			}
		}
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	cell := func(v float64) int {
		k, found := slices.BinarySearch(ends, v)
		if found {
			return 2*k + 1
		}
		return 2 * k
	}
	p := &placing{mostOverlap: maxOverlap}
	for i := range lo {
		group := i
		if i > 0 && t[i] == t[i-1] {
			group = p.group[i-1]
		}
		p.group = append(p.group, group)
		p.first, p.last = append(p.first, cell(lo[i])), append(p.last, cell(hi[i]))
		if lo[i] == hi[i] {
			p.fixed = append(p.fixed, i)
		} else {
			p.wide = append(p.wide, i)
		}
	}
	for _, size := range tieSizes(t) {
		p.pairs += size * (len(t) - size)
	}
	p.pairs /= 2
	p.tabulate()
	return p
}

func (p *placing) tabulate() {
	p.constant = p.amongFixed()
	for _, i := range p.wide {
		var cells, base []int
		for c := p.first[i]; c <= p.last[i]; c++ {
			// To tie within a range never beats both ways of not tying.
			if c%2 == 1 && c > p.first[i] && c < p.last[i] {
				continue
			}
			cells, base = append(cells, c), append(base, p.againstFixed(i, c))
		}
		p.cells, p.base = append(p.cells, cells), append(p.base, base)
	}
}

// amongFixed returns what the fixed elements cost among themselves: 1 for each pair that ties and
// 2 for each that falls, pairs at the same time left out.
func (p *placing) amongFixed() int {
	cells := make([]float64, len(p.fixed))
	ties := 0
	for from := 0; from < len(cells); {
		to := from
		for ; to < len(cells) && p.group[p.fixed[to]] == p.group[p.fixed[from]]; to++ {
			cells[to] = float64(p.first[p.fixed[to]])
		}
		slices.Sort(cells[from:to]) // so that no pair of the group falls
		ties -= tiedPairs(cells[from:to])
		from = to
	}
	falls := sortCounting(cells, make([]float64, len(cells)))
	return ties + tiedPairs(cells) + 2*falls
}

func tiedPairs(sorted []float64) int {
	pairs := 0
	for _, size := range tieSizes(sorted) {
		pairs += size * (size - 1) / 2
	}
	return pairs
}

func (p *placing) againstFixed(i, cell int) int {
	sum := 0
	for _, j := range p.fixed {
		sum += p.pair(i, cell, j, p.first[j])
	}
	return sum
}

// pair returns what elements i and j cost in the given cells: 0 if they rise, 1 if they tie, 2 if
// they fall.
func (p *placing) pair(i, cellI, j, cellJ int) int {
	switch {
	case p.group[i] == p.group[j]:
		return 0
	case cellI == cellJ:
		return cellI % 2
	case (i < j) == (cellI < cellJ):
		return 0
	}
	return 2
}

// least returns the least that elements i and j cost if i is in the given cell and j anywhere
// in its range: in the end of it that suits the pair best.
func (p *placing) least(i, cell, j int) int {
	if i < j {
		return p.pair(i, cell, j, p.last[j])
	}
	return p.pair(i, cell, j, p.first[j])
}

// checkRanges adds what is wrong with ranges.
func checkRanges(p *problems, lo, hi []float64) {
	if len(lo) != len(hi) {
		p.add("%d lower ends but %d upper ends: expected both for each value", len(lo), len(hi))
	}
	bad := 0
	for i := range min(len(lo), len(hi)) {
		fault := ""
		switch {
		case math.IsNaN(lo[i]) || math.IsNaN(hi[i]):
			fault = "expected two numbers (an open end is infinite; a missing year is left out)"
		case lo[i] > hi[i]:
			fault = "expected the lower end first"
		case math.IsInf(lo[i], 1) || math.IsInf(hi[i], -1):
			fault = "expected a range that holds a finite value"
		default:
			continue
		}
		if bad++; bad <= maxProblems {
			p.add("range %d is from %v to %v: %s", i, lo[i], hi[i], fault)
		}
	}
	if bad > maxProblems {
		p.add("%d more ranges are not ranges", bad-maxProblems)
	}
}
