package narrative

import (
	"slices"
	"strings"
	"testing"
)

// tokenize cuts a whole text into tokens.
func tokenize(text string) []token {
	s := newScanner(text, Span{0, len(text)}, nil)
	for s.at < len(s.text) {
		s.next()
	}
	return s.tokens
}

func texts(tokens []token) []string {
	var list []string
	for _, t := range tokens {
		list = append(list, t.text)
	}
	return list
}

func TestTokenize(t *testing.T) {
	for text, want := range map[string]string{
		"The U.S. court’s 1,266 cases.":             "the|u.s|.|court|1,266|cases|.",
		"anti-trafficking, thirty-nine":             "anti-trafficking|,|thirty-nine",
		"investi\u00adgations":                      "investigations",
		"investi-\ngations of 12":                   "investigations|of|12",
		"12\u00a0cases—10 for":                      "12|cases|--|10|for",
		"<p>12 cases&nbsp;of the court&#8217;s</p>": "12|cases|of|the|court",
		"2018-2019":              "2018|-|2019",
		"COVID-19":               "covid|-|19",
		"traf\ufb01cking":        "trafficking",
		"years' imprisonment":    "years|imprisonment",
		"$12,700 and 58%":        "$|12,700|and|58|%",
		"the 21st and the 1990s": "the|21st|and|the|1990s",
		"1,26":                   "1,26",
		"cases (12 in 2018); “sex” [sic] – 3 &ndash;": "cases|(|12|in|2018|)|;|\"|sex|\"|(|sic|)|--|3|--",
	} {
		if got := strings.Join(texts(tokenize(text)), "|"); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestTokensKeepTheirPlace(t *testing.T) {
	text := "Police\u00a0investi\u00adgated twelve  cases.\n\nCourts convicted 3."
	tokens := tokenize(text)
	var words []string
	for _, tok := range tokens {
		words = append(words, text[tok.start:tok.end])
	}
	if want := []string{"Police", "investi\u00adgated", "twelve", "cases", ".", "Courts", "convicted", "3", "."}; !slices.Equal(words, want) {
		t.Errorf("%q, want %q", words, want)
	}
	if tokens[5].paragraph != true || tokens[1].paragraph {
		t.Error("the second paragraph begins with Courts, and no other word")
	}
}

// TestCopies: the same rows, however the text was copied.
func TestCopies(t *testing.T) {
	plain := "Authorities investigated 14 cases - nine for sex trafficking and five for labor trafficking - compared with 1,266 cases in 2019. Officials convicted thirty-nine traffickers."
	want := rowsOfText(t, plain)
	if len(want) != 5 {
		t.Fatalf("%d rows, want 5: %q", len(want), want)
	}
	replaced := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(plain) }
	for name, text := range map[string]string{
		"hard-wrapped":        "Authorities investigated 14\ncases - nine for sex\ntrafficking and five for labor trafficking - compared\nwith 1,266 cases in\n2019. Officials convicted\nthirty-nine traffickers.",
		"double-spaced":       "Authorities investigated 14\n\ncases - nine for sex\n\ntrafficking and five for labor trafficking - compared\n\nwith 1,266 cases in 2019. Officials convicted thirty-nine\n\ntraffickers.",
		"no-break":            strings.ReplaceAll(plain, " ", "\u00a0"),
		"thin spaces":         replaced("1,266", "1\u2009266", "14 cases", "14\u202fcases"),
		"HTML":                "<h3>Prosecution</h3><p>" + strings.ReplaceAll(plain, " - ", "&mdash;") + "</p>",
		"HTML, whole page":    "<!DOCTYPE html><html><head><title>2021</title><style>p { margin: 12px }</style><script>var a = 12 < 14;</script></head><body><!-- 14 cases -->\n<p>" + plain + "</p></body></html>",
		"HTML, inline tags":   "<p>" + replaced("14 cases", `<b>14</b> <a href="/x?a=12&b=14">cases</a>`, "- nine", "- <em>nine</em>") + "</p>",
		"HTML, entities":      replaced(" - ", "&nbsp;&#8211;&nbsp;", "1,266", "1&#8239;266", "trafficking", "traffick&shy;ing"),
		"HTML, footnotes":     "<p>" + replaced("cases in", "cases<sup>3</sup> in", "2019.", "2019.<sup>4</sup>") + "</p>",
		"HTML, line breaks":   replaced(" nine", "<br>\nnine", " with", "<br/>with"),
		"footnotes":           replaced("14 cases", "14 cases\u00b9\u00b2", "in 2019.", "in 2019.[3]", "thirty-nine traffickers.", "thirty-nine traffickers.4"),
		"daggers":             replaced("14 cases", "14* cases\u2020"),
		"soft hyphens":        strings.ReplaceAll(plain, "trafficking", "traf\u00adfick\u00ading"),
		"PDF":                 strings.ReplaceAll(plain, "trafficking", "traf-\nficking"),
		"PDF, hyphens":        replaced("trafficking", "traf\u2010\nficking", "thirty-nine", "thirty-\nnine"),
		"PDF, ligatures":      replaced("trafficking", "tra\ufb03cking", "Officials", "O\ufb03cials", "five", "\ufb01ve"),
		"PDF, page number":    replaced("14 cases", "14\n\n187\n\ncases", "five for", "five\n\nPage 188\n\nfor"),
		"PDF, new page":       replaced("14 cases", "14\n187\n\fcases", "five for", "five\n\f188\n\nfor"),
		"PDF, running head":   replaced("five for", "five\n\n2021 TRAFFICKING IN PERSONS REPORT 188\n\nfor", "compared with", "compared\n\nUTOPIA\n\nwith"),
		"PDF, between":        replaced("Officials", "\n\n188 | TRAFFICKING IN PERSONS REPORT\n\nOfficials"),
		"CRLF":                strings.ReplaceAll(plain, " cases", "\r\ncases"),
		"CRLF, double-spaced": strings.ReplaceAll(plain, " cases", "\r\n\r\ncases"),
		"en-dash":             strings.ReplaceAll(plain, " - ", " \u2013 "),
		"em-dash":             strings.ReplaceAll(plain, " - ", "\u2014"),
		"non-breaking hyphen": strings.ReplaceAll(plain, "thirty-nine", "thirty\u2011nine"),
		"byte order mark":     "\ufeff" + plain,
		"zero width":          strings.ReplaceAll(plain, "14 ", "14\u200b "),
	} {
		if got := rowsOfText(t, text); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestPagesAndTags: what is none stays text.
func TestPagesAndTags(t *testing.T) {
	for text, want := range map[string]string{
		"It fell.\n\nPolice arrested <12 suspects> in 2019.": "12=12 coded|2019=2019 date",
		"Police arrested thirty-<em>nine</em> suspects.":     "thirty=30 open|nine=9 open",
		"Police arrested 12\nsuspects.":                      "12=12 coded",
		"Police arrested\n\n12\n\nsuspects.":                 "12=12 open",
		"<script> Police arrested 12 suspects.":              "12=12 coded",
		"<!-- Police arrested 12 suspects.":                  "12=12 coded",
		"Prosecutors\u2019 12 cases & 14 men &c; &#x;":       "12=12 open|14=14 open",
		"Police arrested 12 suspects.\n\n7\n\n13 pleaded.":   "12=12 coded|7=7 reference|13=13 open",
	} {
		r, err := Extract(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := spellNumbers(text, r); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
		checkReading(t, text, r)
		checkDigits(t, text, r)
	}
}

func rowsOfText(t *testing.T, text string) []string {
	t.Helper()
	r, err := Extract(text, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, s := range r.Statements {
		rows = append(rows, rowOf(s))
	}
	return rows
}
