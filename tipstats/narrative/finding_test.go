package narrative

import (
	"strings"
	"testing"
)

func TestFindings(t *testing.T) {
	for text, want := range map[string]FindingKind{
		"Courts convicted 12 traffickers, including nine for sex trafficking and five for forced labor.":         BreakdownGap,
		"Courts convicted 12 traffickers (six for sex trafficking and five for forced labor).":                   BreakdownGap,
		"Courts convicted 12 traffickers, including nine for sex trafficking.":                                   "",
		"Courts convicted 12 traffickers (seven for sex trafficking and five for forced labor).":                 "",
		"Courts convicted 12 traffickers, an increase from 14 in 2018.":                                          Contradicted,
		"Courts convicted 12 traffickers, down from nine in 2018.":                                               Contradicted,
		"Courts convicted 12 traffickers, an increase from nine in 2018.":                                        "",
		"In 2018, courts convicted 12 traffickers, compared with nine traffickers in 2018.":                      YearTwice,
		"Courts convicted 12 traffickers in 2018, compared with nine traffickers in 2018.":                       YearTwice,
		"Courts convicted 12 traffickers. Courts convicted 15 traffickers.":                                      TwoValues,
		"Courts convicted 12 traffickers. Courts convicted 12 traffickers.":                                      "",
		"Courts convicted eight traffickers, an increase from 12 in 2018.":                                       Contradicted,
		"Convictions decreased from five in 2018 to nine in 2019.":                                               Contradicted,
		"Convictions decreased from nine in 2018 to five in 2019.":                                               "",
		"Prosecutions rose from 15 in 2018 to 12 in 2019.":                                                       Contradicted,
		"The number of convictions fell from five to nine.":                                                      Contradicted,
		"Courts convicted 12 traffickers, fewer than the nine convicted in 2018.":                                Contradicted,
		"Courts convicted 12 traffickers, down slightly from nine in 2018.":                                      Contradicted,
		"Courts convicted 12 traffickers. This was a decrease from nine convictions in 2018.":                    Contradicted,
		"Courts convicted 12 traffickers, an increase compared with 15 in 2018.":                                 Contradicted,
		"Courts convicted 12 traffickers, compared with 18 in 2018, an increase.":                                Contradicted,
		"Courts convicted 12 traffickers, compared with 18 in 2018, a decrease.":                                 "",
		"Authorities reported increased prosecutions, charging 12 defendants, compared with 15 in 2018.":         Contradicted,
		"Authorities increased efforts and convicted 12 traffickers, compared with 15 in 2018.":                  "",
		"Despite a decrease in funding, courts convicted 12 traffickers, compared with nine in 2018.":            "",
		"Courts convicted 12 traffickers, a similar number to the 15 convicted in 2018.":                         "",
		"Police investigated 20 cases, down from 20 cases in 2018.":                                              Contradicted,
		"Courts convicted 12 traffickers, an increase from at least 14 in 2018.":                                 "",
		"Police arrested 20 suspects: 12 for sex trafficking, five for labor trafficking, and one for begging.":  BreakdownGap,
		"Of the 10 convictions, seven were for sex trafficking and four for forced labor.":                       BreakdownGap,
		"Courts convicted 10 traffickers, 12 of whom were sentenced to prison.":                                  BreakdownGap,
		"Police arrested 10 suspects, of whom 14 were women.":                                                    BreakdownGap,
		"Police arrested four suspects in two cases, three of whom were foreign nationals.":                      "",
		"Courts convicted 10 traffickers, nine of whom were sentenced to prison.":                                "",
		"Courts convicted 12 traffickers. It prosecuted 20 suspects. In total, courts convicted 14 traffickers.": TwoValues,
		"Courts convicted at least 12 traffickers (seven for sex trafficking and four for forced labor).":        "",
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
		for _, f := range r.Findings {
			if strings.ContainsAny(f.Message, "\"\\\n") || !strings.Contains(f.Message, "\u201c") {
				t.Errorf("%s: the message does not quote as people do: %s", text, f.Message)
			}
		}
	}
}
