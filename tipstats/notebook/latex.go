package notebook

import "strings"

// latexEscapes keeps braces in pairs, since BibTeX counts them whether or not a backslash stands before one.
var latexEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `_`, `\_`, `%`, `\%`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`, `"`, `\symbol{34}`, `<`, `\textless{}`, `>`, `\textgreater{}`,
	"\n", " ",
)

// latex writes a text so that LaTeX sets it as it stands.
func latex(text string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range text {
		if ligature(last, r) {
			b.WriteString("{}")
		}
		b.WriteString(latexEscapes.Replace(string(r)))
		last = r
	}
	return b.String()
}

// ligature reports whether TeX's fonts make another character of two: a dash, a quotation mark, or a mark turned upside down.
func ligature(a, b rune) bool {
	switch b {
	case '-', '\'', ',':
		return a == b
	case '`':
		return a == '`' || a == '?' || a == '!'
	}
	return false
}
