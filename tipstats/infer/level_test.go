package infer

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestCheckLevelAccepts(t *testing.T) {
	for _, level := range []float64{math.SmallestNonzeroFloat64, 0.5, 0.95, math.Nextafter(1, 0)} {
		if err := CheckLevel(level); err != nil {
			t.Errorf("CheckLevel(%v) = %v, want nil", level, err)
		}
	}
}

func TestCheckLevelRefuses(t *testing.T) {
	cases := []struct {
		level float64
		says  string
	}{
		{0, "between 0 and 1"},
		{1, "between 0 and 1"},
		{-0.95, "-0.95"},
		{95, "write 0.95 for 95 %"},
		{99.9, "write 0.999 for 99.9 %"},
		{100, "between 0 and 1"},
		{math.Inf(1), "+Inf"},
		{math.Inf(-1), "-Inf"},
		{math.NaN(), "not a number"},
	}
	for _, c := range cases {
		err := CheckLevel(c.level)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("CheckLevel(%v) = %v, want an error that says %q", c.level, err, c.says)
		}
	}
}

func FuzzCheckLevel(f *testing.F) {
	f.Add(0.95)
	f.Add(95.0)
	f.Fuzz(func(t *testing.T, level float64) {
		inside := level > 0 && level < 1
		if err := CheckLevel(level); (err == nil) != inside {
			t.Errorf("CheckLevel(%v) = %v", level, err)
		}
	})
}

func ExampleCheckLevel() {
	fmt.Println(CheckLevel(0.95))
	fmt.Println(CheckLevel(95))
	// Output:
	// <nil>
	// confidence level 95 is not between 0 and 1: write 0.95 for 95 %
}
