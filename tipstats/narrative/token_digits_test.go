package narrative

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// spellNumbers lists the numbers of a reading: the words, the value and the class.
func spellNumbers(text string, r *Reading) string {
	var list []string
	for _, n := range r.Numbers {
		list = append(list, fmt.Sprintf("%s=%.4g %s", text[n.Span.Start:n.Span.End], n.Value, n.Class))
	}
	return strings.Join(list, "|")
}

// TestWaysToWriteNumbers: every way to write a number gives it a value and a class, and what is not written as reports write a count is
// none.
func TestWaysToWriteNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"Courts convicted 1e9 traffickers.":                        "1e9=1e+09 name",
		"Courts convicted 1,23 traffickers.":                       "1,23=1.23 other",
		"Courts convicted 1,2345 men.":                             "1,2345=1.234 other",
		"Police investigated 1.5 cases.":                           "1.5=1.5 other",
		"Police investigated 12.0 cases.":                          "12.0=12 other",
		"Police arrested 12.000 suspects.":                         "12.000=1.2e+04 open",
		"Police arrested 1.234.567 suspects.":                      "1.234.567=1.235e+06 open",
		"It cost 12.000 euros, $2.5 million and 1,2 million euros": "12.000=1.2e+04 money|2.5 million=2.5e+06 money|1,2 million=1.2e+06 money",
		"The law provided fines of 20 million to 60 million FCFA and a fine of up to 300,000 birr (ETB).": "20 million=2e+07 money|60 million=6e+07 money|300,000=3e+05 money",
		"Judges imposed fines on 140 convicted traffickers and fines on 120 firms.":                       "140=140 penalty|120=120 open",
		"Police arrested 1 266 suspects.":                                                            "1=1 open|266=266 open",
		"Police arrested 1\u00a0266 suspects.":                                                       "1\u00a0266=1266 coded",
		"Police arrested 1\u2009266 suspects.":                                                       "1\u2009266=1266 coded",
		"Police arrested 1\u202f266\u202f314 suspects.":                                              "1\u202f266\u202f314=1.266e+06 coded",
		"Police arrested 1&#8239;266 suspects.":                                                      "1&#8239;266=1266 coded",
		"Police arrested 2,000,000 suspects.":                                                        "2,000,000=2e+06 coded",
		"Police arrested 1.2 million suspects.":                                                      "1.2 million=1.2e+06 open",
		"Police arrested some 1.2m suspects.":                                                        "1.2=1.2 name",
		"One-half of the men, 1/2 of it, 1½ days, ½ of it, 2 1/2 hours, three and a half years.":     "One-half=0.5 percentage|1/2=0.5 other|1½=1.5 duration|½=0.5 other|2 1/2=2.5 duration|three and a half=3.5 duration",
		"Half of the suspects, two-thirds of them, one third, three quarters, half the number.":      "Half=0.5 percentage|two-thirds=0.6667 percentage|one third=0.3333 percentage|three quarters=0.75 percentage|half=0.5 percentage",
		"Courts convicted a dozen traffickers, compared with two dozen in 2019.":                     "a dozen=12 coded|two dozen=24 coded|2019=2019 date",
		"Police arrested a hundred suspects and hundreds of pimps.":                                  "a hundred=100 coded|hundreds=100 open",
		"Dozens of victims and scores of traffickers fled; tens of thousands of euros were paid":     "Dozens=12 victims|scores=20 open|tens of thousands=1e+04 money",
		"Police arrested half a dozen suspects.":                                                     "half a dozen=6 coded",
		"Police arrested several hundred suspects.":                                                  "hundred=100 open",
		"Courts convicted one-hundred-and-two traffickers.":                                          "one-hundred-and-two=102 coded",
		"Police arrested 10-15 suspects.":                                                            "10=10 open|15=15 open",
		"Police arrested 10\u201315 suspects.":                                                       "10=10 open|15=15 open",
		"Police arrested 10 to 15 suspects.":                                                         "10=10 open|15=15 open",
		"Police arrested between 10 and 15 suspects.":                                                "10=10 open|15=15 open",
		"Police arrested five or six suspects.":                                                      "five=5 open|six=6 open",
		"Convictions increased from 10 to 15.":                                                       "10=10 coded|15=15 coded",
		"It was the 21st case of a 12-year-old girl, a thirty-nine-year-old man, 15% or 15 percent.": "21st=21 ordinal|12=12 age|thirty-nine=39 age|15=15 percentage|15=15 percentage",
		"Chapter XIV of the code, Phase III, Article IV.":                                            "XIV=14 statute|III=3 name|IV=4 statute",
		"Courts convicted 12 traffickers3 in 2019.4 The police arrested 14 suspects.[5] It did.":     "12=12 coded|3=3 reference|2019=2019 date|4=4 reference|14=14 coded|[5]=5 reference",
		"Courts convicted 12² traffickers¹² [7] and 14<sup>3</sup> men.":                             "12=12 coded|²=2 reference|¹²=12 reference|[7]=7 reference|14=14 open|3=3 reference",
		"Courts convicted12 traffickers.":                                                            "12=12 open",
		"Courts convicted -5 traffickers and \u22126 men.":                                           "5=5 open|\u22126=-6 other",
		"No one was convicted. Prosecutors convicted no one.":                                        "No one=0 coded|no one=0 coded",
		"Law 27/2005 and Law 77/05 of 12/05/2018 and 2018-05-12; in 2018/19 it was 24/7.":            "27=27 statute|2005=2005 date|77/05=15.4 statute|12/05/2018=12 date|2018-05-12=2018 date|2018=2018 date|19=19 date|24/7=3.429 other",
		"Police arrested twelve (12) suspects and 14 (fourteen) men.":                                "twelve (12)=12 coded|14 (fourteen)=14 open",
		"Police arrested \u0661\u0662 suspects.":                                                     "\u0661\u0662=12 coded",
		"B2B met G20 on the A1 at 9am, 10:30 and 4x4, agent 007.":                                    "2=2 name|20=20 name|1=1 name|9=9 name|10:30=10 date|4x4=4 name|007=7 name",
		"Police arrested 14 suspects in Operation 21, on Highway 61 and at 10 a.m.":                  "14=14 coded|21=21 name|61=61 name|10=10 date",
		"The 14-member unit called 1-800-555-0199 and 9-1-1.":                                        "14=14 other|1-800-555-0199=1 name|9-1-1=9 name",
		"Law 54/2018, Decree-Law 12/2019 and paragraphs 1 and 2 of Article 12; \u00a7 232a apply.":   "54=54 statute|2018=2018 date|12=12 statute|2019=2019 date|1=1 statute|2=2 statute|12=12 statute|232=232 statute",
		"1. Police investigated 34 cases.\n2. Courts convicted nine traffickers.":                    "1=1 ordinal|34=34 coded|2=2 ordinal|nine=9 coded",
		"The twenty-first man, the third and the 12th.":                                              "twenty-first=21 ordinal|third=3 ordinal|12th=12 ordinal",
		"In FY2019 and FY20, police investigated 34+ cases.":                                         "2019=2019 date|20=20 date|34+=34 coded",
		"Police arrested 14 people aged 18-25.":                                                      "14=14 coded|18=18 age|25=25 age",
		"Police investigated 3 4 cases.":                                                             "3=3 open|4=4 open",
		"Police investigated a total of one-hundred thirty-four cases.":                              "one-hundred=100 open|thirty-four=34 open",
		"Police investigated two thousand and twelve cases.":                                         "two thousand and twelve=2012 coded",
		"In 2018,12 traffickers were convicted.":                                                     "2018=2018 date|12=12 coded",
		"Articles 1,2,3 apply.":                                                                      "1=1 statute|2=2 statute|3=3 statute",
		"Police arrested 1,2,3 suspects.":                                                            "1=1 open|2=2 open|3=3 open",
		"Courts convicted " + strings.Repeat("12", 200) + " traffickers.":                            strings.Repeat("12", 200) + "=1.798e+308 other",
	} {
		r, err := Extract(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkReading(t, text, r)
		checkDigits(t, text, r)
		if got := spellNumbers(text, r); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestEveryDigitIsInANumber: whatever stands beside what, each digit outside mark-up lies in one number.
func TestEveryDigitIsInANumber(t *testing.T) {
	pieces := []string{
		"12", "1,266", "3", "007", "2018", "1.5", ",", ".", ". ", " ", " ", "-", "\u2013", "/", ":", "(", ")", "[", "]", "%", "$", "\n", "\n\n", "\f", "a", "suspects", "Article", "no", "e", "st", "million", "dozen",
		"one-", "half", " and a half", "<b>", "</b>", "<sup>", "</sup>", "<script>", "</script>", "<!--", "-->", "<p>", "<", ">", "&nbsp;", "&#50;", "&", ";", "\u00a0", "\u2009", "\u00ad", "½", "²", "\u0661", "\u2212", "XIV", "PROTECTION",
	}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 24).Draw(rt, "pieces"), "")
		r, err := Extract(text, Options{})
		if err != nil {
			rt.Fatal(err)
		}
		checkReading(t, text, r)
		checkDigits(t, text, r)
	})
}

// TestOnlyWholeNumbersCount: a number that is not whole, or not written as whole numbers are, is never a count.
func TestOnlyWholeNumbersCount(t *testing.T) {
	endings := []string{".0", ".5", ".25", ".000", ".123.456", "½", " and a half", " 1/2", "e3", "E2", "x4", "/7", ",5", ",25", ".5 million", " 1/2 dozen", "-99,999,999", " to 99,999,999", " or 99,999,999", ":30", "m", "k"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 999).Draw(t, "n")
		ending := rapid.SampledFrom(endings).Draw(t, "ending")
		text := rapid.SampledFrom([]string{"Courts convicted ", "Police investigated ", "The government prosecuted "}).Draw(t, "verb") +
			fmt.Sprint(n) + ending + rapid.SampledFrom([]string{" suspects.", " cases.", " for sex trafficking.", "."}).Draw(t, "noun")
		r, err := Extract(text, Options{})
		if err != nil || len(r.Statements) > 0 || len(r.Numbers) == 0 {
			t.Fatalf("%q: %+v, %v", text, r, err)
		}
	})
}

func TestRomanNumbers(t *testing.T) {
	for n := 1; n < 40; n++ {
		if s := roman(n); len(s) > 1 && romanNumber(s) != n {
			t.Errorf("%s: %d, want %d", s, romanNumber(s), n)
		}
	}
	for _, s := range []string{"I", "IIII", "VX", "IXI", "LIV", "MD", "iv", "", "A", "XXXXX"} {
		if n := romanNumber(s); n != 0 {
			t.Errorf("%q: %d", s, n)
		}
	}
}
