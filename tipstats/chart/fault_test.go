package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// TestMistypedNamesAreFaults: a stage or a country that is not there is an error, and no finding about a country.
func TestMistypedNamesAreFaults(t *testing.T) {
	ds := peruDataset(t)
	f, err := ds.Funnel("PER", 2022)
	if err != nil {
		t.Fatal(err)
	}
	credit := Credit{Country: "Peru", Source: "A source"}
	for want, fig := range map[string]*figure.Figure{
		`unknown stage "nonsense": expected one of investigation, arrest`: Forms([]*tipstats.Funnel{f}, "nonsense", credit),
		`the dataset has no row of country "XXX": it has PER`:             Years(ds, "XXX", 2020, 2022, credit),
	} {
		if _, err := fig.Render(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
