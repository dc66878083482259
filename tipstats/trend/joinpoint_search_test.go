package trend

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// stagnant is the height of a stagnant layer over the flow, both as logarithms (Bacon and Watts, Biometrika 58 (1971) 525):
// the data set of that name in R's package segmented 1.6-2, sorted.
var stagnant = struct{ flow, height []float64 }{
	[]float64{-1.39, -1.39, -1.08, -1.08, -0.94, -0.80, -0.63, -0.63, -0.25, -0.25, -0.12, -0.12, 0.01, 0.11,
		0.11, 0.25, 0.25, 0.34, 0.34, 0.44, 0.59, 0.70, 0.70, 0.85, 0.85, 0.99, 0.99, 1.19},
	[]float64{1.12, 1.12, 0.99, 1.03, 0.92, 0.90, 0.81, 0.83, 0.65, 0.67, 0.60, 0.59, 0.51, 0.43,
		0.43, 0.33, 0.30, 0.25, 0.24, 0.13, -0.01, -0.13, -0.14, -0.30, -0.33, -0.46, -0.43, -0.65},
}

func exponentials(logs []float64) []float64 {
	all := make([]float64, len(logs))
	for i, v := range logs {
		all[i] = math.Exp(v)
	}
	return all
}

// The global optimum that PUBLISHED.md gives, and not the local one at 0.00848.
func TestJoinpointStagnant(t *testing.T) {
	r, err := Joinpoint(stagnant.flow, exponentials(stagnant.height), JoinpointOptions{Choice: FixedJoins, MaxJoins: 1, Places: Anywhere})
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(r.Joins[0]-0.0411057) > 1e-7 || math.Abs(r.RSS-0.009140197232) > 5e-13 {
		t.Errorf("join %v, RSS %v, want 0.0411057 and 0.009140197232", r.Joins, r.RSS)
	}
}

// slowRSS is the residual sum of squares with given joins, by gonum's QR.
func slowRSS(times, logs, roots, joins []float64) float64 {
	x := mat.NewDense(len(times), 2+len(joins), nil)
	z := mat.NewVecDense(len(times), nil)
	for i := range times {
		x.Set(i, 0, roots[i])
		x.Set(i, 1, roots[i]*(times[i]-times[0]))
		for k, place := range joins {
			x.Set(i, 2+k, roots[i]*math.Max(times[i]-place, 0))
		}
		z.SetVec(i, roots[i]*logs[i])
	}
	var b, rest mat.VecDense
	if err := b.SolveVec(x, z); err != nil {
		return math.Inf(1)
	}
	rest.MulVec(x, &b)
	rest.SubVec(z, &rest)
	return mat.Dot(&rest, &rest)
}

// allJoins calls f with every set of k of the times with two between, before and after.
func allJoins(times []float64, k int, f func([]float64)) {
	var extend func(from int, chosen []float64)
	extend = func(from int, chosen []float64) {
		if len(chosen) == k {
			f(chosen)
			return
		}
		for i := from; i < len(times)-2; i++ {
			extend(i+3, append(slices.Clone(chosen), times[i]))
		}
	}
	extend(2, nil)
}

func drawCounts(t *rapid.T, least, most int) (times, y []float64) {
	n := rapid.IntRange(least, most).Draw(t, "n")
	for i := range n {
		times = append(times, float64(2000+i))
		y = append(y, float64(rapid.IntRange(1, 400).Draw(t, "y")))
	}
	return times, y
}

func TestJoinpointAgainstAllPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		times, y := drawCounts(t, 8, 15)
		joins := rapid.IntRange(1, 2).Draw(t, "joins")
		weights := JoinpointWeights(rapid.IntRange(0, 1).Draw(t, "weights"))
		if len(y) < 3*joins+4 {
			t.Skip()
		}
		logs, roots := make([]float64, len(y)), make([]float64, len(y))
		for i, v := range y {
			logs[i], roots[i] = math.Log(v), 1
			if weights == PoissonWeights {
				roots[i] = math.Sqrt(v)
			}
		}
		least := math.Inf(1)
		allJoins(times, joins, func(places []float64) { least = min(least, slowRSS(times, logs, roots, places)) })
		o := JoinpointOptions{Choice: FixedJoins, MaxJoins: joins, Weights: weights}
		r, err := Joinpoint(times, y, o)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(r.RSS-least) > 1e-9*(least+1e-9) {
			t.Fatalf("RSS %v with joins %v, want %v", r.RSS, r.Joins, least)
		}
		o.Places = Anywhere
		free, err := Joinpoint(times, y, o)
		if err != nil {
			t.Fatal(err)
		}
		if free.RSS > r.RSS*(1+1e-9) || math.Abs(slowRSS(times, logs, roots, free.Joins)-free.RSS) > 1e-8*(free.RSS+1e-6) {
			t.Fatalf("anywhere: RSS %v with joins %v, at observations %v", free.RSS, free.Joins, r.RSS)
		}
		if joins == 1 { // no place on a fine grid is better
			for place := times[2]; place <= times[len(times)-3]; place += 1.0 / 16 {
				if slow := slowRSS(times, logs, roots, []float64{place}); slow < free.RSS*(1-1e-8)-1e-12 {
					t.Fatalf("RSS %v at %v, below %v at %v", slow, place, free.RSS, free.Joins)
				}
			}
		}
	})
}
