package narrative

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// digits reads a number in digits: 1,266 or 12.5 or 21st. What is not written as reports write a count gets a class at once, or is
// marked as a fraction, so that it is never one: "1,23", "12.000", "1/2", "1e9", "10:30".
func (s *scanner) digits() {
	t := token{start: s.at, kind: digitToken}
	first := s.at
	if !digitAt(s.text, first) { // a minus
		first += len("\u2212")
	}
	t.end, t.value = wholeNumber(s.text, first)
	switch glued := s.glued(t.start); {
	case first > t.start:
		t.class, t.fraction, t.value = Other, true, -t.value
	case s.raised:
		t.class = Reference
	case glued != "":
		t.class = glued
	case s.text[first] == '0' && t.end > first+1:
		t.class = Name
	case s.listed(t.start):
		t.class = Open
	}
	s.separated(&t)
	s.vulgar(&t)
	s.ending(&t)
	t.value = math.Max(-math.MaxFloat64, math.Min(t.value, math.MaxFloat64))
	t.text = s.text[t.start:t.end]
	s.add(t)
}

// digitAt reports whether a digit of any script stands at an offset.
func digitAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsDigit(r)
}

// digitRun reads digits of any script: where they end, how many they are, and their value.
func digitRun(text string, i int) (end, count int, value float64) {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r >= '0' && r <= '9':
			value = value*10 + float64(r-'0')
		case unicode.IsDigit(r):
			value = value*10 + float64(digitValue(r))
		default:
			return i, count, value
		}
		count++
		i += size
	}
	return i, count, value
}

// digitValue is the value of a digit of another script: these stand in tens, in order.
func digitValue(r rune) int {
	n := 0
	for n < 50 && unicode.IsDigit(r-rune(n)-1) {
		n++
	}
	return n % 10
}

// wholeNumber reads digits with one separator of thousands throughout: a comma, or a space that does not break.
func wholeNumber(text string, i int) (end int, value float64) {
	end, count, value := digitRun(text, i)
	if count > 3 {
		return end, value
	}
	separator := ""
	for {
		size := thousands(text[end:])
		if size == 0 || separator != "" && text[end:end+size] != separator {
			return end, value
		}
		next, n, group := digitRun(text, end+size)
		if n != 3 {
			return end, value
		}
		separator = text[end : end+size]
		end, value = next, float64(value*1000)+group
	}
}

// thousands is the length of a separator of thousands that a text begins with, or 0.
func thousands(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if r == '&' {
		r, size = readEntity(text)
	}
	switch r {
	case ',', 0xa0, 0x2007, 0x2008, 0x2009, 0x202f:
		return size
	}
	return 0
}

// glued is the class of digits that follow a letter: a mark of reference after a word, else a part of a name. After a full stop that
// ends a sentence they are a mark of reference as well.
func (s *scanner) glued(start int) Class {
	r, size := utf8.DecodeLastRuneInString(s.text[:start])
	switch {
	case unicode.IsLetter(r) && s.fiscalYear(start):
		if _, count, _ := digitRun(s.text, start); count == 2 {
			return Date
		}
	case unicode.IsLetter(r):
		before, _ := utf8.DecodeLastRuneInString(s.text[:start-size])
		if _, count, _ := digitRun(s.text, start); count <= 3 && unicode.IsLower(r) && unicode.IsLower(before) {
			return Reference
		}
		return Name
	case r == '.' && s.afterStop(start):
		return Reference
	}
	return ""
}

// fiscalYear reports whether "FY" stands right before a number: FY2019.
func (s *scanner) fiscalYear(start int) bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].end == start && (s.tokens[n-1].text == "fy" || s.tokens[n-1].text == "cy")
}

// listed reports whether a number goes before, with a comma and no space between: "1,2,3". A year may: "In 2018,12 suspects".
func (s *scanner) listed(start int) bool {
	n := len(s.tokens)
	return n > 1 && s.tokens[n-1].end == start && s.tokens[n-1].text == "," && s.tokens[n-2].end == start-1 && s.tokens[n-2].kind == digitToken && !isYear(s.tokens[n-2])
}

// afterStop reports whether digits right after a full stop are a mark of reference: a word goes before, and a new sentence follows.
func (s *scanner) afterStop(start int) bool {
	n := len(s.tokens)
	if n < 2 || s.tokens[n-1].end != start || s.tokens[n-1].text != "." {
		return false
	}
	word := s.tokens[n-2]
	if word.kind == wordToken && (abbreviations[word.text] || len(word.text) < 3) || word.kind == signToken && !closes(&word) || word.kind == digitToken && !isYear(word) {
		return false
	}
	end, count, _ := digitRun(s.text, start)
	rest := strings.TrimLeft(s.text[end:min(len(s.text), end+8)], " \u00a0\n\r\t")
	next, _ := utf8.DecodeRuneInString(rest)
	return count <= 3 && (rest == "" || len(rest) < len(s.text[end:min(len(s.text), end+8)]) && !unicode.IsLower(next))
}

// separated reads on after a point, a comma, a stroke or a colon.
func (s *scanner) separated(t *token) {
	if t.end+1 >= len(s.text) || !digitAt(s.text, t.end+1) {
		return
	}
	end, count, value := digitRun(s.text, t.end+1)
	year := t.end-t.start == 4 && t.value >= earliestYear && t.value <= latestYear
	whole := t.end - t.start
	switch sign := s.text[t.end]; {
	case sign == '.' && year && s.endsSentence(end, count):
	case sign == '.':
		s.point(t, end, count, value)
	case sign == ',' && (t.class != "" || digitAt(s.text, end+1) && s.text[end] == ','):
		t.class = Open // "1,2,3": a list, or an error
	case sign == ',' && !year && !(count == 4 && value >= earliestYear && value <= latestYear):
		t.value, t.end, t.fraction = t.value+float64(value*math.Pow(10, -float64(count))), end, true
	case sign == '/' && !year && whole <= 2 && count <= 2 && end < len(s.text) && s.text[end] == '/' && digitAt(s.text, end+1):
		t.end, _, _ = digitRun(s.text, end+1)
		t.class = Date
	case sign == '/' && !year && count <= 3 && whole <= 4 && value > 0:
		t.value, t.end, t.fraction = t.value/value, end, true
	case sign == '-' && !year && end < len(s.text) && s.text[end] == '-' && digitAt(s.text, end+1):
		for end < len(s.text) && s.text[end] == '-' && digitAt(s.text, end+1) {
			end, _, _ = digitRun(s.text, end+1)
		}
		t.end, t.class = end, Name // "1-800-555-0199"
	case sign == '-' && year && count == 2 && end < len(s.text) && s.text[end] == '-' && digitAt(s.text, end+1):
		t.end, _, _ = digitRun(s.text, end+1)
		t.class = Date
	case sign == ':' && whole <= 2 && count == 2 && value < 60:
		t.end, t.class = end, Date
	case sign == ':' && !year:
		t.end, t.class = end, Name
	}
}

// endsSentence reports whether the digits that end here, after a year and a full stop, are a mark of reference.
func (s *scanner) endsSentence(end, count int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[end:])
	return count <= 2 && (end == len(s.text) || isBlank(r))
}

// point reads decimals, the thousands of the continent ("12.000", which may also be decimals) and numbers of paragraphs ("2.1.3").
func (s *scanner) point(t *token, end, count int, value float64) {
	groups := 1
	for next := end; ; groups++ {
		if next+1 >= len(s.text) || s.text[next] != '.' || !digitAt(s.text, next+1) {
			break
		}
		var n int
		var group float64
		next, n, group = digitRun(s.text, next+1)
		if n != 3 {
			count = 0
		}
		value, end = float64(value*1000)+group, next
	}
	switch {
	case count == 3 && t.end-t.start <= 3 && t.value > 0:
		t.value = float64(t.value*math.Pow(1000, float64(groups))) + value
		t.class = Open
	case groups > 1:
		t.class = Name
	default:
		t.value += float64(value * math.Pow(10, -float64(count)))
	}
	t.end, t.fraction = end, true
}

// vulgar takes up a fraction after a whole number: 12½, 2 1/2.
func (s *scanner) vulgar(t *token) {
	if t.fraction || t.class != "" {
		return
	}
	r, size := utf8.DecodeRuneInString(s.text[t.end:])
	if share, ok := vulgarFractions[r]; ok {
		t.value, t.end, t.fraction = t.value+share, t.end+size, true
		return
	}
	i := t.end + size
	if !isBlank(r) || r == '\n' || i+2 >= len(s.text) || s.text[i+1] != '/' || !digitAt(s.text, i) || !digitAt(s.text, i+2) || digitAt(s.text, i+3) || s.text[i] >= s.text[i+2] {
		return
	}
	t.value, t.end, t.fraction = t.value+float64(s.text[i]-'0')/float64(s.text[i+2]-'0'), i+3, true
}

// ending takes up the letters of an ordinal or of a decade, and those of a name: 4x4.
func (s *scanner) ending(t *token) {
	rest := s.text[t.end:]
	for _, e := range []string{"st", "nd", "rd", "th", "s"} {
		if len(rest) >= len(e) && strings.EqualFold(rest[:len(e)], e) && !startsWithLetter(rest[len(e):]) && !digitAt(rest, len(e)) {
			t.class = Ordinal
			if e == "s" {
				t.class = Date
			}
			t.end += len(e)
			return
		}
	}
	i := 0
	for i < len(rest) && i < 3 && (rest[i] >= 'a' && rest[i] <= 'z' || rest[i] >= 'A' && rest[i] <= 'Z') {
		i++
	}
	if i == 0 || !digitAt(rest, i) {
		return
	}
	end, _, exponent := digitRun(s.text, t.end+i)
	if i == 1 && (rest[0] == 'e' || rest[0] == 'E') {
		t.value *= math.Pow(10, math.Min(exponent, 308))
	}
	t.end, t.class = end, Name
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
