package bounds

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// enumerated lists every pair of counts that PartAndRest or PartOf (rest at least 0) or both
// together allow: the definition, by brute force. Counts without bound go up to most.
func enumerated(part, rest, whole Range, most int) []Counts {
	var list []Counts
	for x := range most + 1 {
		for y := range most + 1 {
			if part.Contains(x) && rest.Contains(y) && whole.Contains(x+y) {
				list = append(list, Counts{float64(x), float64(x + y)})
			}
		}
	}
	return list
}

// classified lists every pair of counts that ShareOf allows: each way in which u unclassified
// cases can be divided between the named class and the others.
func classified(named, others, unclassified, whole Range, most int) []Counts {
	var list []Counts
	for s := range most + 1 {
		for o := range most + 1 {
			for u := range most + 1 {
				if !named.Contains(s) || !others.Contains(o) || !unclassified.Contains(u) || !whole.Contains(s+o+u) {
					continue
				}
				for r := range u + 1 {
					list = append(list, Counts{float64(s + r), float64(s + o + u)})
				}
			}
		}
	}
	return list
}

// extremes returns the smallest and the largest proportion of a list of pairs.
func extremes(list []Counts) Region {
	r := Region{math.Inf(1), math.Inf(-1)}
	for _, c := range list {
		r.Lower, r.Upper = min(r.Lower, c.Part/c.Whole), max(r.Upper, c.Part/c.Whole)
	}
	return r
}

// sharpFault says how a proportion, or the refusal to make one, differs from the pairs of
// counts that are allowed.
func sharpFault(q Proportion, err error, allowed []Counts) string {
	noWhole := slices.Contains(allowed, Counts{0, 0})
	if refuse := len(allowed) == 0 || noWhole; refuse || err != nil {
		if refuse != (err != nil) {
			return fmt.Sprintf("error %v with %d pairs allowed", err, len(allowed))
		}
		return ""
	}
	if got, want := q.Region(), extremes(allowed); got != want {
		return fmt.Sprintf("%v has the region %v, want %v", q, got, want)
	}
	low, high := q.Ends()
	if !slices.Contains(allowed, low) || !slices.Contains(allowed, high) {
		return fmt.Sprintf("%v is reached at counts that are not allowed", q)
	}
	return ""
}

// closed replaces an open end.
func closed(r Range, most int) Range { return Range{r.Lo, min(r.Hi, float64(most))} }

func TestSharpFaultIsFound(t *testing.T) {
	q, err := PartOf(Exactly(2), Between(4, 6))
	allowed := enumerated(Exactly(2), AtLeast(0), Between(4, 6), 9)
	if fault := sharpFault(q, err, allowed); fault != "" {
		t.Error(fault)
	}
	if sharpFault(q, err, allowed[1:]) == "" || sharpFault(q, err, nil) == "" || sharpFault(q, fmt.Errorf("no"), allowed) == "" {
		t.Error("a bound that is not sharp, or a wrong error, passes")
	}
}

func TestPartOfIsSharp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part, whole := closed(smallRange(12).Draw(t, "part"), 14), closed(smallRange(12).Draw(t, "whole"), 14)
		q, err := PartOf(part, whole)
		if fault := sharpFault(q, err, enumerated(part, AtLeast(0), whole, 28)); fault != "" {
			t.Errorf("%v of %v: %s", part, whole, fault)
		}
	})
}

func TestPartAndRestIsSharp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part, rest := closed(smallRange(12).Draw(t, "part"), 14), closed(smallRange(12).Draw(t, "rest"), 14)
		q, err := PartAndRest(part, rest)
		if fault := sharpFault(q, err, enumerated(part, rest, AtLeast(0), 28)); fault != "" {
			t.Errorf("%v and %v: %s", part, rest, fault)
		}
	})
}

func TestShareOfIsSharp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r [4]Range
		for i := range r {
			r[i] = closed(smallRange(7).Draw(t, "range"), 9)
		}
		if rapid.Bool().Draw(t, "not stated") {
			r[2] = Between(0, 12)
		}
		if rapid.Bool().Draw(t, "consistent") {
			r[3] = Exactly(int(r[0].Lo+r[1].Lo+r[2].Lo) + rapid.IntRange(0, 6).Draw(t, "more"))
		}
		q, err := ShareOf(r[0], r[1], r[2], r[3])
		if fault := sharpFault(q, err, classified(r[0], r[1], r[2], r[3], 12)); fault != "" {
			t.Errorf("%v: %s", r, fault)
		}
	})
}

// TestOpenRangesAreLimits holds ranges without an upper bound against ever larger ones.
func TestOpenRangesAreLimits(t *testing.T) {
	const large = 1 << 20
	rapid.Check(t, func(t *rapid.T) {
		var r [4]Range
		for i := range r {
			r[i] = smallRange(9).Draw(t, "range")
		}
		if r[3].Lo == 0 || r[3].Hi < 36 {
			r[3] = AtLeast(int(r[3].Lo) + 1)
		}
		open, err := ShareOf(r[0], r[1], r[2], r[3])
		if err != nil {
			return // the parts are known to be 0
		}
		near, err := ShareOf(closed(r[0], large), closed(r[1], large), closed(r[2], large), closed(r[3], 3*large))
		if err != nil {
			t.Fatal(err)
		}
		a, b := open.Region(), near.Region()
		if !(a.Lower <= b.Lower && b.Upper <= a.Upper && b.Lower-a.Lower < 40./large && a.Upper-b.Upper < 40./large) {
			t.Errorf("%v: open %v, nearly open %v", r, a, b)
		}
	})
}

func TestRegionsNestInKnowledge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part, rest := smallRange(20).Draw(t, "part"), smallRange(20).Draw(t, "rest")
		wide, err := PartAndRest(part, rest)
		if err != nil {
			return
		}
		x := part.Lo + float64(rapid.IntRange(0, int(min(part.Hi-part.Lo, 9))).Draw(t, "x"))
		known, err := PartAndRest(Range{x, x}, rest)
		if err != nil {
			t.Fatal(err)
		}
		mirror, err := PartAndRest(rest, part)
		if err != nil {
			t.Fatal(err)
		}
		w, k, m := wide.Region(), known.Region(), mirror.Region()
		if k.Lower < w.Lower || k.Upper > w.Upper {
			t.Errorf("knowing %v of %v widens %v to %v", x, part, w, k)
		}
		if math.Abs(m.Lower+w.Upper-1) > 1e-15 || math.Abs(m.Upper+w.Lower-1) > 1e-15 {
			t.Errorf("%v and %v: %v, its mirror %v", part, rest, w, m)
		}
	})
}

func TestProportionRefuses(t *testing.T) {
	make3 := map[string]func(Range) error{
		"part of":    func(r Range) error { _, err := PartOf(r, AtLeast(1)); return err },
		"of whole":   func(r Range) error { _, err := PartOf(Exactly(0), r); return err },
		"part and":   func(r Range) error { _, err := PartAndRest(r, Exactly(1)); return err },
		"and rest":   func(r Range) error { _, err := PartAndRest(Exactly(1), r); return err },
		"named":      func(r Range) error { _, err := ShareOf(r, Exactly(1), Exactly(1), AtLeast(0)); return err },
		"others":     func(r Range) error { _, err := ShareOf(Exactly(1), r, Exactly(1), AtLeast(0)); return err },
		"unclassif.": func(r Range) error { _, err := ShareOf(Exactly(1), Exactly(1), r, AtLeast(0)); return err },
		"whole":      func(r Range) error { _, err := ShareOf(Exactly(1), Exactly(1), Exactly(1), r); return err },
	}
	for name, f := range make3 {
		for r, says := range badRanges {
			if err := f(r); err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%s %#v: error %v does not say %q", name, r, err, says)
			}
		}
	}
	for says, err := range map[string]error{
		"part of its denominator": second(PartOf(Exactly(233), Exactly(121))),
		"where it is 0":           second(PartOf(AtMost(3), AtMost(9))),
		"the whole is 0":          second(PartAndRest(Exactly(0), Exactly(0))),
		"cannot add up to 813":    second(ShareOf(Exactly(298), Exactly(600), Exactly(321), Exactly(813))),
		"larger than the largest": second(PartAndRest(Range{maxCount, maxCount}, Exactly(1))),
	} {
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("error %v does not say %q", err, says)
		}
	}
	if err := second(PartOf(Range{-1, 2}, Range{5, 3})); strings.Count(err.Error(), "bounds: ") != 2 {
		t.Errorf("not all problems at once: %v", err)
	}
}

func second(_ Proportion, err error) error { return err }

func TestEmptyProportion(t *testing.T) {
	var q Proportion
	if q.Region() != (Region{0, 1}) || q.String() != "no proportion" {
		t.Errorf("%v: %v", q, q.Region())
	}
}

// Between 80 and 90 of 160 defendants, and at least 29 of at least 44.
func ExamplePartOf() {
	a, _ := PartOf(Between(80, 90), Exactly(160))
	b, _ := PartOf(AtLeast(29), AtLeast(44))
	fmt.Println(a.Region(), b.Region())

	_, err := PartOf(Exactly(233), Exactly(121))
	fmt.Println(err)
	// Output:
	// 0.5 to 0.5625 0 to 1
	// bounds: a part of 233 does not fit a whole of 121: the numerator of a proportion is part of its denominator; if it is not, this is a ratio of two counts (see Ratio)
}

// Of those who got a verdict in Peru in 2022, 89 were convicted and 71 acquitted; and if the
// report had said "at least 71":
func ExamplePartAndRest() {
	exact, _ := PartAndRest(Exactly(89), Exactly(71))
	open, _ := PartAndRest(Exactly(89), AtLeast(71))
	fmt.Println(exact.Region())
	fmt.Println(open.Region())
	// Output:
	// 0.5563
	// 0 to 0.5563
}

// Of the 813 investigations of 2022 298 were for sex trafficking, 194 for labor trafficking
// and 321 of an unspecified form.
func ExampleShareOf() {
	sex, err := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	fmt.Println(sex, err)
	fmt.Println(sex.Region())
	// Output:
	// 298 of 813 to 619 of 813 <nil>
	// 0.3665 to 0.7614
}

func ExampleProportion() {
	labor, _ := ShareOf(Exactly(194), Exactly(298), Exactly(321), Exactly(813))
	iv, _ := labor.Union(0.95, 0)
	fmt.Printf("%v, with chance %.1f %% to %.1f %%\n", labor.Region(), 100*iv.Lower, 100*iv.Upper)
	// Output: 0.2386 to 0.6335, with chance 21.1 % to 66.6 %
}

func ExampleProportion_Ends() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	low, high := sex.Ends()
	fmt.Println(low, "or", high)
	// Output: 298 of 813 or 619 of 813
}

func ExampleProportion_Region() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	r := sex.Region()
	fmt.Printf("%.1f %% to %.1f %%\n", 100*r.Lower, 100*r.Upper)
	// Output: 36.7 % to 76.1 %
}

func ExampleCounts() {
	c := Counts{Part: 298, Whole: 813}
	fmt.Printf("%v: %.4f\n", c, c.Value())
	// Output: 298 of 813: 0.3665
}

// The ends of the sex-trafficking share of the 813 investigations of 2022, of which 321 are of an unspecified form.
func ExampleCounts_Value() {
	share, err := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	if err != nil {
		fmt.Println(err)
		return
	}
	low, high := share.Ends()
	fmt.Printf("%v is %.1f %%, %v is %.1f %%\n", low, 100*low.Value(), high, 100*high.Value())
	// Output: 298 of 813 is 36.7 %, 619 of 813 is 76.1 %
}
