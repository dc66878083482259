package main

import (
	"bytes"
	_ "embed"
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
	Findings  []string
	Tally     string
	Sentences []sentence
	Before    []piece // the text before and after the section
	After     []piece
}

// sentence is one sentence with the rows that come from it.
type sentence struct {
	Locator string
	First   bool
	Text    []piece
	Rows    []row
}

// piece is a part of the text: plain, or a number with its class.
type piece struct {
	Text  string
	Class narrative.Class // empty for plain text
	Label string          // what stands beside the number: its rows, or its class
	Kind  string          // "coded", "open" or "classed"
}

// row is a statement as the page shows it.
type row struct {
	Number int
	What   string
	Words  string
	Note   string
}

// writeReview writes the page.
func writeReview(path string, readings []reading) error {
	var page struct {
		Style    template.CSS
		Readings []review
	}
	page.Style = template.CSS(reviewStyle)
	for i, r := range readings {
		page.Readings = append(page.Readings, newReview(r, fmt.Sprintf("n%d", i+1)))
	}
	var b bytes.Buffer
	if err := reviewTemplate.Execute(&b, page); err != nil {
		return fmt.Errorf("the page for review: %w", err)
	}
	return frame.WriteFile(path, b.Bytes())
}

func newReview(r reading, anchor string) review {
	v := review{Name: r.name, Anchor: anchor, Tally: tally(r.Numbers)}
	for _, f := range r.Findings {
		v.Findings = append(v.Findings, f.Message+rowsOf(f.Statements))
	}
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
			Locator: s.Locator, First: s.First, Text: pieces(r, narrative.Span{Start: from, End: to}), Rows: rows(r, s.Span),
		})
		end = to
	}
	v.Before = pieces(r, narrative.Span{Start: 0, End: r.Section.Start})
	v.After = pieces(r, narrative.Span{Start: end, End: len(r.text)})
	return v
}

// pieces cuts a part of the text at its numbers.
func pieces(r reading, span narrative.Span) []piece {
	var list []piece
	at := span.Start
	first, _ := slices.BinarySearchFunc(r.Numbers, span.Start, func(n narrative.Number, start int) int { return n.Span.Start - start })
	for _, n := range r.Numbers[first:] {
		if n.Span.Start >= span.End {
			break
		}
		if n.Span.Start > at {
			list = append(list, piece{Text: r.text[at:n.Span.Start]})
		}
		list = append(list, numberPiece(r.text, n))
		at = n.Span.End
	}
	if at < span.End {
		list = append(list, piece{Text: r.text[at:span.End]})
	}
	return list
}

func numberPiece(text string, n narrative.Number) piece {
	p := piece{Text: text[n.Span.Start:n.Span.End], Class: n.Class, Kind: "classed", Label: string(n.Class)}
	switch n.Class {
	case narrative.Coded:
		p.Kind = "coded"
		labels := make([]string, len(n.Statements))
		for i, s := range n.Statements {
			labels[i] = fmt.Sprint(s + 1)
		}
		p.Label = "row " + strings.Join(labels, ", ")
	case narrative.Open:
		p.Kind = "open"
	}
	return p
}

// rows are the statements of a sentence.
func rows(r reading, span narrative.Span) []row {
	var list []row
	for i, s := range r.Statements {
		if s.Sentence.Start != span.Start {
			continue
		}
		cells := s.Row(r.name, r.text)
		value := cells[6]
		if value == "" {
			value = "not reported"
		}
		what := fmt.Sprintf("%s, %s: %s", cells[1], cells[5], value)
		for k, cell := range []string{cells[7], cells[4], cells[2], cells[3], cells[8]} {
			if cell != "" && (k > 0 || cell != "exact") && !(k == 2 && cell == "unstated") && !(k == 3 && cell == "all") {
				what += ", " + strings.ReplaceAll(cell, "_", " ")
				if k == 1 && cell == "unstated" {
					what += " unit"
				}
			}
		}
		list = append(list, row{Number: i + 1, What: what, Words: cells[9], Note: cells[10]})
	}
	return list
}

// rowsOf names the rows of a finding.
func rowsOf(statements []int) string {
	if len(statements) == 0 {
		return ""
	}
	labels := make([]string, len(statements))
	for i, s := range statements {
		labels[i] = fmt.Sprint(s + 1)
	}
	return " (rows " + strings.Join(labels, ", ") + ")"
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
