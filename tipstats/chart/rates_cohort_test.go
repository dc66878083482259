package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
)

func TestRatesAltNamesCountryAndCohorts(t *testing.T) {
	alt := Rates(peruCandidates(t), 0.95, peruCredit).Alt
	for _, text := range []string{
		"Peru 2021, convicted to persons prosecuted: flow ratio, 233 to 121, new cases only, 1.93",
		"Peru 2022, convicted to persons prosecuted: flow ratio, 89 to 241, new and ongoing cases, 0.369",
		"Peru 2020, convicted to persons prosecuted: flow ratio, 29 to at least 44, new or ongoing not said, may be incomplete, at most 0.659",
	} {
		if !strings.Contains(alt, text) {
			t.Errorf("the alt text lacks %q: %s", text, alt)
		}
	}
}

func TestRatesOfOneCohortAreCompared(t *testing.T) {
	rows := func(cohort string) []tipstats.Candidate {
		return funnelOf(t, "conviction,new,all,person,3,exact", "prosecution,"+cohort+",all,person,9,exact", "acquittal,new,all,person,5,exact").Candidates()
	}
	fig := Rates(rows("new"), 0.95, peruCredit)
	r := proof(t, fig)
	wantText(t, r, "both in new cases only")
	if text := strings.Join(fig.Caption, " "); strings.Contains(text, "different cohorts") {
		t.Errorf("one cohort, and the caption says %q", text)
	}
	refused := proof(t, Rates(rows("both"), 0.95, peruCredit))
	wantText(t, refused, "figures of different cohorts")
}

func TestRatesNameTheCohortThatIsNotSaid(t *testing.T) {
	f := funnelOf(t, "conviction,new,all,person,3,exact", "acquittal,unstated,all,person,5,exact")
	fig := Rates(f.Candidates(), 0.95, peruCredit)
	wantText(t, proof(t, fig), "3 of 8", "convictions: new cases only", "acquittals: new or ongoing not said")
	if got := strings.Join(fig.Data.Rows[0][4:8], ","); got != "3,new,8,new+unstated" {
		t.Errorf("got %s for the counts and their cohorts", got)
	}
}
