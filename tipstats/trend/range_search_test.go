package trend

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/infer"
	"pgregory.net/rapid"
)

// drawRanges draws ranges with small whole ends, so that they touch and coincide often.
func drawRanges(t *rapid.T, n, most int) (lo, hi []float64) {
	for range n {
		a := float64(rapid.IntRange(0, most).Draw(t, "lo"))
		b := a
		switch rapid.IntRange(0, 4).Draw(t, "kind") {
		case 0:
			b = math.Inf(1)
		case 1:
			a = math.Inf(-1)
		case 2, 3:
			b += float64(rapid.IntRange(0, most).Draw(t, "width"))
		}
		lo, hi = append(lo, a), append(hi, b)
	}
	return lo, hi
}

// The search against all placings of up to eight ranges in cells, where the values are too many.
func TestLargestSAgainstAllCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "n")
		lo, hi := drawRanges(t, n, 6)
		times := make([]float64, n)
		for i := range times {
			times[i] = float64(i / rapid.IntRange(1, 2).Draw(t, "share"))
		}
		slices.Sort(times)
		p := newPlacing(times, lo, hi)
		ways := 1
		for _, cells := range p.cells {
			ways *= len(cells)
		}
		if ways > 20000 {
			t.Skip()
		}
		least := math.MaxInt
		var visit func(a, cost int, at []int)
		visit = func(a, cost int, at []int) {
			if a == len(p.wide) {
				least = min(least, cost)
				return
			}
			for k, cell := range p.cells[a] {
				further := p.base[a][k]
				for b := range a {
					further += p.pair(p.wide[a], cell, p.wide[b], at[b])
				}
				visit(a+1, cost+further, append(at, cell))
			}
		}
		visit(0, p.constant, nil)
		if s, sharp := p.largestS(); s != p.pairs-least || !sharp {
			t.Fatalf("largest S %d (sharp %v), want %d", s, sharp, p.pairs-least)
		}
		overlap, _ := p.overlap()
		if cost := p.leastCost(overlap); p.constant+cost != least {
			t.Fatalf("sweep: cost %d, want %d", p.constant+cost, least)
		}
		if cost := branchCost(p); p.constant+cost != least {
			t.Fatalf("branch and bound: cost %d, want %d", p.constant+cost, least)
		}
	})
}

// branchCost returns the least cost by branch and bound, without a good placing to start from.
func branchCost(p *placing) int {
	search := p.newRangeSearch(math.MaxInt)
	search.branch()
	return search.best
}

// The worst kind: thirty wide ranges, each below the last.
func TestMannKendallRangeOfManyRanges(t *testing.T) {
	var lo, hi []float64
	for i := range 30 {
		lo, hi = append(lo, float64(1000-20*i)), append(hi, float64(1150-20*i+i%7))
	}
	r, err := MannKendallRange(lo, hi, infer.TwoSided)
	if err != nil || r.SMin != -435 || r.SMax != -237 || !r.Sharp || r.SharpP {
		t.Errorf("%+v, %v", r, err)
	}
}

// hardRanges draws ranges that fall and all overlap the next ones, each with exact values that
// pull it both ways.
func hardRanges(seed uint64, ranges int, width float64) (lo, hi []float64) {
	random := rand.New(rand.NewPCG(seed, 1998))
	for i := range ranges {
		from := float64(ranges-i) + random.Float64()
		high, low := from+width+random.Float64(), from+random.Float64()
		lo, hi = append(lo, high, from, low), append(hi, high, from+width, low)
	}
	return lo, hi
}

// Where too many ranges overlap for a sweep, branch and bound gives what the sweep would.
func TestLargestSOfManyOverlaps(t *testing.T) {
	searched := 0
	for seed := range uint64(12) {
		lo, hi := hardRanges(seed, 9, 5.5)
		p := newPlacing(years(2000, len(lo)), lo, hi)
		overlap, quick := p.overlap()
		want := p.pairs - p.constant - p.leastCost(overlap)
		if got, sharp := p.largestS(); !quick || got != want || !sharp {
			t.Errorf("seed %d: largest S %d (sharp %v) by a sweep, want %d", seed, got, sharp, want)
		}
		p.mostOverlap = 0
		search := p.newRangeSearch(math.MaxInt)
		bound := (search.bound() + 1) / 2
		if search.descendFrom(); bound == search.best {
			continue
		}
		searched++
		if got, sharp := p.largestS(); got != want || !sharp {
			t.Errorf("seed %d: largest S %d (sharp %v), want %d", seed, got, sharp, want)
		}
		for _, s := range []int{want, want + 1} {
			if reached, sharp := p.reachesS(s, math.MaxInt); reached != (s == want) || !sharp {
				t.Errorf("seed %d: S >= %d: %v (sharp %v), but the largest is %d", seed, s, reached, sharp, want)
			}
		}
		if reached, sharp := p.reachesS(want+1, 0); !reached || sharp {
			t.Errorf("seed %d: without work S >= %d: %v (sharp %v), want that it may be", seed, want+1, reached, sharp)
		}
	}
	if searched < 6 {
		t.Errorf("only %d of 12 series needed a search", searched)
	}
}

// A series too hard for both has bounds that hold, and says so.
func TestMannKendallRangeTooHard(t *testing.T) {
	lo, hi := hardRanges(0, 20, 17.5)
	r, err := MannKendallRange(lo, hi, infer.Greater)
	if err != nil || r.Sharp || len(r.Warnings) == 0 || !strings.Contains(strings.Join(r.Warnings, " "), "broken off") {
		t.Errorf("%+v, %v, want bounds that are not sharp", r, err)
	}
	if r.SMax < -392 { // the largest S by a sweep of 2^18 sets
		t.Errorf("SMax %d, below -392", r.SMax)
	}
}
