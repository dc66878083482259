package proportion

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestRootBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := rapid.Float64Range(-5, 5).Draw(t, "root")
		steep := rapid.Float64Range(-20, 20).Draw(t, "log steepness")
		f := func(x float64) float64 { return math.Expm1(math.Exp(steep/4) * (root - x)) }
		calls := 0
		got := rootBetween(func(x float64) float64 { calls++; return f(x) }, -6, 6)
		if math.Abs(got-root) > 4e-16*math.Abs(root)+1e-300 && f(got) != 0 {
			t.Fatalf("root %v, want %v", got, root)
		}
		if calls > 120 && math.Abs(root) > 1e-3 {
			t.Fatalf("%d evaluations", calls)
		}
	})
}

func TestRootBetweenWithoutRoot(t *testing.T) {
	if got := rootBetween(func(x float64) float64 { return 2 - x }, 0, 1); got != 1 {
		t.Errorf("got %v, want the end nearest to a root, 1", got)
	}
	if got := rootBetween(func(x float64) float64 { return 2 + x }, 0, 1); got != 0 {
		t.Errorf("got %v, want the end nearest to a root, 0", got)
	}
}

func TestRootBeyond(t *testing.T) {
	up := func(x float64) float64 { return 37.5 - x }
	if got := rootBeyond(up, 0, 0.1, 100); got != 37.5 {
		t.Errorf("got %v, want 37.5", got)
	}
	if got := rootBeyond(up, 0, 0.1, 20); got != 20 {
		t.Errorf("got %v, want the end, 20", got)
	}
	down := func(x float64) float64 { return 37.5 + x }
	if got := rootBeyond(down, 0, -0.1, -100); got != -37.5 {
		t.Errorf("got %v, want -37.5", got)
	}
}
