package world

import (
	"math"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/notebook"
)

// TestFiguresAreFresh regenerates the notebook in memory and compares it with figures/global.
func TestFiguresAreFresh(t *testing.T) {
	report, err := notebook.Check(Notebook, "../../../figures/global")
	if err != nil {
		t.Fatal(err)
	}
	if !report.Fresh() {
		t.Error(report)
	}
}

// TestDispersionOfTheWorld: the values that the design of the module names for the world's prosecutions, 2017 to 2023.
func TestDispersionOfTheWorld(t *testing.T) {
	var list []tipstats.Observation
	for i, n := range []int{17471, 11096, 11841, 9876, 10572, 15159, 18774} {
		list = append(list, tipstats.Observation{Year: 2017 + i, Stage: tipstats.Prosecution, Count: tipstats.Exactly(n)})
	}
	ordinary, quasi, negative := fits(seriesOf(list, 2017, 2023))
	if math.Abs(ordinary.Dispersion-1071) > 0.5 || math.Abs(ordinary.StandardErrors[1]-0.0016) > 5e-5 || math.Abs(negative.StandardErrors[1]-0.044) > 5e-4 {
		t.Errorf("dispersion %v, standard errors %v, %v and %v", ordinary.Dispersion, ordinary.StandardErrors[1], quasi.StandardErrors[1], negative.StandardErrors[1])
	}
}

// TestAgreed: two sources of one edition that differ are an error, not a choice.
func TestAgreed(t *testing.T) {
	at := func(report, n int) tipstats.Observation {
		return tipstats.Observation{Report: report, Year: 2016, Count: tipstats.Exactly(n)}
	}
	kept, err := agreed([]tipstats.Observation{at(2017, 5), at(2017, 5), at(2018, 6)})
	if err != nil || len(kept) != 2 {
		t.Errorf("%v, %v", kept, err)
	}
	if _, err := agreed([]tipstats.Observation{at(2017, 5), at(2017, 6)}); err == nil {
		t.Error("two figures of one edition: no error")
	}
}

// TestSeriesOf keeps gaps, takes the newest edition and remembers what it has revised.
func TestSeriesOf(t *testing.T) {
	at := func(report, year, n int) tipstats.Observation {
		return tipstats.Observation{Report: report, Year: year, Stage: tipstats.Prosecution, Count: tipstats.Exactly(n)}
	}
	s := seriesOf([]tipstats.Observation{at(2006, 2004, 7), at(2008, 2004, 7), at(2006, 2006, 9), at(2008, 2006, 8)}, 2004, 2006)
	if len(s.Points) != 3 || s.Points[1].Count != tipstats.NotFound || s.Points[2].Count != tipstats.Exactly(8) {
		t.Errorf("points %v", s.Points)
	}
	if len(s.Revised) != 1 || s.Revised[0].Count != tipstats.Exactly(9) {
		t.Errorf("revised %v", s.Revised)
	}
}
