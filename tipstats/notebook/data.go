package notebook

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/frame"
)

// dataFile is a file that the notebook has read, as provenance.json records it.
type dataFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
	Rows   *int   `json:"rows,omitempty"`

	described bool // datapackage.json says how it is read
}

// namedReader gives a file its name for the messages of whoever reads it.
type namedReader struct {
	*bytes.Reader
	name string
}

func (r namedReader) Name() string { return r.name }

// Dataset reads a CSV of observations from Notebook.Data and records it. After an error it returns nil, and the notebook's
// function ends at the first use of it.
func (d *Doc) Dataset(file string) *tipstats.Dataset {
	reader, ok := d.open(file)
	if !ok {
		return nil
	}
	dataset, err := tipstats.ReadCSV(reader)
	if err != nil {
		d.fail(err)
		return nil
	}
	d.rows(file, len(dataset.Observations()))
	return dataset
}

// Read reads any CSV that datapackage.json in Notebook.Data describes, by its schema there, and records it. After an error it
// returns nil, and the notebook's function ends at the first use of it.
func (d *Doc) Read(file string) *frame.Table {
	if d.failed {
		return nil
	}
	schema, err := d.schema(file)
	if err != nil {
		d.fail(err)
		return nil
	}
	reader, ok := d.open(file)
	if !ok {
		return nil
	}
	table, err := frame.Read(reader, schema)
	if err != nil {
		d.fail(err)
		return nil
	}
	d.rows(file, table.Rows())
	d.described(file)
	return table
}

// open reads a file and records it.
func (d *Doc) open(file string) (namedReader, bool) {
	if d.failed {
		return namedReader{}, false
	}
	if !fs.ValidPath(file) {
		d.fail(fmt.Errorf("%q is no path of a data file: expected a path inside %s, with slashes", file, d.dataFolder()))
		return namedReader{}, false
	}
	data, err := fs.ReadFile(d.notebook.Data, file)
	if err != nil {
		d.fail(fmt.Errorf("cannot read the data: %w", err))
		return namedReader{}, false
	}
	shown := path.Join(d.notebook.DataFolder, file)
	known := func(f dataFile) bool { return f.Path == shown }
	if !slices.ContainsFunc(d.data, known) {
		d.data = append(d.data, dataFile{Path: shown, SHA256: fmt.Sprintf("%x", sha256.Sum256(data)), Bytes: len(data)})
	}
	return namedReader{bytes.NewReader(data), shown}, true
}

// rows records how many rows a file has.
func (d *Doc) rows(file string, n int) {
	shown := path.Join(d.notebook.DataFolder, file)
	for i := range d.data {
		if d.data[i].Path == shown {
			d.data[i].Rows = &n
		}
	}
}

// described remembers that datapackage.json decides how a file is read.
func (d *Doc) described(file string) {
	shown := path.Join(d.notebook.DataFolder, file)
	for i := range d.data {
		d.data[i].described = d.data[i].described || d.data[i].Path == shown
	}
}

func (d *Doc) dataFolder() string {
	if d.notebook.DataFolder == "" {
		return "Notebook.Data"
	}
	return d.notebook.DataFolder
}

// dataPackage is what of datapackage.json is needed to read a file.
type dataPackage struct {
	Resources []struct {
		Path   string          `json:"path"`
		Schema json.RawMessage `json:"schema"`
	} `json:"resources"`
}

const packageFile = "datapackage.json"

// schema finds the schema of a file in datapackage.json, which is recorded as well, since it decides how data is read.
func (d *Doc) schema(file string) (frame.Schema, error) {
	if d.schemas == nil {
		reader, ok := d.open(packageFile)
		if !ok {
			return frame.Schema{}, nil // open has recorded the error
		}
		described := &dataPackage{}
		if err := json.NewDecoder(reader).Decode(described); err != nil {
			return frame.Schema{}, fmt.Errorf("%s: %w", reader.name, err)
		}
		d.schemas = described
	}
	var described []string
	for _, resource := range d.schemas.Resources {
		if resource.Path == file {
			schema, err := frame.ParseSchema(resource.Schema)
			if err != nil {
				return schema, fmt.Errorf("%s, %s: %w", packageFile, file, err)
			}
			return schema, nil
		}
		described = append(described, resource.Path)
	}
	return frame.Schema{}, fmt.Errorf("%s does not describe %q; it describes %s", packageFile, file, strings.Join(described, ", "))
}
