package main

import (
	"bytes"
	_ "embed" // the page and its style
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats/frame"
	"github.com/tipstats/tip/tipstats/narrative"
)

//go:embed review.html
var reviewPage string

//go:embed review.css
var reviewStyle string

var reviewTemplate = template.Must(template.New("review").Parse(reviewPage))

// review is one narrative as the page shows it.
type review struct {
	Name      string
	Anchor    string
	Summary   string
	Tally     string
	Findings  []finding
	Open      []place
	Sentences []sentence
	Before    []piece // the text before and after the section
	After     []piece
}

// finding is what does not agree, with the places of the figures.
type finding struct {
	Message string
	Places  []link
}

// place is a number in its words.
type place struct {
	link
	Before, After string
}

// link leads to a number, a row or a sentence.
type link struct{ ID, Text string }

// sentence is one sentence with the rows that come from it.
type sentence struct {
	ID      string
	Locator string
	First   bool
	Text    []piece
	Rows    []row
}

// writeReview writes the page.
func writeReview(path string, reviews []review) error {
	page, err := renderReview(reviews)
	if err != nil {
		return err
	}
	return frame.WriteFile(path, page)
}

func renderReview(reviews []review) ([]byte, error) {
	page := struct {
		Style    template.CSS
		Readings []review
	}{template.CSS(reviewStyle), reviews}
	var b bytes.Buffer
	if err := reviewTemplate.Execute(&b, page); err != nil {
		return nil, fmt.Errorf("the page for review: %w", err)
	}
	return b.Bytes(), nil
}

func newReview(r reading, anchor string) review {
	r.anchor = anchor
	v := review{Name: r.name, Anchor: anchor, Tally: tally(r.Numbers)}
	for _, f := range r.Findings {
		v.Findings = append(v.Findings, finding{sentenceCase(f.Message), r.places(f)})
	}
	for i, n := range r.Numbers {
		if n.Class == narrative.Open {
			v.Open = append(v.Open, r.context(i))
		}
	}
	v.Summary = fmt.Sprintf("rows %d, findings %d, open numbers %d", len(r.Statements), len(v.Findings), len(v.Open))
	end := r.Section.Start
	for i, s := range r.Sentences {
		from, to := s.Span.Start, r.Section.End
		if i == 0 {
			from = r.Section.Start
		}
		if i+1 < len(r.Sentences) {
			to = r.Sentences[i+1].Span.Start
		}
		v.Sentences = append(v.Sentences, sentence{
			ID: r.sentenceID(i), Locator: s.Locator, First: s.First, Text: r.pieces(narrative.Span{Start: from, End: to}), Rows: r.rows(s.Span),
		})
		end = to
	}
	v.Before = r.pieces(narrative.Span{Start: 0, End: r.Section.Start})
	v.After = r.pieces(narrative.Span{Start: end, End: len(r.text)})
	return v
}

// places are where the figures of a finding stand.
func (r reading) places(f narrative.Finding) []link {
	var list []link
	for _, words := range f.Words {
		l := link{r.idAt(words), "\u201c" + plain(r.text[words.Start:words.End]) + "\u201d"}
		if !slices.Contains(list, l) {
			list = append(list, l)
		}
	}
	return list
}

// idAt is the id of the number that words begin with, or of their sentence.
func (r reading) idAt(words narrative.Span) string {
	i := r.numberFrom(words.Start)
	if i < len(r.Numbers) && r.Numbers[i].Span.Start < words.End {
		return r.numberID(i)
	}
	if k := r.sentenceAt(words.Start); k >= 0 {
		return r.sentenceID(k)
	}
	return r.anchor
}

// sentenceAt is the sentence that holds an offset, or -1.
func (r reading) sentenceAt(at int) int {
	k, found := slices.BinarySearchFunc(r.Sentences, at, func(s narrative.Sentence, at int) int { return s.Span.Start - at })
	if !found {
		k--
	}
	if k >= 0 && at >= r.Sentences[k].Span.End {
		return -1
	}
	return k
}

func (r reading) numberID(i int) string   { return fmt.Sprintf("%s-number%d", r.anchor, i+1) }
func (r reading) rowID(i int) string      { return fmt.Sprintf("%s-row%d", r.anchor, i+1) }
func (r reading) sentenceID(i int) string { return fmt.Sprintf("%s-sentence%d", r.anchor, i+1) }

// numberFrom is the first number at an offset or after it.
func (r reading) numberFrom(start int) int {
	i, _ := slices.BinarySearchFunc(r.Numbers, start, func(n narrative.Number, start int) int { return n.Span.Start - start })
	return i
}

// contextWords is how many words beside an open number the list shows.
const contextWords = 6

// context is an open number with the words beside it.
func (r reading) context(i int) place {
	n := r.Numbers[i]
	from, to := r.Section.Start, r.Section.End
	if k := r.sentenceAt(n.Span.Start); k >= 0 {
		from, to = r.Sentences[k].Span.Start, r.Sentences[k].Span.End
	}
	before, after := strings.Fields(r.text[from:n.Span.Start]), strings.Fields(r.text[n.Span.End:to])
	p := place{link: link{r.numberID(i), plain(r.text[n.Span.Start:n.Span.End])}}
	p.Before = strings.Join(before[max(0, len(before)-contextWords):], " ")
	p.After = strings.Join(after[:min(len(after), contextWords)], " ")
	if len(before) > contextWords {
		p.Before = "\u2026 " + p.Before
	}
	if len(after) > contextWords {
		p.After += " \u2026"
	}
	if n.Span.Start > from && isSpace(r.text[n.Span.Start-1]) {
		p.Before += " "
	}
	if n.Span.End < to && isSpace(r.text[n.Span.End]) {
		p.After = " " + p.After
	}
	return p
}

func isSpace(c byte) bool { return strings.IndexByte(" \n\r\t\f", c) >= 0 }

// plain is a text on one line.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// sentenceCase begins with a capital and ends with a full stop.
func sentenceCase(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// tally counts the numbers by class.
func tally(numbers []narrative.Number) string {
	count := map[narrative.Class]int{}
	for _, n := range numbers {
		count[n.Class]++
	}
	var words []string
	for _, c := range narrative.Classes() {
		if count[c] > 0 {
			words = append(words, fmt.Sprintf("%s %d", c, count[c]))
		}
	}
	if len(words) == 0 {
		return "The text has no number."
	}
	return fmt.Sprintf("Numbers in the text: %d (%s).", len(numbers), strings.Join(words, ", "))
}
