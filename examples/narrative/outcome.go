package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/frame"
	"github.com/tipstats/tip/tipstats/narrative"
)

// reading is a narrative with what was made of it.
type reading struct {
	input
	text string
	*narrative.Reading
	anchor string // on the page
}

// outcome is what is kept of the narratives: nothing that holds their texts, unless they go onto the page.
type outcome struct {
	rows         [][]string
	observations []tipstats.Observation
	reviews      []review
	notes        []string
}

// take reads a narrative and keeps its rows.
func (k *outcome) take(o options, in input, stdin io.Reader) error {
	text, note, err := in.read(stdin)
	if err != nil {
		return err
	}
	k.note(note != "", in.path, note)
	empty := strings.TrimSpace(text) == ""
	k.note(empty, in.path, "the file is empty")
	extracted, err := narrative.Extract(text, narrative.Options{Report: in.report})
	if err != nil {
		return fmt.Errorf("%s: %w", in.path, err)
	}
	r := reading{input: in, text: text, Reading: extracted}
	if o.observations {
		k.observe(o, r)
	} else {
		for _, s := range r.Statements {
			k.rows = append(k.rows, cloned(s.Row(r.name, r.text)))
		}
	}
	k.note(len(r.Statements) == 0 && !empty, in.path, "no figure on law enforcement was read")
	if o.review != "" {
		k.reviews = append(k.reviews, newReview(r, fmt.Sprintf("n%d", len(k.reviews)+1)))
	}
	return nil
}

func (k *outcome) note(said bool, of, what string) {
	if said {
		k.notes = append(k.notes, of+": "+what)
	}
}

// observe keeps the rows of a dataset; the notes say what is left out, and what is filed by a rule.
func (k *outcome) observe(o options, r reading) {
	key := narrative.Key{Country: r.country, Report: r.report, Source: o.source}
	if key.Source == "" {
		key.Source = r.name
	}
	observations, left := r.Observations(r.text, key)
	for _, line := range left {
		k.note(true, r.name, line)
	}
	for _, x := range observations {
		k.note(strings.Contains(x.Note, narrative.UnitByStage), r.name,
			fmt.Sprintf("%s: the text does not say whether %s (%s) are cases or persons; filed as %ss, which its note says", x.Locator, x.Count, x.Stage, x.Unit))
		x.Slice, x.Locator, x.Note = strings.Clone(x.Slice), strings.Clone(x.Locator), strings.Clone(x.Note)
		k.observations = append(k.observations, x)
	}
}

// write writes the rows, or the dataset.
func (k *outcome) write(o options, w io.Writer) error {
	if !o.observations {
		return frame.Write(w, narrative.Columns(), k.rows)
	}
	ds, err := tipstats.NewDataset(k.observations)
	if err != nil {
		return fmt.Errorf("the rows make no dataset: %w", err)
	}
	return ds.WriteCSV(w)
}

// cloned copies the cells, so that they do not hold the text that they are parts of.
func cloned(row []string) []string {
	for i := range row {
		row[i] = strings.Clone(row[i])
	}
	return row
}
