package chart

import (
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
)

func TestLegendBreaksIntoLines(t *testing.T) {
	keys := []key{
		swatch("sex trafficking", part{fill: figure.Sex}), hollowKey(), unsureKey("between the bounds"), openKey("this many or more"),
		gapKeys(map[string]bool{notFoundWords: true})[0],
		swatch("a long text of a key that does not stand on the same line as the ones before it", part{fill: figure.Labor}),
	}
	r := proof(t, sized(&figure.Figure{Name: "legend", Title: "t", Alt: "a"}, func(c *figure.Canvas) float64 {
		return drawLegend(c, 100, 0, keys)
	}))
	lines := map[float64]int{}
	for _, m := range marksAs(r, figure.TextMark, "key") {
		lines[m.Points[0].Y]++
		if m.Box.X < r.Area().X+100 {
			t.Errorf("%q begins left of the legend", m.Text)
		}
	}
	if len(lines) < 2 {
		t.Errorf("the keys stand on %d lines", len(lines))
	}
}

func TestLegendOfNothing(t *testing.T) {
	if got := drawLegend(nil, 0, 7, nil); got != 7 {
		t.Errorf("an empty legend ends at %v", got)
	}
}

func TestBarKeysNameOnlyWhatIsShown(t *testing.T) {
	var texts []string
	for _, k := range barKeys([]bar{{parts: []part{{name: "labor", size: 1}, {name: notSplit, size: 1}}, open: true}}) {
		texts = append(texts, k.text)
	}
	if got := listed(texts); got != "labor trafficking, not split by the report and this many or more" {
		t.Error(got)
	}
	if keys := barKeys([]bar{{parts: []part{{name: notSplit, size: 1}}}}); len(keys) != 0 {
		t.Errorf("bars of one colour have %d keys", len(keys))
	}
}
