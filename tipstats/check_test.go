package tipstats

import (
	"slices"
	"strings"
	"testing"
)

func TestCheckFindsNothingInPeru(t *testing.T) {
	if findings := read(t, peruCSV).Check(); len(findings) != 0 {
		t.Errorf("%v", findings)
	}
}

func TestCheck(t *testing.T) {
	row := func(stage, cohort, form, value, slice string) string {
		return "PER,2023,2022," + stage + "," + cohort + "," + form + ",case," + value + "," + slice + ",true"
	}
	for name, c := range map[string]struct {
		rows  []string
		kind  FindingKind
		lines []int
		words []string
	}{
		"forms that do not add up": {
			[]string{row("investigation", "new", "all", "813,exact", ""), row("investigation", "new", "sex", "298,exact", ""),
				row("investigation", "new", "labor", "194,exact", ""), row("investigation", "new", "unspecified", "320,exact", "")},
			BreakdownGap, []int{2, 3, 4, 5}, []string{"813", "812", "320"}},
		"too much": {
			[]string{row("investigation", "new", "all", "5,exact", ""), row("investigation", "new", "sex", "4,at_least", ""), row("investigation", "new", "labor", "2,exact", "")},
			BreakdownGap, []int{2, 3, 4}, []string{"at least 6"}},
		"cohorts that do not add up": {
			[]string{row("prosecution", "new", "all", "103,exact", ""), row("prosecution", "ongoing", "all", "45,exact", ""), row("prosecution", "both", "all", "149,exact", "")},
			BreakdownGap, []int{4, 2, 3}, []string{"148", "149"}},
		"a form larger than its total": {
			[]string{row("conviction", "unstated", "all", "9,exact", ""), row("conviction", "unstated", "sex", "10,exact", "")},
			PartTooLarge, []int{3, 2}, []string{"10", "9"}},
		"a slice larger than the nation": {
			[]string{row("conviction", "unstated", "all", "9,exact", ""), row("conviction", "unstated", "all", "10,exact", "agency: state police")},
			PartTooLarge, []int{3, 2}, []string{"state police"}},
	} {
		findings := withRows(t, c.rows...).Check()
		if len(findings) != 1 || findings[0].Kind != c.kind || !slices.Equal(findings[0].Lines, c.lines) || findings[0].File != "input" {
			t.Errorf("%s: %v", name, findings)
			continue
		}
		for _, w := range c.words {
			if !strings.Contains(findings[0].Message, w) {
				t.Errorf("%s: %q does not name %q", name, findings[0], w)
			}
		}
	}
}

func TestCheckFindsContradictions(t *testing.T) {
	header, _, _ := strings.Cut(peruCSV, "\n")
	d := read(t, header+"\nPER,2023,2022,conviction,unstated,all,person,89,exact,,true,page a,,\nPER,2023,2022,conviction,unstated,all,person,98,exact,,true,page b,,\n"+
		"PER,2022,2022,conviction,unstated,all,person,70,exact,,true,page a,,\n")
	findings := d.Check()
	if len(findings) != 1 || findings[0].Kind != Contradiction || !slices.Equal(findings[0].Lines, []int{3, 2}) {
		t.Fatalf("%v", findings)
	}
	for _, w := range []string{"89", "98", "page a", "page b", "line 2"} {
		if !strings.Contains(findings[0].String(), w) {
			t.Errorf("%q does not name %q", findings[0], w)
		}
	}
}

func TestCheckAllowsWhatRangesAllow(t *testing.T) {
	for name, rows := range map[string][]string{
		"a total of at least 44":         {"PER,2023,2022,arrest,new,all,person,44,at_least,,true", "PER,2023,2022,arrest,new,sex,person,40,exact,,true", "PER,2023,2022,arrest,new,labor,person,10,exact,,true"},
		"one part, less than its total":  {"PER,2023,2022,arrest,new,all,person,44,exact,,true", "PER,2023,2022,arrest,new,sex,person,4,exact,,true"},
		"a part that was not reported":   {"PER,2023,2022,arrest,new,all,person,44,exact,,true", "PER,2023,2022,arrest,new,sex,person,4,exact,,true", "PER,2023,2022,arrest,new,labor,person,NR,exact,,true"},
		"a rough total":                  {"PER,2023,2022,arrest,new,all,person,120,approx,,true", "PER,2023,2022,arrest,new,sex,person,100,exact,,true", "PER,2023,2022,arrest,new,labor,person,21,exact,,true"},
		"a total that was not reported":  {"PER,2023,2022,arrest,new,all,person,NR,exact,,true", "PER,2023,2022,arrest,new,sex,person,100,exact,,true", "PER,2023,2022,arrest,new,labor,person,21,exact,,true"},
		"another edition's parts":        {"PER,2022,2022,arrest,new,all,person,1,exact,,true", "PER,2023,2022,arrest,new,sex,person,100,exact,,true", "PER,2023,2022,arrest,new,labor,person,21,exact,,true"},
		"parts that may add up to total": {"PER,2023,2022,arrest,new,all,person,9,exact,,true", "PER,2023,2022,arrest,new,sex,person,5,at_most,,true", "PER,2023,2022,arrest,new,labor,person,6,at_most,,true"},
	} {
		if findings := withRows(t, rows...).Check(); len(findings) != 0 {
			t.Errorf("%s: %v", name, findings)
		}
	}
}
