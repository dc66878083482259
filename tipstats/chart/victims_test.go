package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

var peruVictims = VictimFigures{
	Year: 2022, Who: "child victims assisted", Total: tipstats.Exactly(113),
	Splits: []VictimSplit{
		{By: "sex", Cells: []VictimCell{
			{"girls", tipstats.Sex, tipstats.Exactly(80)}, {"girls", tipstats.Labor, tipstats.Exactly(29)},
			{"boys", tipstats.Sex, tipstats.Exactly(2)}, {"boys", tipstats.Labor, tipstats.Exactly(2)},
		}},
		{By: "nationality", Cells: []VictimCell{
			{"Peruvian", tipstats.Sex, tipstats.Exactly(39)}, {"Peruvian", tipstats.Labor, tipstats.Exactly(23)},
			{"other nationals", tipstats.Sex, tipstats.Exactly(43)}, {"other nationals", tipstats.Labor, tipstats.Exactly(8)},
		}},
	},
}

func TestVictimsOfPeru(t *testing.T) {
	f := Victims(peruVictims, proofCredit)
	r := proof(t, f)
	wantText(t, r, "Of 113 child victims assisted in 2022, the report records 82 as exploited in sex trafficking and 31 in labor trafficking",
		"80", "29", "109", "2 sex trafficking, 2 labor trafficking", "39", "23", "62", "43", "8", "51", "113", "82", "31", "sex 72.6 %, labor 27.4 %",
		"girls", "boys", "Peruvian", "other nationals", "The report does not cross sex and nationality", "n = 113")

	whole := marksAs(r, figure.RectMark, "bar all sex")[0].Box.W / 82
	for role, want := range map[string]float64{
		"bar all labor": 31, "bar girls sex": 80, "bar girls labor": 29, "bar boys sex": 2, "bar boys labor": 2,
		"bar Peruvian sex": 39, "bar Peruvian labor": 23, "bar other nationals sex": 43, "bar other nationals labor": 8,
	} {
		bars := marksAs(r, figure.RectMark, role)
		if len(bars) != 1 {
			t.Fatalf("got %d marks for %q", len(bars), role)
		}
		wantNear(t, role, bars[0].Box.W, want*whole)
	}
	if got := f.Data.Rows[1]; strings.Join(got, ",") != "2022,all,all,sex,82,exact,0.725663716814,false" {
		t.Errorf("got %q for the children in sex trafficking: 82/113 = 0.725663716814", got)
	}
	if got, want := len(f.Data.Rows), 3+2*(4+2); got != want {
		t.Errorf("got %d rows of data, want %d: the total, two forms, and for each split four cells and two sums", got, want)
	}
}

func TestVictimsSaysWhatTheSplitsDoNot(t *testing.T) {
	v := VictimFigures{Year: 2019, Total: tipstats.Exactly(50), Splits: []VictimSplit{
		{By: "sex", Cells: []VictimCell{
			{"women", tipstats.Sex, tipstats.AtLeast(20)}, {"men", tipstats.Labor, tipstats.NotReported},
			{"men", tipstats.Unspecified, tipstats.Exactly(4)}, {"children", tipstats.AllForms, tipstats.NotReported},
		}},
		{By: "age", Cells: []VictimCell{{"adults", tipstats.AllForms, tipstats.Exactly(30)}, {"children", tipstats.AllForms, tipstats.Exactly(15)}}},
	}}
	r := proof(t, Victims(v, Credit{Country: "Utopia"}))
	wantText(t, r, "Of 50 victims in 2019, the report records between 20 and 46 as exploited in sex trafficking", "at least 20", "labor trafficking not reported", "at least 4", "not split by the report", "not reported",
		"the report states no number for 2 of 4 parts", "The parts by age add up to 45, less than the total")
	total, open := marksAs(r, figure.RectMark, "bar all sex"), marksAs(r, figure.RectMark, "bar all not split")
	if len(total) != 1 || len(open) != 1 {
		t.Fatalf("got %d bars for sex trafficking and %d for those whom no form is stated of", len(total), len(open))
	}
	wantNear(t, "26 of 50 without a form", open[0].Box.W, total[0].Box.W*26/20)
	if len(marksAs(r, figure.LineMark, "open women")) != 1 || len(marksAs(r, figure.LineMark, "open men")) != 1 {
		t.Error("a bound without an arrow")
	}
	if len(marksAs(r, figure.LineMark, "gap children")) != 2 {
		t.Error("no cross for the children of whom nothing was reported")
	}
}

func TestVictimsTitles(t *testing.T) {
	split := func(by string, form tipstats.Form, n int) VictimSplit {
		return VictimSplit{by, []VictimCell{{"all", form, tipstats.Exactly(n)}}}
	}
	both := func(by string, sex, labor int) VictimSplit {
		return VictimSplit{by, []VictimCell{{"all", tipstats.Sex, tipstats.Exactly(sex)}, {"all", tipstats.Labor, tipstats.Exactly(labor)}}}
	}
	for _, test := range []struct {
		v    VictimFigures
		want string
	}{
		{VictimFigures{Year: 2021, Total: tipstats.NotReported}, "The number of victims in 2021 was not reported"},
		{VictimFigures{Year: 2021, Total: tipstats.Exactly(0)}, "The report states 0 victims in 2021, and no form of trafficking"},
		{VictimFigures{Year: 2021, Total: tipstats.AtLeast(9), Splits: []VictimSplit{split("sex", tipstats.AllForms, 9)}},
			"The report states at least 9 victims in 2021, and no form of trafficking"},
		{VictimFigures{Year: 2021, Total: tipstats.Exactly(9), Splits: []VictimSplit{split("a", tipstats.Sex, 4), split("b", tipstats.Sex, 5)}},
			"Of 9 victims in 2021, the report records between 5 and 9 as exploited in sex trafficking"},
		{VictimFigures{Year: 2021, Total: tipstats.Exactly(9), Splits: []VictimSplit{both("a", 4, 5), both("b", 5, 4)}},
			"The report states 9 victims in 2021; its splits do not agree on the forms"},
		{VictimFigures{Year: 2021, Total: tipstats.Exactly(9), Splits: []VictimSplit{split("a", tipstats.Sex, 10)}},
			"The report states 9 victims in 2021; its forms add up to more"},
		{VictimFigures{Year: 2021, Who: "women and girls", Total: tipstats.Exactly(12345), Splits: []VictimSplit{split("a", tipstats.OtherForm, 10)}},
			"Of 12,345 women and girls in 2021, the report records between 10 and 12,345 as exploited in other forms of trafficking"},
		{VictimFigures{Year: 2021, Who: strings.Repeat("persons 100 % ", 20), Total: tipstats.Exactly(1)},
			"The report states 1 victim in 2021, and no form of trafficking"},
	} {
		f := Victims(test.v, Credit{})
		if f.Title != test.want {
			t.Errorf("got title %q, want %q", f.Title, test.want)
		}
		if _, err := f.Render(); err != nil {
			t.Error(err)
		}
	}
}

func TestVictimsAlwaysRender(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.Custom(func(t *rapid.T) VictimCell {
			return VictimCell{anyName(t, "group", 4), rapid.SampledFrom(tipstats.Forms()).Draw(t, "form"), anyCount(t)}
		})
		v := VictimFigures{Year: 2022, Who: anyName(t, "who", 0), Total: anyCount(t)}
		for range rapid.IntRange(0, 3).Draw(t, "splits") {
			v.Splits = append(v.Splits, VictimSplit{anyName(t, "by", 0), rapid.SliceOfN(cell, 0, 9).Draw(t, "cells")})
		}
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		if err := inProfile(Victims(v, proofCredit), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}
