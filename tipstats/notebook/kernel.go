package notebook

import (
	"embed"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Cell runs a part of a notebook as a cell of a Go kernel and shows its tables and figures there: notebook.ipynb calls it, once
// a code cell. Under GoNB they are shown as HTML and as pictures; elsewhere their words are printed. It writes no files, and
// does not ask whether prose uses the values, since prose stands in other cells. An error ends the program with status 1.
func Cell(data fs.FS, write func(*Doc) error) {
	if err := runCell(data, write, os.Stdout, os.Getenv("GONB_PIPE")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func runCell(data fs.FS, write func(*Doc) error, printed io.Writer, pipe string) error {
	d := newDoc(Notebook{Name: "cell", Title: "Cell", Source: embed.FS{}, Data: data, Write: write})
	if err := d.call(); err != nil && !d.knows(err) {
		return err
	}
	if err := d.Err(); err != nil {
		return err
	}
	show := func(data map[string]string) error {
		_, err := fmt.Fprintln(printed, data["text/plain"])
		return err
	}
	if pipe != "" {
		kernel, err := os.OpenFile(pipe, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("the kernel cannot be reached: %w", err)
		}
		defer kernel.Close()
		encoder := gob.NewEncoder(kernel)
		show = func(data map[string]string) error { return encoder.Encode(display(data)) }
	}
	var failures []error
	for _, b := range d.blocks {
		switch b := b.(type) {
		case *table:
			d.nameAll(b.title)
			failures = append(failures, show(d.tableOutput(b, d.plain(b.title))))
		case *picture:
			failures = append(failures, show(b.output(b.figure.Title)))
		}
	}
	return errors.Join(failures...)
}

// displayed is what GoNB reads from its pipe, in encoding/gob: see package gonbui/protocol of github.com/janpfeifer/gonb.
type displayed struct {
	Data      map[string]any
	Metadata  map[string]any
	DisplayID string
}

func display(data map[string]string) displayed {
	d := displayed{Data: map[string]any{}}
	for kind, text := range data {
		d.Data[kind] = text
	}
	return d
}

// nameAll lets a text be shown in a cell although other cells named its values.
func (d *Doc) nameAll(t passage) {
	for _, p := range t.places {
		if _, known := d.values[p.name]; !known && !p.literal {
			d.values[p.name] = &value{shown: "…"}
		}
	}
}
