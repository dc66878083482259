package notebook

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"

	"github.com/tipstats/tip/tipstats/figure"
)

// A Record says in a figure's files what the figure was made from: see [figure.Figure.Record]. [Doc.Figure] puts it there and
// [ReadRecord] takes it out.
type Record struct {
	Module   string `json:"module"` // whose code wrote the figure
	Version  string `json:"version"`
	Notebook string `json:"notebook"`
	Figure   string `json:"figure"`
	// Address is where the notebook's project is found, as [Notebook.Address] says.
	Address string `json:"address,omitempty"`
	// Recipe is the [Notebook.Recipe] of a notebook that a program makes from what its user gives.
	Recipe []string `json:"recipe,omitempty"`
	Data   []Input  `json:"data"` // what it was drawn from, see Doc.Figure
}

// An Input is a data file that a notebook has read.
type Input struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// record is the record of a figure that is drawn now.
func (d *Doc) record(name string, data []Input) (string, error) {
	n := d.notebook
	text, err := json.Marshal(Record{Module: modulePath, Version: Version, Notebook: n.Name, Figure: name, Address: n.Address, Recipe: n.Recipe, Data: data})
	return string(text), err
}

// inputs are the data files that a figure is drawn from, and datapackage.json where it decides how one of them is read; all that have
// been read so far where none is named.
func (d *Doc) inputs(from []string) ([]Input, error) {
	named, described := map[string]bool{}, false
	for _, name := range from {
		shown := path.Join(d.notebook.DataFolder, name)
		at := slices.IndexFunc(d.data, func(f dataFile) bool { return f.Path == shown })
		if at < 0 {
			return nil, fmt.Errorf("the notebook has not read %q, from which it is said to be drawn", name)
		}
		named[shown], described = true, described || d.data[at].described
	}
	inputs := []Input{}
	for _, file := range d.data {
		schemas := file.Path == path.Join(d.notebook.DataFolder, packageFile)
		if len(from) == 0 || named[file.Path] || schemas && described {
			inputs = append(inputs, Input{file.Path, file.SHA256})
		}
	}
	return inputs, nil
}

// ReadRecord reads the record of a figure from its SVG, PDF or PNG file. The errors are those of [figure.ReadRecord]; a record of
// another program is [figure.ErrForeign].
func ReadRecord(file []byte) (Record, figure.Carried, error) {
	carried, err := figure.ReadRecord(file)
	if err != nil {
		return Record{}, carried, err
	}
	var r Record
	if err := json.Unmarshal([]byte(carried.Record), &r); err != nil {
		return r, carried, fmt.Errorf("%w: its record is not one of a notebook: %v", figure.ErrForeign, err)
	}
	if r.Module != modulePath || r.Notebook == "" || r.Figure == "" {
		return r, carried, fmt.Errorf("%w: its record names the module %q, notebook %q and figure %q; expected the module %s, a notebook and a figure",
			figure.ErrForeign, r.Module, r.Notebook, r.Figure, modulePath)
	}
	return r, carried, nil
}
