package narrative

import (
	"slices"
	"strings"
	"testing"
)

// tokenize cuts a whole text into tokens.
func tokenize(text string) []token {
	s := newScanner(text, Span{0, len(text)})
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
	plain := "Authorities investigated 14 cases - nine for sex trafficking and five for labor trafficking - compared with 11 cases in 2019."
	want := rowsOfText(t, plain)
	if len(want) != 4 {
		t.Fatalf("%d rows, want 4: %q", len(want), want)
	}
	for name, text := range map[string]string{
		"hard-wrapped": "Authorities investigated 14\ncases - nine for sex\ntrafficking and five for labor trafficking - compared\nwith 11 cases in\n2019.",
		"no-break":     strings.ReplaceAll(plain, " ", "\u00a0"),
		"HTML":         "<h3>Prosecution</h3><p>" + strings.ReplaceAll(plain, " - ", "&mdash;") + "</p>",
		"soft hyphens": strings.ReplaceAll(plain, "trafficking", "traf\u00adfick\u00ading"),
		"PDF":          strings.ReplaceAll(plain, "trafficking", "traf-\nficking"),
		"CRLF":         strings.ReplaceAll(plain, " cases", "\r\ncases"),
		"en-dash":      strings.ReplaceAll(plain, " - ", " \u2013 "),
		"em-dash":      strings.ReplaceAll(plain, " - ", "\u2014"),
	} {
		if got := rowsOfText(t, text); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
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
