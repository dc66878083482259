package tail

import (
	"math"
	"testing"
)

func TestStirlingErrorDefinition(t *testing.T) {
	for n := 0.1; n < 40; n += 0.1 {
		logGamma, _ := math.Lgamma(n + 1)
		want := logGamma - ((n+0.5)*math.Log(n) - n + 0.5*math.Log(2*math.Pi))
		if got := stirlingError(n); math.Abs(got-want) > 4e-15*math.Max(1, n*math.Log(n+1)) {
			t.Errorf("stirlingError(%v) = %v, want %v", n, got, want)
		}
	}
}

func TestStirlingErrorTableJoinsSeries(t *testing.T) {
	// The step from n to n+1 has a formula of its own; table and series must obey it,
	// each and where they meet.
	for twice := 1.0; twice <= 200; twice++ {
		n := twice / 2
		if got, want := stirlingError(n)-stirlingError(n+1), stirlingStep(n); math.Abs(got-want) > 3e-16 {
			t.Errorf("step at %v: %v, want %v", n, got, want)
		}
	}
	if got, want := stirlingError(16.25), stirlingStep(16.25)+stirlingError(17.25); math.Abs(got-want) > 1e-17 {
		t.Errorf("stirlingError(16.25) = %v, want %v", got, want)
	}
}
