package chart

import (
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/panel"
)

// gallery is every chart of the package on real figures.
func gallery(t testing.TB) []*figure.Figure {
	t.Helper()
	funnels := []*tipstats.Funnel{peruFunnel(t, 2021), peruFunnel(t, 2022)}
	pairs := []Pair{{"Africa", tipstats.Exactly(50), tipstats.Exactly(194)}, {"Europe & Eurasia", tipstats.Exactly(2437), tipstats.Exactly(2598)}}
	return []*figure.Figure{
		Funnel(funnels[1], peruCredit),
		Years(peruDataset(t), "PER", 2020, 2022, peruCredit),
		Forms(funnels, tipstats.Investigation, peruCredit),
		Rates(peruCandidates(t), 0.95, peruCredit),
		Shares("share of sex trafficking", FormShares(tipstats.Sex, funnels...), peruCredit),
		Victims(peruVictims, peruCredit),
		Assisted("children assisted", peruAssisted, peruCredit),
		Capacity(peruCapacity, peruCredit),
		Penalties("Article 129", peruPenalties, peruSentences, peruCredit),
		Reporting(peruReporting, peruCredit),
		Dumbbell(years2003And2005, pairs, Credit{}),
		Population(PopulationWords{"child victims assisted, 2022", "girls", "boys"}, []PopulationGroup{
			{"sex trafficking", tipstats.Exactly(80), tipstats.Exactly(2)}, {"labor trafficking", tipstats.Exactly(29), tipstats.Exactly(2)},
		}, peruCredit),
		Trend(yearly(t, "WLD", 2017, worldProsecutions...), 0.95, Credit{Country: "the world"}),
		Multiples("prosecutions", []NamedSeries{{"Africa", yearly(t, "AFR", 2003, exact(50, 134, 194)...)}, {"Near East", yearly(t, "NEA", 2003, exact(1004, 134, 112)...)}},
			0.95, Credit{}),
		Slope(years2003And2005, pairs, Credit{}),
		Flow(Opened(funnels[1]), 2022, peruCredit),
		Control(controlOf(t, regions, panel.Rates, panel.Options{Allowance: panel.ChanceAlone}), regionWords, Credit{}),
	}
}

// leftEdge is where the labels of a chart end, or where its axis begins, less the gap between the two.
func leftEdge(marks []figure.Mark) (x float64, found bool) {
	for _, m := range marks {
		switch {
		case m.Role == "y axis":
			return m.Points[0].X - labelGap, true
		case m.Kind == figure.TextMark && m.Style.Anchor == figure.End && (m.Role == "label" || m.Role == "definition" || m.Role == "topic"):
			return m.Points[0].X, true
		}
	}
	return 0, false
}

// TestEveryChartAlignsInAComposite: below one another, all charts begin their axes where the one with the widest labels does.
func TestEveryChartAlignsInAComposite(t *testing.T) {
	charts := gallery(t)
	for i, f := range charts {
		if i == 0 || f.Name == "slope" || f.Name == "flow" {
			continue // these two have labels on both sides, or none
		}
		panels := []*figure.Figure{charts[0], f}
		own := make([]float64, len(panels))
		for j, p := range panels {
			r, err := p.Render()
			if err != nil {
				t.Fatal(err)
			}
			edge, found := leftEdge(r.Marks())
			if !found {
				t.Fatalf("%s has no left edge", p.Name)
			}
			own[j] = edge
		}
		both := figure.Composite{Name: "all", Title: "Two charts", Alt: "Two charts.", Panels: panels}.Figure()
		both.Tall = true
		r, err := both.Render()
		if err != nil {
			t.Fatal(err)
		}
		edges := map[string]float64{}
		part := -1
		for _, m := range r.Marks() {
			if m.Role == "panel" {
				part++
			}
			if part < 0 {
				continue
			}
			if edge, found := leftEdge([]figure.Mark{m}); found {
				if _, seen := edges[panels[part].Name]; !seen {
					edges[panels[part].Name] = edge
				}
			}
		}
		for _, p := range panels {
			wantNear(t, p.Name+" beside "+f.Name, edges[p.Name], max(own[0], own[1]))
		}
	}
}
