package trend

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// makePoints returns n points of one of several kinds, sorted by time and then by y.
func makePoints(kind string, n int) (t, y []float64) {
	random := rand.New(rand.NewPCG(uint64(n), uint64(len(kind))))
	t, y = make([]float64, n), make([]float64, n)
	for i := range t {
		t[i], y[i] = float64(1900+i), random.NormFloat64()
		switch kind {
		case "real times":
			t[i] = random.Float64() * 50
		case "shared times":
			t[i] = float64(random.IntN(n/10 + 2))
		case "one crowded time":
			t[i] = max(0, float64(i-n+5))
		case "small counts":
			y[i] = float64(random.IntN(3))
		case "mostly zero":
			y[i] = math.Floor(random.Float64() * 1.05)
		case "decimal ties":
			y[i] = 0.1 * float64(random.IntN(4))
		case "straight line":
			y[i] = 0.3*t[i] - 7
		case "wild":
			y[i] = math.Exp(30*y[i]) - 1
		}
	}
	return byTime(t, y)
}

var kindsOfPoints = []string{"noise", "real times", "shared times", "one crowded time", "small counts", "mostly zero", "decimal ties", "straight line", "wild"}

func TestRankAgainstAllSlopes(t *testing.T) {
	for _, kind := range kindsOfPoints {
		for _, n := range []int{230, 700} {
			t.Run(fmt.Sprint(kind, " ", n), func(t *testing.T) {
				times, y := makePoints(kind, n)
				all := allSlopes(times, y)
				s := newSlopes(times, y, len(all))
				// 1e-13: where a slope is lost in the rounding of y and t, its rank is too.
				scale := (slices.Max(y) - slices.Min(y)) * 1e-14
				for _, k := range []int{0, 1, len(all) / 40, len(all)/2 - 1, len(all) / 2, len(all) - len(all)/40, len(all) - 1} {
					if got := s.rank(k); !agrees(got, all[k], 1e-13) && math.Abs(got-all[k]) > scale {
						t.Errorf("slope %d of %d is %v, want %v", k, len(all), got, all[k])
					}
				}
			})
		}
	}
}

func TestBelowAndBetweenAgainstAllSlopes(t *testing.T) {
	for _, kind := range kindsOfPoints[:5] {
		times, y := makePoints(kind, 60)
		all := allSlopes(times, y)
		s := &slopes{t: times, y: y, pairs: len(all)}
		for _, q := range [][2]int{{10, 20}, {0, 4}, {len(all) / 2, len(all) - 5}} {
			// Ends between two slopes, where both sides are sure of their order.
			low, high := (all[q[0]]+all[q[0]+1])/2, (all[q[1]]+all[q[1]+1])/2
			if all[q[0]] == all[q[0]+1] || all[q[1]] == all[q[1]+1] {
				continue
			}
			inside := s.between(low, high, nil)
			slices.Sort(inside)
			if s.below(low) != q[0]+1 || s.below(high) != q[1]+1 || !slices.Equal(inside, all[q[0]+1:q[1]+1]) {
				t.Errorf("%s: %d below %v and %d below %v, %d between; want %v", kind, s.below(low), low, s.below(high), high, len(inside), q)
			}
		}
	}
}

func TestSteepestAgainstAllSlopes(t *testing.T) {
	for _, kind := range kindsOfPoints {
		times, y := makePoints(kind, 80)
		all := allSlopes(times, y)
		want := math.Max(-all[0], all[len(all)-1])
		if got := newSlopes(times, y, len(all)).steepest(); !agrees(got, want, 1e-12) {
			t.Errorf("%s: steepest %v, want %v", kind, got, want)
		}
	}
}

func TestMiddleIsBetween(t *testing.T) {
	for _, ends := range [][2]float64{{-1, 1}, {-math.MaxFloat64, math.MaxFloat64}, {0, 5e-324}, {1, 4}, {-4, -1}, {-5e-324, 5e-324}} {
		low, high := ends[0], ends[1]
		for steps := 0; math.Nextafter(low, high) != high; steps++ {
			m := middle(low, high)
			if !(low < m && m < high) || steps > 64 {
				t.Fatalf("middle of %v and %v is %v after %d steps", low, high, m, steps)
			}
			low = m
		}
	}
}

func BenchmarkTheilSen(b *testing.B) {
	for _, n := range []int{50, 500, 5_000, 50_000, 1_000_000} {
		times, y := makePoints("noise", n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := TheilSen(times, y, 0.95); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestTheilSenOfManyPoints(t *testing.T) {
	for _, kind := range kindsOfPoints {
		times, y := makePoints(kind, 20000)
		r := mustTheilSen(t, times, y, 0.95)
		if !(r.Lower <= r.Slope && r.Slope <= r.Upper) {
			t.Errorf("%s: %+v is out of order", kind, r)
		}
		// The slope splits the pairs in half, as far as slopes equal to it allow.
		s := newSlopes(times, y, r.Pairs)
		margin := 1e-9*math.Abs(r.Slope) + (slices.Max(y)-slices.Min(y))*1e-12
		if s.below(r.Slope-margin) > r.Pairs/2 || s.below(r.Slope+margin) < r.Pairs/2 {
			t.Errorf("%s: %d of %d slopes below %v", kind, s.below(r.Slope), r.Pairs, r.Slope)
		}
	}
}
