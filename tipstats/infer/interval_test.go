package infer

import (
	"fmt"
	"math"
	"testing"
)

func TestIntervalContains(t *testing.T) {
	iv := Interval{Estimate: 1, Lower: 0.5, Upper: math.Inf(1)}
	for v, want := range map[float64]bool{0.49: false, 0.5: true, 7: true, math.Inf(1): true} {
		if got := iv.Contains(v); got != want {
			t.Errorf("Contains(%v) = %v, want %v", v, got, want)
		}
	}
	if iv.Contains(math.NaN()) {
		t.Error("Contains(NaN) = true, want false")
	}
}

func ExampleInterval_Contains() {
	// The share of the accused that Peru's courts convicted in 2022: 89 of 160.
	iv := Interval{Estimate: 0.55625, Lower: 0.4788, Upper: 0.6310, Level: 0.95, Method: "Wilson"}
	fmt.Println(iv.Contains(0.5), iv.Contains(0.75))
	// Output: true false
}
