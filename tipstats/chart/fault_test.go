package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// TestMistypedNamesAreFaults: a stage or a country that is not there, a word that is missing, or a figure that is set against itself is an
// error, and no finding about a country.
func TestMistypedNamesAreFaults(t *testing.T) {
	ds := peruDataset(t)
	f, err := ds.Funnel("PER", 2022)
	if err != nil {
		t.Fatal(err)
	}
	pair := []Pair{{"all", tipstats.Exactly(3), tipstats.Exactly(4)}}
	credit := Credit{Country: "Peru", Source: "A source"}
	for want, fig := range map[string]*figure.Figure{
		`unknown stage "nonsense": expected one of investigation, arrest`: Forms([]*tipstats.Funnel{f}, "nonsense", credit),
		`PER 2022 stands twice`:                               Forms([]*tipstats.Funnel{f, f}, tipstats.Investigation, credit),
		`both times are "2003"`:                               Dumbbell(DumbbellWords{"prosecutions", "2003", "2003"}, pair, credit),
		`all three are needed`:                                Slope(DumbbellWords{}, pair, credit),
		`the dataset has no row of country "XXX": it has PER`: Years(ds, "XXX", 2020, 2022, credit),
	} {
		if _, err := fig.Render(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
