package narrative

import (
	"unicode/utf8"
)

// vulgarFractions are the fractions that are one character.
var vulgarFractions = map[rune]float64{
	'½': 1. / 2, '⅓': 1. / 3, '⅔': 2. / 3, '¼': 1. / 4, '¾': 3. / 4, '⅕': 1. / 5, '⅖': 2. / 5, '⅗': 3. / 5, '⅘': 4. / 5, '⅙': 1. / 6, '⅚': 5. / 6,
	'⅐': 1. / 7, '⅛': 1. / 8, '⅜': 3. / 8, '⅝': 5. / 8, '⅞': 7. / 8, '⅑': 1. / 9, '⅒': 1. / 10,
}

var superscripts = map[rune]int{'⁰': 0, '¹': 1, '²': 2, '³': 3, '⁴': 4, '⁵': 5, '⁶': 6, '⁷': 7, '⁸': 8, '⁹': 9}

// numberSign reads a number that is a character of its own: a fraction, a raised figure, a Roman or a circled number.
func (s *scanner) numberSign(r rune, size int) bool {
	t := token{start: s.at, end: s.at + size, kind: digitToken, fraction: true}
	switch _, raised := superscripts[r]; {
	case vulgarFractions[r] > 0:
		t.value = vulgarFractions[r]
	case raised:
		t.class = Reference
		for t.end = t.start; t.end < len(s.text); t.end += size {
			r, size = utf8.DecodeRuneInString(s.text[t.end:])
			n, ok := superscripts[r]
			if !ok {
				break
			}
			t.value = t.value*10 + float64(n)
		}
	case r >= 'Ⅰ' && r <= 'Ⅻ':
		t.value, t.class = float64(r-'Ⅰ')+1, Name
	case r >= 'ⅰ' && r <= 'ⅻ':
		t.value, t.class = float64(r-'ⅰ')+1, Name
	case r >= '①' && r <= '⑳':
		t.value, t.class = float64(r-'①')+1, Reference
	default:
		return false
	}
	t.text = s.text[t.start:t.end]
	s.add(t)
	return true
}

// bracketed reads a mark of reference in square brackets: [12].
func (s *scanner) bracketed() bool {
	end, count, value := digitRun(s.text, s.at+1)
	if count == 0 || count > 3 || end >= len(s.text) || s.text[end] != ']' {
		return false
	}
	s.add(token{start: s.at, end: end + 1, kind: digitToken, text: s.text[s.at : end+1], value: value, class: Reference})
	return true
}

// negative reports whether the minus at hand belongs to the number after it.
func (s *scanner) negative() bool {
	after := s.at + len("\u2212")
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	return digitAt(s.text, after) && (s.at == 0 || isBlank(before) || before == '(')
}
