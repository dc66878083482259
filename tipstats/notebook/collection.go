package notebook

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/frame"
)

// A Collection is all notebooks of a module and what is said of them together: an index of the figures (figures/README.md), the
// metadata of a deposit (figures/ro-crate-metadata.json), how to cite software, data and figures (CITATION.cff), and one archive of
// all of it.
type Collection struct {
	Name     string // of the software: "tipstats"
	Title    string
	Abstract string
	Authors  []string // as in a Notebook
	Version  string
	Released string // the date of the version: 2026-11-23
	License  string // SPDX identifier
	Address  string // of the source code
	Keywords []string

	Notebooks []Notebook
	// Texts are files of the module, beside the datasets and the code, that belong to a deposit: LICENSE, README.md.
	Texts []string
	// Command regenerates everything, and VerifyCommand says whether a figure is one of these; empty if there is none.
	Command, VerifyCommand string
}

// collected is a collection whose notebooks have run.
type collected struct {
	Collection
	docs []*Doc
	// disk holds the figures in the folder that differ from what is made in their compression only: their hashes are then still
	// what the index should say.
	disk map[*Doc]map[string][]byte
}

// The files of a collection.
const (
	indexFile    = "README.md"
	crateFile    = "ro-crate-metadata.json"
	citationFile = "CITATION.cff"
)

// run runs all notebooks. The error is that of every notebook that fails.
func (c Collection) run() (*collected, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	all := &collected{Collection: c, disk: map[*Doc]map[string][]byte{}}
	var errs []error
	for _, n := range c.Notebooks {
		doc, err := generate(n)
		errs = append(errs, err)
		all.docs = append(all.docs, doc)
	}
	return all, errors.Join(errs...)
}

// places are where the files of a collection go.
type places struct{ figures, citation string }

// within is the layout of a module whose root is a folder; with out, everything is in that folder.
func within(root, out string) places {
	if out != "" {
		return places{figures: out, citation: filepath.Join(out, citationFile)}
	}
	return places{figures: filepath.Join(root, "figures"), citation: filepath.Join(root, citationFile)}
}

// file is the place of one of the files of a collection.
func (p places) file(name string) string {
	if name == citationFile {
		return p.citation
	}
	return filepath.Join(p.figures, name)
}

// documents makes the files of the collection itself, in the order in which they are written.
func (all *collected) documents() ([]string, map[string][]byte, error) {
	crate, err := all.crate()
	if err != nil {
		return nil, nil, err
	}
	citation, err := all.citation()
	if err != nil {
		return nil, nil, err
	}
	return []string{citationFile, indexFile, crateFile}, map[string][]byte{indexFile: all.index(), crateFile: crate, citationFile: citation}, nil
}

// write writes all notebooks and then the files of the collection, a line of progress for each. Nothing is written if a file of
// somebody else is in the way of any.
func (all *collected) write(to places, stdout io.Writer) error {
	names, files, err := all.documents()
	if err != nil {
		return err
	}
	if err := all.checkOverwriting(to, names); err != nil {
		return err
	}
	for _, doc := range all.docs {
		written, err := write(doc.files, filepath.Join(to.figures, doc.notebook.Name))
		if err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s: %v\n", doc.notebook.Name, written)
	}
	changed := 0
	for _, name := range names {
		at := to.file(name)
		if old, err := os.ReadFile(at); err == nil && string(old) == string(files[name]) {
			continue
		}
		if err := frame.WriteFile(at, files[name]); err != nil {
			return err
		}
		changed++
	}
	_, err = fmt.Fprintf(stdout, "%s: %s, %d changed\n", all.Name, strings.Join(names, ", "), changed)
	return err
}

// checkOverwriting refuses to write over what is not the collection's own.
func (all *collected) checkOverwriting(to places, names []string) error {
	var problems []error
	for _, doc := range all.docs {
		problems = append(problems, checkOverwriting(filepath.Join(to.figures, doc.notebook.Name), doc.files))
	}
	var foreign []string
	for _, name := range names {
		if old, _, err := onDisk(to.file(name)); err == nil && !ownDocument(name, old) {
			foreign = append(foreign, to.file(name))
		}
	}
	return errors.Join(append(problems, overwriting(foreign))...)
}

// Check regenerates all notebooks in memory and compares them and the files of the collection with those of a module whose root is
// the folder. It writes nothing. There is a report for each notebook, and one for the collection.
func (c Collection) Check(root string) ([]Report, error) {
	all, err := c.run()
	if err != nil {
		return nil, err
	}
	return all.compare(within(root, ""))
}

func (all *collected) compare(to places) ([]Report, error) {
	var reports []Report
	own := Report{Notebook: all.Name, Folder: to.figures, Command: all.Command}
	for _, doc := range all.docs {
		folder := filepath.Join(to.figures, doc.notebook.Name)
		report, err := compare(doc.notebook, doc.files, folder)
		if err != nil {
			return nil, err
		}
		report.Command = all.Command // the files of the collection are stale with those of a notebook
		reports = append(reports, report)
		own.Data = append(own.Data, report.Data...)
		all.disk[doc] = settled(doc, folder)
	}
	names, files, err := all.documents()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		old, obstacle, err := onDisk(to.file(name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			own.Missing = append(own.Missing, name)
		case err != nil:
			return nil, fmt.Errorf("cannot compare with what is there: %w", err)
		case obstacle != "":
			own.Missing = append(own.Missing, name+" ("+obstacle+")")
		case string(old) != string(files[name]):
			own.Stale = append(own.Stale, Difference{name, "documents", firstLine(old, files[name])})
		}
	}
	own.Orphaned, err = all.strays(to)
	return append(reports, own), err
}

// strays lists what is beside the folders of the notebooks and is not made: the folder of a notebook that is no longer there, or a file
// that somebody put there.
func (all *collected) strays(to places) ([]Orphan, error) {
	made := map[string][]byte{indexFile: nil, crateFile: nil}
	for _, doc := range all.docs {
		made[doc.notebook.Name] = nil
	}
	if filepath.Dir(to.citation) == filepath.Clean(to.figures) {
		made[citationFile] = nil
	}
	return orphans(to.figures, made, nil)
}

// settled returns the figures in a folder that are the same as those that are made but have other bytes.
func settled(doc *Doc, folder string) map[string][]byte {
	same := map[string][]byte{}
	for name, made := range doc.files {
		if ending := path.Ext(name); ending != ".pdf" && ending != ".png" {
			continue
		}
		old, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || string(old) == string(made) {
			continue
		}
		if ok, _ := figure.Same(name, old, made); ok {
			same[name] = old
		}
	}
	return same
}

// file is a file of a notebook as it is, or would be, in its folder.
func (all *collected) file(doc *Doc, name string) []byte {
	if old, ok := all.disk[doc][name]; ok {
		return old
	}
	return doc.files[name]
}

func sum(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

// pictures are the figures of a document in their order.
func (d *Doc) pictures() []*picture {
	var list []*picture
	for _, b := range d.blocks {
		if p, ok := b.(*picture); ok {
			list = append(list, p)
		}
	}
	return list
}

// datasets are the files that the notebooks have read, each once, by path.
func (all *collected) datasets() []dataFile {
	var list []dataFile
	for _, doc := range all.docs {
		list = append(list, doc.data...)
	}
	slices.SortFunc(list, func(a, b dataFile) int { return strings.Compare(a.Path, b.Path) })
	return slices.CompactFunc(list, func(a, b dataFile) bool { return a.Path == b.Path })
}
