package narrative

import (
	"regexp"
	"strings"
	"unicode"
)

// line reads the end of a line or of a page, and passes over what a page carries beside its text.
func (s *scanner) line(r rune) {
	s.newlines++
	if r == '\f' {
		s.newlines++
	}
	s.spaced = true
	s.at++
	if s.end != 0 {
		s.furniture()
	}
}

// longestFurniture bounds the line that a page has at its head or foot.
const longestFurniture = 80

var pageNumber = regexp.MustCompile(`^(?:[Pp]age |[-–—|] ?)?(\d{1,4})(?: of \d{1,4}| ?[-–—|])?(?: ?[Pp]age)?$`)

// furniture passes over a line that stands between empty lines and is a page's number, or its running head in the middle of a
// sentence. Its numbers are references.
func (s *scanner) furniture() {
	rest := s.text[s.at:min(len(s.text), s.at+longestFurniture)]
	end := strings.IndexAny(rest, "\n\f")
	if end < 0 {
		if len(rest) == longestFurniture {
			return
		}
		end = len(rest)
	}
	line := strings.Trim(rest[:end], " \t\r\u00a0")
	if line == "" || !s.endsBlock(s.at+end, s.newlines < 2) || !pageNumber.MatchString(line) && !runningHead(line, isStop(s.end)) {
		return
	}
	goesOn, to := !isStop(s.end), s.at+end
	for from := s.at; from < to; {
		run := strings.IndexFunc(s.text[from:to], unicode.IsDigit)
		if run < 0 {
			break
		}
		t := token{start: from + run, kind: digitToken, class: Reference}
		t.end, t.value = wholeNumber(s.text[:to], t.start)
		t.text = s.text[t.start:t.end]
		s.add(t)
		from = t.end
	}
	s.at = to
	if goesOn {
		s.newlines = 0
	}
}

// endsBlock reports whether a new page, or if that will do an empty line or the end of the text, follows the line that ends at an offset.
func (s *scanner) endsBlock(end int, page bool) bool {
	after := strings.TrimLeft(s.text[end:min(len(s.text), end+longestFurniture)], " \t\r\u00a0")
	for lines := 0; after != ""; lines++ {
		switch {
		case after[0] == '\f':
			return true
		case after[0] != '\n':
			return false
		case lines > 0 && !page:
			return true
		}
		after = strings.TrimLeft(after[1:], " \t\r\u00a0")
	}
	return !page
}

// runningHead reports whether a line is the title of the report, or stands in capitals in the middle of a sentence.
func runningHead(line string, stopped bool) bool {
	title := strings.Contains(strings.ToUpper(line), "TRAFFICKING IN PERSONS REPORT")
	return line != "" && strings.ToUpper(line) == line && strings.IndexFunc(line, unicode.IsLetter) >= 0 && (title || !stopped)
}
