package frame

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxProblems is how many problems of one table are listed. The rest are counted.
const MaxProblems = 100

// A Problem is one thing that is wrong with a table, said so that its author can mend it.
type Problem struct {
	File     string
	Line     int    // in the file, from 1; 0 where the problem is the file's, or the table was never a file
	Row      int    // of a data frame, from 1; 0 for a file
	Column   int    // of the table, from 1; 0 where the problem is not one column's
	Name     string // of the column
	Cell     string // what was read, cut short where it is long; empty where there was nothing
	Expected string
	// Omitted is how many problems follow this one that are not listed. Only the last of a long list
	// has it.
	Omitted int
}

// Error says where the problem is, what was read there and what was expected.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ", line %d", p.Line)
	}
	if p.Row > 0 {
		fmt.Fprintf(&b, ", row %d", p.Row)
	}
	if p.Column > 0 {
		fmt.Fprintf(&b, ", column %d", p.Column)
	}
	if p.Name != "" {
		fmt.Fprintf(&b, " (%s)", plain(p.Name))
	}
	b.WriteString(": ")
	if p.Cell != "" || p.Column > 0 {
		fmt.Fprintf(&b, "read %s, ", quote(p.Cell))
	}
	fmt.Fprintf(&b, "expected %s", p.Expected)
	return b.String()
}

// Problems is everything that is wrong with a table, in the order of its lines. As an error it lists
// them one a line, at most [MaxProblems], and says how many more there are.
type Problems []Problem

func (ps Problems) Error() string {
	var b strings.Builder
	omitted := 0
	for i, p := range ps {
		omitted += p.Omitted
		if i >= MaxProblems {
			omitted++
			continue
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.Error())
	}
	if omitted > 0 {
		fmt.Fprintf(&b, "\nand %d more of this kind or another", omitted)
	}
	return b.String()
}

// add keeps a problem, or counts it where enough are kept.
func (ps *Problems) add(p Problem) {
	if len(*ps) >= MaxProblems {
		(*ps)[MaxProblems-1].Omitted++
		return
	}
	p.Cell = short(p.Cell)
	p.Name = short(p.Name)
	*ps = append(*ps, p)
}

// err returns the problems as an error, nil where there are none.
func (ps Problems) err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// longest is how much of a cell a message repeats, in characters.
const longest = 60

// short cuts a text after its first characters, and does not keep the rest of it in memory.
func short(text string) string {
	characters := 0
	for i := range text {
		if characters == longest {
			return strings.Clone(text[:i]) + "…"
		}
		characters++
	}
	return strings.Clone(text)
}

// quote writes a cell in quotation marks, cut short, so that every character of it shows: those that
// control a terminal and bytes that are not UTF-8 are escaped.
func quote(cell string) string { return `"` + escape(cell) + `"` }

// plain is quote without the quotation marks.
func plain(text string) string { return strings.ReplaceAll(escape(text), `\"`, `"`) }

func escape(text string) string {
	var b strings.Builder
	characters := 0
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		shown := strconv.Quote(text[i : i+size])
		shown = shown[1 : len(shown)-1]
		characters += utf8.RuneCountInString(shown)
		if characters > longest+1 || characters > longest && i+size < len(text) {
			return b.String() + "…"
		}
		b.WriteString(shown)
		i += size
	}
	return b.String()
}
