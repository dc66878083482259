package bounds

import (
	"fmt"
	"math"
	"testing"
)

func TestRegion(t *testing.T) {
	for _, c := range []struct {
		r        Region
		compared int // with 1
		width    float64
		text     string
	}{
		{Region{0.25, 0.75}, -1, 0.5, "0.25 to 0.75"},
		{Region{0.25, 1}, 0, 0.75, "0.25 to 1"},
		{Region{1, 2}, 0, 1, "1 to 2"},
		{Region{1.5, math.Inf(1)}, 1, math.Inf(1), "1.5 to +Inf"},
		{Region{math.Inf(1), math.Inf(1)}, 1, 0, "+Inf"},
		{Region{1. / 3, 1. / 3}, -1, 0, "0.3333"},
	} {
		if c.r.Compared(1) != c.compared || c.r.Width() != c.width || c.r.String() != c.text {
			t.Errorf("%#v: compared %d, width %v, %q", c.r, c.r.Compared(1), c.r.Width(), c.r)
		}
		v, ok := c.r.Point()
		if ok != (c.r.Lower == c.r.Upper) || ok && v != c.r.Lower || !ok && v != 0 {
			t.Errorf("%v: point %v %v", c.r, v, ok)
		}
		if !c.r.Contains(c.r.Lower) || !c.r.Contains(c.r.Upper) || c.r.Contains(math.Nextafter(c.r.Lower, -1)) || c.r.Contains(math.NaN()) {
			t.Errorf("%v contains the wrong values", c.r)
		}
	}
}

func ExampleRegion() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	region := sex.Region()
	_, known := region.Point()
	fmt.Println(region, known, region.Contains(0.5))
	fmt.Printf("the open cases leave %.1f percentage points undecided\n", 100*region.Width())
	// Output:
	// 0.3665 to 0.7614 false true
	// the open cases leave 39.5 percentage points undecided
}

// The share of sex trafficking among Peru's investigations fell from 2021 to 2022, whatever
// the unspecified cases were.
func ExampleRegion_Compared() {
	before, _ := ShareOf(Exactly(336), Exactly(18), Exactly(0), Exactly(354))
	after, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	fmt.Println(Difference(after, before).Compared(0))
	// Output: -1
}

func ExampleRegion_Point() {
	verdicts, _ := PartAndRest(Exactly(89), Exactly(71))
	v, ok := verdicts.Region().Point()
	fmt.Println(v, ok)
	// Output: 0.55625 true
}

func ExampleRegion_Contains() {
	fmt.Println(Region{0.367, 0.761}.Contains(0.8))
	// Output: false
}

func ExampleRegion_Width() {
	fmt.Println(Region{0.25, 0.75}.Width())
	// Output: 0.5
}
