package notebook

import (
	"fmt"
	"regexp"
	"strings"
)

// mark stands for a placeholder while Markdown is parsed: a letter of the private use area, so that it is a part of a word.
const mark = '\uE000'

// A passage is a text with placeholders.
type passage struct {
	where  string
	parts  []string // the text around the placeholders: one more than these
	places []placeholder
}

// A placeholder is {{name}}, or the literal {{= 95}}.
type placeholder struct {
	name    string // or the literal text
	literal bool
}

var placeholderPattern = regexp.MustCompile(`\{\{(=?)([^{}\n]*)\}\}`)

// parsePassage splits a text at its placeholders.
func parsePassage(where, text string) (passage, error) {
	t := passage{where: where}
	if err := checkCharacters("the text", text); err != nil {
		return t, err
	}
	if strings.ContainsRune(text, mark) {
		return t, fmt.Errorf("the text holds the private character %U", mark)
	}
	end := 0
	for _, at := range placeholderPattern.FindAllStringSubmatchIndex(text, -1) {
		p := placeholder{name: strings.TrimSpace(text[at[4]:at[5]]), literal: at[2] < at[3]}
		if p.literal && p.name == "" {
			return t, fmt.Errorf("the placeholder %s shows nothing: write the text after the equals sign", text[at[0]:at[1]])
		}
		if !p.literal && !valueName.MatchString(p.name) {
			return t, fmt.Errorf("%s is no placeholder: expected the name of a value, {{name}}, or {{= text}}", text[at[0]:at[1]])
		}
		t.parts = append(t.parts, text[end:at[0]])
		t.places = append(t.places, p)
		end = at[1]
	}
	t.parts = append(t.parts, text[end:])
	for _, part := range t.parts {
		if at := strings.Index(part, "{{"); at >= 0 {
			return t, fmt.Errorf("a placeholder is not closed: %q", excerpt(part[at:]))
		}
	}
	return t, nil
}

// marked is the text with a mark for each placeholder.
func (t passage) marked() string { return strings.Join(t.parts, string(mark)) }

// shown is what a placeholder shows.
func (d *Doc) shown(p placeholder) string {
	if p.literal {
		return p.name
	}
	return d.values[p.name].shown
}

// plain is the text of a passage with its values.
func (d *Doc) plain(t passage) string {
	var b strings.Builder
	for i, part := range t.parts {
		if i > 0 {
			b.WriteString(d.shown(t.places[i-1]))
		}
		b.WriteString(part)
	}
	return b.String()
}

// fill puts the values into a text that has marks, beginning with the placeholder numbered first. It returns the number of the
// next one.
func (d *Doc) fill(t passage, text string, first int, write func(placeholder) string) (string, int) {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, string(mark))
		b.WriteString(before)
		if !found {
			return b.String(), first
		}
		b.WriteString(write(t.places[first]))
		first++
		text = after
	}
}

// excerpt is the beginning of a text, for a message.
func excerpt(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return string(runes)
}
