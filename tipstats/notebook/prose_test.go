package notebook_test

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

func TestNumbersInProse(t *testing.T) {
	for _, text := range []string{
		"There were 7.", "In 2022 it fell.", "a**1**b", "> 1", "- 2", "1. one 2", "## Since 2022", "## 2022", "[the 2023 report](x)",
		"[x](y \"in 2022\")", "| a |\n| --- |\n| 1 |", "&#55;", "&#x37;", "&frac12;", "½", "²", "٣", "Ⅳ", "\\7", "a7", "## 2a things", "`1` 2",
		"Text.\n\n7. seven\n\n   8", "{{= 95}} and 95",
	} {
		fails(t, func(d *notebook.Doc) { d.Text(text) }, "prose_test.go:", "a number in prose that no code computed")
	}
	for _, text := range []string{
		"No number.", "`x[0] = 1`", "a\n\nb\n\n    x := 1", "```\nx := 1\n```", "1. a\n2. b", "3) c", "## 2. Method", "## 2.1 Method", "[report](https://example.org/2023)",
		"<https://example.org/2023>", "{{= 95}} % of Article {{=129}}", "seven", "[report][a]\n\n[a]: https://example.org/2023", "\\# a",
		"| a | b |\n| --- | --- |\n| `1` | {{= 2}} |",
	} {
		made(t, func(d *notebook.Doc) { d.Text(text) })
	}
}

func TestProseErrors(t *testing.T) {
	for text, expected := range map[string]string{
		"# Title":               "first level",
		"Title\n=====":          "first level",
		"#### Deep":             "one level at a time",
		"## A\n\n#### B":        "one level at a time",
		"a <b>c</b>":            "raw HTML",
		"<div>":                 "raw HTML",
		"<!-- note -->":         "raw HTML",
		"![alt](x.png)":         "a picture in prose",
		"`{{n}}`":               "a placeholder in code",
		"```\n{{n}}\n```":       "a placeholder in code",
		"a\n\nb\n\n    {{n}}":   "a placeholder in code",
		"[a](b{{n}})":           "a placeholder in the address",
		"[a](javascript:alert)": "expected https, http, mailto or a path",
		"[a](data:text/html,x)": "expected https",
		"[a](JavaScript:x)":     "expected https",
		"<file:///etc/passwd>":  "expected https",
		"[a][b]\n\n[b]: {{n}}":  "placeholder",
		"[a][b]\n\n[b]: vbs:x":  "expected https",
		"```{{n}}\nx\n```":      "placeholder",
		"{{n":                   "not closed",
		"{{}}":                  "no placeholder",
		"{{a b}}":               "no placeholder",
		"{{=}}":                 "shows nothing",
		"{{n\n}}":               "not closed",
		"\ue000":                "private character",
		"[a](b \"{{n}}\")":      "placeholder",
	} {
		fails(t, func(d *notebook.Doc) {
			d.Value("n", 1, notebook.Whole)
			d.Text(text)
			d.Text("{{n}}")
		}, "prose_test.go:", expected)
	}
}

func TestHeadingsGoOnFromTextToText(t *testing.T) {
	made(t, func(d *notebook.Doc) {
		d.Text("## A")
		d.Text("### B")
		d.Text("## C")
	})
	fails(t, func(d *notebook.Doc) {
		d.Text("## A")
		d.Text("#### B")
	}, "a heading of level 4 follows one of level 2")
}

func TestTextIsIndentedLikeTheCode(t *testing.T) {
	for _, text := range []string{
		"## A\n\nProse.\n\n    code",
		"\n\t\t## A\n\n\t\tProse.\n\n\t\t    code\n\t",
		"## A\n\n\t\tProse.\n\n\t\t    code\n\t\t",
		"\r\n\t## A\r\n\t\r\n\tProse.\r\n\r\n\t    code\r\n",
	} {
		files := made(t, func(d *notebook.Doc) { d.Text(text) })
		if readme := string(files["README.md"]); !strings.Contains(readme, "\n\n## A\n\nProse.\n\n    code\n\n") {
			t.Errorf("%q came out as\n%s", text, readme)
		}
	}
}

// A value that is named after the prose shows there as well: a notebook opens with its answer.
func TestValueIsNamedAfterTheProse(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Text("There were {{n}}.")
		d.Value("n", 813, notebook.Whole)
	})
	if readme := string(files["README.md"]); !strings.Contains(readme, "There were 813.") {
		t.Error(readme)
	}
}
