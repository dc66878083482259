package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

func peruForms(t testing.TB) *figure.Figure {
	return Forms([]*tipstats.Funnel{peruFunnel(t, 2021), peruFunnel(t, 2022)}, tipstats.Investigation, peruCredit)
}

func TestFormsOfPeru(t *testing.T) {
	r := proof(t, peruForms(t))
	wantText(t, r, "Peru: the share of sex trafficking among reported investigations fell by at least 18.8 and at most 58.3 percentage points",
		"from 2021 to 2022, however the 321 cases of open form are classified", "rose by at least 18.8 and at most 58.3",
		"94.9 %", "5.1 %", "36.7 to 76.1 %", "23.9 to 63.3 %", "336", "18", "354", "298", "194", "321", "813", "no confidence intervals")
}

func TestFormsBarsAreOfOneLength(t *testing.T) {
	r := proof(t, peruForms(t))
	width := func(year, form string) float64 {
		t.Helper()
		marks := marksAs(r, figure.RectMark, "bar "+year+" "+form)
		if len(marks) != 1 {
			t.Fatalf("%d segments %s %s", len(marks), year, form)
		}
		return marks[0].Box.W
	}
	whole := width("2021", "sex") + width("2021", "labor")
	wantNear(t, "both bars", width("2022", "sex")+width("2022", "labor")+width("2022", "unspecified"), whole)
	wantNear(t, "336 of 354", width("2021", "sex"), whole*336/354)
	wantNear(t, "321 of 813", width("2022", "unspecified"), whole*321/813)
}

func TestFormsSharesOnTheAxis(t *testing.T) {
	r := proof(t, peruForms(t))
	zero, full := tickAt(t, r, "0 %"), tickAt(t, r, "100 %")
	at := func(v float64) float64 { return zero + v*(full-zero) }
	dots := marksAs(r, figure.CircleMark, "share sex")
	if len(dots) != 1 {
		t.Fatalf("%d dots for the one share of sex trafficking with a value", len(dots))
	}
	wantNear(t, "336 of 354", dots[0].Points[0].X, at(336./354))
	for form, ends := range map[string][2]float64{"sex": {298. / 813, 619. / 813}, "labor": {194. / 813, 515. / 813}} {
		bands := marksAs(r, figure.RectMark, "bounds "+form)
		if len(bands) != 1 {
			t.Fatalf("%d bands for %s", len(bands), form)
		}
		wantNear(t, form+" least", bands[0].Box.X, at(ends[0]))
		wantNear(t, form+" most", bands[0].Box.Right(), at(ends[1]))
	}
}

func TestFormsRefusesWhatIsNotStated(t *testing.T) {
	fig := Forms([]*tipstats.Funnel{peruFunnel(t, 2020), peruFunnel(t, 2022)}, tipstats.Investigation, peruCredit)
	r := proof(t, fig)
	wantText(t, r, "not found", "not found in any source")
	if strings.Contains(pageText(r), "same cohort") {
		t.Error("what was not found counts as another cohort")
	}
	if len(marksAs(r, figure.TextMark, "change")) != 0 {
		t.Error("a change is stated from a year without investigations")
	}
	if want := "Peru, 2022: between 36.7 % and 76.1 % of reported investigations were for sex trafficking"; fig.Title != want {
		t.Errorf("got %q, want %q", fig.Title, want)
	}
}

func TestFormsOfUnknownDirection(t *testing.T) {
	rows := []string{"investigation,new,all,case,100,exact", "investigation,new,sex,case,50,exact", "investigation,new,labor,case,20,exact"}
	fig := Forms([]*tipstats.Funnel{funnelIn(t, 2021, rows...), funnelIn(t, 2022, rows...)}, tipstats.Investigation, peruCredit)
	proof(t, fig)
	if !strings.Contains(fig.Title, ", depending on how the ") {
		t.Errorf("bounds that overlap: %q", fig.Title)
	}
	if strings.Contains(fig.Title, "fell by") || strings.Contains(fig.Title, "rose by") {
		t.Errorf("a direction is stated: %q", fig.Title)
	}
}

func TestFormsOfSeveralCountries(t *testing.T) {
	bolivia := *peruFunnel(t, 2022)
	bolivia.Country = "BOL"
	fig := Forms([]*tipstats.Funnel{peruFunnel(t, 2021), &bolivia}, tipstats.Investigation, Credit{})
	wantText(t, proof(t, fig), "PER 2021", "BOL 2022")
}

func TestFormsData(t *testing.T) {
	var rows []string
	for _, row := range peruForms(t).Data.Rows {
		rows = append(rows, strings.Join(row, ","))
	}
	all := strings.Join(rows, "\n")
	for _, want := range []string{"0.949152542373", "0.366543665437", "0.761377613776", "-0.582608876936", "-0.187774928597", "investigation,new,labor,case,18,exact"} {
		if !strings.Contains(all, want) {
			t.Errorf("the table lacks %s:\n%s", want, all)
		}
	}
}
