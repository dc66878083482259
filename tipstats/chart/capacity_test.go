package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

var peruCapacity = []CapacityFigure{
	{Label: "places for children in specialized shelters", Before: tipstats.Exactly(130), Count: tipstats.Approximately(120),
		Note: "one shelter was turned over"},
	{Label: "regions with specialized prosecutors", Before: tipstats.Exactly(12), Count: tipstats.Exactly(14), Whole: tipstats.Exactly(24), Of: "regions"},
	{Label: "legal advocates specialized in trafficking", Count: tipstats.Exactly(9), Whole: tipstats.Exactly(336), Of: "legal advocates"},
	{Label: "regions with a specialized police unit", Count: tipstats.Exactly(24), Whole: tipstats.Exactly(24), Of: "regions"},
	{Label: "specialized shelters for girls", Count: tipstats.Exactly(7)},
	{Label: "residential centers for children", Count: tipstats.Exactly(52), Note: "open to trafficking victims, not only for them"},
	{Label: "Emergency Centers for Women", Count: tipstats.Exactly(429)},
	{Label: "private shelters that accepted trafficking victims", Count: tipstats.Approximately(70)},
	{Label: "shelters that accepted adult men", Count: tipstats.Exactly(0)},
	{Label: "judges and public attorneys certified", Count: tipstats.Exactly(60)},
	{Label: "telephone hotlines", Count: tipstats.Exactly(2)},
	{Label: "budget of the police units", Count: tipstats.NotReported},
	{Label: "Venezuelan migrants whose fines were erased", Count: tipstats.Approximately(430_000)},
}

func TestCapacityOfPeru(t *testing.T) {
	f := Capacity(peruCapacity, proofCredit)
	r := proof(t, f)
	wantText(t, r, "The report states that places for children in specialized shelters went from 130 to about 120 and",
		"130, then about 120", "12, then 14 of 24 regions", "9 of 336 legal advocates", "2.7 %", "24 of 24 regions", "100.0 %",
		"7", "52", "429", "about 70", "60", "about 430,000", "× not reported", "n = 13 measures",
		"Rough figures, as the report gives them: places for children")

	line := marksAs(r, figure.LineMark, "line regions with specialized prosecutors")[0].Box
	for role, want := range map[string]float64{"before": 12, "after": 14} {
		dots := marksAs(r, figure.CircleMark, role+" regions")
		if len(dots) != 1 {
			t.Fatalf("got %d marks for %s", len(dots), role)
		}
		wantNear(t, role, dots[0].Points[0].X, line.X+line.W*want/24)
	}
	line = marksAs(r, figure.LineMark, "line places")[0].Box
	wantNear(t, "130 places", marksAs(r, figure.CircleMark, "before places")[0].Points[0].X, line.X+line.W)
	wantNear(t, "120 places", marksAs(r, figure.CircleMark, "after places")[0].Points[0].X, line.X+line.W*120/130)

	whole := marksAs(r, figure.RectMark, "whole legal advocates")[0].Box.W
	wantNear(t, "9 of 336", marksAs(r, figure.RectMark, "part legal advocates")[0].Box.W, whole*9/336)
	if got := f.Data.Rows[2]; got[2] != "9" || got[6] != "336" || got[9] != "0.0267857142857" {
		t.Errorf("got %q for 9/336 = 0.0267857142857", got)
	}
	if got := len(f.Data.Rows); got != len(peruCapacity) {
		t.Errorf("got %d rows of data for %d figures", got, len(peruCapacity))
	}
	if n := len(marksAs(r, figure.RectMark, "part specialized shelters")); n != 0 {
		t.Errorf("a bar for a number that nothing is compared with")
	}
}

func TestCapacityOpenEndsAndContradictions(t *testing.T) {
	r := proof(t, Capacity([]CapacityFigure{
		{Label: "places", Before: tipstats.AtLeast(100), Count: tipstats.Between(80, 90)},
		{Label: "offices", Count: tipstats.AtLeast(3), Whole: tipstats.Exactly(10), Of: "offices"},
		{Label: "officers trained", Count: tipstats.NotReported, Whole: tipstats.Exactly(40), Of: "officers"},
		{Label: "regions", Count: tipstats.Exactly(30), Whole: tipstats.Exactly(24), Of: "regions"},
		{Label: "shelters", Before: tipstats.NotReported, Count: tipstats.Exactly(5)},
		{Label: "centers", Count: tipstats.Exactly(5), Whole: tipstats.AtLeast(8), Of: "centers"},
	}, Credit{}))
	wantText(t, r, "at least 100, then between 80 and 90", "at least 3 of 10 offices", "not reported, of 40 officers",
		"Regions: the figure is greater than the whole", "earlier figure not reported", "5 of at least 8 centers", "this many or more")
	if len(marksAs(r, figure.LineMark, "before places")) != 1 {
		t.Error("no arrow for at least 100 places")
	}
	if len(marksAs(r, figure.LineMark, "gap officers")) != 2 || len(marksAs(r, figure.RectMark, "part officers")) != 0 {
		t.Error("a part that was not reported is a cross and no bar")
	}
	if len(marksAs(r, figure.PathMark, "unsure offices")) != 1 {
		t.Error("what is between the bounds of the offices is not hatched")
	}
}

func TestCapacityTitles(t *testing.T) {
	long := strings.Repeat("places of a long description ", 8)
	for _, test := range []struct {
		figures []CapacityFigure
		want    string
	}{
		{nil, "The report states no figure on capacity against human trafficking"},
		{[]CapacityFigure{{Label: "beds", Count: tipstats.Exactly(3)}},
			"The report states 1 figure on capacity against human trafficking, without an earlier one"},
		{[]CapacityFigure{{Label: "beds", Count: tipstats.Exactly(3), Whole: tipstats.Exactly(4), Of: "beds"}}, "The report states beds: 3 of 4 beds"},
		{[]CapacityFigure{{Label: "beds", Before: tipstats.Exactly(3), Count: tipstats.Exactly(3)}}, "The report states that beds stayed at 3"},
		{[]CapacityFigure{{Label: "beds", Before: tipstats.Exactly(3), Count: tipstats.Exactly(2)}, {Label: long, Before: tipstats.Exactly(1), Count: tipstats.Exactly(2)}},
			"The report states that beds went from 3 to 2"},
		{[]CapacityFigure{{Label: long, Before: tipstats.Exactly(1), Count: tipstats.Exactly(2)}},
			"The report states an earlier and a later figure for 1 of 1 measure of capacity"},
		{[]CapacityFigure{{Label: "beds", Before: tipstats.Exactly(4)}, {Label: "regions", Before: tipstats.Exactly(12), Count: tipstats.NotReported, Whole: tipstats.Exactly(24)}},
			"The report states an earlier figure and no later one for 2 of 2 measures of capacity"},
	} {
		f := Capacity(test.figures, Credit{})
		if f.Title != test.want {
			t.Errorf("got title %q, want %q", f.Title, test.want)
		}
		if _, err := f.Render(); err != nil {
			t.Error(err)
		}
	}
}

func TestCapacityAlwaysRenders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		figures := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) CapacityFigure {
			f := CapacityFigure{Label: anyName(t, "label", 9), Count: anyCount(t), Of: anyName(t, "of", 0), Note: anyName(t, "note", 0)}
			if rapid.Bool().Draw(t, "twice") {
				f.Before = anyCount(t)
			}
			if rapid.Bool().Draw(t, "of a whole") {
				f.Whole = anyCount(t)
			}
			return f
		}), 0, 20).Draw(t, "figures")
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		if err := inProfile(Capacity(figures, proofCredit), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}

// TestCapacityKeepsAnEarlierFigureAlone: what the report states for before is on the page without a later figure too.
func TestCapacityKeepsAnEarlierFigureAlone(t *testing.T) {
	wantText(t, proof(t, Capacity([]CapacityFigure{{Label: "beds", Before: tipstats.Exactly(4)}, {Label: "centers"}}, Credit{})), "4, then not found", "– not found")
}
