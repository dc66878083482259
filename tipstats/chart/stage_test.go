package chart

import (
	"math"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// TestEveryFigureHasALabelOfItsOwn: no two figures of one unit share a label, but for the persons prosecuted, whose cohort the note
// of their row names.
func TestEveryFigureHasALabelOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, unit := range tipstats.Units() {
		for _, stage := range tipstats.Stages() {
			for _, cohort := range tipstats.Cohorts() {
				label := stageLabel(stage, unit, cohort)
				if label == "" {
					t.Errorf("no label for %s, %s, %s", stage, unit, cohort)
				}
				if seen[string(unit)+label] && (unit != tipstats.Person || stage != tipstats.Prosecution) {
					t.Errorf("%q is the label of two figures", label)
				}
				seen[string(unit)+label] = true
			}
		}
	}
}

func TestEveryCohortHasANote(t *testing.T) {
	long, short := map[string]bool{}, map[string]bool{}
	for _, cohort := range tipstats.Cohorts() {
		long[cohortNote(cohort)], short[cohortShort(cohort)] = true, true
	}
	if len(long) != 4 || len(short) != 4 {
		t.Errorf("%v, %v", long, short)
	}
}

func TestFormsDifferInColourAndWord(t *testing.T) {
	fills, words := map[figure.Color]bool{}, map[string]bool{}
	for _, form := range tipstats.Forms() {
		fills[formFill(form)], words[formLabel(form)] = true, true
	}
	if len(fills) != len(tipstats.Forms()) || len(words) != len(tipstats.Forms()) {
		t.Errorf("%v, %v", fills, words)
	}
}

// TestFormsDifferInGreyscale: forms that are less than 15 of 100 steps of lightness (CIE 1976 L*) apart have not as many stripes.
func TestFormsDifferInGreyscale(t *testing.T) {
	lightness := func(fill figure.Color) float64 {
		luminance := 0.05*figure.Contrast(fill, figure.Black) - 0.05
		return 116*math.Cbrt(luminance) - 16
	}
	for i, a := range tipstats.Forms() {
		for _, b := range tipstats.Forms()[:i] {
			apart := math.Abs(lightness(formFill(a)) - lightness(formFill(b)))
			if apart < 15 && formStripes(a) == formStripes(b) {
				t.Errorf("%s and %s are %.1f apart and have as many stripes", a, b, apart)
			}
		}
	}
	r := proof(t, Funnel(funnelOf(t, "investigation,new,all,case,60,exact", "investigation,new,sex,case,10,exact",
		"investigation,new,labor,case,20,exact", "investigation,new,other,case,30,exact"), peruCredit))
	for form, want := range map[string]int{"sex": 0, "labor": 2, "other": 1} {
		bar := marksAs(r, figure.RectMark, "bar investigations opened "+form)
		lines := marksAs(r, figure.LineMark, "bar investigations opened "+form)
		if len(bar) != 1 || len(lines) != want {
			t.Fatalf("%s: %d segments with %d stripes, want %d", form, len(bar), len(lines), want)
		}
		for _, line := range lines {
			wantNear(t, "a stripe from", line.Points[0].X, bar[0].Box.X)
			wantNear(t, "a stripe to", line.Points[1].X, bar[0].Box.Right())
		}
	}
}

func TestFigureWords(t *testing.T) {
	for _, c := range []struct {
		o    tipstats.Observation
		want string
	}{
		{tipstats.Observation{Stage: tipstats.Conviction, Unit: tipstats.Person, Count: tipstats.Exactly(1)}, "1 conviction"},
		{tipstats.Observation{Stage: tipstats.Conviction, Unit: tipstats.Person, Count: tipstats.Exactly(12_345)}, "12,345 convictions"},
		{tipstats.Observation{Stage: tipstats.Prosecution, Unit: tipstats.Person, Count: tipstats.AtLeast(1)}, "at least 1 persons prosecuted"},
		{tipstats.Observation{Stage: tipstats.Prosecution, Unit: tipstats.Case, Count: tipstats.Exactly(103)}, "103 prosecutions"},
	} {
		if got := figureWords(c.o); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestDoubtsNamesFiguresUpToAPoint(t *testing.T) {
	var list []tipstats.Observation
	for year := range 12 {
		list = append(list, tipstats.Observation{Year: 2000 + year, Stage: tipstats.Conviction, Unit: tipstats.Person, Count: tipstats.Exactly(year), Complete: year == 0})
	}
	got := doubts(list)
	if !strings.HasPrefix(got, "Hollow: the source says that the figure may be incomplete (1 conviction in 2001; 2 convictions in 2002;") ||
		!strings.HasSuffix(got, "8 convictions in 2008; 3 more)") {
		t.Error(got)
	}
	if got := doubts(list[:1]); got != "" {
		t.Errorf("a complete figure is doubted: %q", got)
	}
}
