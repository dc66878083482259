package figure

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
)

// Same reports whether two versions of a file say the same, and if not, what
// is the first thing that differs, a being "one" and b "the other".
//
// A PNG is compared by its pixels and its metadata and a PDF by its objects
// with their streams inflated, every other byte of it following from them, so
// that another compressor (of another Go
// release) changes nothing. Every other file is compared byte for byte. The
// kind of file is told by the ending of its name.
func Same(name string, a, b []byte) (bool, string) {
	if bytes.Equal(a, b) {
		return true, ""
	}
	var difference string
	switch strings.ToLower(filepath.Ext(name)) {
	case ".png":
		difference = differentPNG(a, b)
	case ".pdf":
		difference = differentPDF(a, b)
	default:
		difference = differentText(a, b)
	}
	return difference == "", difference
}

// differentText names the first line that differs.
func differentText(a, b []byte) string {
	at := firstDifference(a, b)
	line := 1 + bytes.Count(a[:at], []byte("\n"))
	switch at {
	case len(a):
		return fmt.Sprintf("one ends in line %d where the other has %s", line, excerpt(b, at))
	case len(b):
		return fmt.Sprintf("the other ends in line %d where one has %s", line, excerpt(a, at))
	}
	return fmt.Sprintf("line %d differs: one has %s, the other %s", line, excerpt(a, at), excerpt(b, at))
}

// firstDifference returns where two different texts part.
func firstDifference(a, b []byte) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// excerpt quotes a few characters around a place, from its own line.
func excerpt(s []byte, at int) string {
	const before, after = 10, 30
	from := max(bytes.LastIndexByte(s[:at], '\n')+1, at-before)
	to := min(len(s), at+after)
	if end := bytes.IndexByte(s[at:to], '\n'); end >= 0 {
		to = at + end
	}
	return fmt.Sprintf("%q", s[from:to])
}
