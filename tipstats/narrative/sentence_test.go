package narrative

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"It did. It did not.":                        {"It did.", "It did not."},
		"The U.S. Department of State. No. 12 of 3.": {"The U.S. Department of State.", "No. 12 of 3."},
		"Mr. Smith et al. In 2012, it did.":          {"Mr. Smith et al.", "In 2012, it did."},
		"He said \u201cno.\u201d Then he went.":      {"He said \u201cno.\u201d", "Then he went."},
		"A heading\n\nA text. 12 cases.":             {"A heading", "A text.", "12 cases."},
		"It fell by 1.5 percent. (This was new.) So": {"It fell by 1.5 percent.", "(This was new.)", "So"},
		"of trafficking.The police did":              {"of trafficking.", "The police did"},
		"from the U.S. The police did":               {"from the U.S.", "The police did"},
		"a line\nthat goes on":                       {"a line\nthat goes on"},
	} {
		tokens := tokenize(text, 0, len(text))
		var got []string
		for _, c := range sentences(tokens) {
			got = append(got, text[tokens[c.first].start:tokens[c.end-1].end])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestSentencesAreBounded(t *testing.T) {
	text := strings.Repeat("one and ", 5000)
	for _, c := range sentences(tokenize(text, 0, len(text))) {
		if c.end-c.first > longestSentence+1 {
			t.Fatalf("a sentence of %d tokens", c.end-c.first)
		}
	}
}
