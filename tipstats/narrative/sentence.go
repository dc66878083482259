package narrative

import (
	"unicode"
)

// longestSentence bounds the tokens of a sentence. A longer run of words is no sentence of a report; it is cut there, which
// keeps the time that a text takes in proportion to its length.
const longestSentence = 400

// abbreviations are words after which a full stop ends no sentence.
var abbreviations = wordSet(`mr mrs ms dr st no nos art arts sec secs para paras ch vol ed gen col lt sgt capt gov sen rep hon prof jr sr vs
	approx est inc ltd co corp dept min jan feb mar apr jun jul aug sept sep oct nov dec etc e.g i.e cf p pp u.s u.n u.k e.u`)

// cut is a sentence as a range of tokens.
type cut struct {
	first, end int
	paragraph  bool // it begins a paragraph
	place      place
}

// place numbers a sentence within the section.
type place struct{ paragraph, sentence int }

// lookahead is how many tokens after a full stop decide whether it ends a sentence.
const lookahead = 12

// cutter cuts tokens into sentences: at a full stop, a question or an exclamation mark before a capital, a digit or a quotation
// mark, and at the end of a paragraph. It takes a text in stretches and numbers the sentences across them.
type cutter struct {
	at   place
	list []cut
}

// cut returns the sentences of a stretch of tokens, and where the tokens begin that belong to the next stretch; a last stretch
// leaves none. The sentences are good until the next call.
func (k *cutter) cut(tokens []token, last bool) ([]cut, int) {
	k.list = k.list[:0]
	first := 0
	for i := 0; i < len(tokens); i++ {
		if !last && i+lookahead >= len(tokens) {
			return k.list, first
		}
		if tokens[i].paragraph && i > first {
			first = k.close(tokens, first, i)
		}
		switch {
		case ends(tokens, i):
			for n := 0; n < lookahead/2 && i+1 < len(tokens) && !tokens[i+1].spaced && closes(&tokens[i+1]); n++ {
				i++
			}
			first = k.close(tokens, first, i+1)
		case i-first >= longestSentence:
			first = k.close(tokens, first, i+1)
		}
	}
	return k.list, k.close(tokens, first, len(tokens))
}

// close ends the sentence that began at first, and returns where the next one begins.
func (k *cutter) close(tokens []token, first, end int) int {
	if end > first {
		k.at.sentence++
		paragraph := k.at.paragraph == 0 || tokens[first].paragraph
		if paragraph {
			k.at = place{k.at.paragraph + 1, 1}
		}
		k.list = append(k.list, cut{first, end, paragraph, k.at})
	}
	return end
}

// closes reports whether a token may stand between a full stop and the end of its sentence.
func closes(t *token) bool {
	return t.class == Reference || t.kind == signToken && (t.text == `"` || t.text == ")" || t.text == "'")
}

// ends reports whether the token is a sign that ends a sentence.
func ends(tokens []token, i int) bool {
	t := &tokens[i]
	if t.kind != signToken || t.text != "." && t.text != "!" && (t.text != "?" || t.capital) {
		return false
	}
	if i > 0 && !t.spaced && t.text == "." {
		before := &tokens[i-1]
		quoted := i+1 < len(tokens) && closes(&tokens[i+1]) && !tokens[i+1].spaced
		if !quoted && before.kind == wordToken && (abbreviations[before.text] || len(before.text) == 1 && before.capital) {
			return abbreviationEnds(tokens, i)
		}
	}
	next := i + 1
	for next < len(tokens) && next < i+lookahead/2 && closes(&tokens[next]) && !tokens[next].spaced {
		next++
	}
	if next >= len(tokens) {
		return true
	}
	after := &tokens[next]
	if !after.spaced && !after.paragraph {
		return after.capital && i > 0 && tokens[i-1].kind == wordToken && unicode.IsLower(rune(tokens[i-1].text[0]))
	}
	return after.capital || after.kind == digitToken || after.text == `"` || after.text == "'" || after.text == "("
}

// abbreviationEnds decides on a full stop after an abbreviation: it ends the sentence too if it is one of a country or an "etc" and
// a word that opens sentences follows.
func abbreviationEnds(tokens []token, i int) bool {
	word := tokens[i-1].text
	if len(word) < 3 && word != "co" || i+1 >= len(tokens) || !tokens[i+1].capital {
		return false
	}
	return (word == "u.s" || word == "u.k" || word == "u.n" || word == "e.u" || word == "etc") && openers[tokens[i+1].text]
}

var openers = wordSet(`the in during authorities courts police officials this these it they for of law government prosecutors media observers ngos as`)
