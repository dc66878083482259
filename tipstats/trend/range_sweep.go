package trend

import (
	"math"
	"math/bits"
	"slices"
)

// maxOverlap is the largest number of overlapping ranges that a sweep takes on: its states are the
// sets of those that have their value. With maxOverlapTies it bounds this number plus that of the
// ranges which begin or end at one place.
const (
	maxOverlap     = 16
	maxOverlapTies = 20
)

// overlap returns the largest number of ranges that share a cell, and whether a sweep is quick.
func (p *placing) overlap() (most int, quick bool) {
	ties := 0
	for _, i := range p.wide {
		for _, cell := range []int{p.first[i], p.last[i]} {
			open, ends := 0, 0
			for _, j := range p.wide {
				if p.first[j] <= cell && cell <= p.last[j] {
					open++
				}
				if p.first[j] == cell || p.last[j] == cell {
					ends++
				}
			}
			most, ties = max(most, open), max(ties, ends*(cell%2))
		}
	}
	return most, most <= p.mostOverlap && most+ties <= maxOverlapTies
}

// sweep goes through the cells from below, and holds for each set of open ranges the least cost at
// which these, and all ranges that have ended, have their values at or below the present cell.
// An element pays for the pairs with later ones that have their values below its own.
type sweep struct {
	*placing
	slot  []int // bit of each wide element while its range is open, or -1
	ended []int // wide elements
	cost  []int // of each set of slots
}

// leastCost returns the least cost, by a sweep. Time is of order 2^overlap for each cell.
func (p *placing) leastCost(overlap int) int {
	s := sweep{placing: p, cost: make([]int, 1<<overlap)}
	for set := range s.cost {
		s.cost[set] = math.MaxInt
	}
	s.cost[0] = 0
	top := 0
	for a := range p.wide {
		s.slot = append(s.slot, -1)
		top = max(top, p.last[p.wide[a]])
	}
	for cell := 0; cell <= top; cell++ {
		var taking []int
		for a, i := range p.wide {
			if p.first[i] == cell {
				s.slot[a] = s.freeSlot()
			}
			if p.first[i] <= cell && cell <= p.last[i] && (cell%2 == 0 || cell == p.first[i] || cell == p.last[i]) {
				taking = append(taking, a)
			}
		}
		if cell%2 == 0 {
			for _, a := range taking { // earlier first: they do not pay for later ones in this cell
				s.take(a, cell)
			}
		} else {
			s.takeTies(taking, cell)
		}
		for a, i := range p.wide {
			if p.last[i] == cell {
				s.end(a)
			}
		}
	}
	return s.cost[0]
}

func (s *sweep) freeSlot() int {
	used := 0
	for _, slot := range s.slot {
		if slot >= 0 {
			used |= 1 << slot
		}
	}
	for slot := 0; ; slot++ {
		if used>>slot&1 == 0 {
			return slot
		}
	}
}

// price returns what element a pays in a cell for fixed and ended elements, and the set of open
// elements each of which costs it 2 if it has its value below.
func (s *sweep) price(a, cell int) (fixed, later int) {
	i := s.wide[a]
	fixed = s.againstFixed(i, cell)
	for _, b := range s.ended {
		if s.wide[b] > i && s.group[s.wide[b]] != s.group[i] {
			fixed += 2
		}
	}
	for b, slot := range s.slot {
		if slot >= 0 && s.wide[b] > i && s.group[s.wide[b]] != s.group[i] {
			later |= 1 << slot
		}
	}
	return fixed, later
}

// take lets element a have its value in a cell between ends.
func (s *sweep) take(a, cell int) {
	bit := 1 << s.slot[a]
	fixed, later := s.price(a, cell)
	for set, cost := range s.cost {
		if set&bit != 0 || cost == math.MaxInt {
			continue
		}
		s.cost[set|bit] = min(s.cost[set|bit], cost+fixed+2*bits.OnesCount(uint(set&later)))
	}
}

// takeTies lets each set of the elements have their values in a cell that is an end, where they
// tie.
func (s *sweep) takeTies(taking []int, cell int) {
	before := slices.Clone(s.cost)
	fixed, later := make([]int, len(taking)), make([]int, len(taking))
	for k, a := range taking {
		fixed[k], later[k] = s.price(a, cell)
	}
	for chosen := 1; chosen < 1<<len(taking); chosen++ {
		added, sum := 0, 0
		for k, a := range taking {
			if chosen>>k&1 == 0 {
				continue
			}
			added |= 1 << s.slot[a]
			sum += fixed[k]
			for l, b := range taking[:k] {
				if chosen>>l&1 == 1 {
					sum += s.pair(s.wide[a], cell, s.wide[b], cell)
				}
			}
		}
		for set, cost := range before {
			if set&added != 0 || cost == math.MaxInt {
				continue
			}
			cost += sum
			for k := range taking {
				if chosen>>k&1 == 1 {
					cost += 2 * bits.OnesCount(uint(set&later[k]))
				}
			}
			s.cost[set|added] = min(s.cost[set|added], cost)
		}
	}
}

// end closes the range of element a, which must have its value by now.
func (s *sweep) end(a int) {
	bit := 1 << s.slot[a]
	for set := range s.cost {
		if set&bit == 0 {
			s.cost[set] = s.cost[set|bit]
		} else {
			s.cost[set] = math.MaxInt
		}
	}
	s.slot[a] = -1
	s.ended = append(s.ended, a)
}
