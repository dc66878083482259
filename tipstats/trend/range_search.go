package trend

import (
	"math"
	"slices"
)

// maxRangeWork bounds the work of one search, in entries of its tables.
const maxRangeWork = 20_000_000

// rangeSearch finds the placing with the least cost by branch and bound. Finding it is a nearest
// Kendall tau problem for a total and an interval order (Brandenburg, Gleissner and Hofmeier, J.
// Comb. Optim. 2013); the bound is exact where no two ranges overlap the wrong way round, as
// with ranges that are all open above, so that the search proper is seldom needed. Where few
// ranges overlap a sweep replaces it.
//
// A pair costs at least what its first element costs at best, and what its second one does, hence
// at least their mean: so that costs are counted twice. table[a][k] is twice the cost of wide
// element a in its k-th cell against fixed and placed elements, and its share of the least cost
// against others.
type rangeSearch struct {
	*placing
	table  [][]int
	placed []int // cell of each wide element, or -1
	cost   int   // twice that of the placed elements among themselves and against the fixed
	best   int   // least cost found
	enough int   // a cost at which the search may end
	work   int
	budget int // of work
}

// largestS returns the largest S = rises - falls of a placing, or if the work is too much a bound
// above it.
func (p *placing) largestS() (s int, sharp bool) {
	search := p.newRangeSearch(maxRangeWork)
	bound := (search.bound() + 1) / 2
	search.descendFrom()
	if bound < search.best {
		if overlap, quick := p.overlap(); quick {
			return p.pairs - p.constant - p.leastCost(overlap), true
		}
		search.branch()
	}
	if search.work > search.budget {
		return p.pairs - p.constant - bound, false
	}
	return p.pairs - p.constant - search.best, true
}

// reachesS reports whether some placing has S >= s, or if the work is too much, that it may have.
func (p *placing) reachesS(s, budget int) (reached, sharp bool) {
	enough := p.pairs - p.constant - s
	search := p.newRangeSearch(budget)
	if (search.bound()+1)/2 > enough {
		return false, true
	}
	search.enough = enough
	search.descendFrom()
	if search.best <= enough {
		return true, true
	}
	if overlap, quick := p.overlap(); quick {
		return p.leastCost(overlap) <= enough, true
	}
	search.best = enough + 1
	search.branch()
	if search.best <= enough {
		return true, true
	}
	return search.work > search.budget, search.work <= search.budget
}

func (p *placing) newRangeSearch(budget int) *rangeSearch {
	search := &rangeSearch{placing: p, best: math.MaxInt, enough: math.MinInt, budget: budget}
	for a, i := range p.wide {
		row := make([]int, len(p.cells[a]))
		for k, cell := range p.cells[a] {
			row[k] = 2 * p.base[a][k]
			for b, j := range p.wide {
				if b != a {
					row[k] += p.share(i, cell, j)
				}
			}
		}
		search.table = append(search.table, row)
		search.placed = append(search.placed, -1)
	}
	return search
}

// share returns element i's share of twice the least cost of the pair i, j: all of it if the
// other element can always avoid it, or else half.
func (p *placing) share(i, cell, j int) int {
	mine := p.least(i, cell, j)
	if mine == 0 {
		return 0
	}
	worst := p.last[j] // the cell of j that costs most
	if i < j {
		worst = p.first[j]
	}
	if p.least(j, worst, i) == 0 {
		return 2 * mine
	}
	return mine
}

// bound returns twice a cost that no completion is below.
func (s *rangeSearch) bound() int {
	sum := s.cost
	for a, row := range s.table {
		if s.placed[a] < 0 {
			sum += slices.Min(row)
			s.work += len(row)
		}
	}
	return sum
}

// descendFrom improves several placings one element at a time, and keeps the best.
func (s *rangeSearch) descendFrom() {
	starts := make([][]int, 4)
	for a, cells := range s.cells {
		row := s.table[a]
		starts[0] = append(starts[0], cells[slices.Index(row, slices.Min(row))])
		starts[1] = append(starts[1], cells[0])
		starts[2] = append(starts[2], cells[len(cells)/2])
		starts[3] = append(starts[3], cells[len(cells)-1])
	}
	for _, cells := range starts {
		if s.best > s.enough {
			s.best = min(s.best, s.descend(cells))
		}
	}
}

// descend moves elements to better cells until none is better, and returns the cost.
func (s *rangeSearch) descend(at []int) int {
	for moved := true; moved; {
		moved = false
		for a := range at {
			now := s.costOf(a, at[a], at)
			for _, cell := range s.cells[a] {
				if cost := s.costOf(a, cell, at); cost < now {
					at[a], now, moved = cell, cost, true
				}
			}
		}
	}
	twice := 0
	for a, cell := range at {
		twice += s.costOf(a, cell, at) + s.againstFixed(s.wide[a], cell)
	}
	return twice / 2
}

// costOf returns what wide element a costs in a cell, the others being at the given ones.
func (s *rangeSearch) costOf(a, cell int, at []int) int {
	k, _ := slices.BinarySearch(s.cells[a], cell)
	sum := s.base[a][k]
	for b, other := range at {
		if b != a {
			sum += s.pair(s.wide[a], cell, s.wide[b], other)
		}
	}
	s.work += len(at)
	return sum
}

// branch places one more element in each of its cells.
func (s *rangeSearch) branch() {
	a := s.next()
	if a < 0 {
		s.best = min(s.best, s.cost/2)
		return
	}
	row := s.table[a]
	order := make([]int, len(row))
	for k := range order {
		order[k] = k
	}
	costs := slices.Clone(row)
	slices.SortStableFunc(order, func(k, l int) int { return costs[k] - costs[l] })
	for _, k := range order {
		if s.work > s.budget || s.best <= s.enough {
			return
		}
		s.place(a, k, 1)
		if (s.bound()+1)/2 < s.best {
			s.branch()
		}
		s.place(a, k, -1)
	}
}

// next returns the free element whose best cell is the most uncertain: whose share of the bound
// may yet grow most.
func (s *rangeSearch) next() int {
	found, widest := -1, -1
	for a, i := range s.wide {
		if s.placed[a] >= 0 {
			continue
		}
		open := 0
		for b, j := range s.wide {
			if b != a && s.placed[b] < 0 && s.group[i] != s.group[j] && s.first[i] <= s.last[j] && s.first[j] <= s.last[i] {
				open++
			}
		}
		if open > widest {
			found, widest = a, open
		}
	}
	return found
}

// place puts a free element in its k-th cell (sign 1), or takes it out again (sign -1). Its pairs
// with free elements cost exactly what the cells say from now on.
func (s *rangeSearch) place(a, k, sign int) {
	i, cell := s.wide[a], s.cells[a][k]
	s.placed[a] = -1
	exact := s.exact(a, k)
	s.cost += sign * exact
	for b, j := range s.wide {
		if b == a || s.placed[b] >= 0 {
			continue
		}
		for l, other := range s.cells[b] {
			s.table[b][l] += sign * (2*s.pair(i, cell, j, other) - s.share(j, other, i))
		}
		s.work += len(s.cells[b])
	}
	if sign > 0 {
		s.placed[a] = cell
	}
}

// exact returns twice the cost of element a in its k-th cell against fixed and placed elements.
func (s *rangeSearch) exact(a, k int) int {
	i, cell := s.wide[a], s.cells[a][k]
	sum := 2 * s.base[a][k]
	for b, j := range s.wide {
		if s.placed[b] >= 0 && b != a {
			sum += 2 * s.pair(i, cell, j, s.placed[b])
		}
	}
	return sum
}
