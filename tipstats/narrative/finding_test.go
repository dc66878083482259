package narrative

import "testing"

func TestFindings(t *testing.T) {
	for text, want := range map[string]FindingKind{
		"Courts convicted 12 traffickers, including nine for sex trafficking and five for forced labor.":  BreakdownGap,
		"Courts convicted 12 traffickers (six for sex trafficking and five for forced labor).":            BreakdownGap,
		"Courts convicted 12 traffickers, including nine for sex trafficking.":                            "",
		"Courts convicted 12 traffickers (seven for sex trafficking and five for forced labor).":          "",
		"Courts convicted 12 traffickers, an increase from 14 in 2018.":                                   Contradicted,
		"Courts convicted 12 traffickers, down from nine in 2018.":                                        Contradicted,
		"Courts convicted 12 traffickers, an increase from nine in 2018.":                                 "",
		"In 2018, courts convicted 12 traffickers, compared with nine traffickers in 2018.":               YearTwice,
		"Courts convicted 12 traffickers in 2018, compared with nine traffickers in 2018.":                YearTwice,
		"Courts convicted 12 traffickers. Courts convicted 15 traffickers.":                               TwoValues,
		"Courts convicted 12 traffickers. Courts convicted 12 traffickers.":                               "",
		"Courts convicted at least 12 traffickers (seven for sex trafficking and four for forced labor).": "",
	} {
		r, err := Extract(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkReading(t, text, r)
		switch {
		case want == "" && len(r.Findings) > 0:
			t.Errorf("%s: %+v", text, r.Findings)
		case want != "" && (len(r.Findings) != 1 || r.Findings[0].Kind != want || len(r.Findings[0].Words) < 2 || len(r.Findings[0].Statements) == 0):
			t.Errorf("%s: %+v, want one of kind %q", text, r.Findings, want)
		}
	}
}
