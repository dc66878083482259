package narrative

import (
	"fmt"
	"strings"
	"testing"
)

// TestClasses: what becomes of every number of a text.
func TestClasses(t *testing.T) {
	for text, want := range map[string]string{
		"The law prescribed penalties of two to eight years' imprisonment.":       "two penalty|eight penalty",
		"Article 31 and Articles 12(a) and 14(b) of Law No. 77123 of 2007 apply.": "31 statute|12(a) statute|14(b) statute|77123 statute|2007 date",
		"A fine of $12,700, or 90,000 euros, was due.":                            "12,700 money|90,000 money",
		"The academy trained 312 officers in 12 workshops.":                       "312 officials|12 training",
		"Police identified 94 victims, 30 percent of them under 18 years of age.": "94 victims|30 percentage|18 age",
		"The 24-hour hotline began on May 12, 2018.":                              "24 duration|12 date|2018 date",
		"It was the first time since the 1990s, and the 21st case.":               "first ordinal|1990s date|21st ordinal",
		"The COVID-19 pandemic overlapped with one another.":                      "19 name|one pronoun",
		"Courts convicted 12 traffickers.":                                        "12 coded",
		"Between 2012 and 2018, courts convicted 67 traffickers.":                 "2012 date|2018 date|67 several years",
		"In one case, police arrested four suspects.":                             "one anecdote|four anecdote",
		"Authorities investigated three officials for complicity in trafficking.": "three officials",
		"For the past two years a two-year plan ran; one-third knew.":             "two duration|two duration|one-third percentage",
		"Forty-two lanterns were lit.":                                            "Forty-two open",
		"Two guards and a 17-year-old girl were there.":                           "Two officials|17 age",
		"Police convicted no traffickers.":                                        "no coded",
		"A total of 1.5 million people live there, one for every 12.":             "1.5 million open|one open|12 open",
	} {
		r, err := Extract(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkReading(t, text, r)
		checkDigits(t, text, r)
		var got []string
		for _, n := range r.Numbers {
			got = append(got, fmt.Sprintf("%s %s", text[n.Span.Start:n.Span.End], n.Class))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s\n got %s\nwant %s", text, strings.Join(got, "|"), want)
		}
	}
}

// TestNoYearNoStatuteNoTerm: none of these ever is a count, whatever the verb before it.
func TestNoYearNoStatuteNoTerm(t *testing.T) {
	for _, number := range []string{
		"under article 31", "under section 45(b)", "in 2018", "in fiscal year 2014", "to 12 years' imprisonment", "to between two and 10 years in prison", "for 15 months", "under Law 77-05", "under Law No. 28 of 2007",
		"with a fine of 5,000 euros", "on 12 May 2018", "aged 17", "younger than 18", "of which 40 percent",
	} {
		for _, verb := range []string{"Courts convicted traffickers ", "The government investigated and prosecuted suspects ", "Police arrested people "} {
			r, err := Extract(verb+number+".", Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Statements) > 0 {
				t.Errorf("%s%s: %+v", verb, number, r.Statements)
			}
		}
	}
}
