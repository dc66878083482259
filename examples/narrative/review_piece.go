package main

import (
	"fmt"
	"strings"

	"github.com/tipstats/tip/tipstats/narrative"
)

// piece is a part of the text: plain, or a number with its class.
type piece struct {
	Text  string
	Class narrative.Class // empty for plain text
	ID    string
	Kind  string // "coded", "open" or "classed"
	Label string // what stands beside the number
	Title string
	Rows  []link // in place of the label, the rows that the number makes
}

// row is a statement as the page shows it.
type row struct {
	ID     string
	Place  string // the id of its number
	Number int
	What   string
	Words  string
	Note   string
}

// pieces cuts a part of the text at its numbers.
func (r reading) pieces(span narrative.Span) []piece {
	var list []piece
	at := span.Start
	for i := r.numberFrom(span.Start); i < len(r.Numbers) && r.Numbers[i].Span.Start < span.End; i++ {
		n := r.Numbers[i]
		if n.Span.Start > at {
			list = append(list, piece{Text: r.text[at:n.Span.Start]})
		}
		list = append(list, r.numberPiece(i))
		at = n.Span.End
	}
	if at < span.End {
		list = append(list, piece{Text: r.text[at:span.End]})
	}
	return list
}

func (r reading) numberPiece(i int) piece {
	n := r.Numbers[i]
	p := piece{Text: r.text[n.Span.Start:n.Span.End], Class: n.Class, ID: r.numberID(i), Kind: "classed", Label: string(n.Class)}
	p.Title = fmt.Sprintf("no count of law enforcement: %s", n.Class)
	switch n.Class {
	case narrative.Coded:
		p.Kind = "coded"
		var whats []string
		for k, s := range n.Statements {
			text := fmt.Sprint(s + 1)
			if k == 0 {
				text = "row " + text
			}
			p.Rows = append(p.Rows, link{r.rowID(s), text})
			whats = append(whats, fmt.Sprintf("row %d, %s", s+1, what(r.Statements[s].Row(r.name, r.text))))
		}
		p.Title = "coded: " + strings.Join(whats, "; ")
	case narrative.Open:
		p.Kind, p.Label, p.Title = "open", "? open", "open: it is not known what this number counts"
	}
	return p
}

// rows are the statements of a sentence.
func (r reading) rows(span narrative.Span) []row {
	var list []row
	for i, s := range r.Statements {
		if s.Sentence.Start != span.Start {
			continue
		}
		cells := s.Row(r.name, r.text)
		list = append(list, row{ID: r.rowID(i), Place: r.idAt(s.Words), Number: i + 1, What: what(cells), Words: cells[9], Note: cells[10]})
	}
	return list
}

// what says in words what the cells of a row say.
func what(cells []string) string {
	value := cells[6]
	if value == "" {
		value = "not reported"
	}
	words := fmt.Sprintf("%s, %s: %s", cells[1], cells[5], value)
	for k, cell := range []string{cells[7], cells[4], cells[2], cells[3], cells[8]} {
		if cell != "" && (k > 0 || cell != "exact") && !(k == 2 && cell == "unstated") && !(k == 3 && cell == "all") {
			words += ", " + strings.ReplaceAll(cell, "_", " ")
			if k == 1 && cell == "unstated" {
				words += " unit"
			}
		}
	}
	return words
}
