package notebook

import (
	"fmt"
	"slices"

	"github.com/tipstats/tip/tipstats/figure"
)

// picture is a figure in the document.
type picture struct {
	number    int
	figure    *figure.Figure
	svg       []byte
	inputs    []Input // what it was drawn from
	statement string  // the source of the call that showed it
}

// Figure adds a figure: it renders it, numbers it, writes it as NAME.svg, NAME.pdf and NAME.png with the data that it
// shows as NAME.csv, and says under it how to cite it. A figure that would clip or overlap is an error.
//
// The files that it is drawn from, named as for [Doc.Dataset] and [Doc.Read], stand in its [Record]: it is stale where they have changed.
// Where none is named, those are all that the notebook has read so far.
func (d *Doc) Figure(f *figure.Figure, from ...string) {
	if d.failed {
		return
	}
	if f == nil {
		d.problemf("the figure is nil")
		return
	}
	at := caller()
	if !d.take("figure", f.Name) {
		return
	}
	if len(f.Data.Columns) == 0 {
		d.problemf("figure %q has no data: set Data to what it shows", f.Name)
		return
	}
	inputs, err := d.inputs(from)
	if err != nil {
		d.problem(fmt.Errorf("figure %q: %w", f.Name, err))
		return
	}
	svg, err := d.drawn(f, inputs)
	if err == nil {
		err = checkCharacters(fmt.Sprintf("the Alt of figure %q", f.Name), f.Alt)
	}
	if err != nil {
		d.problem(err)
		return
	}
	d.figures++
	d.add(&picture{number: d.figures, figure: f, svg: svg, inputs: inputs,
		statement: d.statement(at, fmt.Sprintf("d.Figure(%s)", f.Name))})
}

// drawn makes the files of a figure and returns its SVG.
func (d *Doc) drawn(f *figure.Figure, from []Input) ([]byte, error) {
	failed := func(err error) error { return fmt.Errorf("figure %q: %w", f.Name, err) }
	with := *f
	with.Keywords = slices.Concat(f.Keywords, d.notebook.Keywords)
	var err error
	if with.Record, err = d.record(f.Name, from); err != nil {
		return nil, failed(err)
	}
	rendered, err := with.Render()
	if err != nil {
		return nil, err // it names the figure itself
	}
	pdf, err := rendered.PDF()
	if err != nil {
		return nil, failed(err)
	}
	png, err := rendered.PNG()
	if err != nil {
		return nil, failed(err)
	}
	data, err := csvFile(f.Data)
	if err != nil {
		return nil, failed(err)
	}
	svg := rendered.SVG()
	d.files[f.Name+".svg"] = svg
	d.files[f.Name+".pdf"] = pdf
	d.files[f.Name+".png"] = png
	d.files[f.Name+".csv"] = data
	return svg, nil
}
