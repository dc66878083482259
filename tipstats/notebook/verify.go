package notebook

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
)

// A Verifier holds figures that somebody shows against what the notebooks of this checkout make. It runs a notebook when the
// first of its figures is shown.
type Verifier struct {
	notebooks []Notebook
	made      map[string]map[string][]byte
}

// NewVerifier returns a Verifier of figures of some notebooks.
func NewVerifier(notebooks ...Notebook) *Verifier {
	return &Verifier{notebooks: notebooks, made: map[string]map[string][]byte{}}
}

// A Verification says how a file of a figure stands to what this checkout makes.
type Verification struct {
	Record   Record
	File     string       // as it was given
	Expected string       // the name that the notebook gives to this file: "funnel.svg"
	Exact    bool         // the same bytes
	Same     bool         // the same as [figure.Same] has it: a PDF or a PNG may be compressed otherwise
	Intact   bool         // nobody has changed the file since it was written
	Drawing  bool         // the same but for the record
	LineEnds bool         // what differs is how lines end, as programs that move text files change it
	Layout   string       // where a PDF is not laid out as this module does it: another program has rewritten it or added to it
	Differs  string       // the first thing that differs, if anything: "one" is the file, "the other" what this checkout makes
	Data     []DataChange // the data that has changed since
}

// Verify holds one file against what its notebook makes now. The name of the file does not matter for it; the record inside says
// which figure it is. The error is [figure.ErrForeign] or [figure.ErrDamaged] where the file has no record that can be read,
// that of the notebook where it fails, and another where no notebook makes the figure. A file that differs is no error.
func (v *Verifier) Verify(name string, file []byte) (Verification, error) {
	record, carried, err := ReadRecord(file)
	if err != nil {
		return Verification{}, fmt.Errorf("%s: %w", name, err)
	}
	made, err := v.make(record, carried.Ending)
	if err != nil {
		return Verification{}, fmt.Errorf("%s: %w", name, err)
	}
	now, fresh, err := ReadRecord(made)
	if err != nil {
		return Verification{}, fmt.Errorf("%s: what this checkout makes has no record: %w", name, err)
	}
	result := Verification{Record: record, File: name, Expected: record.Figure + carried.Ending, Exact: bytes.Equal(file, made),
		Intact: carried.Intact, Layout: carried.Layout, Drawing: carried.Content == fresh.Content, Data: dataChanges(files(record.Data), files(now.Data))}
	result.Same, result.Differs = figure.Same(result.Expected, file, made)
	if unix := bytes.ReplaceAll(file, []byte("\r\n"), []byte("\n")); !result.Same && carried.Ending == ".svg" {
		result.LineEnds = bytes.Equal(unix, made)
	}
	return result, nil
}

// make returns the file that this checkout makes of a figure.
func (v *Verifier) make(record Record, ending string) ([]byte, error) {
	files := v.made[record.Notebook]
	if files == nil {
		at := slices.IndexFunc(v.notebooks, func(n Notebook) bool { return n.Name == record.Notebook })
		if at < 0 {
			var names []string
			for _, n := range v.notebooks {
				names = append(names, n.Name)
			}
			return nil, fmt.Errorf("it says that it is figure %q of the notebook %q, made by version %s%s, and this checkout has only the notebooks %s: "+
				"run this in the checkout that made it, or make it again from that data and compare the files",
				record.Figure, record.Notebook, record.Version, made(record.Data), strings.Join(names, ", "))
		}
		var err error
		if files, err = Generate(v.notebooks[at]); err != nil {
			return nil, fmt.Errorf("its notebook %s fails in this checkout: %w", record.Notebook, err)
		}
		v.made[record.Notebook] = files
	}
	made, ok := files[record.Figure+ending]
	if !ok {
		return nil, fmt.Errorf("it says that it is figure %q, and the notebook %s of this checkout (version %s; the figure's is %s) makes only %s",
			record.Figure, record.Notebook, Version, record.Version, strings.Join(figureNames(files), ", "))
	}
	return made, nil
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

// String is the verdict in words.
func (v Verification) String() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "\n  "+format, args...) }
	r := v.Record
	switch {
	case v.Exact:
		fmt.Fprintf(&b, "%s: verified: this checkout makes the same bytes", v.File)
	case v.Same:
		fmt.Fprintf(&b, "%s: verified: this checkout makes the same but for compression", v.File)
	case v.Drawing:
		fmt.Fprintf(&b, "%s: NOT the same: this checkout draws the same figure and records something else of it", v.File)
	default:
		fmt.Fprintf(&b, "%s: NOT the same: this checkout makes another file", v.File)
	}
	line("record: figure %s of the notebook %s, made by %s %s", r.Figure, r.Notebook, r.Module, r.Version)
	for _, input := range r.Data {
		line("made from: %s, SHA-256 %s", input.Path, input.SHA256)
	}
	if filepath.Base(v.File) != v.Expected {
		line("renamed: the notebook calls this file %s", v.Expected)
	}
	if v.Same {
		return b.String()
	}
	for _, c := range v.Data {
		line("data: %s", c)
	}
	if r.Version != Version {
		line("version: the file was made by %s; this checkout is %s", r.Version, Version)
	}
	line("why: %s", v.reason())
	line("what differs first, the file being one and this checkout the other: %s", v.Differs)
	return b.String()
}

// reason says what the difference comes from, as far as the file tells.
func (v Verification) reason() string {
	switch {
	case v.LineEnds:
		return "the line ends were changed to CR LF, as some programs do in moving a file, and nothing else"
	case v.Layout != "":
		return "another program has rewritten the PDF or added to it, and what it shows now is not looked at"
	case !v.Intact:
		return "the file was edited after it was made: its content or its record is not what its seal says"
	case len(v.Data) > 0:
		return "the data has changed since"
	case v.Record.Version != Version:
		return "another version of the code made it"
	}
	return "the file is as it was made, from the same data: the code of this checkout is not the code that made it"
}

// Err is the verdict as an error, or nil for a figure that is verified.
func (v Verification) Err() error {
	if v.Same {
		return nil
	}
	return errors.New(v.String())
}
