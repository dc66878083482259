package narrative

import (
	"strings"
)

var unitWords = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}

var tensWords = map[string]int{
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var scaleWords = map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}

var ordinalWords = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
	"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "hundredth": 100,
}

// numeral is a number as the text writes it, in digits or in words.
type numeral struct {
	tokens   int // how many
	value    float64
	class    Class // what it is by the way in which it is written
	fraction bool  // it is not whole, or not written as counts are
	bound    Bound // "a dozen" is about 12
}

// longestNumeral bounds the words of a number.
const longestNumeral = 14

// readNumeral reads the number that begins at the first token: "1,266", "1.2 million", "one thousand two hundred and six", "twelve (12)".
// The count of tokens is 0 if none does.
func readNumeral(tokens []token) numeral {
	if !beginsNumeral(tokens) {
		return numeral{}
	}
	n := numeral{}
	switch t := tokens[0]; {
	case t.kind == digitToken:
		n = numeral{tokens: 1, value: t.value, class: t.class, fraction: t.fraction}
		if len(tokens) > 1 && tokens[1].spaced && tokens[1].scale() > 0 {
			n.tokens, n.value = 2, float64(t.value*tokens[1].scale())
			if t.fraction && n.class == "" {
				n.class = Open // "1.2 million" is rounded
			}
		}
	case t.kind == wordToken:
		n = numeralInWords(tokens[:min(len(tokens), longestNumeral)])
	}
	if n.tokens == 0 {
		return n
	}
	n.half(tokens)
	n.share(tokens)
	n.repeated(tokens)
	return n
}

// beginsNumeral reports whether the first token may begin a number.
func beginsNumeral(tokens []token) bool {
	if len(tokens) == 0 {
		return false
	}
	t := &tokens[0]
	return t.kind == digitToken || t.word != nil && (t.word.small || (t.text == "a" || t.text == "an") && len(tokens) > 1 && tokens[1].scale() > 0)
}

func numeralInWords(tokens []token) numeral {
	var total, group float64
	n := numeral{}
	last := "" // what the word before was: "", "small", "tens", "scale"
	if len(tokens) > 1 && (tokens[0].text == "a" || tokens[0].text == "an") && tokens[1].scale() > 0 {
		group, last = 1, "small"
	}
	for i := 0; i < len(tokens); i++ {
		word := tokens[i].text
		if tokens[i].kind != wordToken {
			break
		}
		if i == 0 && last == "small" {
			continue // "a hundred"
		}
		if word == "and" && last == "scale" && i+1 < len(tokens) {
			if _, _, ok := tokens[i+1].small(); ok && group+total > 0 && !standsAlone(tokens[i+1:]) {
				continue
			}
			break
		}
		if small, tens, ok := tokens[i].small(); ok && (last == "" || last == "scale" || last == "tens" && small > 0 && small < 10) {
			group += float64(small)
			n.tokens, n.bound, last = i+1, "", "small"
			if tens {
				last = "tens"
			}
			continue
		}
		scale := tokens[i].scale()
		if scale == 0 || last == "" {
			break
		}
		if scale <= 100 {
			group *= scale
		} else {
			total += float64(group * scale)
			group = 0
		}
		n.tokens, last = i+1, "scale"
		if word == "dozen" || i == 1 && tokens[0].text == "a" {
			n.bound = Approximate
		} else {
			n.bound = ""
		}
	}
	n.value = total + group
	return n
}

// half takes up "and a half".
func (n *numeral) half(tokens []token) {
	rest := tokens[n.tokens:]
	switch {
	case matches([]string{"and", "a", "half"}, rest), matches([]string{"and", "one", "half"}, rest):
		n.tokens += 3
	case matches([]string{"and", "one-half"}, rest):
		n.tokens += 2
	default:
		return
	}
	n.value, n.fraction, n.bound = n.value+0.5, true, ""
	if n.tokens < len(tokens) && tokens[n.tokens].scale() > 0 {
		n.value, n.class = float64(n.value*tokens[n.tokens].scale()), Open
		n.tokens++
	}
}

// shareParts are the parts of a whole: "two thirds", "one-third".
var shareParts = map[string]float64{
	"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixths": 6, "sevenths": 7, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}

// share takes up the part in "two thirds", "three quarters".
func (n *numeral) share(tokens []token) {
	if n.tokens != 1 || n.fraction || len(tokens) < 2 || !tokens[1].spaced || tokens[0].kind != wordToken {
		return
	}
	part := shareParts[tokens[1].text]
	if part > n.value && n.value > 0 && (n.value == 1) == !strings.HasSuffix(tokens[1].text, "s") {
		n.tokens, n.value, n.fraction, n.class = 2, n.value/part, true, Percentage
	}
}

// repeated takes up the same number in brackets: "twelve (12)".
func (n *numeral) repeated(tokens []token) {
	rest := tokens[n.tokens:]
	if len(rest) < 3 || rest[0].text != "(" || n.fraction || n.class != "" {
		return
	}
	again := numeral{}
	switch {
	case rest[1].kind == digitToken && tokens[0].kind == wordToken:
		again = numeral{tokens: 1, value: rest[1].value}
	case rest[1].kind == wordToken && tokens[0].kind == digitToken:
		again = numeralInWords(rest[1:min(len(rest), longestNumeral)])
	}
	if again.tokens > 0 && again.value == n.value && again.tokens+1 < len(rest) && rest[again.tokens+1].text == ")" {
		n.tokens += again.tokens + 2
	}
}

// standsAlone reports whether the number after "and" begins a new count: "two hundred and six for forced labor" does not say 206.
func standsAlone(tokens []token) bool {
	if len(tokens) < 2 {
		return false
	}
	next := tokens[1].text
	return next == "for" || next == "involving" || next == "were" || next == "under"
}

// wordSet is a set of the words of a list.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
