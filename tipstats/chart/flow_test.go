package chart

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

func TestFlowOfVerdicts(t *testing.T) {
	whole, err := Verdicts(peruFunnel(t, 2022))
	if err != nil {
		t.Fatal(err)
	}
	f := Flow(whole, 2022, peruCredit)
	r := proof(t, f)
	wantText(t, r, "Peru, 2022: of 160 persons with a verdict, the report states 89 convicted and 71 acquitted", "61", "21", "7", "sex trafficking")
	// The plotter sets stocks as filled paths of the width of a stock, as high as their number on the scale of the whole.
	heights := map[string]float64{}
	for _, m := range marksAs(r, figure.PathMark, "flow") {
		if m.Fill.A == 255 && m.Box.W < 10 {
			heights[strings.TrimSpace(hexOf(m.Fill))] += m.Box.H
		}
	}
	wantNear(t, "sex", heights[hexOf(figure.Sex)], flowHeight*61/160)
	wantNear(t, "labor", heights[hexOf(figure.Labor)], flowHeight*21/160)
	wantNear(t, "whole and convicted", heights[hexOf(figure.Heading)], flowHeight*(160+89)/160)
	wantNear(t, "acquitted and unspecified", heights[hexOf(figure.Unspecified)], flowHeight*(71+7)/160)
	if got := f.Data.Rows[2]; strings.Join(got, ",") != "sex trafficking,convicted,61,exact" {
		t.Errorf("row %v", got)
	}
	if _, err := Verdicts(peruFunnel(t, 2021)); err == nil {
		t.Error("2021 has no acquittals, and a branch of verdicts")
	}
}

func hexOf(c figure.Color) string { return string([]byte{'#', c.R, c.G, c.B}) }

func TestFlowOfInvestigations(t *testing.T) {
	wantText(t, proof(t, Flow(Opened(peruFunnel(t, 2022)), 2022, peruCredit)), "813", "298", "194", "321")
	wantText(t, proof(t, Flow(Opened(peruFunnel(t, 2020)), 2020, Credit{})), "not found, with no part that can be drawn")
}

func TestFlowSaysWhatItDoesNotDraw(t *testing.T) {
	whole := Branch{Name: "persons", Count: tipstats.Exactly(10), Parts: []Branch{
		{Name: "women", Count: tipstats.Exactly(4)}, {Name: "men", Count: tipstats.NotReported}, {Name: "none", Count: tipstats.Exactly(0)},
	}}
	wantText(t, proof(t, Flow(whole, 2022, Credit{})), "Men: not reported, so not drawn", "not split", "6")
	whole.Parts[0].Count = tipstats.Exactly(11)
	wantText(t, proof(t, Flow(whole, 2022, Credit{})), "add up to more than 10")
}

func TestFlowAlwaysRenders(t *testing.T) {
	var branch func(t *rapid.T, depth int) Branch
	branch = func(t *rapid.T, depth int) Branch {
		b := Branch{Name: anyName(t, "name", 3), Count: anyCount(t)}
		for range rapid.IntRange(0, 4).Draw(t, "parts") {
			if depth < 3 {
				b.Parts = append(b.Parts, branch(t, depth+1))
			}
		}
		return b
	}
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		if err := inProfile(Flow(branch(t, 0), 2022, Credit{}), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}
