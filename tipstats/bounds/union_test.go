package bounds

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
	"github.com/tipstats/tip/tipstats/proportion"
)

var unionMethods = []proportion.Method{proportion.Wilson, proportion.ClopperPearson}

// someProportion draws a proportion with the pairs of counts that it allows.
func someProportion(t *rapid.T, most int) (Proportion, []Counts) {
	for {
		part, rest := closed(smallRange(most).Draw(t, "part"), most), closed(smallRange(most).Draw(t, "rest"), most)
		whole := smallRange(most).Draw(t, "whole")
		if whole.Lo == 0 {
			whole.Lo++
		}
		whole.Hi = max(whole.Hi, whole.Lo)
		if rapid.Bool().Draw(t, "known") {
			whole.Hi = whole.Lo
		}
		if q, err := narrowed(part, rest, whole); err == nil {
			return q, enumerated(part, rest, whole, 2*most)
		}
	}
}

// unionFault says where an interval is not the union of intervals to the last digit.
func unionFault(got infer.Interval, each []infer.Interval) string {
	lower, upper := math.Inf(1), math.Inf(-1)
	for _, iv := range each {
		lower, upper = min(lower, iv.Lower), max(upper, iv.Upper)
	}
	if differ(got.Lower, lower) || differ(got.Upper, upper) {
		return fmt.Sprintf("union %v to %v, want %v to %v", got.Lower, got.Upper, lower, upper)
	}
	if !(got.Lower <= got.Upper) || math.IsNaN(got.Estimate) != (len(got.Warnings) > 0 && strings.HasPrefix(got.Warnings[0], "no single estimate")) {
		return fmt.Sprintf("%+v", got)
	}
	return ""
}

// differ allows for rounding in the last digits of a difference.
func differ(a, b float64) bool { return a != b && !(math.Abs(a-b) <= 1e-14*max(1, math.Abs(b))) }

func TestUnionFaultIsFound(t *testing.T) {
	each := []infer.Interval{{Lower: 0.1, Upper: 0.3}, {Lower: 0.2, Upper: 0.4}}
	open := []string{"no single estimate: ..."}
	for _, c := range []struct {
		got   infer.Interval
		wrong bool
	}{
		{infer.Interval{Estimate: math.NaN(), Lower: 0.1, Upper: 0.4, Warnings: open}, false},
		{infer.Interval{Estimate: math.NaN(), Lower: 0.1, Upper: 0.4}, true},
		{infer.Interval{Estimate: math.NaN(), Lower: 0.1, Upper: 0.3, Warnings: open}, true},
		{infer.Interval{Estimate: math.NaN(), Lower: 0.1 + 1e-12, Upper: 0.4, Warnings: open}, true},
		{infer.Interval{Estimate: 0.2, Lower: 0.1, Upper: 0.4, Warnings: open}, true},
	} {
		if fault := unionFault(c.got, each); (fault != "") != c.wrong {
			t.Errorf("%+v: %q", c.got, fault)
		}
	}
}

// TestUnionIsTheUnion computes the interval of every pair of counts that is allowed.
func TestUnionIsTheUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, allowed := someProportion(t, 12)
		level := rapid.SampledFrom([]float64{0.5, 0.9, 0.95, 0.999}).Draw(t, "level")
		for _, m := range unionMethods {
			var each []infer.Interval
			for _, c := range allowed {
				iv, err := proportion.Interval(int(c.Part), int(c.Whole), level, m)
				if err != nil {
					t.Fatal(err)
				}
				each = append(each, iv)
			}
			got, err := q.Union(level, m)
			if err != nil {
				t.Fatal(err)
			}
			if fault := unionFault(got, each); fault != "" {
				t.Errorf("%v, %v at %v: %s", q, m, level, fault)
			}
		}
	})
}

// TestLimitsMoveOneWay holds what Union rests on, for all counts up to 40: a case more in the
// part raises both limits, a case more in the rest lowers them.
func TestLimitsMoveOneWay(t *testing.T) {
	for _, m := range unionMethods {
		for n := 1; n < 40; n++ {
			for x := range n + 1 {
				at := must(proportion.Interval(x, n, 0.95, m))
				more, less := must(proportion.Interval(x+1, n+1, 0.95, m)), must(proportion.Interval(x, n+1, 0.95, m))
				if more.Lower < at.Lower || more.Upper < at.Upper || less.Lower > at.Lower || less.Upper > at.Upper {
					t.Errorf("%v at %d of %d", m, x, n)
				}
			}
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestUnionOfOpenRanges(t *testing.T) {
	for _, m := range unionMethods {
		open := must(must(PartOf(Exactly(29), AtLeast(44))).Union(0.95, m))
		end := must(proportion.Interval(29, 44, 0.95, m))
		if open.Lower != 0 || open.Upper != end.Upper || !math.IsNaN(open.Estimate) {
			t.Errorf("29 of at least 44: %+v", open)
		}
		open = must(must(PartAndRest(AtLeast(29), Exactly(15))).Union(0.95, m))
		if open.Upper != 1 || open.Lower != end.Lower {
			t.Errorf("at least 29 and 15: %+v", open)
		}
		for _, nothing := range []Proportion{must(PartOf(AtLeast(0), AtLeast(1))), must(PartOf(AtLeast(3), AtLeast(5)))} {
			if iv := must(nothing.Union(0.95, m)); iv.Lower != 0 || iv.Upper != 1 {
				t.Errorf("%v: %+v", nothing, iv)
			}
		}
	}
}

func TestUnionOfKnownCountsIsTheInterval(t *testing.T) {
	for _, m := range unionMethods {
		for _, x := range []int{0, 89, 160} {
			got, want := must(must(PartOf(Exactly(x), Exactly(160))).Union(0.95, m)), must(proportion.Interval(x, 160, 0.95, m))
			if got.Estimate != want.Estimate || got.Lower != want.Lower || got.Upper != want.Upper || got.Method != want.Method || len(got.Warnings) > 0 {
				t.Errorf("%d of 160: %+v, want %+v", x, got, want)
			}
		}
	}
}

func TestUnionRefuses(t *testing.T) {
	q := must(PartOf(Exactly(89), Exactly(160)))
	for _, level := range []float64{0, 1, -0.1, 95, math.NaN(), math.Inf(1)} {
		if iv, err := q.Union(level, proportion.Wilson); err == nil || !strings.Contains(err.Error(), "level") {
			t.Errorf("level %v: %+v, %v", level, iv, err)
		}
	}
	if _, err := q.Union(0.95, 99); err == nil || !strings.Contains(err.Error(), "ClopperPearson") {
		t.Errorf("method 99: %v", err)
	}
	if _, err := (Proportion{}).Union(2, 99); err == nil || strings.Count(err.Error(), "bounds: ") != 3 {
		t.Errorf("not all problems at once: %v", err)
	}
}

// TestUnionsAgainstR has the ends of the unions from R: prop.test(correct = FALSE) and
// binom.test of 298 and 619 of 813, poisson.test of 50, of 60, and of 29 to 44.
func TestUnionsAgainstR(t *testing.T) {
	sex := must(ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813)))
	for _, c := range []struct {
		got          infer.Interval
		lower, upper float64
	}{
		{must(sex.Union(0.95, proportion.Wilson)), 0.3341207340163639, 0.7894046421450026},
		{must(sex.Union(0.95, proportion.ClopperPearson)), 0.3333413462094925, 0.7903005854336638},
		{must(RateUnion(Between(50, 60), 1, 0.95, poisson.Garwood)), 37.11096373746187, 77.23189340664334},
		{must(RatioUnion(Exactly(29), 1, AtLeast(44), 1, 0.95, poisson.ExactCentral)), 0, 1.077268444840481},
	} {
		if math.Abs(c.got.Lower-c.lower) > 4e-15*c.lower || math.Abs(c.got.Upper/c.upper-1) > 4e-15 {
			t.Errorf("%+v, want %v to %v", c.got, c.lower, c.upper)
		}
	}
}

func TestUnionNestsInLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, _ := someProportion(t, 12)
		b, _ := someProportion(t, 12)
		level, more := rapid.Float64Range(0.01, 0.9).Draw(t, "level"), rapid.Float64Range(0.9, 0.9999).Draw(t, "more")
		for i, union := range []func(float64) (infer.Interval, error){
			func(level float64) (infer.Interval, error) { return a.Union(level, proportion.Wilson) },
			func(level float64) (infer.Interval, error) { return a.Union(level, proportion.ClopperPearson) },
			func(level float64) (infer.Interval, error) {
				return DifferenceUnion(a, b, level, proportion.Newcombe)
			},
		} {
			short, long := must(union(level)), must(union(more))
			if short.Lower < long.Lower || short.Upper > long.Upper {
				t.Errorf("%d: %+v is not within %+v", i, short, long)
			}
		}
	})
}

func FuzzUnion(f *testing.F) {
	f.Add(298., 298., 194., math.Inf(1), 813., 813., 0.95, false)
	f.Add(0., math.Inf(1), 0., math.Inf(1), 1., math.Inf(1), 0.95, true)
	f.Add(math.NaN(), 1., -1., 0.5, 1e300, 2., 95., true)
	f.Add(0., 1e15, 0., 1e15, 1., 4e15, 1-0x1p-53, true)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, level float64, exact bool) {
		m := proportion.Wilson
		if exact {
			m = proportion.ClopperPearson
		}
		q, err := ShareOf(Range{a, b}, Range{c, d}, AtLeast(0), Range{e, g})
		if err != nil {
			return
		}
		r := q.Region()
		if !(0 <= r.Lower && r.Lower <= r.Upper && r.Upper <= 1) {
			t.Errorf("%v: %+v", q, r)
		}
		for _, f := range []func() (infer.Interval, error){
			func() (infer.Interval, error) { return q.Union(level, m) },
			func() (infer.Interval, error) { return q.ImbensManski(level) },
		} {
			if iv, err := f(); err == nil && !(0 <= iv.Lower && iv.Lower <= r.Lower && r.Upper <= iv.Upper && iv.Upper <= 1) {
				t.Errorf("%v at %v: %+v", q, level, iv)
			}
		}
		if _, err := q.Union(level, m); (err == nil) != (level > 0 && level < 1) {
			t.Errorf("%v at %v: %v", q, level, err)
		}
	})
}

func BenchmarkUnion(b *testing.B) {
	q := must(ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := q.Union(0.95, proportion.Wilson); err != nil {
			b.Fatal(err)
		}
	}
}

// The share of sex trafficking among Peru's 813 investigations of 2022: what the 321 of an
// unspecified form leave open, and then what chance adds.
func ExampleProportion_Union() {
	sex, _ := ShareOf(Exactly(298), Exactly(194), Exactly(321), Exactly(813))
	for _, m := range []proportion.Method{proportion.Wilson, proportion.ClopperPearson} {
		iv, _ := sex.Union(0.95, m)
		fmt.Printf("%s: %.1f %% to %.1f %%\n", iv.Method, 100*iv.Lower, 100*iv.Upper)
	}
	// Output:
	// union of Wilson intervals over all that the counts allow: 33.4 % to 78.9 %
	// union of Clopper-Pearson intervals over all that the counts allow: 33.3 % to 79.0 %
}
