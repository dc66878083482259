package proportion

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/infer"
)

// R: power.prop.test(p1 = .5, p2 = .75, power = .9) gives n = 76.7069301141077.
func TestNormalSize(t *testing.T) {
	null := 2 * 0.625 * 0.375
	if got := normalSize(null, .25+.1875, .25, 0.05, 0.9, infer.TwoSided); math.Abs(got/76.7069301141077-1) > 1e-6 {
		t.Errorf("%v", got)
	}
}

// The result is the first size whose exact power is enough: none from 1 on is.
func TestSampleSizeIsFirst(t *testing.T) {
	for _, c := range []struct {
		p1, p2, ratio, power float64
		alt                  infer.Alternative
		m                    TestMethod
	}{
		{.5, .75, 1, .9, infer.TwoSided, Score},
		{.5, .75, 1, .9, infer.TwoSided, FisherExact},
		{.1, .9, .5, .8, infer.Less, ScoreN1},
		{0, .4, 2, .8, infer.TwoSided, FisherMidP},
		{1, 0, 1, .5, infer.Greater, FisherExact},
		{.3, .2, 3, .5, infer.TwoSided, Score},
	} {
		n1, n2, err := SampleSize(c.p1, c.p2, c.ratio, 0.05, c.power, c.alt, c.m)
		if err != nil {
			t.Fatal(err)
		}
		for n := 1; n <= n1; n++ {
			second := int(math.Ceil(c.ratio * float64(n)))
			got, err := Power(c.p1, n, c.p2, second, 0.05, c.alt, c.m)
			if err != nil {
				t.Fatal(err)
			}
			if (got >= c.power) != (n == n1) {
				t.Errorf("%+v: %d and %d returned, but %d and %d have power %v", c, n1, n2, n, second, got)
				break
			}
		}
	}
}

func TestSampleSizeOneIsFirst(t *testing.T) {
	for _, m := range []Method{Wilson, ClopperPearson} {
		for _, alt := range []infer.Alternative{infer.TwoSided, infer.Greater} {
			n, err := SampleSizeOne(.7, .5, 0.05, .8, alt, m)
			if err != nil {
				t.Fatal(err)
			}
			for k := 1; k <= n; k++ {
				if got, err := PowerOne(.7, .5, k, 0.05, alt, m); err != nil || (got >= .8) != (k == n) {
					t.Errorf("%v, %v: %d returned, but %d has power %v (%v)", m, alt, n, k, got, err)
					break
				}
			}
		}
	}
}

func TestSampleSizeOfSmallDifferences(t *testing.T) {
	n1, n2, err := SampleSize(.5, .51, 2, 0.05, .8, infer.TwoSided, Score)
	if err != nil || n2 != 2*n1 {
		t.Fatal(n1, n2, err)
	}
	if got, err := Power(.5, n1, .51, n2, 0.05, infer.TwoSided, Score); err != nil || math.Abs(got-.8) > 1e-3 {
		t.Errorf("%d and %d have power %v (%v)", n1, n2, got, err)
	}
}

func TestSampleSizeRefuses(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		p1, p2, ratio, alpha, power float64
		alt                         infer.Alternative
		m                           TestMethod
		says                        string
	}{
		{.5, .5, 1, .05, .8, 0, 0, "difference that is not there"},
		{.5, .6, 1, .05, .8, infer.Greater, 0, "power would fall"},
		{.6, .5, 1, .05, .8, infer.Less, 0, "power would fall"},
		{nan, .5, 1, .05, .8, 0, 0, "p1 is NaN"},
		{.4, 1.5, 1, .05, .8, 0, 0, "p2 is 1.5"},
		{.4, .5, 0, .05, .8, 0, 0, "ratio"},
		{.4, .5, nan, .05, .8, 0, 0, "ratio"},
		{.4, .5, 1, 0, .8, 0, 0, "significance level is 0"},
		{.4, .5, 1, .05, 80, 0, 0, "power to reach is 80"},
		{.4, .5, 1, .05, .8, 5, 0, "alternative"},
		{.4, .5, 1, .05, .8, 0, Barnard, "no power"},
		{.5, .500001, 1, .05, .8, 0, 0, "too small to be found"},
	} {
		if n1, n2, err := SampleSize(c.p1, c.p2, c.ratio, c.alpha, c.power, c.alt, c.m); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: %d and %d, error %v", c, n1, n2, err)
		}
	}
	for _, c := range []struct{ p, p0, alpha, power float64 }{{.5, .5, .05, .8}, {.5, 0, .05, .8}, {.6, .5, .05, 1}, {nan, .5, .05, .8}, {.6, .5, 7, .8}} {
		if n, err := SampleSizeOne(c.p, c.p0, c.alpha, c.power, infer.TwoSided, Wilson); err == nil {
			t.Errorf("%+v: %d", c, n)
		}
	}
}

// How many decided cases a year does it take to find, with a power of 80 %, that a
// conviction rate rose from 55 to 65 %?
func ExampleSampleSize() {
	n1, n2, err := SampleSize(0.55, 0.65, 1, 0.05, 0.8, infer.TwoSided, Score)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(n1, n2)
	// Output: 378 378
}

// How many decided cases does it take to show, with a power of 80 %, that a conviction
// rate of 55.6 % (89 of 160) is not one half?
func ExampleSampleSizeOne() {
	n, err := SampleSizeOne(89./160, 0.5, 0.05, 0.8, infer.TwoSided, Wilson)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(n)
	// Output: 611
}
