package panel

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestShrinkByHand: three groups of 10 with 2, 5, 8 events. m = 1/2, S = 10 (0.09 + 0 + 0.09) = 1.8, I - 1 = 2,
// N - Q/N = 30 - 10 = 20: g = (1.8 - 0.5)/(0.25 (20 - 2)) = 1.3/4.5; as rates A = (1.8 - 1)/20 = 0.04, m/A = 12.5.
func TestShrinkByHand(t *testing.T) {
	groups := []Group{{"a", 2, 10}, {"b", 5, 10}, {"c", 8, 10}}
	s, err := Shrink(groups, Proportions)
	if err != nil {
		t.Fatal(err)
	}
	g := 1.3 / 4.5
	weight := 10 / (10 + (1-g)/g)
	near(t, "weight", s.Estimates[0].Weight, weight, 1e-12)
	near(t, "shrunk", s.Estimates[0].Shrunk, 0.2*weight+0.5*(1-weight), 1e-12)
	near(t, "spread", s.Deviation, math.Sqrt(0.25*g), 1e-12)
	// The posterior is a beta distribution of a = 2 + m M and b = 8 + (1-m) M.
	prior := (1 - g) / g
	a, b := 2+0.5*prior, 8+0.5*prior
	near(t, "mean of the beta", s.Estimates[0].Shrunk, a/(a+b), 1e-12)
	near(t, "deviation of the beta", s.Estimates[0].Deviation, math.Sqrt(a*b/((a+b)*(a+b)*(a+b+1))), 1e-12)

	s, err = Shrink(groups, Rates)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "weight of a rate", s.Estimates[0].Weight, 10/22.5, 1e-12)
	// The posterior is a gamma distribution of shape 2 + m^2/A and rate 10 + m/A.
	shape, rate := 2+0.25/0.04, 10+12.5
	near(t, "mean of the gamma", s.Estimates[0].Shrunk, shape/rate, 1e-12)
	near(t, "deviation of the gamma", s.Estimates[0].Deviation, math.Sqrt(shape)/rate, 1e-12)
}

func TestShrinkLiesBetween(t *testing.T) {
	for _, kind := range []Kind{Proportions, Rates} {
		rapid.Check(t, func(t *rapid.T) {
			s, err := Shrink(anyGroups(kind).Draw(t, "groups"), kind)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range s.Estimates {
				low, high := min(e.Value, s.Mean), max(e.Value, s.Mean)
				if e.Weight < 0 || e.Weight > 1 || e.Shrunk < low-1e-12 || e.Shrunk > high+1e-12 || !(e.Deviation >= 0) {
					t.Fatalf("%+v towards %v", e, s.Mean)
				}
				for _, f := range s.Estimates {
					if f.Size > e.Size && f.Weight < e.Weight {
						t.Fatalf("the larger group counts less: %+v, %+v", e, f)
					}
				}
			}
		})
	}
}

func TestShrinkOfEqualGroups(t *testing.T) {
	s, err := Shrink([]Group{{"a", 5, 10}, {"b", 10, 20}, {"c", 3, 6}}, Proportions)
	if err != nil {
		t.Fatal(err)
	}
	if s.Deviation != 0 || len(s.Warnings) != 1 || s.Estimates[1].Shrunk != 0.5 || s.Estimates[1].Weight != 0 {
		t.Errorf("%+v", s)
	}
	for _, bad := range [][]Group{nil, {{"a", 0, 4}, {"b", 0, 4}, {"c", 0, 2}}, {{"a", 4, 4}, {"b", 1, 1}, {"c", 2, 2}}, {{"a", 1, 4}, {"b", 1, 1}}} {
		if _, err := Shrink(bad, Proportions); err == nil {
			t.Errorf("%v: no error", bad)
		}
	}
}
