package narrative

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// prosecutionSection finds the section on prosecution: from its heading to that of the next section. A text without the heading is
// read from its beginning. A heading under which nothing stands is one of a table of contents.
func prosecutionSection(text string) Span {
	from := 0
	for range 4 {
		start := heading(text, from, "PROSECUTION")
		if start < 0 {
			break
		}
		if end := sectionEnd(text, start); len(strings.TrimSpace(text[start:end])) >= shortestSection {
			return Span{start, end}
		}
		from = start
	}
	return Span{from, sectionEnd(text, from)}
}

// shortestSection is the length below which a section says nothing.
const shortestSection = 20

// sectionEnd is where the next section's heading stands, or the end of the text.
func sectionEnd(text string, start int) int {
	end := len(text)
	for _, name := range []string{"PROTECTION", "PREVENTION", "TRAFFICKING PROFILE"} {
		if i := heading(text[:end], start, name); i >= 0 {
			end = i - len(name)
		}
	}
	return end
}

// heading finds a section's name as a heading from an offset on, and returns the offset after it. It looks at two spellings, in
// capitals and with one, which is what reports have.
func heading(text string, from int, name string) int {
	spellings := [2]string{name, name[:1] + strings.ToLower(name[1:])}
	var next [2]int
	for k, s := range spellings {
		next[k] = indexFrom(text, from, s)
	}
	for next[0] >= 0 || next[1] >= 0 {
		k := 0
		if next[0] < 0 || next[1] >= 0 && next[1] < next[0] {
			k = 1
		}
		if end := next[k] + len(name); isHeading(text, next[k], end) {
			return end
		}
		next[k] = indexFrom(text, next[k]+len(name), spellings[k])
	}
	return -1
}

func indexFrom(text string, from int, s string) int {
	i := strings.Index(text[from:], s)
	if i < 0 {
		return -1
	}
	return from + i
}

// headingSigns may stand on either side of a heading: blanks, and the marks of Markdown.
const headingSigns = " \t\r\u00a0\ufeff#*_"

// isHeading reports whether a section's name is a heading: alone on its line or between tags, or run in before a sentence, in capitals,
// with a colon, a full stop or a dash, or at the beginning of a paragraph.
func isHeading(text string, start, end int) bool {
	before, begins, paragraph := beforeHeading(text[:start])
	rest := afterHeading(text[end:])
	if begins && (rest == "" || rest[0] == '\n' || rest[0] == '\f' || rest[0] == '<') {
		return true
	}
	sign, size := utf8.DecodeRuneInString(rest)
	ended := sign == ':' || sign == '.' || sign == 0x2013 || sign == 0x2014
	if ended {
		rest = afterHeading(rest[size:])
	}
	next, _ := utf8.DecodeRuneInString(rest)
	capital := next >= 'A' && next <= 'Z'
	if text[start:end] != strings.ToUpper(text[start:end]) {
		word, _, _ := strings.Cut(rest, " ")
		return begins && (capital && ended || paragraph && sectionOpeners[word] || ended && (rest == "" || rest[0] == '\n' || rest[0] == '<'))
	}
	closed := begins || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "\u201d")
	return closed && (capital || rest == "" || rest[0] == '\n' || rest[0] == '<' || strings.HasPrefix(rest, "the "))
}

// sectionOpeners are words that a section begins with after a heading that is run in without a sign.
var sectionOpeners = wordSet("The In During While Although Despite Law Laws Authorities")

// numbering is what numbers a heading.
var numbering = regexp.MustCompile(`(?:^|\n)[ \t]*(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)]$`)

// beforeHeading passes back over signs and inline tags, and reports whether a line or a block begins there, or a paragraph.
func beforeHeading(text string) (before string, begins, paragraph bool) {
	for range 6 {
		text = strings.TrimRight(text, headingSigns)
		if !strings.HasSuffix(text, ">") {
			break
		}
		from := max(0, len(text)-longestFurniture)
		i := strings.LastIndexByte(text[from:], '<')
		if i < 0 {
			break
		}
		name, _ := readTag(text[from+i:])
		if blockTags[name] {
			return text, true, true
		}
		if !inlineTags[name] {
			break
		}
		text = text[:from+i]
	}
	if tail := text[max(0, len(text)-12):]; numbering.MatchString(tail) {
		text = strings.TrimRight(text[:len(text)-len(tail)+strings.LastIndexByte(tail, '\n')+1], " \t")
	}
	line := text == "" || strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\f")
	above := strings.TrimRight(strings.TrimSuffix(text, "\n"), " \t\r")
	return text, line, line && (above == "" || strings.HasSuffix(above, "\n") || strings.HasSuffix(text, "\f"))
}

// afterHeading passes over signs and inline tags after a heading.
func afterHeading(text string) string {
	for range 6 {
		text = strings.TrimLeft(text[:min(len(text), 3*longestFurniture)], headingSigns)
		if !strings.HasPrefix(text, "<") {
			break
		}
		name, size := readTag(text)
		if !inlineTags[name] {
			break
		}
		text = text[size:]
	}
	return text
}
