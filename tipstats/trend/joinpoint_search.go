package trend

import (
	"fmt"
	"math"
)

// maxSearch bounds the memory of a search, in numbers held, and maxPermuted the work of a
// permutation test, in numbers read.
const (
	maxSearch   = 3e7
	maxPermuted = 3e10
)

// joinSite is a place for a join: at the index-th time, or between it and the next.
type joinSite struct {
	index   int
	between bool
}

// joinNode adds one site to the set of sites of its parent. direction holds what its column (at
// a time) or two columns (between times, where the line may first break as well as bend) add to
// the space of the parent.
type joinNode struct {
	site      joinSite
	parent    int // -1: the straight line
	joins     int
	between   bool // some site of the set is
	direction [][]float64
}

// joinSearch holds all sets of sites for up to max joins, each after its parent, so that the
// residual sum of squares of each takes one or two scalar products.
type joinSearch struct {
	data  logCounts
	line  orthonormal
	nodes []joinNode
	max   int
	apart int
}

// bestJoins is the best set of joins of its size.
type bestJoins struct {
	node int // -1: the straight line
	rss  float64
}

func newJoinSearch(d logCounts, o JoinpointOptions) (*joinSearch, error) {
	s := &joinSearch{data: d, max: o.MaxJoins, apart: o.Apart}
	if !s.line.add(d.column(one)) || !s.line.add(d.column(elapsed)) {
		return nil, fmt.Errorf("trend: the times lie too close together to fit a line")
	}
	if s.max > 0 && len(d.z) <= 2+2*s.max {
		return nil, fmt.Errorf("trend: %d values leave no degree of freedom for %d joins: expected at least %d", len(d.z), s.max, 3+2*s.max)
	}
	sites := s.sites(o.Places)
	held := s.count(sites) * float64(len(d.z))
	if held > maxSearch {
		return nil, fmt.Errorf("trend: %d joins among %d times have too many places to try them all: lower MaxJoins, raise Apart or let joins be AtObservations", s.max, len(d.times))
	}
	if o.Choice == ByPermutation && held*float64(o.Permutations) > maxPermuted {
		return nil, fmt.Errorf("trend: %d permutations of %d values with %d joins take too long: choose ByBIC, or lower Permutations or MaxJoins", o.Permutations, len(d.z), s.max)
	}
	s.grow(sites, -1, s.line)
	if s.max > 0 && (len(s.nodes) == 0 || s.deepest() < s.max) {
		return nil, fmt.Errorf("trend: %d different times leave no room for %d joins with %d times between them: lower MaxJoins or Apart", len(d.times), s.max, s.apart)
	}
	return s, nil
}

// sites returns the places in order that leave enough times before and after.
func (s *joinSearch) sites(places JoinpointPlaces) []joinSite {
	var all []joinSite
	last := len(s.data.times) - 1
	for i := range s.data.times {
		if at := (joinSite{i, false}); at.timesAfter(-1) >= s.apart && last-i >= s.apart {
			all = append(all, at)
		}
		between := joinSite{i, true}
		if least := max(s.apart, 2); places == Anywhere && i < last && i+1 >= least && last-i >= least {
			all = append(all, between)
		}
	}
	return all
}

// timesAfter returns the number of times before the site and after the index-th one.
func (a joinSite) timesAfter(index int) int {
	if a.between {
		return a.index - index
	}
	return a.index - index - 1
}

// fits reports whether b may follow a.
func (s *joinSearch) fits(a, b joinSite) bool {
	least := s.apart
	if a.between && b.between {
		least = max(least, 2)
	}
	return b.timesAfter(a.index) >= least
}

// count returns a number of direction vectors that is at least what the nodes will hold.
func (s *joinSearch) count(sites []joinSite) float64 {
	ways := make([]float64, len(sites)) // sets of the present size that end at each site
	for i := range ways {
		ways[i] = 1
	}
	total := 0.0
	for size := 1; size <= s.max; size++ {
		next := make([]float64, len(sites))
		for i, a := range sites {
			vectors := 1.0
			if a.between {
				vectors = 2
			}
			total += ways[i] * vectors
			for j := i + 1; j < len(sites); j++ {
				if s.fits(a, sites[j]) {
					next[j] += ways[i]
				}
			}
		}
		ways = next
	}
	return total
}

// grow adds all sets that extend the set of a node by sites after its own.
func (s *joinSearch) grow(sites []joinSite, parent int, space orthonormal) {
	joins := 1
	if parent >= 0 {
		joins = s.nodes[parent].joins + 1
	}
	if joins > s.max {
		return
	}
	for i, site := range sites {
		if parent >= 0 && !s.fits(s.nodes[parent].site, site) {
			continue
		}
		// A slice of exact capacity, so that siblings do not share what they append.
		wider := orthonormal{q: space.q[:len(space.q):len(space.q)], r: space.r[:len(space.r):len(space.r)]}
		ok := true
		for _, f := range s.functions(site) {
			ok = ok && wider.add(s.data.column(f))
		}
		if !ok {
			continue
		}
		between := site.between || parent >= 0 && s.nodes[parent].between
		s.nodes = append(s.nodes, joinNode{site, parent, joins, between, wider.q[len(space.q):]})
		s.grow(sites[i+1:], len(s.nodes)-1, wider)
	}
}

// functions returns the functions of time that a site adds to the model.
func (s *joinSearch) functions(site joinSite) []func(float64) float64 {
	at := s.data.times[site.index]
	if !site.between {
		return []func(float64) float64{bendAt(at)}
	}
	return []func(float64) float64{jumpAt(s.data.times[site.index+1]), bendAt(at)}
}

func (s *joinSearch) deepest() int {
	deepest := 0
	for _, node := range s.nodes {
		deepest = max(deepest, node.joins)
	}
	return deepest
}

// scratch returns room for the sums of squares of best.
func (s *joinSearch) scratch() []float64 { return make([]float64, len(s.nodes)) }

// best returns the best set of joins of each size from 0 to most for z.
func (s *joinSearch) best(z []float64, most int, rss []float64) []bestJoins {
	_, residuals := s.line.solve(z)
	best := make([]bestJoins, most+1)
	best[0] = bestJoins{-1, dot(residuals, residuals)}
	for k := 1; k <= most; k++ {
		best[k].rss = math.Inf(1)
	}
	for i, node := range s.nodes {
		if node.joins > most {
			continue
		}
		sum := best[0].rss
		if node.parent >= 0 {
			sum = rss[node.parent]
		}
		for _, q := range node.direction {
			along := dot(q, residuals)
			sum -= float64(along * along)
		}
		rss[i] = sum
		if found := &best[node.joins]; sum < found.rss {
			possible := !node.between
			if node.between {
				_, possible = s.places(i, z)
			}
			if possible {
				*found = bestJoins{i, math.Max(sum, 0)}
			}
		}
	}
	return best
}

// places returns the joins of a node's sites, from 0 to 1, for the line that is best for z. A join between two times is where the
// lines on either side cross; they may cross elsewhere, and then the best line with joins near
// these sites bends at a time observed, and is found at another node.
func (s *joinSearch) places(i int, z []float64) (joins []float64, ok bool) {
	if i < 0 {
		return nil, true
	}
	between := s.nodes[i].between
	sites := make([]joinSite, s.nodes[i].joins)
	for k := len(sites) - 1; k >= 0; k-- {
		sites[k], i = s.nodes[i].site, s.nodes[i].parent
	}
	var fit orthonormal
	var coefficient []float64
	if between {
		fit.add(s.data.column(one))
		fit.add(s.data.column(elapsed))
		for _, site := range sites {
			for _, f := range s.functions(site) {
				fit.add(s.data.column(f))
			}
		}
		coefficient, _ = fit.solve(z)
	}
	next := 2
	for _, site := range sites {
		at := s.data.times[site.index]
		if !site.between {
			joins = append(joins, at)
			next++
			continue
		}
		place := at - coefficient[next]/coefficient[next+1]
		if !(at < place && place < s.data.times[site.index+1]) {
			return nil, false
		}
		joins = append(joins, place)
		next += 2
	}
	return joins, true
}
