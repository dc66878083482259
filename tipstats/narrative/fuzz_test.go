package narrative

import (
	"regexp"
	"testing"
	"unicode"
	"unicode/utf8"
)

// checkReading holds what must be true of the reading of any text.
func checkReading(t *testing.T, text string, r *Reading) {
	t.Helper()
	inside := func(what string, s Span) {
		if s.Start < 0 || s.End > len(text) || s.Start > s.End {
			t.Fatalf("%s: span %v of a text of %d bytes", what, s, len(text))
		}
		if !utf8.ValidString(text[s.Start:s.End]) {
			t.Fatalf("%s: span %v cuts a character", what, s)
		}
	}
	inside("section", r.Section)
	for i, s := range r.Statements {
		inside("words", s.Words)
		inside("sentence", s.Sentence)
		if s.Words.Start < s.Sentence.Start || s.Words.End > s.Sentence.End {
			t.Fatalf("statement %d: words %v outside the sentence %v", i, s.Words, s.Sentence)
		}
		if s.Value < 0 || s.Stage == "" || s.Cohort == "" || s.Form == "" || s.Bound == "" || s.Grade == "" || !s.Stated && s.Value != 0 {
			t.Fatalf("statement %d is incomplete: %+v", i, s)
		}
	}
	last := 0
	for i, n := range r.Numbers {
		inside("number", n.Span)
		if n.Span.Start < last {
			t.Fatalf("number %d begins before the one before it ends", i)
		}
		last = n.Span.End
		if n.Class == "" || (n.Class == Coded) != (len(n.Statements) > 0) {
			t.Fatalf("number %d, %q: class %q with statements %v", i, text[n.Span.Start:n.Span.End], n.Class, n.Statements)
		}
		for _, s := range n.Statements {
			if s < 0 || s >= len(r.Statements) {
				t.Fatalf("number %d: statement %d of %d", i, s, len(r.Statements))
			}
		}
	}
	for _, f := range r.Findings {
		if f.Message == "" || f.Kind == "" {
			t.Fatalf("an empty finding: %+v", f)
		}
		for _, s := range f.Words {
			inside("finding", s)
		}
	}
}

// markup is what a copy of HTML leaves behind, told by other means than the scanner's.
var markup = regexp.MustCompile(`(?is)<!--.*?-->|<(?:script)[^<>]*>.*?</script[^>]*>|<style[^<>]*>.*?</style[^>]*>|</?[a-z][a-z0-9:]*(?:[\s/][^<>]*)?>|<[!?][^<>]*>|&#?\w{1,10};`)

// checkDigits holds that every digit of the text outside mark-up lies in one number, and that each number has the words of one.
func checkDigits(t *testing.T, text string, r *Reading) {
	t.Helper()
	covered := make([]int, len(text))
	for _, n := range r.Numbers {
		for i := n.Span.Start; i < n.Span.End; i++ {
			covered[i]++
		}
	}
	marked := make([]bool, len(text))
	for _, m := range markup.FindAllStringIndex(text, -1) {
		for i := m[0]; i < m[1]; i++ {
			marked[i] = true
		}
	}
	for i, c := range text {
		switch {
		case covered[i] > 1:
			t.Fatalf("byte %d of %q is in %d numbers", i, text, covered[i])
		case unicode.IsDigit(c) && covered[i] == 0 && !marked[i]:
			t.Fatalf("the digit at byte %d of %q is in no number", i, text)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, c := range readConstructions(f) {
		f.Add(c.text, 0)
	}
	for _, s := range []string{
		"", "no", "of", "one of the", "12 of 12 of 12", "(((((((((12", "compared with compared with 12", "PROSECUTION\nPROTECTION", "<p>12</p>&nbsp;12&#8217;", "1,2,3,4,5", "12\u00ad34",
		"1e9 1,23 12.000 1 266 1\u00a0266 1/2 12½ \u221212 10:30 12/05/2018 2018-05-12", "word12 word.12 Word[12] 12<sup>3</sup>", "a dozen or half of two-thirds", "12\n\n13\n\nof", "<script>12</script><!-- 12 --> <12> <x 12>",
		"twelve (12) and 12 (twelve)", "tens of thousands", "one-hundred-and-two-year-old", "Chapter XIV", "\f12\f", "&#50;&eacute;12", "1&thinsp;266", "\u0661\u0662",
		"investi-\ngations of 12", "one hundred and and one", "\ufeff12", "did not not report any any", "from 12 to 15 to 18", "no no no no", "PROTECTION PROSECUTION The", "U.S. 12.",
	} {
		f.Add(s, 2020)
	}
	f.Fuzz(func(t *testing.T, text string, report int) {
		r, err := Extract(text, Options{Report: report})
		if err != nil {
			if utf8.ValidString(text) && (report == 0 || report >= earliestYear && report <= latestYear) {
				t.Fatal(err)
			}
			return
		}
		checkReading(t, text, r)
		checkDigits(t, text, r)
		for _, s := range r.Statements {
			s.Row("f", text)
		}
		r.Observations(text, Key{Country: "ABC", Report: 2023, Source: "s"})
	})
}
