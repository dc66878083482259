package chart

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

func TestSharesOfSexTrafficking(t *testing.T) {
	r := proof(t, Shares("share of sex trafficking", FormShares(tipstats.Sex, peruFunnel(t, 2021), peruFunnel(t, 2022)), peruCredit))
	wantText(t, r, "94.9 %", "36.7 to 76.1 %", "68.5 to 76.4 %", "no confidence interval")
	zero, full := tickAt(t, r, "0 %"), tickAt(t, r, "100 %")
	at := func(v float64) float64 { return zero + v*(full-zero) }
	dots := marksAs(r, figure.CircleMark, "share ")
	if len(dots) != 1 {
		t.Fatalf("%d dots, want one for 2021", len(dots))
	}
	wantNear(t, "336 of 354", dots[0].Points[0].X, at(336./354))
	bands := marksAs(r, figure.RectMark, "bounds ")
	if len(bands) != 3 {
		t.Fatalf("%d bands, want three for 2022", len(bands))
	}
	for i, ends := range [][2]float64{{298. / 813, 619. / 813}, {58. / 103, 86. / 103}, {61. / 89, 68. / 89}} {
		wantNear(t, fmt.Sprint("least ", i), bands[i].Box.X, at(ends[0]))
		wantNear(t, fmt.Sprint("most ", i), bands[i].Box.Right(), at(ends[1]))
	}
}

func TestSharesRefuseAFlowRatio(t *testing.T) {
	rate, err := peruFunnel(t, 2022).ProsecutionsPerInvestigation()
	if err != nil {
		t.Fatal(err)
	}
	r := proof(t, Shares("share", []NamedShare{{Name: "prosecutions per investigation", Rate: rate}}, Credit{}))
	wantText(t, r, "no proportion: it can exceed 1")
}

func TestSharesAlwaysRender(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		funnels := awkwardFunnels(awkwardDataset().Draw(t, "dataset"))
		shares := FormShares(rapid.SampledFrom(tipstats.Forms()).Draw(t, "form"), funnels...)
		for i := range shares {
			shares[i].Name = anyName(t, "name", 2)
		}
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		if err := inProfile(Shares("share", shares, Credit{}), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}
