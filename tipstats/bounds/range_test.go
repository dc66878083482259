package bounds

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// smallRange draws a range of small counts, one in four of them without an upper bound.
func smallRange(most int) *rapid.Generator[Range] {
	return rapid.Custom(func(t *rapid.T) Range {
		lo := rapid.IntRange(0, most).Draw(t, "lo")
		if rapid.IntRange(0, 3).Draw(t, "open") == 0 {
			return AtLeast(lo)
		}
		return Between(lo, rapid.IntRange(lo, most).Draw(t, "hi"))
	})
}

// badRanges are the ranges that every function must refuse, with a word of the error.
var badRanges = map[Range]string{
	{-1, 3}:                     "-1: a count is 0 or more",
	{3, 2}:                      "lower end is above",
	{0.5, 2}:                    "whole number",
	{0, 2.5}:                    "whole number",
	{math.NaN(), 3}:             "whole number",
	{3, math.NaN()}:             "whole number",
	{math.Inf(1), math.Inf(1)}:  "largest count",
	{math.Inf(-1), 3}:           "0 or more",
	{0, math.Inf(-1)}:           "0 or more",
	{1 << 60, math.Inf(1)}:      "largest count",
	{0, 1 << 53}:                "largest count",
	{math.Inf(1), math.Inf(-1)}: "above the upper end",
}

func TestRangeCheck(t *testing.T) {
	for r, says := range badRanges {
		if err := r.Check(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%#v: error %v does not say %q", r, err, says)
		}
	}
	for _, r := range []Range{{}, Exactly(89), AtLeast(44), AtMost(0), Between(3, 5), {maxCount, maxCount}} {
		if err := r.Check(); err != nil {
			t.Errorf("%v: %v", r, err)
		}
	}
}

func TestRangeHoldsItsCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := smallRange(20).Draw(t, "a"), smallRange(20).Draw(t, "b")
		both, sum := a.meets(b), Sum(a, b)
		if sum != Sum(b, a) || both != b.meets(a) {
			t.Fatalf("%v and %v: the order matters", a, b)
		}
		for n := -1; n <= 45; n++ {
			if both.Contains(n) != (a.Contains(n) && b.Contains(n)) {
				t.Errorf("%d in %v and %v", n, a, b)
			}
			is := false
			for i := 0; i <= n; i++ {
				is = is || a.Contains(i) && b.Contains(n-i)
			}
			if sum.Contains(n) != is {
				t.Errorf("%d in %v + %v", n, a, b)
			}
		}
	})
}

func ExampleRange() {
	fmt.Println(Exactly(89), AtLeast(44), AtMost(120), Between(3, 5))
	fmt.Println(Range{Lo: 44, Hi: math.Inf(1)} == AtLeast(44))
	// Output:
	// 89 at least 44 at most 120 between 3 and 5
	// true
}

// Convictions in Peru: 233 in 2021, 89 in 2022; prosecutions of at least 44 in 2020.
func ExampleSum() {
	fmt.Println(Sum(Exactly(233), Exactly(89)))
	fmt.Println(Sum(AtLeast(44), Exactly(121)))
	// Output:
	// 322
	// at least 165
}

func ExampleRange_Contains() {
	fmt.Println(AtLeast(44).Contains(44), AtLeast(44).Contains(43))
	// Output: true false
}

func ExampleRange_IsExact() {
	fmt.Println(Exactly(29).IsExact(), AtLeast(44).IsExact())
	// Output: true false
}

func ExampleRange_Check() {
	fmt.Println(Range{Lo: 44, Hi: 29}.Check())
	// Output: bounds: the count lies between 44 and 29: the lower end is above the upper end
}

func ExampleExactly() {
	fmt.Println(Exactly(89))
	// Output: 89
}

func ExampleAtLeast() {
	fmt.Println(AtLeast(44))
	// Output: at least 44
}

func ExampleAtMost() {
	fmt.Println(AtMost(120))
	// Output: at most 120
}

func ExampleBetween() {
	fmt.Println(Between(100, 120))
	// Output: between 100 and 120
}
