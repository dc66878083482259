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
		tokens := tokenize(text)
		var got []string
		for _, c := range sentencesOf(tokens) {
			got = append(got, text[tokens[c.first].start:tokens[c.end-1].end])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestSentencesAreBounded(t *testing.T) {
	text := strings.Repeat("one and ", 5000)
	for _, c := range sentencesOf(tokenize(text)) {
		if c.end-c.first > longestSentence+1 {
			t.Fatalf("a sentence of %d tokens", c.end-c.first)
		}
	}
}

func sentencesOf(tokens []token) []cut {
	list, _ := new(cutter).cut(tokens, true)
	return list
}

// TestStretches: a text is cut into the same sentences whole and in stretches.
func TestStretches(t *testing.T) {
	var b strings.Builder
	for i := range 4000 {
		b.WriteString([]string{"Police (\u201cNo.\u201d) arrested 12 suspects. ", "one and ", "It ended.)\u201d) ", "Mr. Smith et al. in 2012, it did? ", "\n\nA heading\n\n", ") ) \u201d. "}[i*i%7%6])
	}
	text := b.String()
	tokens := tokenize(text)
	var want []Span
	for _, c := range sentencesOf(tokens) {
		want = append(want, Span{tokens[c.first].start, tokens[c.end-1].end})
	}
	var got []Span
	d := &document{text: text}
	d.eachSentence(Span{0, len(text)}, func(c cut) { got = append(got, d.span(c)) })
	if len(tokens) < 4*stretch || !slices.Equal(got, want) {
		t.Errorf("%d tokens: %d sentences in stretches, %d whole", len(tokens), len(got), len(want))
	}
}
