package notebook

import (
	"go/scanner"
	"go/token"
	"html"
	"strings"
)

// highlight writes Go source as HTML in which keywords, texts, numbers and comments are marked.
func highlight(source string) string {
	set := token.NewFileSet()
	file := set.AddFile("", set.Base(), len(source))
	var scan scanner.Scanner
	scan.Init(file, []byte(source), nil, scanner.ScanComments) // what is no token stays as it is
	var b strings.Builder
	end := 0
	for {
		pos, kind, literal := scan.Scan()
		if kind == token.EOF {
			break
		}
		class := tokenClass(kind)
		start := file.Offset(pos)
		if class == "" || start < end {
			continue
		}
		length := len(literal)
		if kind.IsKeyword() {
			length = len(kind.String())
		}
		// The scanner takes carriage returns out of comments and raw texts: show what it showed only where it is what stands there.
		if start+length > len(source) || !strings.HasPrefix(source[start:], literal) {
			continue
		}
		b.WriteString(html.EscapeString(source[end:start]))
		b.WriteString(`<span class="` + class + `">` + html.EscapeString(source[start:start+length]) + `</span>`)
		end = start + length
	}
	b.WriteString(html.EscapeString(source[end:]))
	return b.String()
}

func tokenClass(kind token.Token) string {
	switch {
	case kind.IsKeyword():
		return "keyword"
	case kind == token.STRING || kind == token.CHAR:
		return "string"
	case kind == token.INT || kind == token.FLOAT || kind == token.IMAG:
		return "number"
	case kind == token.COMMENT:
		return "comment"
	}
	return ""
}
