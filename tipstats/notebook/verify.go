package notebook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
)

// A Verifier holds figures that somebody shows against what the notebooks of this checkout make. It runs a notebook when the
// first of its figures is shown.
type Verifier struct {
	notebooks []Notebook
	makers    map[string]Maker
	data      []givenFile
	made      map[string]map[string][]byte // the files of a notebook, by its name or recipe
}

// NewVerifier returns a Verifier of figures of some notebooks.
func NewVerifier(notebooks ...Notebook) *Verifier {
	return &Verifier{notebooks: notebooks, makers: map[string]Maker{}, made: map[string]map[string][]byte{}}
}

// Verify holds one file against what its notebook makes now. The name of the file does not matter for it; the record inside says
// which figure it is. The error is [figure.ErrForeign] or [figure.ErrDamaged] where the file has no record that can be read,
// [ErrNoData] where it was made from a file that nobody has given, and another where no notebook makes the figure, or where the
// notebook fails; it then says what the record says, and what has become of the data. A file that differs is no error.
func (v *Verifier) Verify(name string, file []byte) (Verification, error) {
	record, carried, err := ReadRecord(file)
	if err != nil {
		return Verification{}, fmt.Errorf("%s: %w", name, err)
	}
	n, err := v.notebook(record)
	if err != nil {
		return Verification{}, fmt.Errorf("%s: %w", name, err)
	}
	result := Verification{Record: record, File: name, Expected: record.Figure + carried.Ending, Intact: carried.Intact, Layout: carried.Layout}
	made, err := v.make(n, record, carried.Ending)
	if err != nil {
		result.Data = dataNow(n, record.Data)
		return result, result.unmade(err)
	}
	now, fresh, err := ReadRecord(made)
	if err != nil {
		return Verification{}, fmt.Errorf("%s: what this checkout makes has no record: %w", name, err)
	}
	result.Exact, result.Drawing = bytes.Equal(file, made), carried.Content == fresh.Content
	result.Data = dataChanges(files(record.Data), files(now.Data))
	result.Same, result.Differs = figure.Same(result.Expected, file, made)
	if unix := bytes.ReplaceAll(file, []byte("\r\n"), []byte("\n")); !result.Same && carried.Ending == ".svg" {
		result.LineEnds = bytes.Equal(unix, made)
	}
	return result, nil
}

// notebook is the notebook that a record names.
func (v *Verifier) notebook(record Record) (Notebook, error) {
	if len(record.Recipe) > 0 {
		return v.remade(record)
	}
	var names []string
	for _, n := range v.notebooks {
		if n.Name == record.Notebook {
			return n, nil
		}
		names = append(names, n.Name)
	}
	elsewhere := ""
	if record.Address != "" {
		elsewhere = " (its record names " + record.Address + ")"
	}
	return Notebook{}, fmt.Errorf("it says that it is figure %q of the notebook %q, made by version %s%s, and this checkout has only the notebooks %s: "+
		"run this in the checkout that made it%s, or make it again from that data and compare the files",
		record.Figure, record.Notebook, record.Version, made(record.Data), strings.Join(names, ", "), elsewhere)
}

// make returns the file that this checkout makes of a figure.
func (v *Verifier) make(n Notebook, record Record, ending string) ([]byte, error) {
	key := strings.Join(append([]string{record.Notebook}, record.Recipe...), "\x00")
	files := v.made[key]
	if files == nil {
		var err error
		if files, err = Generate(n); err != nil {
			return nil, fmt.Errorf("its notebook %s fails in this checkout: %w", record.Notebook, err)
		}
		v.made[key] = files
	}
	made, ok := files[record.Figure+ending]
	if !ok {
		return nil, fmt.Errorf("it says that it is figure %q, and the notebook %s of this checkout (version %s; the figure's is %s) makes only %s",
			record.Figure, record.Notebook, Version, record.Version, strings.Join(figureNames(files), ", "))
	}
	return made, nil
}

// dataNow compares the data that a figure was made from with what its notebook would read now.
func dataNow(n Notebook, recorded []Input) []DataChange {
	var now []dataFile
	for _, input := range recorded {
		file, err := readData(n, strings.TrimPrefix(strings.TrimPrefix(input.Path, n.DataFolder), "/"))
		if err == nil && file != nil {
			now = append(now, dataFile{Path: input.Path, SHA256: sum(file)})
		}
	}
	return dataChanges(files(recorded), now)
}

// made says in a sentence what data a figure was made from.
func made(data []Input) string {
	var b strings.Builder
	for i, input := range data {
		fmt.Fprintf(&b, "%s%s (SHA-256 %s)", map[bool]string{true: " from ", false: ", "}[i == 0], input.Path, input.SHA256)
	}
	return b.String()
}

func figureNames(files map[string][]byte) []string {
	var names []string
	for name := range files {
		if stem, ok := strings.CutSuffix(name, ".svg"); ok {
			names = append(names, stem)
		}
	}
	slices.Sort(names)
	return names
}

func files(inputs []Input) []dataFile {
	list := make([]dataFile, len(inputs))
	for i, input := range inputs {
		list[i] = dataFile{Path: input.Path, SHA256: input.SHA256}
	}
	return list
}
