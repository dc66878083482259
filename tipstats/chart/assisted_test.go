package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

var peruAssisted = []AssistedYear{
	{
		Year: 2022, Count: tipstats.Exactly(113),
		Parts: []CountPart{{"Peruvian", tipstats.Exactly(62)}, {"other nationals", tipstats.Exactly(51)}},
	},
	{Year: 2021, Count: tipstats.NotReported, Among: []CountPart{{"referred to specialized shelters", tipstats.NotReported}}},
	{
		Year: 2020, Count: tipstats.Exactly(223),
		Parts: []CountPart{
			{"Peruvian", tipstats.Exactly(204)}, {"Venezuelan", tipstats.Exactly(15)},
			{"Ecuadorian", tipstats.Exactly(2)}, {"Colombian", tipstats.Exactly(2)},
		},
		Among: []CountPart{{"girls referred to specialized shelters", tipstats.Exactly(96)}},
	},
}

func TestAssistedInPeru(t *testing.T) {
	f := Assisted("children assisted", peruAssisted, proofCredit)
	r := proof(t, f)
	wantText(t, r, "The report states 223 children assisted in 2020 and 113 in 2022, and no number for 2021", "204 Peruvian", "15 Venezuelan",
		"2 Ecuadorian, 2 Colombian", "62 Peruvian", "51 other nationals", "223", "113", "not reported", "2021 (not reported)",
		"of whom 96 girls referred to specialized shelters")

	person := marksAs(r, figure.RectMark, "bar 2020 Peruvian")[0].Box.W / 204
	for role, want := range map[string]float64{
		"bar 2020 Venezuelan": 15, "bar 2020 Ecuadorian": 2, "bar 2020 Colombian": 2, "bar 2022 Peruvian": 62, "bar 2022 other": 51,
		"among 2020": 96,
	} {
		bars := marksAs(r, figure.RectMark, role)
		if len(bars) != 1 {
			t.Fatalf("got %d bars for %q", len(bars), role)
		}
		wantNear(t, role, bars[0].Box.W, want*person)
	}

	// Nothing but the cross, its word and the label stands in the row of 2021.
	var years []float64
	for _, m := range marksAs(r, figure.TextMark, "label") {
		years = append(years, m.Points[0].Y)
	}
	if len(years) != 3 {
		t.Fatalf("got %d years", len(years))
	}
	for _, m := range r.Marks() {
		if m.Kind == figure.RectMark && m.Box.Y > years[0]+15 && m.Box.Bottom() < years[2]-10 && m.Role != "" {
			t.Errorf("a bar in the row of the year without a number: %+v", m)
		}
		if m.Kind == figure.LineMark && m.Box.Y < years[1] && m.Box.Bottom() > years[1] && !strings.HasPrefix(m.Role, "gap") {
			t.Errorf("a line through the year without a number: %+v", m)
		}
	}
}

func TestAssistedTitles(t *testing.T) {
	year := func(y int, c tipstats.Count) AssistedYear { return AssistedYear{Year: y, Count: c} }
	for _, test := range []struct {
		who   string
		years []AssistedYear
		want  string
	}{
		{"", nil, "No year is listed for which the report states how many persons were assisted"},
		{"", []AssistedYear{year(2021, tipstats.NotReported)}, "The report states no number of persons assisted for 2021"},
		{"women", []AssistedYear{year(2022, tipstats.AtLeast(7)), year(2020, tipstats.Exactly(12345))},
			"The report states 12,345 women in 2020 and at least 7 in 2022, and no number for 2021"},
		{"women", []AssistedYear{{Year: 2022, Count: tipstats.Exactly(7), Doubted: true}}, "The report states 7 women in 2022 (may be incomplete)"},
		{"men", []AssistedYear{year(1, tipstats.Exactly(1)), year(2, tipstats.Exactly(2)), year(3, tipstats.Exactly(3)),
			year(4, tipstats.Exactly(4)), year(9, tipstats.Exactly(0))},
			"The report states 1 men in 1 and 0 in 9, the first and the last of 5 numbers, and no number for 4 years"},
		{strings.Repeat("persons 100 % ", 20), []AssistedYear{year(2022, tipstats.Exactly(7))}, "The report states 7 persons in 2022"},
	} {
		f := Assisted(test.who, test.years, Credit{})
		if f.Title != test.want {
			t.Errorf("got title %q, want %q", f.Title, test.want)
		}
		if _, err := f.Render(); err != nil {
			t.Error(err)
		}
	}
}

func TestAssistedAwkwardYears(t *testing.T) {
	r := proof(t, Assisted("children assisted", []AssistedYear{
		{Year: 2018, Count: tipstats.AtLeast(40), Doubted: true, Parts: []CountPart{{"girls", tipstats.Exactly(30)}, {"boys", tipstats.NotReported}}},
		{Year: 2019, Count: tipstats.Between(50, 70)},
		{Year: 2020, Count: tipstats.Exactly(10), Parts: []CountPart{{"girls", tipstats.Exactly(30)}}},
		{Year: 2022, Count: tipstats.AtMost(20), Among: []CountPart{{"girls in shelters", tipstats.AtLeast(25)}}},
	}, Credit{}))
	wantText(t, r, "at least 40", "boys not reported", "may be incomplete", "between 50 and 70", "2021 (not found)", "at most 20",
		"The parts of 2020 add up to 30, more than the 10", "At least 25 of 2022 are more than the at most 20", "10 not split")
	for _, role := range []string{"open 2018", "open 2022 girls"} {
		if len(marksAs(r, figure.LineMark, role)) != 1 {
			t.Errorf("no arrow for %s", role)
		}
	}
}

func TestAssistedAlwaysRenders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.Custom(func(t *rapid.T) CountPart { return CountPart{anyName(t, "part", 1), anyCount(t)} })
		years := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) AssistedYear {
			return AssistedYear{
				Year: rapid.IntRange(1990, 2100).Draw(t, "year"), Count: anyCount(t), Doubted: rapid.Bool().Draw(t, "doubted"),
				Parts: rapid.SliceOfN(part, 0, 6).Draw(t, "parts"), Among: rapid.SliceOfN(part, 0, 2).Draw(t, "among"),
			}
		}), 0, 8).Draw(t, "years")
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		if err := inProfile(Assisted(anyName(t, "who", 0), years, proofCredit), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}
