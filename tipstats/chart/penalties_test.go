package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

var peruPenalties = []PenaltyRange{
	{Victims: "adults", Years: tipstats.Between(8, 15)},
	{Victims: "persons aged 14 to 18", Years: tipstats.Between(12, 20)},
	{Victims: "children younger than 14", Years: tipstats.AtLeast(25)},
}

var peruSentences = []Sentence{{
	Case: "former university dean, child trafficking", Years: tipstats.Exactly(17), Note: "Ucayali, November 2022",
}}

func TestPenaltiesOfPeru(t *testing.T) {
	f := Penalties("Article 129 (previously 153) of the penal code", peruPenalties, peruSentences, proofCredit)
	r := proof(t, f)
	wantText(t, r, "8 to 15 years", "12 to 20 years", "25 years and more", "17 years", "adults", "PRESCRIBED BY LAW FOR TRAFFICKING IN", "Article 129",
		"The report states prison terms of 8 to 15 years for trafficking in adults and of 25 years and more for trafficking in children younger than 14",
		"An arrow: the report states no maximum", "n = 1")

	if want := "For trafficking in adults: 8 to 15 years."; !strings.Contains(f.Alt, want) {
		t.Errorf("the alt text lacks %q: %s", want, f.Alt)
	}
	perYear, zero := yearScale(t, r)
	for _, want := range []struct {
		victims string
		lo, hi  float64
	}{{"adults", 8, 15}, {"persons aged 14 to 18", 12, 20}} {
		bars := marksAs(r, figure.RectMark, "range "+want.victims)
		if len(bars) != 1 {
			t.Fatalf("got %d bars for %s", len(bars), want.victims)
		}
		wantNear(t, want.victims+", beginning", bars[0].Box.X, zero+want.lo*perYear)
		wantNear(t, want.victims+", length", bars[0].Box.W, (want.hi-want.lo)*perYear)
	}
	arrows := marksAs(r, figure.LineMark, "open children younger than 14")
	if len(arrows) != 1 || len(marksAs(r, figure.LineMark, "open ")) != 1 {
		t.Fatalf("got %d arrows for the term without a maximum", len(arrows))
	}
	wantNear(t, "beginning of the open range", arrows[0].Box.X, zero+25*perYear)
	diamonds := marksAs(r, figure.PathMark, "sentence ")
	if len(diamonds) != 1 {
		t.Fatalf("got %d diamonds for one sentence", len(diamonds))
	}
	wantNear(t, "the sentence", diamonds[0].Box.X+diamonds[0].Box.W/2, zero+17*perYear)
}

// yearScale reads the axis: points a year, and the place of 0.
func yearScale(t *testing.T, r *figure.Rendered) (perYear, zero float64) {
	t.Helper()
	at := map[string]float64{}
	for _, m := range marksAs(r, figure.TextMark, "tick") {
		at[m.Text] = m.Points[0].X
	}
	if at["0"] == 0 || at["20"] == 0 {
		t.Fatalf("the axis has no 0 or no 20: %v", at)
	}
	return (at["20"] - at["0"]) / 20, at["0"]
}

func TestPenaltiesTitles(t *testing.T) {
	same := []PenaltyRange{{Victims: "adults", Years: tipstats.Between(1, 5)}, {Victims: "children", Years: tipstats.Between(1, 5)}}
	long := strings.Repeat("victims of a long description ", 6)
	for _, test := range []struct {
		ranges []PenaltyRange
		want   string
	}{
		{nil, "The report states no term of imprisonment that the law prescribes"},
		{[]PenaltyRange{{Victims: "adults", Years: tipstats.NotReported}}, "The report states no term of imprisonment that the law prescribes"},
		{same, "The report states the same prison term, 1 to 5 years, for 2 groups of victims"},
		{same[:1], "The report states prison terms of 1 to 5 years for trafficking in adults"},
		{[]PenaltyRange{{Victims: long, Years: tipstats.AtMost(1)}, {Victims: "children", Years: tipstats.Approximately(7)}},
			"The report states prison terms for 2 groups of victims: the lowest up to 1 year, the highest about 7 years"},
		{[]PenaltyRange{{Victims: long, Years: tipstats.AtLeast(3)}}, "The report states prison terms of 3 years and more"},
	} {
		f := Penalties("", test.ranges, nil, Credit{})
		if f.Title != test.want {
			t.Errorf("got title %q, want %q", f.Title, test.want)
		}
		if _, err := f.Render(); err != nil {
			t.Error(err)
		}
	}
}

func TestPenaltiesNotReportedIsAGap(t *testing.T) {
	r := proof(t, Penalties("", []PenaltyRange{
		{Victims: "adults", Years: tipstats.NotReported}, {Victims: "children", Years: tipstats.AtMost(10)},
	}, nil, Credit{}))
	if marks := marksAs(r, figure.RectMark, "range adults"); len(marks) != 0 {
		t.Errorf("a bar for a term that was not reported: %v", marks)
	}
	if len(marksAs(r, figure.LineMark, "gap adults")) != 2 {
		t.Error("no cross for a term that was not reported")
	}
	wantText(t, r, "not reported", "up to 10 years", "A bar from 0: the report states no minimum")
}

func TestPenaltiesAlwaysRender(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ranges := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) PenaltyRange {
			return PenaltyRange{anyName(t, "victims", 3), anyCount(t), anyName(t, "note", 0)}
		}), 0, 12).Draw(t, "ranges")
		described := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Sentence {
			return Sentence{anyName(t, "case", 3), anyCount(t), anyName(t, "note", 0)}
		}), 0, 12).Draw(t, "sentences")
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		if err := inProfile(Penalties(anyName(t, "law", 0), ranges, described, proofCredit), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}
