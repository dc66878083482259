package narrative

import "strings"

// vagueWords say a number without saying it: "dozens", "several hundred". None is a count.
var vagueWords = map[string]float64{
	"tens": 10, "dozen": 12, "dozens": 12, "score": 20, "scores": 20, "hundred": 100, "hundreds": 100, "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9,
}

// readVague reads the number that begins at the first token, if it is written as none that the grammar would count is: "hundreds",
// "tens of thousands", "half", "two-thirds", "one-hundred-and-two".
func readVague(tokens []token) numeral {
	if len(tokens) == 0 || tokens[0].kind != wordToken {
		return numeral{}
	}
	word := tokens[0].text
	switch value, vague := vagueWords[word]; {
	case vague && word != "score":
		n := numeral{1, value, Open, true, ""}
		if len(tokens) > 2 && tokens[1].text == "of" && strings.HasSuffix(tokens[2].text, "s") && vagueWords[tokens[2].text] > 0 {
			n.tokens, n.value = 3, float64(value*vagueWords[tokens[2].text])
		}
		return n
	case word == "half":
		if matches([]string{"half", "a", "dozen"}, tokens) {
			return numeral{tokens: 3, value: 6, bound: Approximate}
		}
		return numeral{1, 0.5, Percentage, true, ""}
	case strings.Contains(word, "-"):
		return hyphenated(word)
	}
	return numeral{}
}

// wordOf is a word by itself.
func wordOf(text string) *token {
	return &token{kind: wordToken, text: text, spaced: true, word: vocabulary[text]}
}

// hyphenated reads a number that hyphens hold together: "two-thirds", "one-hundred-and-two".
func hyphenated(word string) numeral {
	parts := strings.Split(word, "-")
	if len(parts) > longestNumeral {
		return numeral{}
	}
	if part := shareParts[parts[len(parts)-1]]; part > 0 && len(parts) == 2 {
		if n, _, ok := wordOf(parts[0]).small(); ok && float64(n) < part {
			return numeral{1, float64(n) / part, Percentage, true, ""}
		}
		return numeral{}
	}
	tokens := make([]token, len(parts))
	for i, p := range parts {
		tokens[i] = *wordOf(p)
	}
	if n := numeralInWords(tokens); n.tokens == len(parts) {
		return numeral{tokens: 1, value: n.value}
	}
	return numeral{}
}
