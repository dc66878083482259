package narrative

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// mendCut reads the end of a text that was cut off within a word or a number: "two for forced l" has its form, and "convicted 4" may have
// been 45, so that the number stays open.
func mendCut(text string, tokens []token) {
	if len(tokens) == 0 {
		return
	}
	last := &tokens[len(tokens)-1]
	if strings.TrimRight(text[last.end:], " \t\r\n\u00a0") != "" || last.paragraph {
		return
	}
	switch {
	case isYear(*last):
	case last.kind == digitToken && last.class == "":
		last.class = Open
	case last.kind == wordToken:
		if word := formBeginning(tokens); word != "" {
			last.text, last.word = word, vocabulary[word]
		} else if word := personBeginning(tokens); word != "" {
			last.text, last.word = word, vocabulary[word]
		}
	}
}

// personBeginning is the one whom courts convict in words that a cut text begins: "did not convict any traffick".
func personBeginning(tokens []token) string {
	n := len(tokens)
	last := tokens[n-1].text
	if n < 3 || len(last) < 5 || !strings.HasPrefix("traffickers", last) || tokens[n-2].text != "a" && tokens[n-2].text != "any" {
		return ""
	}
	switch tokens[n-3].text {
	case "convict", "convicted", "arrest", "arrested", "acquit":
		return "trafficker"
	}
	return ""
}

// formBeginning is the last word of the one form that the last words of a cut text begin, or "".
func formBeginning(tokens []token) string {
	n := len(tokens)
	found, form := "", tipstats.Form("")
	for k := max(0, n-3); k < n-1; k++ {
		w := tokens[k].word
		if w == nil {
			continue
		}
		for _, p := range w.phrases {
			size := n - k
			if p.entry.kind != formWord || len(p.words) != size || !matches(p.words[:size-1], tokens[k:]) || !strings.HasPrefix(p.words[size-1], tokens[n-1].text) {
				continue
			}
			if found != "" && form != p.entry.form {
				return ""
			}
			found, form = p.words[size-1], p.entry.form
		}
	}
	return found
}
