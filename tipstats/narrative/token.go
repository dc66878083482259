package narrative

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind tells apart what a token is made of.
type tokenKind uint8

const (
	wordToken tokenKind = iota
	digitToken
	signToken
)

// token is a word, a number in digits or a sign, with its place in the text.
type token struct {
	start, end int
	text       string // in lower case, without soft hyphens; a sign in its plain form
	value      float64
	kind       tokenKind
	capital    bool // begins with a capital
	spaced     bool // white space stands before it
	paragraph  bool // it begins a paragraph
	fraction   bool // digits with a decimal point
	ordinal    bool // digits with an ending: 21st, 1990s
}

// scanner cuts a text into tokens, in one pass, a stretch at a time.
type scanner struct {
	text     string
	at       int
	tokens   []token
	spaced   bool
	newlines int
}

func newScanner(text string, part Span) *scanner {
	return &scanner{text: text[:part.End], at: part.Start, newlines: 2, tokens: make([]token, 0, min(stretch, part.End-part.Start)+8)}
}

// stretch is how many tokens are held at a time.
const stretch = 4 * longestSentence

// fill reads on until a stretch of tokens is at hand, and reports whether the text has no more.
func (s *scanner) fill() bool {
	for s.at < len(s.text) && len(s.tokens) < stretch {
		s.next()
	}
	return s.at >= len(s.text)
}

// drop forgets the first tokens, which have been read.
func (s *scanner) drop(n int) { s.tokens = s.tokens[:copy(s.tokens, s.tokens[n:])] }

func (s *scanner) next() {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case r == '\n':
		s.newlines++
		s.spaced = true
		s.at++
	case isBlank(r):
		s.spaced = true
		s.at += size
	case r == '<' && s.skipTag():
	case r == '&' && s.skipEntity():
	case r >= '0' && r <= '9':
		s.digits()
	case unicode.IsLetter(r):
		s.word()
	default:
		s.sign(r, size)
	}
}

// isBlank reports whether a rune separates words: spaces of every width, and what copies leave behind.
func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\r' || r == 0xa0 || r == 0xad || r == 0xfeff || r >= 0x200b && r <= 0x200f || unicode.IsSpace(r)
}

func (s *scanner) add(t token) {
	t.spaced, t.paragraph = s.spaced, s.newlines > 1
	s.spaced, s.newlines = false, 0
	s.tokens = append(s.tokens, t)
	s.at = t.end
}

// longestTag is the longest HTML tag that is passed over.
const longestTag = 300

// skipTag passes over an HTML tag. A tag that ends a block ends the paragraph.
func (s *scanner) skipTag() bool {
	rest := s.text[s.at:]
	if len(rest) < 3 || rest[1] != '/' && !unicode.IsLetter(rune(rest[1])) {
		return false
	}
	end := strings.IndexByte(rest[:min(len(rest), longestTag)], '>')
	if end < 0 {
		return false
	}
	name := strings.ToLower(strings.Trim(rest[1:end], "/ "))
	if i := strings.IndexAny(name, " \n"); i >= 0 {
		name = name[:i]
	}
	switch name {
	case "p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "ul", "section":
		s.newlines += 2
	}
	s.spaced = true
	s.at += end + 1
	return true
}

// entities are the HTML entities that a copied narrative holds.
var entities = map[string]rune{
	"nbsp": ' ', "#160": ' ', "shy": ' ', "#173": ' ', "amp": '&', "quot": '"', "rsquo": '\'', "lsquo": '\'', "#39": '\'', "#8217": '\'', "#x2019": '\'',
	"ldquo": '"', "rdquo": '"', "#8220": '"', "#8221": '"', "ndash": '-', "#8211": '-', "mdash": '-', "#8212": '-', "#038": '&',
}

func (s *scanner) skipEntity() bool {
	rest := s.text[s.at:]
	end := strings.IndexByte(rest[:min(len(rest), 10)], ';')
	if end < 2 {
		return false
	}
	r, known := entities[rest[1:end]]
	switch {
	case !known:
		return false
	case r == ' ' || r == '\'':
		s.spaced = true
		s.at += end + 1
	case r == '-':
		s.add(token{start: s.at, end: s.at + end + 1, text: "--", kind: signToken})
	default:
		s.add(token{start: s.at, end: s.at + end + 1, text: string(r), kind: signToken})
	}
	return true
}

// digits reads 1,266 or 12.5 or 21st. A comma belongs to the number only before exactly three digits.
func (s *scanner) digits() {
	t := token{start: s.at, kind: digitToken}
	i, scale := s.at, 1.0
	for i < len(s.text) {
		c := s.text[i]
		switch {
		case c >= '0' && c <= '9':
			if t.fraction {
				scale /= 10
				t.value += float64(c-'0') * scale
			} else {
				t.value = t.value*10 + float64(c-'0')
			}
		case c == ',' && !t.fraction && threeDigits(s.text[i+1:]):
		case c == '.' && !t.fraction && i+1 < len(s.text) && s.text[i+1] >= '0' && s.text[i+1] <= '9':
			t.fraction = true
		default:
			t.end = i
			s.ending(&t)
			return
		}
		i++
	}
	t.end = i
	s.ending(&t)
}

// ending takes up the letters of an ordinal or of a decade, and adds the number.
func (s *scanner) ending(t *token) {
	rest := s.text[t.end:]
	for _, e := range []string{"st", "nd", "rd", "th", "s"} {
		if len(rest) >= len(e) && strings.EqualFold(rest[:len(e)], e) && !startsWithLetter(rest[len(e):]) {
			t.ordinal = true
			t.end += len(e)
			break
		}
	}
	t.text = s.text[t.start:t.end]
	s.add(*t)
}

func threeDigits(s string) bool {
	for i := range 3 {
		if i >= len(s) || s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) == 3 || s[3] < '0' || s[3] > '9'
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
