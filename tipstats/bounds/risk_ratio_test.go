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

// addRatio adds x/y to a region; 0/0 is no ratio.
func (r *Region) addRatio(x, y float64) {
	if x == 0 && y == 0 {
		return
	}
	r.Lower, r.Upper = min(r.Lower, x/y), max(r.Upper, x/y)
}

func TestRiskRatioIsSharp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, inA := someProportion(t, 8)
		b, inB := someProportion(t, 8)
		want := Region{math.Inf(1), math.Inf(-1)}
		allPairs(inA, inB, func(c, d Counts) { want.addRatio(c.Part/c.Whole, d.Part/d.Whole) })
		got, err := RiskRatio(a, b)
		if none := want.Lower > want.Upper; none != (err != nil) {
			t.Fatalf("%v to %v: %v, want %v", a, b, err, want)
		}
		if err == nil && got != want {
			t.Errorf("%v to %v: %v, want %v", a, b, got, want)
		}
	})
}

func TestRiskRatioUnionIsTheUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, inA := someProportion(t, 6)
		b, inB := someProportion(t, 6)
		level := rapid.SampledFrom([]float64{0.5, 0.95, 0.999}).Draw(t, "level")
		for _, m := range []proportion.RatioMethod{proportion.MiettinenNurminenRatio, proportion.Koopman} {
			got, err := RiskRatioUnion(a, b, level, m)
			_, none := RiskRatio(a, b)
			if valid := a.whole.IsExact() && b.whole.IsExact() && none == nil; valid != (err == nil) {
				t.Fatalf("%v to %v: %v", a, b, err)
			}
			if err != nil {
				continue
			}
			var each []infer.Interval
			allPairs(inA, inB, func(c, d Counts) {
				each = append(each, must(proportion.RiskRatio(int(c.Part), int(c.Whole), int(d.Part), int(d.Whole), level, m)))
			})
			if fault := unionFault(got, each); fault != "" {
				t.Errorf("%v to %v, %v at %v: %s", a, b, m, level, fault)
			}
		}
	})
}

func TestRiskRatioRefuses(t *testing.T) {
	q := must(PartOf(Exactly(89), Exactly(160)))
	zero := must(PartOf(Exactly(0), Exactly(160)))
	for says, err := range map[string]error{
		"is empty":     refused(RiskRatio(q, Proportion{})),
		"both":         refused(RiskRatio(zero, zero)),
		"level":        refusedInterval(RiskRatioUnion(q, q, 95, 0)),
		"by Katz":      refusedInterval(RiskRatioUnion(q, q, 0.95, proportion.Katz)),
		"at least 160": refusedInterval(RiskRatioUnion(q, must(PartOf(Exactly(89), AtLeast(160))), 0.95, 0)),
		"first":        refusedInterval(RiskRatioUnion(Proportion{}, q, 0.95, 0)),
	} {
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("error %v does not say %q", err, says)
		}
	}
}

func refused(_ Region, err error) error                 { return err }
func refusedInterval(_ infer.Interval, err error) error { return err }

// Labor trafficking was 18 of 354 investigations in 2021, and 194 of 813 in 2022 with 321 of
// an unspecified form: its share became at least 4.7 times as large.
func ExampleRiskRatio() {
	before, _ := ShareOf(Exactly(18), Exactly(336), Exactly(0), Exactly(354))
	after, _ := ShareOf(Exactly(194), Exactly(298), Exactly(321), Exactly(813))
	r, _ := RiskRatio(after, before)
	fmt.Printf("%.1f to %.1f times\n", r.Lower, r.Upper)
	// Output: 4.7 to 12.5 times
}

func ExampleRiskRatioUnion() {
	before, _ := ShareOf(Exactly(18), Exactly(336), Exactly(0), Exactly(354))
	after, _ := ShareOf(Exactly(194), Exactly(298), Exactly(321), Exactly(813))
	iv, _ := RiskRatioUnion(after, before, 0.95, proportion.MiettinenNurminenRatio)
	fmt.Printf("%.1f to %.1f times\n", iv.Lower, iv.Upper)
	// Output: 3.0 to 19.6 times
}
