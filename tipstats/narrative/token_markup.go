package narrative

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// blockTags end a paragraph; inlineTags do not. Anything else in angle brackets is text.
var (
	blockTags = wordSet(`p div li br h1 h2 h3 h4 h5 h6 ul ol dl dt dd section article header footer main nav aside hr table tr td th thead tbody caption
		blockquote pre figure figcaption body html head title form fieldset address details summary script style noscript`)
	inlineTags = wordSet(`a b i u em strong span sup sub font small big mark q cite abbr acronym code kbd samp s strike del ins label img wbr time dfn var tt center
		link meta input button svg path picture source iframe bdi bdo o:p`)
)

// skipMarkup passes over an HTML tag, a comment or a script.
func (s *scanner) skipMarkup() bool {
	rest := s.text[s.at:]
	if strings.HasPrefix(rest, "<!--") {
		return s.skipTo("-->")
	}
	name, end := readTag(rest)
	if end == 0 {
		return false
	}
	closing := strings.HasPrefix(rest, "</")
	switch {
	case !closing && (name == "script" || name == "style"):
		s.block = true
		s.newlines += 2
		return s.skipTo("</" + name)
	case name == "sup":
		s.raised = !closing
	case name == "br":
		s.newlines += 2
		s.spaced = true
	case blockTags[name]:
		s.newlines += 2
		s.spaced, s.block, s.raised = true, true, false
	}
	s.at += end
	return true
}

// readTag reads the HTML tag that a text begins with: its name, and its length; 0 if it begins with none.
func readTag(text string) (name string, length int) {
	if len(text) < 3 {
		return "", 0
	}
	if text[1] == '!' || text[1] == '?' {
		if !strings.HasPrefix(strings.ToLower(text[:min(len(text), 9)]), "<!doctype") && !strings.HasPrefix(text, "<?xml") {
			return "", 0
		}
	}
	end := 1 + strings.IndexAny(text[1:], "<>")
	if end == 0 || text[end] == '<' {
		return "", 0
	}
	name = strings.TrimPrefix(text[1:end], "/")
	if i := strings.IndexAny(name, " \t\r\n/"); i >= 0 {
		name = name[:i]
	}
	name = strings.ToLower(name)
	if !blockTags[name] && !inlineTags[name] && name != "!doctype" && name != "?xml" {
		return "", 0
	}
	return name, end + 1
}

// skipTo passes over what goes on to an ending. Where there is none, the mark that begins it is text.
func (s *scanner) skipTo(ending string) bool {
	if s.unclosed[ending] {
		return false
	}
	i := strings.Index(s.text[s.at+1:], ending)
	if i < 0 {
		i = strings.Index(s.text[s.at+1:], strings.ToUpper(ending))
	}
	if i < 0 {
		if s.unclosed == nil {
			s.unclosed = map[string]bool{}
		}
		s.unclosed[ending] = true
		return false
	}
	s.spaced = true
	s.at += 1 + i + len(ending)
	if end := strings.IndexByte(s.text[s.at:], '>'); ending != "-->" && end >= 0 {
		s.at += end + 1
	}
	return true
}

// readEntity reads the HTML entity that a text begins with: its character, and its length; 0 if it begins with none.
func readEntity(text string) (r rune, length int) {
	end := strings.IndexByte(text[:min(len(text), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	plain := html.UnescapeString(text[:end+1])
	r, size := utf8.DecodeRuneInString(plain)
	if size != len(plain) || r == utf8.RuneError {
		return 0, 0
	}
	return r, end + 1
}

// entity reads an HTML entity as the character that it stands for.
func (s *scanner) entity() bool {
	r, size := readEntity(s.text[s.at:])
	switch {
	case size == 0:
		return false
	case isBlank(r):
		s.spaced = true
		s.at += size
	case unicode.IsLetter(r):
		s.word()
	default:
		s.sign(r, size)
	}
	return true
}
