package notebook

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// showable reports whether a character can stand in a document. Control characters cannot, but for white space; nor can the marks that turn
// the direction of all that follows them (Unicode Technical Report 36, section 3.3), since a text would show otherwise than it reads.
func showable(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return true
	case r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
		return false
	}
	return !unicode.IsControl(r)
}

// checkCharacters reports the first character of a text that no document can show.
func checkCharacters(what, text string) error {
	for i, r := range text {
		if _, size := utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError && size == 1 {
			return fmt.Errorf("%s is not UTF-8: byte %d is %#x: save it as UTF-8", what, i+1, text[i])
		}
		if !showable(r) {
			return fmt.Errorf("%s holds the control character %U after %q: take it out", what, r, excerptEnd(text[:i]))
		}
	}
	return nil
}

// checkCells reports the first cell of a table that no document can show.
func checkCells(columns []string, rows [][]string) error {
	for _, name := range columns {
		if err := checkCharacters("the name of a column", name); err != nil {
			return err
		}
	}
	for i, row := range rows {
		for j, cell := range row {
			what := fmt.Sprintf("row %d, column %d", i+1, j+1)
			if j < len(columns) {
				what = fmt.Sprintf("row %d, column %q", i+1, columns[j])
			}
			if err := checkCharacters(what, cell); err != nil {
				return err
			}
		}
	}
	return nil
}

// excerptEnd is the end of a text, for a message.
func excerptEnd(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > 40 {
		return "…" + string(runes[len(runes)-39:])
	}
	return string(runes)
}
