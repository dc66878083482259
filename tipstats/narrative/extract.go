package narrative

import (
	"fmt"
	"unicode/utf8"
)

// Options are what the text itself may not say. The zero value leaves it to the text.
type Options struct {
	Report int // the edition: the year of the report; 0 if unknown
}

// Reading is what the grammar made of a text.
type Reading struct {
	Section    Span // the part that was read for figures: the section on prosecution, or the whole text
	Sentences  []Sentence
	Statements []Statement
	Numbers    []Number
	Findings   []Finding
}

// Sentence is a sentence of the section.
type Sentence struct {
	Span    Span
	Locator string // "Prosecution, paragraph 3, sentence 1"
	First   bool   // it begins a paragraph
}

// Extract reads a narrative, or its section on prosecution, and returns what it states. The error says that the text is not UTF-8 or
// that an option is off; a text without figures is no error.
func Extract(text string, opts Options) (*Reading, error) {
	if opts.Report != 0 && (opts.Report < earliestYear || opts.Report > latestYear) {
		return nil, fmt.Errorf("the report's year is %d: expected one from %d to %d, or 0 if it is unknown", opts.Report, earliestYear, latestYear)
	}
	if i := invalidUTF8(text); i >= 0 {
		return nil, fmt.Errorf("the text is not UTF-8: byte %d is %#x; save it as UTF-8 and read it again", i, text[i])
	}
	section := prosecutionSection(text)
	d := &document{text: text, report: opts.Report}
	d.readOutside(Span{0, section.Start})
	d.read(section)
	r := &Reading{Section: section, Sentences: d.sentences}
	d.resolve(r)
	d.readOutside(Span{section.End, len(text)})
	r.Numbers = d.numbers
	return r, nil
}

func invalidUTF8(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}
