package bounds

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

func TestFirstTrue(t *testing.T) {
	for high := range 12 {
		for first := range 14 {
			got, found := firstTrue(0, high, func(n int) bool { return n >= first })
			if found != (first <= high) || found && got != first {
				t.Errorf("first of 0 to %d from %d on: %d, %v", high, first, got, found)
			}
		}
	}
}

func TestTippingStopsAtAnError(t *testing.T) {
	broken := errors.New("broken")
	c := Conclusion{Alternative: infer.Less}
	if _, err := c.tipping(9, func(n int) (bool, error) { return n > 3, broken }); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

// conclusionErrors asks f for the conclusions that it must refuse, given the largest threshold.
func conclusionErrors(t *testing.T, most float64, f func(Conclusion) error) {
	t.Helper()
	for says, list := range map[string][]Conclusion{
		"expected infer.Less": {{}, {Alternative: 7}, {Alternative: -1}},
		"threshold": {
			{Alternative: infer.Less, Threshold: math.NaN()}, {Alternative: infer.Less, Threshold: math.Inf(1)},
			{Alternative: infer.Greater, Threshold: math.Nextafter(most, 9)}, {Alternative: infer.Greater, Threshold: -1.1},
		},
		"level": {{Alternative: infer.Less, Level: 1}, {Alternative: infer.Less, Level: math.NaN()}, {Alternative: infer.Less, Level: -0.5}, {Alternative: infer.Less, Level: 95}},
	} {
		for _, c := range list {
			if err := f(c); err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%+v: error %v does not say %q", c, err, says)
			}
		}
	}
	if err := f(Conclusion{Threshold: 2, Level: 2}); err == nil || strings.Count(err.Error(), "bounds: ") != 3 {
		t.Errorf("not all problems at once: %v", err)
	}
}

// tippingFault tries every number of open cases and says where a tipping point is wrong.
func tippingFault(tip Tipping, c Conclusion, overturned func(count int) bool) string {
	reach := 0
	for count := range tip.Open + 1 {
		is := overturned(count)
		if is {
			reach++
		}
		says := count >= tip.Count
		if c.Alternative == infer.Greater {
			says = count <= tip.Count
		}
		if is != says {
			return fmt.Sprintf("%+v: with %d it is overturned: %v", tip, count, is)
		}
	}
	want := Sometimes
	switch reach {
	case 0:
		want = Never
	case tip.Open + 1:
		want = Always
	}
	if tip.Verdict != want {
		return fmt.Sprintf("verdict %v, want %v", tip.Verdict, want)
	}
	return ""
}

func TestTippingFaultIsFound(t *testing.T) {
	less := Conclusion{Alternative: infer.Less}
	from3 := func(count int) bool { return count >= 3 }
	for _, c := range []struct {
		tip   Tipping
		wrong bool
	}{
		{Tipping{Sometimes, 5, 3, 0.6}, false}, {Tipping{Sometimes, 5, 2, 0.4}, true},
		{Tipping{Never, 5, 3, 0.6}, true}, {Tipping{Always, 5, 3, 0.6}, true},
	} {
		if fault := tippingFault(c.tip, less, from3); (fault != "") != c.wrong {
			t.Errorf("%+v: %q", c.tip, fault)
		}
	}
	if tippingFault(Tipping{Sometimes, 5, 3, 0.6}, Conclusion{Alternative: infer.Greater}, from3) == "" {
		t.Error("the direction is not held")
	}
}

// knownWhole draws a proportion of a known whole with open cases.
func knownWhole(t *rapid.T, name string) Proportion {
	part, open, rest := rapid.IntRange(0, 9).Draw(t, name+" part"), rapid.IntRange(1, 9).Draw(t, name+" open"), rapid.IntRange(0, 9).Draw(t, name+" rest")
	return must(ShareOf(Exactly(part), Exactly(rest), Exactly(open), Exactly(part+open+rest)))
}

func ExampleConclusion() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	half := Conclusion{Alternative: infer.Less, Threshold: 0.5}
	tip, _ := sex.Tipping(half)
	fmt.Println("as counted:", tip.Count, "of", tip.Open)
	half.Level = 0.95
	tip, _ = sex.Tipping(half)
	fmt.Println("beyond chance:", tip.Count, "of", tip.Open)
	// Output:
	// as counted: 109 of 321
	// beyond chance: 81 of 321
}

func ExampleVerdict() {
	fmt.Println(Never)
	fmt.Println(Sometimes)
	fmt.Println(Always)
	fmt.Println(Verdict(9))
	// Output:
	// never overturned
	// overturned by some of what the counts allow
	// always overturned
	// Verdict(9)
}
