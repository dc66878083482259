package narrative

import (
	"strings"
	"unicode/utf8"
)

// prosecutionSection finds the section on prosecution: from its heading to that of the next section. A text without the heading is
// taken whole.
func prosecutionSection(text string) Span {
	start, end := 0, len(text)
	if i := heading(text, 0, "PROSECUTION"); i >= 0 {
		start = i
	}
	for _, name := range []string{"PROTECTION", "PREVENTION", "TRAFFICKING PROFILE"} {
		if i := heading(text, start, name); i >= 0 {
			if at := i - len(name); at < end && at > start {
				end = at
			}
		}
	}
	return Span{start, end}
}

// heading finds a section's name as a heading from an offset on, and returns the offset after it: alone on its line, in capitals
// before a sentence, or between tags. It looks at two spellings, in capitals and with one, which is what reports have.
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

func isHeading(text string, start, end int) bool {
	before := strings.TrimRight(text[:start], " \t\r\u00a0#*_")
	begins := before == "" || strings.HasSuffix(before, "\n") || strings.HasSuffix(before, ">")
	rest := strings.TrimLeft(text[end:min(len(text), end+40)], " \t\r\u00a0:*_")
	ends := rest == "" || rest[0] == '\n' || rest[0] == '<'
	capitals := text[start:end] == strings.ToUpper(text[start:end])
	if begins && ends {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest)
	after := strings.HasPrefix(rest, "The ") || strings.HasPrefix(rest, "the ") || next >= 'A' && next <= 'Z'
	closed := begins || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "\u201d")
	return capitals && closed && after
}
