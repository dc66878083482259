package chart

import (
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// TestRangeHasNoDot: what lies between two bounds is a bar between them, open or filled, and no line joins it to another number.
func TestRangeHasNoDot(t *testing.T) {
	r := proof(t, Dumbbell(years2003And2005, []Pair{
		{"A", tipstats.Between(10, 40), tipstats.Exactly(100)}, {"B", tipstats.Exactly(50), tipstats.AtMost(80)}, {"C", tipstats.AtLeast(30), tipstats.Exactly(90)},
	}, Credit{}))
	zero, full := tickAt(t, r, "0"), tickAt(t, r, "100")
	at := func(v float64) float64 { return zero + (full-zero)*v/100 }
	for role, ends := range map[string][2]float64{"before A": {10, 40}, "after B": {0, 80}} {
		bars := marksAs(r, figure.RectMark, role)
		if len(bars) == 0 || len(marksAs(r, figure.CircleMark, role)) != 0 {
			t.Fatalf("%s: %d bars, want one and no dot", role, len(bars))
		}
		wantNear(t, role+" from", bars[0].Box.X, at(ends[0]))
		wantNear(t, role+" to", bars[0].Box.Right(), at(ends[1]))
	}
	if len(marksAs(r, figure.LineMark, "change A")) != 0 || len(marksAs(r, figure.LineMark, "change C")) != 1 {
		t.Error("a line leads from a range, or none from a lower bound")
	}
	wantText(t, r, "between two bounds", "this many or more")

	slope := proof(t, Slope(years2003And2005, []Pair{{"A", tipstats.Between(10, 40), tipstats.Exactly(100)}}, Credit{}))
	if len(marksAs(slope, figure.LineMark, "between before A")) != 3 || len(marksAs(slope, figure.CircleMark, "dot before")) != 0 || len(marksAs(slope, figure.PathMark, "slope")) != 0 {
		t.Error("a range in a slope chart is a line with two ends, without a dot, and leads nowhere")
	}
}

func TestTickLabel(t *testing.T) {
	third := 0.2
	for v, want := range map[float64]string{3 * third: "0.6", 0: "0", 0.5: "0.5", 20_000: "20,000", 1_000_000_000: "1,000,000,000"} {
		if got := tickLabel(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
}
