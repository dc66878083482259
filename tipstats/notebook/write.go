package notebook

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/tipstats/tip/tipstats/frame"
)

// Written says what a run changed in its folder.
type Written struct {
	Folder  string
	Files   []string // every file of the notebook
	Changed []string // those that were new or had other bytes
	Removed []string // those that an earlier run made and this one no longer makes
}

// String is a line of progress: "41 files in figures/peru2023, 3 changed".
func (w Written) String() string {
	line := fmt.Sprintf("%d files in %s, %d changed", len(w.Files), w.Folder, len(w.Changed))
	if len(w.Removed) > 0 {
		line += fmt.Sprintf(", %d no longer made and removed", len(w.Removed))
	}
	return line
}

// Run generates the notebook and writes its files to a folder, which it makes if need be. Nothing is written if the
// notebook fails, or if a file that it has not made is in the way of one. Each file is written beside the old one, which it then replaces. A file that the provenance.json of an
// earlier run lists, and that the notebook no longer makes, is removed; no other file is touched.
func Run(n Notebook, folder string) (Written, error) {
	files, err := Generate(n)
	if err != nil {
		return Written{}, err
	}
	return write(files, folder)
}

// write writes the files of a notebook to its folder.
func write(files map[string][]byte, folder string) (Written, error) {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return Written{}, fmt.Errorf("cannot make the folder for the output: %w", err)
	}
	orphans := recordedOrphans(folder, files)
	if err := checkOverwriting(folder, files); err != nil {
		return Written{}, err
	}
	w := Written{Folder: folder}
	for _, name := range writeOrder(files) {
		path := filepath.Join(folder, name)
		w.Files = append(w.Files, name)
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, files[name]) {
			continue
		}
		if err := frame.WriteFile(path, files[name]); err != nil {
			return w, err
		}
		w.Changed = append(w.Changed, name)
	}
	for _, name := range orphans {
		switch err := os.Remove(filepath.Join(folder, name)); {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return w, fmt.Errorf("cannot remove a file that the notebook no longer makes: %w", err)
		default:
			w.Removed = append(w.Removed, name)
		}
	}
	return w, nil
}

// writeOrder is the names in order, provenance.json last: a folder that was left half-written then shows as stale.
func writeOrder(files map[string][]byte) []string {
	names := slices.Sorted(maps.Keys(files))
	names = slices.DeleteFunc(names, func(name string) bool { return name == provenanceFile })
	return append(names, provenanceFile)
}

// recordedOrphans are the files that an earlier run recorded and the notebook no longer makes. A record that cannot be read
// names none.
func recordedOrphans(folder string, files map[string][]byte) []string {
	record, err := os.ReadFile(filepath.Join(folder, provenanceFile))
	if err != nil {
		return nil
	}
	old, err := parseProvenance(record)
	if err != nil {
		return nil
	}
	var orphans []string
	for _, name := range old.Files {
		if _, made := files[name]; !made && generatedName(name) {
			orphans = append(orphans, name)
		}
	}
	return orphans
}

// generatedName reports whether a notebook could have made a file of this name, so that a record which was tampered with
// removes nothing else.
func generatedName(name string) bool {
	stem, ending := name, filepath.Ext(name)
	stem = stem[:len(stem)-len(ending)]
	return namePattern.MatchString(stem) && slices.Contains([]string{".svg", ".pdf", ".png", ".csv"}, ending)
}
