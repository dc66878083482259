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
	if s.newlines > 1 && s.end != 0 {
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
	if line == "" || !s.endsBlock(s.at+end) || !pageNumber.MatchString(line) && !runningHead(line, isStop(s.end)) {
		return
	}
	goesOn := !isStop(s.end)
	for from, to := s.at, s.at+end; from < to; {
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
	s.at += end
	if goesOn {
		s.newlines = 0
	}
}

// endsBlock reports whether an empty line, a new page or the end of the text follows the line that ends at an offset.
func (s *scanner) endsBlock(end int) bool {
	after := s.text[end:]
	if after == "" || after[0] == '\f' {
		return true
	}
	after = strings.TrimLeft(after[1:min(len(after), longestFurniture)], " \t\r\u00a0")
	return after == "" || after[0] == '\n' || after[0] == '\f'
}

// runningHead reports whether a line is the title of the report, or stands in capitals in the middle of a sentence.
func runningHead(line string, stopped bool) bool {
	title := strings.Contains(strings.ToUpper(line), "TRAFFICKING IN PERSONS REPORT")
	return line != "" && strings.ToUpper(line) == line && strings.IndexFunc(line, unicode.IsLetter) >= 0 && (title || !stopped)
}
