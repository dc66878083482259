package figure

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	style := Style{Size: 10}
	w := func(s string) float64 { return textWidth(s, style) }
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"", 100, nil},
		{"  \n ", 100, nil},
		{"one two three", 1000, []string{"one two three"}},
		{"one  two\tthree", w("one two"), []string{"one two", "three"}},
		{"one\ntwo", 1000, []string{"one", "two"}},
		{"about 95 % of", w("about 95"), []string{"about", "95 % of"}},
		{"no\u00a0break here", w("no\u00a0bre"), []string{"no\u00a0bre", "ak", "here"}},
		{"datasets/peru2023/x.csv", w("datasets/peru20"), []string{"datasets/", "peru2023/x.csv"}},
		{"abcdefgh", w("abc"), []string{"abc", "def", "gh"}},
		{"aW %a", 12, []string{"a", "W", "%", "a"}},
		{"ab cd", 0, []string{"a", "b", "c", "d"}},
	} {
		if got := wrap(c.text, c.width, style); !reflect.DeepEqual(got, c.want) {
			t.Errorf("wrap(%q, %.1f) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestBalanced(t *testing.T) {
	style := Style{Size: 10}
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"", 100, nil},
		{"one line", 1000, []string{"one line"}},
		{"one two three four five six", textWidth("one two three four five", style), []string{"one two three", "four five six"}},
		{"a wordthatfillsaline b", textWidth("wordthatfillsaline", style), []string{"a", "wordthatfillsaline", "b"}},
		{"abcdefgh", textWidth("abc", style), []string{"abc", "def", "gh"}},
	} {
		if got := balanced(c.text, c.width, style); !reflect.DeepEqual(got, c.want) {
			t.Errorf("balanced(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestBalancedTakesNoFurtherLine: as many lines as wrap makes, none longer, and the same words.
func TestBalancedTakesNoFurtherLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aWé- %"))).Draw(t, "text")
		width := rapid.Float64Range(12, 120).Draw(t, "width")
		style := Style{Size: 9}
		lines, even := wrap(text, width, style), balanced(text, width, style)
		if len(even) != len(lines) || strings.Join(strings.Fields(strings.Join(even, " ")), "") != strings.Join(strings.Fields(strings.Join(lines, " ")), "") {
			t.Fatalf("%q, not %q", even, lines)
		}
		for _, line := range even {
			if textWidth(line, style) > width+1e-5 {
				t.Fatalf("%q is wider than %v", line, width)
			}
		}
	})
}

func TestWrapKeepsEveryCharacterAndTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aWé-/ . %\n–"))).Draw(t, "text")
		width := rapid.Float64Range(12, 120).Draw(t, "width")
		style := Style{Size: 8, Bold: rapid.Bool().Draw(t, "bold")}
		lines := wrap(text, width, style)
		dense := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got, want := dense(strings.Join(lines, "")), dense(text); got != want {
			t.Fatalf("%q has become %q", want, got)
		}
		for _, line := range lines {
			if textWidth(line, style) > width+1e-6 {
				t.Fatalf("line %q is %.2f wide, more than %.2f", line, textWidth(line, style), width)
			}
			if line != strings.TrimSpace(line) || line == "" {
				t.Fatalf("line %q", line)
			}
		}
	})
}

func TestWrapOfAVeryLongWordIsQuick(t *testing.T) {
	lines := wrap(strings.Repeat("x", 1_000_000), 200, Style{Size: 8})
	if n := len(strings.Join(lines, "")); n != 1_000_000 {
		t.Errorf("%d characters", n)
	}
}
