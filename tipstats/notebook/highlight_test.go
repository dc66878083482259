package notebook

import (
	"html"
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

func TestHighlight(t *testing.T) {
	got := highlight("if x < 1 { // done\n\treturn \"<a>\"\n}")
	expected := `<span class="keyword">if</span> x &lt; <span class="number">1</span> { <span class="comment">// done</span>` +
		"\n\t" + `<span class="keyword">return</span> <span class="string">&#34;&lt;a&gt;&#34;</span>` + "\n}"
	if got != expected {
		t.Errorf("\n%s\nexpected\n%s", got, expected)
	}
}

// Highlighting shows every character of the source, whether or not it is Go.
func TestHighlightLosesNothing(t *testing.T) {
	tag := regexp.MustCompile(`</?span[^>]*>`)
	rapid.Check(t, func(t *rapid.T) {
		source := rapid.StringOfN(rapid.SampledFrom([]rune("if \"`'/*\r\n\t<>&0x1.e\\;é{}\x00")), 0, 40, -1).Draw(t, "source")
		if got := html.UnescapeString(tag.ReplaceAllString(highlight(source), "")); got != html.UnescapeString(html.EscapeString(source)) {
			t.Fatalf("%q came out as %q", source, got)
		}
	})
}
