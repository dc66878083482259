package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Wrap breaks s into lines that are at most width points wide. It breaks at
// white space, which it makes one space, but not at no-break spaces nor between
// a number and the per cent sign that follows it. A word that is wider than a
// line is broken after a slash, hyphen, dot or underscore, else where it must.
// A line feed begins a new line.
func (c *Canvas) Wrap(s string, width float64, style Style) []string {
	return wrap(s, width, style.complete(c.Profile()))
}

// WrapEvenly breaks s into as few lines as [Canvas.Wrap] does, of about equal
// length: for titles and for labels beside what they name.
func (c *Canvas) WrapEvenly(s string, width float64, style Style) []string {
	return balanced(s, width, style.complete(c.Profile()))
}

// balanced breaks a title into as few lines as wrap does and makes them of
// about equal length, so that no word stands alone on the last one.
func balanced(s string, width float64, style Style) []string {
	lines := wrap(s, width, style)
	if len(lines) < 2 {
		return lines
	}
	low, high := 0.0, width
	for _, word := range words(strings.ReplaceAll(norm.NFC.String(s), "\n", " ")) {
		low = max(low, textWidth(word, style)) // a narrower line would break it
	}
	if low > width {
		return lines
	}
	for range 8 { // to a 256th of the width
		middle := (low + high) / 2
		if len(wrap(s, middle, style)) > len(lines) {
			low = middle
		} else {
			high = middle
		}
	}
	return wrap(s, high, style)
}

func wrap(s string, width float64, style Style) []string {
	width += 1e-6 // so that the last bits of a width never decide on a break
	var lines []string
	for _, paragraph := range strings.Split(norm.NFC.String(s), "\n") {
		line := ""
		for _, word := range words(paragraph) {
			if line != "" && textWidth(line+" "+word, style) <= width {
				line += " " + word
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			pieces := fit(word, width, style)
			lines = append(lines, pieces[:len(pieces)-1]...)
			line = pieces[len(pieces)-1]
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// words splits at breakable white space and joins "95 %" again.
func words(s string) []string {
	fields := strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
	})
	var joined []string
	for _, f := range fields {
		if n := len(joined); n > 0 && strings.HasPrefix(f, "%") {
			joined[n-1] += " " + f
			continue
		}
		joined = append(joined, f)
	}
	return joined
}

// fit breaks a word that is wider than a line.
func fit(word string, width float64, style Style) []string {
	var pieces []string
	add := func(piece string) {
		if piece = strings.Trim(piece, " "); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	f := style.face()
	start, breakAt, units := 0, 0, 0
	for i, r := range word {
		advance := f.glyph(r).advance
		for i > start && float64(units+advance)*style.Size/unitsPerEm > width {
			if breakAt <= start {
				breakAt = i
			}
			add(word[start:breakAt])
			start = breakAt
			units = f.units(word[start:i])
		}
		units += advance
		if strings.ContainsRune("/-._ ", r) {
			breakAt = i + utf8.RuneLen(r)
		}
	}
	add(word[start:])
	return pieces
}
