package bounds

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/proportion"
)

// TestTippingOfEveryCount tries each number of open cases, with and without a level.
func TestTippingOfEveryCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := knownWhole(t, "q")
		c := Conclusion{Alternative: rapid.SampledFrom([]infer.Alternative{infer.Less, infer.Greater}).Draw(t, "alt")}
		c.Threshold = rapid.SampledFrom([]float64{0, 0.2, 1. / 3, 0.5, 0.75, 1}).Draw(t, "threshold")
		c.Level = rapid.SampledFrom([]float64{0, 0.5, 0.95}).Draw(t, "level")
		tip := must(q.Tipping(c))
		x, n := int(q.part.Lo), int(q.whole.Lo)
		overturned := func(count int) bool {
			iv := infer.Interval{Lower: float64(x+count) / float64(n), Upper: float64(x+count) / float64(n)}
			if c.Level > 0 {
				iv = must(proportion.Interval(x+count, n, c.Level, proportion.Wilson))
			}
			return c.Alternative == infer.Less && iv.Upper >= c.Threshold || c.Alternative == infer.Greater && iv.Lower <= c.Threshold
		}
		if fault := tippingFault(tip, c, overturned); fault != "" {
			t.Errorf("%v, %+v: %s", q, c, fault)
		}
		if at := (float64(x) + tip.Share*float64(tip.Open)) / float64(n); c.Level == 0 && math.Abs(at-c.Threshold) > 1e-14 {
			t.Errorf("%v, %+v: with the share %v the value is %v", q, c, tip.Share, at)
		}
	})
}

func TestDifferenceTippingOfEveryCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := knownWhole(t, "a"), knownWhole(t, "b")
		m := proportion.MiettinenNurminen
		if rapid.Bool().Draw(t, "range") {
			b, m = must(PartAndRest(Between(1, 3), Between(2, 4))), proportion.Newcombe
		}
		c := Conclusion{Alternative: rapid.SampledFrom([]infer.Alternative{infer.Less, infer.Greater}).Draw(t, "alt")}
		c.Threshold = rapid.SampledFrom([]float64{-1, -0.25, 0, 0.1, 1}).Draw(t, "threshold")
		c.Level = rapid.SampledFrom([]float64{0, 0.5, 0.95}).Draw(t, "level")
		tip := must(DifferenceTipping(a, b, c))
		overturned := func(count int) bool {
			p := must(PartOf(Exactly(int(a.part.Lo)+count), Exactly(int(a.whole.Lo))))
			lower, upper := Difference(p, b).Lower, Difference(p, b).Upper
			if c.Level > 0 {
				iv := must(DifferenceUnion(p, b, c.Level, m))
				lower, upper = iv.Lower, iv.Upper
			}
			return c.Alternative == infer.Less && upper >= c.Threshold || c.Alternative == infer.Greater && lower <= c.Threshold
		}
		if fault := tippingFault(tip, c, overturned); fault != "" {
			t.Errorf("%v less %v, %+v: %s", a, b, c, fault)
		}
		other := map[infer.Alternative]float64{infer.Less: b.Region().Lower, infer.Greater: b.Region().Upper}[c.Alternative]
		if at := (a.part.Lo+tip.Share*float64(tip.Open))/a.whole.Lo - other; c.Level == 0 && math.Abs(at-c.Threshold) > 1e-14 {
			t.Errorf("%v less %v, %+v: with the share %v the difference is %v", a, b, c, tip.Share, at)
		}
	})
}

// TestTippingPointsByHand has the answers of a pocket calculator.
func TestTippingPointsByHand(t *testing.T) {
	sex := must(ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813)))
	labor := must(ShareOf(Exactly(194), Exactly(298), Exactly(321), Exactly(813)))
	sexBefore, laborBefore := must(PartOf(Exactly(336), Exactly(354))), must(PartOf(Exactly(18), Exactly(354)))
	for name, c := range map[string]struct {
		got, want Tipping
	}{
		// 0.5 * 813 = 406.5, and 406.5 - 298 = 108.5 of 321.
		"half": {must(sex.Tipping(Conclusion{Alternative: infer.Less, Threshold: 0.5})), Tipping{Sometimes, 321, 109, 108.5 / 321}},
		// 813 * 336/354 = 771.661..., less 298 is 473.661...: more than there are.
		"fell": {must(DifferenceTipping(sex, sexBefore, Conclusion{Alternative: infer.Less})), Tipping{Never, 321, 322, (813*336./354 - 298) / 321}},
		// 813 * 18/354 = 41.338..., less 194 is -152.661...: fewer than none.
		"rose": {must(DifferenceTipping(labor, laborBefore, Conclusion{Alternative: infer.Greater})), Tipping{Never, 321, -1, (813*18./354 - 194) / 321}},
		// It did not rise: always overturned.
		"sex rose": {must(DifferenceTipping(sex, sexBefore, Conclusion{Alternative: infer.Greater})), Tipping{Always, 321, 321, (813*336./354 - 298) / 321}},
	} {
		shares := math.Abs(c.got.Share - c.want.Share)
		if c.got.Share = c.want.Share; c.got != c.want || shares > 1e-15 {
			t.Errorf("%s: %+v, want %+v (shares differ by %v)", name, c.got, c.want, shares)
		}
	}
}

func TestTippingWithALevel(t *testing.T) {
	sex, before := must(ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))), must(PartOf(Exactly(336), Exactly(354)))
	never := must(DifferenceTipping(sex, before, Conclusion{Alternative: infer.Less, Level: 0.999}))
	if never.Verdict != Never || !math.IsInf(never.Share, 1) || never.Count != 322 {
		t.Errorf("%+v", never)
	}
	never = must(sex.Tipping(Conclusion{Alternative: infer.Greater, Threshold: 0.1, Level: 0.95}))
	if never.Verdict != Never || !math.IsInf(never.Share, -1) || never.Count != -1 {
		t.Errorf("%+v", never)
	}
}

func TestTippingRefuses(t *testing.T) {
	q, fixed, open := must(PartOf(Between(3, 5), Exactly(9))), must(PartOf(Exactly(3), Exactly(9))), must(PartOf(Exactly(29), AtLeast(44)))
	conclusionErrors(t, 1, func(c Conclusion) error { _, err := q.Tipping(c); return err })
	conclusionErrors(t, 1, func(c Conclusion) error { _, err := DifferenceTipping(q, fixed, c); return err })
	less := Conclusion{Alternative: infer.Less}
	for says, list := range map[string][2]Proportion{
		"no case is open": {fixed, q},
		"known exactly":   {open, q},
		"is empty":        {{}, q},
		"the second":      {q, {}},
	} {
		if _, err := DifferenceTipping(list[0], list[1], less); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("error %v does not say %q", err, says)
		}
		if _, err := list[0].Tipping(less); list[0] != q && err == nil {
			t.Errorf("%v has a tipping point", list[0])
		}
	}
}

func TestWith(t *testing.T) {
	q := must(ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813)))
	if open, ok := q.Open(); open != 321 || !ok {
		t.Errorf("%d open, %v", open, ok)
	}
	for count, want := range map[int]Counts{0: {298, 813}, 100: {398, 813}, 321: {619, 813}} {
		p := must(q.With(count))
		if low, high := p.Ends(); low != want || high != want || !p.isExact() {
			t.Errorf("with %d: %v", count, p)
		}
	}
	for _, bad := range []error{second(q.With(-1)), second(q.With(322)), second(Proportion{}.With(0)), second(must(PartOf(Exactly(29), AtLeast(44))).With(0))} {
		if bad == nil {
			t.Error("With accepts what is not open")
		}
	}
	if _, ok := (Proportion{}).Open(); ok {
		t.Error("the empty proportion has open cases")
	}
}

func TestTippingCount(t *testing.T) {
	for _, r := range []Range{AtLeast(0), AtLeast(44), Between(44, 200), Between(3, 100), Exactly(7)} {
		for first := range 220 {
			calls := 0
			got, found, err := TippingCount(r, func(n int) bool {
				if calls++; !r.Contains(n) {
					t.Errorf("%d is tried, outside %v", n, r)
				}
				return n >= first
			})
			want := max(first, int(r.Lo))
			if err != nil || found != r.Contains(want) || found && got != want || calls > 20 {
				t.Errorf("%v from %d on: %d %v %v in %d calls", r, first, got, found, err, calls)
			}
		}
	}
	if got, found, err := TippingCount(AtLeast(0), func(int) bool { return false }); found || err != nil {
		t.Errorf("%d %v %v", got, found, err)
	}
	for r, says := range badRanges {
		if _, _, err := TippingCount(r, func(int) bool { return true }); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v: error %v does not say %q", r, err, says)
		}
	}
}

// Even if all of the 321 investigations of an unspecified form had been for sex trafficking,
// its share would have fallen: 148 % of them would have been needed.
func ExampleDifferenceTipping() {
	before, _ := ShareOf(Exactly(336), Exactly(18), Exactly(0), Exactly(354))
	after, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	tip, _ := DifferenceTipping(after, before, Conclusion{Alternative: infer.Less})
	fmt.Printf("%v: %.0f %%\n", tip.Verdict, 100*tip.Share)
	// Output: never overturned: 148 %
}

// "Less than half of the investigations were for sex trafficking."
func ExampleProportion_Tipping() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	tip, _ := sex.Tipping(Conclusion{Alternative: infer.Less, Threshold: 0.5})
	fmt.Printf("%v: %d or more of %d (%.1f %%)\n", tip.Verdict, tip.Count, tip.Open, 100*tip.Share)
	// Output: overturned by some of what the counts allow: 109 or more of 321 (33.8 %)
}

func ExampleProportion_Open() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	fmt.Println(sex.Open())
	// Output: 321 true
}

func ExampleProportion_With() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	alike, _ := sex.With(194) // of the 321, the share of the classified cases
	fmt.Println(alike, alike.Region())
	// Output: 492 of 813 0.6052
}

// 29 were convicted in 2020 and at least 44 prosecuted: how many would it have to be for
// fewer convictions than one to two persons prosecuted?
func ExampleTippingCount() {
	count, found, _ := TippingCount(AtLeast(44), func(prosecuted int) bool { return 2*29 < prosecuted })
	fmt.Println(count, found)
	// Output: 59 true
}

// TestDifferenceTippingAtATie takes every difference of tenths that meets a threshold of tenths, in whole numbers.
func TestDifferenceTippingAtATie(t *testing.T) {
	cases := 0
	for second := 0; second <= 10; second++ {
		b, err := PartOf(Exactly(second), Exactly(10))
		if err != nil {
			t.Fatal(err)
		}
		a, err := PartOf(Between(0, 10), Exactly(10))
		if err != nil {
			t.Fatal(err)
		}
		for tenths := -9; tenths <= 9; tenths++ {
			tie := second + tenths // a/10 - second/10 = tenths/10
			if tie < 0 || tie > 10 {
				continue
			}
			cases++
			got, err := DifferenceTipping(a, b, Conclusion{Alternative: infer.Greater, Threshold: float64(tenths) / 10})
			if err != nil {
				t.Fatal(err)
			}
			want := Sometimes
			if tie == 10 {
				want = Always
			}
			if got.Verdict != want || want == Sometimes && got.Count != tie {
				t.Errorf("0 to 10 of 10 less %d of 10, more than %d tenths: %+v, want %v at %d", second, tenths, got, want, tie)
			}
		}
	}
	if cases < 100 {
		t.Errorf("only %d ties", cases)
	}
}
