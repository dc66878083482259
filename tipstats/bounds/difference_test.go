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

// allPairs applies f to every combination of the counts that two proportions allow.
func allPairs(a, b []Counts, f func(a, b Counts)) {
	for _, c := range a {
		for _, d := range b {
			f(c, d)
		}
	}
}

func TestDifferenceIsSharp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, inA := someProportion(t, 8)
		b, inB := someProportion(t, 8)
		want := Region{math.Inf(1), math.Inf(-1)}
		allPairs(inA, inB, func(c, d Counts) {
			v := c.Part/c.Whole - d.Part/d.Whole
			want.Lower, want.Upper = min(want.Lower, v), max(want.Upper, v)
		})
		if got := Difference(a, b); got != want {
			t.Errorf("%v less %v: %v, want %v", a, b, got, want)
		}
		if got := Difference(b, a); got != (Region{-want.Upper, -want.Lower}) {
			t.Errorf("swapped: %v, want the opposite of %v", got, want)
		}
	})
}

// TestDifferenceUnionIsTheUnion computes the interval of every combination of counts.
func TestDifferenceUnionIsTheUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, inA := someProportion(t, 6)
		b, inB := someProportion(t, 6)
		level := rapid.SampledFrom([]float64{0.5, 0.95, 0.999}).Draw(t, "level")
		for _, m := range []proportion.DifferenceMethod{proportion.MiettinenNurminen, proportion.Mee, proportion.Newcombe} {
			got, err := DifferenceUnion(a, b, level, m)
			if m != proportion.Newcombe && !(a.whole.IsExact() && b.whole.IsExact()) {
				if err == nil || !strings.Contains(err.Error(), "Newcombe") {
					t.Errorf("%v with a whole that is a range: %v", m, err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			var each []infer.Interval
			allPairs(inA, inB, func(c, d Counts) {
				each = append(each, must(proportion.Difference(int(c.Part), int(c.Whole), int(d.Part), int(d.Whole), level, m)))
			})
			if fault := unionFault(got, each); fault != "" {
				t.Errorf("%v less %v, %v at %v: %s", a, b, m, level, fault)
			}
		}
	})
}

// TestScoreDifferenceMovesOneWay holds, for all pairs of groups up to 12, that the limits of
// the score methods grow with the first part and fall with the second.
func TestScoreDifferenceMovesOneWay(t *testing.T) {
	for _, m := range []proportion.DifferenceMethod{proportion.MiettinenNurminen, proportion.Mee} {
		for _, n := range [][2]int{{1, 1}, {1, 12}, {2, 5}, {7, 7}, {12, 3}, {12, 12}} {
			for x := range n[0] {
				for y := range n[1] {
					at := must(proportion.Difference(x, n[0], y, n[1], 0.95, m))
					up, down := must(proportion.Difference(x+1, n[0], y, n[1], 0.95, m)), must(proportion.Difference(x, n[0], y+1, n[1], 0.95, m))
					if up.Lower < at.Lower || up.Upper < at.Upper || down.Lower > at.Lower || down.Upper > at.Upper {
						t.Errorf("%v at %d, %d of %v", m, x, y, n)
					}
				}
			}
		}
	}
}

// TestScoreLimitsDoNotMoveOneWayWithTheWhole shows why DifferenceUnion refuses the score
// methods for a whole that is a range: with each failure added to a group without success
// the difference can only be smaller, but its lower limit rises.
func TestScoreLimitsDoNotMoveOneWayWithTheWhole(t *testing.T) {
	few, many := must(proportion.Difference(0, 3, 9, 10, 0.95, proportion.MiettinenNurminen)), must(proportion.Difference(0, 4, 9, 10, 0.95, proportion.MiettinenNurminen))
	if many.Lower <= few.Lower {
		t.Errorf("lower limits %v and %v", few.Lower, many.Lower)
	}
}

func TestDifferenceUnionOfOpenRanges(t *testing.T) {
	known := must(PartOf(Exactly(40), Exactly(100)))
	open := must(PartOf(Exactly(29), AtLeast(44)))
	got := must(DifferenceUnion(open, known, 0.95, proportion.Newcombe))
	far := must(DifferenceUnion(must(PartOf(Exactly(29), Between(44, 1<<30))), known, 0.95, proportion.Newcombe))
	if differ(got.Upper, far.Upper) || math.Abs(got.Lower-far.Lower) > 1e-7 || got.Lower > far.Lower {
		t.Errorf("%+v, and nearly open %+v", got, far)
	}
	if wide := must(DifferenceUnion(must(PartOf(AtLeast(1), AtLeast(2))), open, 0.95, proportion.Newcombe)); wide.Upper != 1 || wide.Lower < -1 {
		t.Errorf("%+v", wide)
	}
}

func TestDifferenceUnionRefuses(t *testing.T) {
	q := must(PartOf(Exactly(89), Exactly(160)))
	for _, m := range []proportion.DifferenceMethod{proportion.WaldDifference, proportion.AgrestiCaffo, -1, 99} {
		if _, err := DifferenceUnion(q, q, 0.95, m); err == nil {
			t.Errorf("method %v", m)
		}
	}
	if _, err := DifferenceUnion(Proportion{}, Proportion{}, math.NaN(), 99); err == nil || strings.Count(err.Error(), "bounds: ") != 4 {
		t.Errorf("not all problems at once: %v", err)
	}
}

// FuzzTwo holds the intervals of two proportions to their ranges and regions, for any counts.
func FuzzTwo(f *testing.F) {
	f.Add(298., 619., 813., 336., 336., 354., 0.95, false)
	f.Add(0., math.Inf(1), 1., 0., 0., 1., 1-0x1p-53, true)
	f.Add(1., 1e9, 1e9, 0., 1e9, 1e9, 1e-300, false)
	f.Add(math.NaN(), -1., 0.5, 3., 2., math.Inf(1), 95., true)
	f.Fuzz(func(t *testing.T, a, b, n, c, d, m, level float64, open bool) {
		whole := Range{n, n}
		if open {
			whole.Hi = math.Inf(1)
		}
		p, err1 := PartOf(Range{a, b}, whole)
		q, err2 := PartOf(Range{c, d}, Range{m, m})
		if err1 != nil || err2 != nil || n > 1e9 || m > 1e9 { // above, the score methods need not be exact
			return
		}
		difference := Difference(p, q)
		ratio, _ := RiskRatio(p, q)
		for name, f := range map[string]func() (infer.Interval, error){
			"difference, Newcombe":      func() (infer.Interval, error) { return DifferenceUnion(p, q, level, proportion.Newcombe) },
			"difference, score":         func() (infer.Interval, error) { return DifferenceUnion(p, q, level, 0) },
			"difference, Imbens-Manski": func() (infer.Interval, error) { return DifferenceImbensManski(p, q, level) },
			"ratio, score":              func() (infer.Interval, error) { return RiskRatioUnion(p, q, level, 0) },
			"ratio, Imbens-Manski":      func() (infer.Interval, error) { return RiskRatioImbensManski(p, q, level) },
			"counts":                    func() (infer.Interval, error) { return RatioUnion(p.part, 1, q.part, 1, level, 0) },
		} {
			least, most, region := 0., math.Inf(1), ratio
			switch {
			case strings.HasPrefix(name, "difference"):
				least, most, region = -1, 1, difference
			case name == "counts":
				region, _ = Ratio(p.part, q.part)
			}
			const rounding = 1e-12
			if iv, err := f(); err == nil && !(least <= iv.Lower && iv.Lower <= region.Lower+rounding*math.Abs(region.Lower) &&
				region.Upper-rounding*math.Min(math.Abs(region.Upper), 1e300) <= iv.Upper && iv.Upper <= most) {
				t.Errorf("%s of %v and %v at %v: %+v, region %v", name, p, q, level, iv, region)
			}
		}
		claim := Conclusion{Alternative: infer.Less, Threshold: 0.1, Level: level}
		if tip, err := DifferenceTipping(p, q, claim); err == nil && (math.IsNaN(tip.Share) || tip.Count < -1 || tip.Count > tip.Open+1) {
			t.Errorf("%+v", tip)
		}
	})
}

// From 2021 to 2022 the share of sex trafficking among Peru's investigations fell by at
// least 18.8 percentage points, whatever the 321 of an unspecified form were.
func ExampleDifference() {
	before, _ := ShareOf(Exactly(336), Exactly(18), Exactly(0), Exactly(354))
	after, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	change := Difference(after, before)
	fmt.Printf("%.1f to %.1f percentage points\n", 100*change.Lower, 100*change.Upper)
	// Output: -58.3 to -18.8 percentage points
}

func ExampleDifferenceUnion() {
	before, _ := ShareOf(Exactly(336), Exactly(18), Exactly(0), Exactly(354))
	after, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	iv, _ := DifferenceUnion(after, before, 0.95, proportion.MiettinenNurminen)
	fmt.Printf("%.1f to %.1f percentage points\n", 100*iv.Lower, 100*iv.Upper)
	fmt.Println(iv.Method)
	// Output:
	// -62.1 to -14.9 percentage points
	// union of Miettinen-Nurminen intervals over all that the counts allow
}
