package narrative

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// checkStatements holds each statement against its words: they hold the number that it says, in the sentence that it names, and it says
// how it was read.
func checkStatements(t *testing.T, text string, r *Reading) {
	t.Helper()
	carried := map[int]bool{}
	for _, n := range r.Numbers {
		for _, at := range n.Statements {
			s := r.Statements[at]
			if s.Stated && n.Value != float64(s.Value) {
				t.Errorf("%q: the number %q is carried by a statement of %d", text[s.Sentence.Start:s.Sentence.End], text[n.Span.Start:n.Span.End], s.Value)
			}
			if n.Span.Start >= s.Words.Start && n.Span.End <= s.Words.End {
				carried[at] = true
			}
		}
	}
	sentences := map[Span]string{}
	for _, s := range r.Sentences {
		sentences[s.Span] = s.Locator
	}
	for i, s := range r.Statements {
		sentence, words := text[s.Sentence.Start:s.Sentence.End], text[s.Words.Start:s.Words.End]
		switch {
		case s.Words.Start >= s.Words.End || s.Words.Start < s.Sentence.Start || s.Words.End > s.Sentence.End || s.Sentence.Start < r.Section.Start || s.Sentence.End > r.Section.End:
			t.Errorf("%q: words %v in the sentence %v in the section %v", sentence, s.Words, s.Sentence, r.Section)
		case sentences[s.Sentence] != s.Locator || s.Locator == "":
			t.Errorf("%q: the sentence at %v is %q, not %q", sentence, s.Sentence, sentences[s.Sentence], s.Locator)
		case s.Stated && s.Value > 0 && !carried[i] && s.Rule != "same number" && s.Rule != toldOff:
			t.Errorf("%q: no number of %d in %q", sentence, s.Value, words)
		case s.Rule == "" || s.Grade != Explicit && s.Grade != Inferred:
			t.Errorf("%q: rule %q, grade %q", sentence, s.Rule, s.Grade)
		case len(words) >= 120:
			t.Errorf("%q: %q is too long to quote", sentence, words)
		}
	}
}

func TestStatementsOfOwnSentences(t *testing.T) {
	for _, c := range readConstructions(t) {
		r, err := Extract(c.text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkReading(t, c.text, r)
		checkDigits(t, c.text, r)
		checkStatements(t, c.text, r)
	}
}

func TestStatementsOfNarratives(t *testing.T) {
	folder := os.Getenv("TIP_NARRATIVES")
	if folder == "" {
		t.Skip("TIP_NARRATIVES is not set: the statements of no narrative are held against their words")
	}
	files, err := filepath.Glob(filepath.Join(folder, "dev", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no narratives in %s: %v", folder, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for _, copied := range []string{text, strings.ReplaceAll(text, ". ", ".\r\n"), strings.ReplaceAll(text, " ", "\u00a0")} {
			r, err := Extract(copied, Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkReading(t, copied, r)
			checkDigits(t, copied, r)
			checkStatements(t, copied, r)
		}
	}
}
