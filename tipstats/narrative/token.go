package narrative

import (
	"slices"
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
	capital    bool  // begins with a capital
	spaced     bool  // white space stands before it
	paragraph  bool  // it begins a paragraph
	fraction   bool  // a number that is not whole, or is not written as whole numbers are
	word       *word // what the lexicon knows of it
	class      Class // of digits: what they are by the way in which they are written
}

// small is the number below a hundred that a word says.
func (t *token) small() (n int, tens, ok bool) {
	if t.word == nil || !t.word.small {
		return 0, false, false
	}
	return t.word.number, t.word.tens, true
}

// scale is what a word multiplies the number before it by: "hundred"; 0 for another.
func (t *token) scale() float64 {
	if t.word == nil {
		return 0
	}
	return t.word.scale
}

// scanner cuts a text into tokens, in one pass, a stretch at a time.
type scanner struct {
	text     string
	at       int
	tokens   []token
	spaced   bool
	newlines int
	block    bool            // a tag that ends a block stood since the last token
	raised   bool            // within <sup>
	end      byte            // what the last token but marks of reference ends with: a sign in its plain form, or a letter
	unclosed map[string]bool // the endings of scripts and comments that do not come any more
}

// newScanner reads a part of a text into a list of tokens that is not needed any more, if it has the room.
func newScanner(text string, part Span, list []token) *scanner {
	return &scanner{text: text[:part.End], at: part.Start, newlines: 2, tokens: slices.Grow(list[:0], min(stretch, part.End-part.Start)+8)}
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
	case r == '\n' || r == '\f':
		s.line(r)
	case isBlank(r):
		s.spaced = true
		s.at += size
	case r == '<' && s.skipMarkup():
	case r == '&' && s.entity():
	case unicode.IsDigit(r) || r == 0x2212 && s.negative():
		s.digits()
	case r == '[' && s.bracketed():
	case unicode.IsLetter(r):
		s.word()
	case unicode.IsNumber(r) && s.numberSign(r, size):
	default:
		s.sign(r, size)
	}
}

// isBlank reports whether a rune separates words: spaces of every width, and what copies leave behind.
func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\r' || r == 0xa0 || r == 0xad || r == 0xfeff || r >= 0x200b && r <= 0x200f || unicode.IsSpace(r)
}

// add enters a token. An empty line before a small letter in the middle of a sentence begins no paragraph: it is the end of a line or
// of a page.
func (s *scanner) add(t token) {
	t.spaced = s.spaced
	if t.class == Reference {
		s.tokens = append(s.tokens, t)
		s.at = t.end
		return
	}
	r, _ := utf8.DecodeRuneInString(s.text[t.start:])
	goesOn := !s.block && s.end != 0 && !isStop(s.end) && unicode.IsLower(r)
	t.paragraph = s.newlines > 1 && !goesOn
	s.spaced, s.newlines, s.block = false, 0, false
	s.end = t.text[len(t.text)-1]
	s.tokens = append(s.tokens, t)
	s.at = t.end
}

// isStop reports whether a sentence, or an entry of a list, may end here.
func isStop(end byte) bool {
	switch end {
	case '.', '!', '?', ':', ';', '"':
		return true
	}
	return false
}
