package notebook

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// meaningful are texts of the characters that mean something in Markdown, and of a few that do not.
var meaningful = rapid.StringOfN(rapid.SampledFrom([]rune("\\`*_{}[]()<>#+-.!|&~$:=\"'/?;,%@^12ab é−\n")), 1, 12, -1)

// rendered is what Markdown shows, as text: the tags taken off.
func rendered(t interface{ Fatal(...any) }, source string) (text, tags string) {
	var b bytes.Buffer
	source = strings.NewReplacer(dollar, "&#36;", backslash, "&#92;").Replace(source)
	if err := markdown.Convert([]byte(source), &b); err != nil {
		t.Fatal(err)
	}
	tag := regexp.MustCompile(`<[^>]*>`)
	return html.UnescapeString(tag.ReplaceAllString(b.String(), "")), strings.Join(tag.FindAllString(b.String(), -1), "")
}

// Whatever a value is, and wherever it stands, Markdown shows it as it is and makes nothing else of it.
func TestValuesComeOutOfMarkdownAsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shown, err := Text(meaningful.Draw(t, "value"))
		if err != nil {
			t.Skip("nothing to show")
		}
		around := rapid.SampledFrom([]string{"@", "@. And", "@) and", "a @ b", "a\n@", "a\n@\nb", "- @", "> @", "1. @", "| a |\n| --- |\n| @ |",
			"## @", "*a* @", "@ `b`", "(@)", "@amp; b", "a &@; b", "@/b", "a\n\n@", "**a: @ b**", "a\n@ | b\n", "@-", "@---\n", "@\n---"}).Draw(t, "around")
		p, err := parsePassage("", strings.ReplaceAll(around, "@", "{{v}}"))
		if err != nil {
			t.Fatal(err)
		}
		d := newDoc(Notebook{})
		d.values["v"] = &value{shown: shown}
		source := d.markdown(parseProse(p))
		text, tags := rendered(t, source)
		letter, letterTags := rendered(t, strings.ReplaceAll(around, "@", string(mark)))
		expected := strings.ReplaceAll(letter, string(mark), shown)
		if text != expected || tags != letterTags {
			t.Fatalf("%q shows %q with %s, expected %q with %s", source, text, tags, expected, letterTags)
		}
	})
}

func TestEscapeLine(t *testing.T) {
	for text, expected := range map[string]string{
		"plain, as it is.": "plain, as it is.",
		"a & b < c > d":    "a & b &lt; c > d",
		"&amp; <b>":        "&amp;amp; &lt;b>",
		"> = :":            "&gt; = :",
		"= $5":             "&#61; " + dollar + "5",
		": 5":              "&#58; 5",
		"1. one":           `1\. one`,
		"2023 report":      "2023 report",
		"# a\n b":          `\# a b`,
		"a_b*c":            `a\_b\*c`,
		"\xff\xfe<":        "\ufffd\ufffd&lt;",
	} {
		if got := escapeLine(text); got != expected {
			t.Errorf("%q came out as %q, expected %q", text, got, expected)
		}
	}
}
