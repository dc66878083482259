package frame

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Spreadsheets run a cell that begins like a formula, be it from a file that somebody sent ("CSV injection", OWASP). [Write] puts an
// apostrophe before such a cell, which makes it text for them, and before one that looks as if it had got one. [Read] takes it away
// again, so that every cell comes back as it was. Other programs show the apostrophe. Numbers with a sign, and the dash of a gap, are no
// formulas and stay as they are.

// signedNumber is a number as people and programs write it: -0.5, +1,266, -2.5E3, -4 %.
var signedNumber = regexp.MustCompile(`^[-+]([0-9][0-9,]*\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?[ \x{a0}]*%?[ \x{a0}]*$`)

// formula reports whether a spreadsheet would take a cell for a formula, once any number of apostrophes is gone from its start.
func formula(cell string) bool {
	bare := strings.TrimLeft(cell, "'")
	first, _ := utf8.DecodeRuneInString(bare)
	if bare == "" || bare == "-" || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return false
	}
	return !signedNumber.MatchString(bare)
}

// neutral is a cell as it is written.
func neutral(cell string) string {
	if formula(cell) {
		return "'" + cell
	}
	return cell
}

// original is a cell that was read as it was before it was written.
func original(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && formula(rest) {
		return rest
	}
	return cell
}
