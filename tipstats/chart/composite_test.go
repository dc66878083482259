package chart

import (
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// TestChartsAsPanels: charts lay themselves out as panels of one figure, with one legend.
func TestChartsAsPanels(t *testing.T) {
	for _, columns := range []int{1, 2} {
		f := figure.Composite{
			Name: "panels", Title: "What the report states of law enforcement in Peru", Columns: columns,
			Panels: []*figure.Figure{
				Funnel(peruFunnel(t, 2022), peruCredit),
				Forms([]*tipstats.Funnel{peruFunnel(t, 2021), peruFunnel(t, 2022)}, tipstats.Investigation, peruCredit),
			},
		}.Figure()
		r, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range profiles {
			if columns == 2 && p.Name == "Nature1" {
				continue // half a column of a journal holds no chart
			}
			if err := inProfile(f, p, look(t, p)); err != nil {
				t.Error(err)
			}
		}
		sex := 0
		for _, m := range marksAs(r, figure.TextMark, "key") {
			if m.Text == "sex trafficking" {
				sex++
			}
		}
		if sex != 1 {
			t.Errorf("%d columns: the legend names sex trafficking %d times", columns, sex)
		}
		if len(marksAs(r, figure.TextMark, "panel title")) < 2 {
			t.Errorf("%d columns: a panel has no title", columns)
		}
	}
}

// TestEveryChartAsPanel: every chart lays itself out as a panel of one, two or three columns beside others.
func TestEveryChartAsPanel(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine: -short is for the race detector")
	}
	charts := gallery(t)
	for columns := 1; columns <= 3; columns++ {
		for i := range charts {
			panels := []*figure.Figure{charts[i], charts[(i+1)%len(charts)], charts[(i+6)%len(charts)]}
			f := figure.Composite{Name: "panels", Title: "Three charts", Alt: "Three charts.", Panels: panels, Columns: columns}.Figure()
			for _, p := range profiles {
				if columns > 1 && p.Name == "Nature1" {
					continue // a part of a column of a journal holds no chart
				}
				if err := inProfile(f, p, nil); err != nil {
					t.Errorf("%d columns, %s, %s and %s: %v", columns, panels[0].Name, panels[1].Name, panels[2].Name, err)
				}
			}
		}
	}
}
