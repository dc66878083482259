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

var scaleWords = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}

var ordinalWords = wordSet(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
	twentieth hundredth`)

// numeral is a number as the text writes it, in digits or in words.
type numeral struct {
	tokens int // how many
	value  float64
}

// smallNumber reads one word below a hundred, with or without a hyphen: "nine", "thirty", "thirty-nine".
func smallNumber(text string) (n int, tens, ok bool) {
	w := vocabulary[text]
	if w == nil || !w.small {
		return 0, false, false
	}
	return w.number, w.tens, true
}

// readNumeral reads the number that begins at the first token: "1,266", "1.2 million", "one thousand two hundred and six". The
// count of tokens is 0 if none does.
func readNumeral(tokens []token) numeral {
	if len(tokens) == 0 {
		return numeral{}
	}
	if t := tokens[0]; t.kind == digitToken {
		if len(tokens) > 1 {
			if scale, ok := scaleWords[tokens[1].text]; ok && tokens[1].spaced {
				return numeral{2, t.value * scale}
			}
		}
		return numeral{1, t.value}
	}
	return numeralInWords(tokens)
}

func numeralInWords(tokens []token) numeral {
	var total, group float64
	used, last := 0, "" // last: what the word before was: "", "small", "tens", "scale"
	for i := 0; i < len(tokens) && i < 12; i++ {
		word := tokens[i].text
		if tokens[i].kind != wordToken {
			break
		}
		if word == "and" && last == "scale" && i+1 < len(tokens) {
			if _, _, ok := smallNumber(tokens[i+1].text); ok && group > 0 && !standsAlone(tokens[i+1:]) {
				continue
			}
			break
		}
		if n, tens, ok := smallNumber(word); ok && (last == "" || last == "scale" || last == "tens" && n > 0 && n < 10) {
			group += float64(n)
			used = i + 1
			last = "small"
			if tens {
				last = "tens"
			}
			continue
		}
		scale, ok := scaleWords[word]
		if !ok || used == 0 {
			break
		}
		if scale == 100 {
			group *= 100
		} else {
			total += group * scale
			group = 0
		}
		used, last = i+1, "scale"
	}
	return numeral{used, total + group}
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
