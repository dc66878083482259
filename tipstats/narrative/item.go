package narrative

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// item is a word or a phrase of a sentence with what the lexicon says of it.
type item struct {
	entry
	first, end int // tokens
	text       string
	capital    bool
	spaced     bool
	value      float64
	missing    bool // "an unknown number of"
	number     int  // index into the reading's numbers, or -1
	class      Class
	fraction   bool // the number is not whole, or not written as counts are
	year       int
}

func (it *item) is(kinds ...kind) bool {
	for _, k := range kinds {
		if it.kind == k {
			return true
		}
	}
	return false
}

// copy is the item for what outlives its sentence, whose list the next one overwrites.
func (it *item) copy() *item {
	c := *it
	return &c
}

// sign reports whether the item is one of the signs.
func (it *item) sign(signs ...string) bool {
	if it.kind != signKind {
		return false
	}
	for _, s := range signs {
		if it.text == s {
			return true
		}
	}
	return false
}

// counts reports whether the item is a number that may be a count of enforcement.
func (it *item) counts() bool { return it.kind == numberKind && it.class == "" }

// earliestYear and latestYear bound what a number of four digits without a comma is taken for: a year, and never a count.
const (
	earliestYear = 1900
	latestYear   = 2099
)

// items reads the tokens of a sentence with the lexicon, the longest phrase first.
func items(tokens []token, c cut, list []item) []item {
	for i := c.first; i < c.end; {
		n := len(list)
		list = append(list, item{})
		it := &list[n]
		it.read(tokens[:c.end], i)
		if it.text == "in one case" && n > 0 && list[n-1].kind == stageNoun {
			it.read(tokens[:i+1], i) // "began prosecution in one case" counts it, and tells no story
		}
		it.end = subsection(tokens[:c.end], it, list[:n])
		i = it.end
	}
	return list
}

// read reads the item that begins at the token.
func (it *item) read(tokens []token, i int) {
	t := &tokens[i]
	*it = item{first: i, end: i + 1, text: t.text, capital: t.capital, spaced: t.spaced, number: -1}
	switch {
	case t.kind == signToken:
		it.kind = signKind
		if t.text == "%" {
			it.entry, it.class = entry{kind: foreignNoun}, Percentage
		}
		return
	case t.kind == digitToken && t.class != "" && t.class != Open:
		it.kind, it.value, it.class, it.fraction = numberKind, t.value, t.class, t.fraction
		return
	case t.kind == digitToken && isYear(*t) && (i+1 >= len(tokens) || tokens[i+1].scale() == 0):
		it.kind, it.value, it.year = yearKind, t.value, int(t.value)
		return
	}
	if t.kind == wordToken && t.word == nil && strings.IndexByte(t.text, '-') < 0 {
		return
	}
	if n := readNumeral(tokens[i:]); n.tokens > 0 {
		it.kind, it.value, it.end, it.class, it.fraction, it.bound = numberKind, n.value, i+n.tokens, n.class, n.fraction, n.bound
		if t.kind == digitToken && n.tokens > 2 && tokens[i+1].text == "(" {
			it.text = tokens[i+2].text // "14 (fourteen)", unlike the number of a statute, "14(a)"
		}
		it.bounded(tokens, i)
		return
	}
	if t.text == "no" && i+1 < len(tokens) && tokens[i+1].text == "one" {
		it.kind, it.end = numberKind, i+2
		return
	}
	if t.kind == wordToken && isNone(tokens, i) {
		it.kind = numberKind
		return
	}
	if t.word != nil {
		it.readPhrase(t.word, tokens[i:])
	}
	if it.kind == plainKind {
		if n := readVague(tokens[i:]); n.tokens > 0 {
			it.kind, it.value, it.end, it.class, it.fraction, it.bound = numberKind, n.value, i+n.tokens, n.class, n.fraction, n.bound
		}
	}
}

// bounded reads the signs and words of a bound right beside a number: "34+", ">34", "~34", "34 or more".
func (it *item) bounded(tokens []token, i int) {
	switch rest := tokens[it.end:]; {
	case len(rest) > 0 && rest[0].text == "+" && !rest[0].spaced:
		it.bound = AtLeast
		it.end++
	case matches([]string{"or", "more"}, rest) || matches([]string{"-", "plus"}, rest):
		it.bound = AtLeast
		it.end += 2
	case matches([]string{"or", "fewer"}, rest) || matches([]string{"or", "less"}, rest):
		it.bound = AtMost
		it.end += 2
	}
	if i == 0 || tokens[i].spaced {
		return
	}
	switch tokens[i-1].text {
	case ">":
		it.bound = AtLeast
	case "<":
		it.bound = AtMost
	case "~":
		it.bound = Approximate
	}
}

// readPhrase looks the longest phrase up that begins at the token.
func (it *item) readPhrase(w *word, tokens []token) {
	if w.ordinal {
		it.kind, it.class, it.value = numberKind, Ordinal, float64(w.number)
		return
	}
	for k := range w.phrases {
		p := &w.phrases[k]
		if len(p.words) > 1 && (len(tokens) < len(p.words) || !matches(p.words[1:], tokens[1:])) {
			continue
		}
		if p.entry.kind == preposition && len(p.words) == 1 && boundBeforeNumber(p.words[0], tokens) {
			continue
		}
		it.entry, it.class = p.entry, p.entry.class
		it.end = it.first + len(p.words)
		if len(p.words) > 1 {
			it.text = p.text
		}
		if it.kind == unknownCount {
			it.kind, it.missing = numberKind, true
		}
		return
	}
}

func matches(words []string, tokens []token) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, w := range words {
		if tokens[i].text != w {
			return false
		}
	}
	return true
}

func isYear(t token) bool {
	return t.kind == digitToken && t.class == "" && !t.fraction && t.end-t.start == 4 && t.value >= earliestYear && t.value <= latestYear
}

// isNone reports whether the word is a count of nothing: "no" before a noun, "none".
func isNone(tokens []token, i int) bool {
	switch tokens[i].text {
	case "none":
		return true
	case "no":
		if i+1 >= len(tokens) {
			return false
		}
		switch next := tokens[i+1]; next.text {
		case "longer", ".", "one", "fewer", "less", "more", "doubt", "other":
			return false
		default:
			return next.kind == wordToken
		}
	}
	return false
}

// mixedForm marks words that name both forms of trafficking: the figure is a total if nothing else is said, and no part of one.
const mixedForm tipstats.Form = "mixed"

// subsection takes up the bracket of a statute's number: 12(a), and 30 (C) after a word for a statute.
func subsection(tokens []token, it *item, before []item) int {
	end := it.end
	for end+2 < len(tokens) && it.kind == numberKind && tokens[end].text == "(" && tokens[end+2].text == ")" && len(tokens[end+1].text) <= 4 {
		near := len(before) > 0 && before[len(before)-1].kind == statuteWord || len(before) > 1 && before[len(before)-1].text == "and" && before[len(before)-2].end-before[len(before)-2].first > 1
		if tokens[end].spaced && !near || !tokens[end].spaced && tokens[end+1].kind == digitToken && !near {
			break
		}
		end += 3
	}
	return end
}

// boundBeforeNumber reports whether a preposition is a bound: "over 120 suspects".
func boundBeforeNumber(word string, tokens []token) bool {
	return (word == "over" || word == "about" || word == "around") && len(tokens) > 1 && readNumeral(tokens[1:]).tokens > 0 && !isYear(tokens[1])
}
