package chart

import (
	"fmt"
	"strings"
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

// TestSharesSayWhyABandIsOpen: "at least 44" convicted is no open form, and a share with a value has no band.
func TestSharesSayWhyABandIsOpen(t *testing.T) {
	rate := func(convicted tipstats.Count) NamedShare {
		var list []tipstats.Observation
		for stage, count := range map[tipstats.Stage]tipstats.Count{tipstats.Conviction: convicted, tipstats.Acquittal: tipstats.Exactly(30)} {
			list = append(list, tipstats.Observation{Country: "PER", Report: 2023, Year: 2022, Stage: stage, Cohort: tipstats.UnstatedCohort,
				Form: tipstats.AllForms, Unit: tipstats.Person, Count: count, Complete: true, Source: "s"})
		}
		ds, err := tipstats.NewDataset(list)
		if err != nil {
			t.Fatal(err)
		}
		f, err := ds.Funnel("PER", 2022)
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.ConvictionRate()
		return NamedShare{Name: counted(convicted) + " convicted", Rate: r, Err: err}
	}
	atLeast, exact := rate(tipstats.AtLeast(44)), rate(tipstats.Exactly(10))
	open := FormShares(tipstats.Sex, peruFunnel(t, 2022))
	for _, test := range []struct {
		rows     []NamedShare
		title    string
		says, no string
	}{
		{[]NamedShare{atLeast}, "Conviction rate in Peru: at least 59.5 %", "known as a range only (at least 44 convictions in 2022)", "open form"},
		{[]NamedShare{exact}, "Conviction rate in Peru: 25.0 %", "25.0 %", "band"},
		{[]NamedShare{exact, atLeast}, "Conviction rate in Peru: 1 figure with one value, 1 figure with bounds", "no confidence interval", "open form"},
		{append(open[:1:1], atLeast), "Conviction rate in Peru: 2 figures with bounds", "of open form to counting all of it (investigations opened, 2022)", "with none"},
		{nil, "Conviction rate in Peru: no figure is listed", "nothing is listed", "band"},
	} {
		f := Shares("conviction rate", test.rows, Credit{Country: "Peru"})
		r := proof(t, f)
		wantText(t, r, test.says)
		if f.Title != test.title || strings.Contains(pageText(r), test.no) {
			t.Errorf("got %q, want %q, without %q on the page: %s", f.Title, test.title, test.no, pageText(r))
		}
	}
}
