package trend

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/infer"
)

// maxRangeWays is the largest number of ways of placing ranges whose p-values are compared.
const maxRangeWays = 200_000

// maxRangeValues bounds the number of ways times the number of values.
const maxRangeValues = 20_000_000

// places returns the places that the a-th range may take. Places refine cells: between two ends
// there is one for each range, so that their values may come in any order, and tie or not. Those
// of a cell are numbered from cell*(ranges+1) on; a cell that is an end has one.
func (p *placing) places(a int) []int {
	each := len(p.wide)
	var all []int
	for c := p.first[p.wide[a]]; c <= p.last[p.wide[a]]; c++ {
		count := each
		if c%2 == 1 {
			count = 1
		}
		for k := range count {
			all = append(all, c*(each+1)+k)
		}
	}
	return all
}

// fewWays reports whether the ways of giving each range a place are few enough to try them all.
func (p *placing) fewWays() bool {
	product := 1
	for _, i := range p.wide {
		ends := (p.last[i] + 1) / 2 // odd cells up to last, less those before first
		ends -= p.first[i] / 2
		product *= ends + (p.last[i]-p.first[i]+1-ends)*len(p.wide)
		if product > maxRangeWays || product*len(p.group) > maxRangeValues {
			return false
		}
	}
	return true
}

// certainTies returns the sizes of the groups of values that are equal for certain, with each
// range on its own.
func (p *placing) certainTies() []int {
	var cells []float64
	for _, i := range p.fixed {
		cells = append(cells, float64(p.first[i]))
	}
	slices.Sort(cells)
	sizes := tieSizes(cells)
	for range p.wide {
		sizes = append(sizes, 1)
	}
	return sizes
}

// wayCount is what a p-value depends on: S, and how often each number of values ties.
type wayCount struct {
	s    int
	ties string
}

// extremeP returns the smallest and the largest p-value of all ways.
func (p *placing) extremeP(alt infer.Alternative) (least, most float64) {
	least, most = math.Inf(1), math.Inf(-1)
	each := len(p.wide) + 1
	nulls := map[string]kendallNull{}
	seen := map[wayCount]bool{}
	at := make([]int, len(p.group)) // the place of each element
	for _, i := range p.fixed {
		at[i] = p.first[i] * each
	}
	var visit func(a, cost int)
	visit = func(a, cost int) {
		if a == len(p.wide) {
			sizes := placeTies(at)
			w := wayCount{p.pairs - cost, tieKey(sizes)}
			if seen[w] {
				return
			}
			seen[w] = true
			null, known := nulls[w.ties]
			if !known {
				null = newKendallNull(sizes)
				nulls[w.ties] = null
			}
			value := math.Exp(null.logP(w.s, alt))
			least, most = math.Min(least, value), math.Max(most, value)
			return
		}
		i := p.wide[a]
		for _, place := range p.places(a) {
			at[i] = place
			further := p.againstFixed(i, place/each)
			for _, j := range p.wide[:a] {
				further += placeCost(i, place, j, at[j])
			}
			visit(a+1, cost+further)
		}
	}
	visit(0, p.constant)
	return least, most
}

// placeCost is what two elements cost in their places: 0 if they rise, 1 if they tie, 2 if they
// fall.
func placeCost(i, placeI, j, placeJ int) int {
	switch {
	case placeI == placeJ:
		return 1
	case (i < j) == (placeI < placeJ):
		return 0
	}
	return 2
}

// placeTies returns the sizes of the groups of equal places, in order of size.
func placeTies(at []int) []int {
	sorted := slices.Sorted(slices.Values(at))
	var sizes []int
	for i := 0; i < len(sorted); {
		j := i + 1
		for j < len(sorted) && sorted[j] == sorted[i] {
			j++
		}
		sizes = append(sizes, j-i)
		i = j
	}
	slices.Sort(sizes)
	return sizes
}

// tieKey writes sizes as a string.
func tieKey(sizes []int) string {
	var key []byte
	for _, size := range sizes {
		key = binary.AppendUvarint(key, uint64(size))
	}
	return string(key)
}
