package notebook

import (
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
)

func TestLaTeX(t *testing.T) {
	for text, expected := range map[string]string{
		`\a{b}$c&d#e_f%g~h^i`: `\textbackslash{}a\textbraceleft{}b\textbraceright{}\$c\&d\#e\_f\%g\textasciitilde{}h\textasciicircum{}i`,
		`"<a>"`:               `\symbol{34}\textless{}a\textgreater{}\symbol{34}`,
		"2020--21 --- x-y":    "2020-{}-21 -{}-{}- x-y",
		"``a'' ,,b ?` !` `'":  "`{}`a'{}' ,{},b ?{}` !{}` `'",
	} {
		if got := latex(text); got != expected {
			t.Errorf("%s comes out as %s, expected %s", text, got, expected)
		}
	}
}

// BibTeX counts every brace, also one after a backslash.
func TestBracesOfBibTeXArePaired(t *testing.T) {
	for _, evil := range []string{`{`, `}`, `\{`, `x \{ y`, `}{`, `\`} {
		entry, depth := evilEntry(evil), 0
		for i, r := range entry {
			depth += map[rune]int{'{': 1, '}': -1}[r]
			if i > len("@misc{") && depth == 0 && i < len(entry)-len("}\n") {
				t.Fatalf("%q closes the entry before its end:\n%s", evil, entry)
			}
		}
		if depth != 0 {
			t.Errorf("%q leaves %d braces open", evil, depth)
		}
	}
}

// evilEntry is the entry of a figure all of whose texts are the same.
func evilEntry(text string) string {
	d := newDoc(Notebook{Name: "a", Title: text, Authors: []string{text, text + ", " + text}, Year: 2026, Sources: []string{text}, Address: "https://example.org/" + text})
	return d.cite(&picture{number: 1, figure: &figure.Figure{Name: "f", Title: text}}).BibTeX
}
