package narrative

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestWord bounds a word: what is longer is cut, so that no text makes a step long.
const longestWord = 64

// word reads letters with the hyphens and full stops inside them: anti-trafficking, U.S., thirty-nine.
func (s *scanner) word() {
	first, _ := s.letter(s.at)
	i, plain := s.at, true
	for i < len(s.text) && i-s.at < longestWord {
		c := s.text[i]
		if c >= 'a' && c <= 'z' {
			i++
			continue
		}
		size := s.inWord(i)
		if size == 0 {
			break
		}
		plain = false
		i += size
	}
	t := token{start: s.at, end: i, kind: wordToken, capital: unicode.IsUpper(first)}
	t.text = s.text[t.start:t.end]
	if !plain {
		t.text = plainWord(t.text)
	}
	t.text = american(t.text)
	t.word = vocabulary[t.text]
	s.add(t)
	if (t.text == "approx" || t.text == "ca") && s.at < len(s.text) && s.text[s.at] == '.' {
		s.at++
	}
	s.possessive()
}

// letter is the character at an offset, also where it is written as an HTML entity, with its length.
func (s *scanner) letter(i int) (rune, int) {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	if r == '&' {
		if e, length := readEntity(s.text[i:]); length > 0 {
			return e, length
		}
	}
	return r, size
}

// inWord is the length of what stands at an offset within a word, or 0 if the word ends there: a letter or an accent, a soft hyphen, a
// hyphen before a letter, that of a broken line, a full stop between initials.
func (s *scanner) inWord(i int) int {
	r, size := s.letter(i)
	after := s.text[i+size:]
	switch {
	case unicode.IsLetter(r), i > s.at && unicode.Is(unicode.Mn, r):
		return size
	case r == 0xad:
		return size + lineEnd(after)
	case (r == '-' || r == 0x2010 || r == 0x2011) && startsWithLetter(after):
		return size
	case (r == '-' || r == 0x2010) && lineEnd(after) > 0 && startsWithLower(after[lineEnd(after):]):
		return size + lineEnd(after)
	case r == '.' && initials(s.text[s.at:i+1]) && startsWithLetter(after):
		return size
	}
	return 0
}

// lineEnd returns the length of a single line break with its blanks, or 0.
func lineEnd(s string) int {
	lines := 0
	for i := 0; i < len(s) && i < 12; i++ {
		switch s[i] {
		case '\n':
			lines++
		case ' ', '\r', '\t':
		default:
			if lines == 1 {
				return i
			}
			return 0
		}
	}
	return 0
}

func startsWithLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// initials reports whether a string is letters that each have a full stop: "U.", "U.S.".
func initials(s string) bool {
	if len(s)%2 != 0 {
		return false
	}
	for i := 0; i < len(s); i += 2 {
		if s[i+1] != '.' || !unicode.IsLetter(rune(s[i])) {
			return false
		}
	}
	return true
}

// ligatures are letters that a PDF joins.
var ligatures = strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "st", "\ufb06", "st")

// plainWord spells a word in small letters, without soft hyphens, accents that stand apart, ligatures and the hyphens of a broken line.
func plainWord(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == '\n' || s[i] == '&' {
			ascii = false
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	runes := []rune(ligatures.Replace(html.UnescapeString(s)))
	for i, r := range runes {
		switch {
		case r == 0xad || unicode.IsSpace(r) || unicode.Is(unicode.Mn, r):
		case (r == '-' || r == 0x2010) && i+1 < len(runes) && unicode.IsSpace(runes[i+1]):
			if keepsHyphen(b.String()) {
				b.WriteByte('-')
			}
		case r == 0x2010 || r == 0x2011:
			b.WriteByte('-')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// american spells a word as American reports do: labor, offense, organization.
func american(word string) string {
	if len(word) < 6 || word[0] != 'l' && word[0] != 'o' {
		return word
	}
	for _, pair := range [][2]string{{"labour", "labor"}, {"offence", "offense"}, {"organis", "organiz"}} {
		if rest, british := strings.CutPrefix(word, pair[0]); british {
			return pair[1] + rest
		}
	}
	return word
}

// keepsHyphen reports whether the hyphen at the end of a line belongs to the word that begins there: "thirty-" and "nine".
func keepsHyphen(beginning string) bool {
	return tensWords[beginning] > 0 || unitWords[beginning] > 0 || beginning == "anti" || beginning == "trafficking" || strings.Contains(beginning, "-")
}

// possessive passes over the ending of prosecutor's and years'.
func (s *scanner) possessive() {
	if s.at == len(s.text) {
		return
	}
	rest := s.text[s.at:]
	r, size := s.letter(s.at)
	if r != '\'' && r != 0x2019 && r != 0x2bc {
		return
	}
	after := rest[size:]
	switch {
	case len(after) > 0 && (after[0] == 's' || after[0] == 'S') && !startsWithLetter(after[1:]):
		s.at += size + 1
	case strings.HasSuffix(s.tokens[len(s.tokens)-1].text, "s") && !startsWithLetter(after):
		s.at += size
	}
}

// signs gives the plain form of the signs that the grammar reads.
var signs = map[rune]string{
	0x2013: "--", 0x2014: "--", 0x2015: "--", 0x2212: "--", 0x2012: "--", '"': `"`, 0x201c: `"`, 0x201d: `"`, 0x201e: `"`,
	'\'': "'", 0x2018: "'", 0x2019: "'", '[': "(", ']': ")", '%': "%", '$': "$", 0x20ac: "$", 0xa3: "$", 0xa5: "$", 0xa7: "section", 0x2265: ">", 0x2264: "<", 0x2248: "~",
}

func (s *scanner) sign(r rune, size int) {
	if (r == '*' || r == 0x2020 || r == 0x2021) && s.at > 0 && !s.spaced {
		s.at += size // a mark of reference
		return
	}
	t := token{start: s.at, end: s.at + size, kind: signToken}
	plain, known := signs[r]
	switch {
	case known:
		t.text = plain
	case r == '-' && s.at+1 < len(s.text) && s.text[s.at+1] == '-':
		t.text, t.end = "--", s.at+2
	case r < utf8.RuneSelf:
		t.text = s.text[s.at : s.at+1]
	default:
		t.text = "?" // a sign that the grammar does not know; it ends no sentence
		t.capital = true
	}
	s.add(t)
}
