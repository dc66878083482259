package chart

import (
	"math"
	"strconv"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

// Every closed range is as long as its years on the axis, whatever the years.
func TestTermsAreProportional(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ranges []PenaltyRange
		for i := range rapid.IntRange(1, 6).Draw(t, "ranges") {
			lo := rapid.IntRange(0, 60).Draw(t, "from")
			hi := rapid.IntRange(lo+1, 100).Draw(t, "to")
			ranges = append(ranges, PenaltyRange{Victims: string(rune('a' + i)), Years: tipstats.Between(lo, hi)})
		}
		r, err := Penalties("", ranges, nil, Credit{}).Render()
		if err != nil {
			t.Fatal(err)
		}
		ticks := marksAs(r, figure.TextMark, "tick")
		last := ticks[len(ticks)-1]
		years, err := strconv.ParseFloat(last.Text, 64)
		if err != nil {
			t.Fatal(err)
		}
		zero := ticks[0].Points[0].X
		perYear := (last.Points[0].X - zero) / years
		for _, p := range ranges {
			lo, hi, _ := p.Years.Bounds()
			bars := marksAs(r, figure.RectMark, "range "+p.Victims)
			if len(bars) != 1 {
				t.Fatalf("got %d bars for one range", len(bars))
			}
			box := bars[0].Box
			if math.Abs(box.X-zero-lo*perYear) > 0.02 || math.Abs(box.W-(hi-lo)*perYear) > 0.02 {
				t.Fatalf("%v to %v years: got a bar from %.2f, %.2f long, at %.4f points a year", lo, hi, box.X-zero, box.W, perYear)
			}
		}
	})
}

func TestTermInWords(t *testing.T) {
	for count, want := range map[tipstats.Count]string{
		tipstats.Between(8, 15):        "8 to 15 years",
		tipstats.AtLeast(25):           "25 years and more",
		tipstats.AtMost(1):             "up to 1 year",
		tipstats.Exactly(17):           "17 years",
		tipstats.Approximately(20_000): "about 20,000 years",
		tipstats.NotReported:           "not reported",
		tipstats.NotFound:              "not found",
	} {
		if got := term(count); got != want {
			t.Errorf("%v: got %q, want %q", count, got, want)
		}
	}
}

// A sentence known only as a bound is told apart from a range of the law by its diamond.
func TestSentenceAsBoundHasADiamond(t *testing.T) {
	r := proof(t, Penalties("", nil, []Sentence{
		{Case: "open", Years: tipstats.AtLeast(10)}, {Case: "range", Years: tipstats.Between(5, 20)},
	}, Credit{}))
	wantText(t, r, "The report describes 2 sentences; no term that the law prescribes is listed", "An arrow: the report states no maximum")
	if n := len(marksAs(r, figure.PathMark, "sentence open")); n != 1 {
		t.Errorf("got %d diamonds for at least 10 years, want 1", n)
	}
	if n := len(marksAs(r, figure.PathMark, "sentence range")); n != 2 {
		t.Errorf("got %d diamonds for 5 to 20 years, want 2", n)
	}
	if n := len(marksAs(r, figure.LineMark, "open open")); n != 1 {
		t.Errorf("got %d arrows for at least 10 years, want 1", n)
	}
	if n := len(marksAs(r, figure.RectMark, "range")); n != 0 {
		t.Errorf("got %d bars of the law for sentences", n)
	}
}
