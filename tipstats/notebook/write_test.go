package notebook_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

// list is the names of what is in a folder.
func list(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func put(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, folder, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// run writes a notebook that must not fail.
func run(t *testing.T, n notebook.Notebook, folder string) notebook.Written {
	t.Helper()
	written, err := notebook.Run(n, folder)
	if err != nil {
		t.Fatal(err)
	}
	return written
}

func TestRunWritesWhatGenerateMakes(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "b")
	written := run(t, sample(), folder)
	files, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	names := slices.Sorted(maps.Keys(files))
	if got := list(t, folder); !slices.Equal(got, names) || len(written.Changed) != len(names) || len(written.Files) != len(names) {
		t.Errorf("wrote %q (%v), expected %q", got, written, names)
	}
	for name, data := range files {
		if read(t, folder, name) != string(data) {
			t.Errorf("%s differs", name)
		}
	}
	put(t, folder, "README.md", "edited")
	if again := run(t, sample(), folder); !slices.Equal(again.Changed, []string{"README.md"}) {
		t.Errorf("the second run changed %q", again.Changed)
	}
}

func TestRunRemovesOnlyWhatItMade(t *testing.T) {
	folder := t.TempDir()
	run(t, sample(), folder)
	put(t, folder, "notes.csv", "mine")
	put(t, folder, "secret.txt", "mine")
	record := strings.Replace(read(t, folder, "provenance.json"), `"README.md"`, `"../outside.csv", "secret.txt", "notebook.go", ".git", "README.md"`, 1)
	put(t, folder, "provenance.json", record)
	put(t, filepath.Dir(folder), "outside.csv", "mine")
	shorter := sample()
	shorter.Write = func(d *notebook.Doc) error { d.Text("Nothing."); return d.Err() }
	written := run(t, shorter, folder)
	if expected := []string{"again.csv", "again.pdf", "again.png", "again.svg", "counts.csv", "verdicts-2022.csv", "verdicts-2022.pdf",
		"verdicts-2022.png", "verdicts-2022.svg"}; !slices.Equal(written.Removed, expected) {
		t.Errorf("removed %q", written.Removed)
	}
	if got := list(t, folder); !slices.Contains(got, "notes.csv") || !slices.Contains(got, "secret.txt") || slices.Contains(got, "again.csv") {
		t.Errorf("left %q", got)
	}
	_ = read(t, filepath.Dir(folder), "outside.csv")
}

func TestRunKeepsAFolderWhoseRecordCannotBeRead(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "provenance.json", "{")
	put(t, folder, "old.svg", "mine")
	if written := run(t, sample(), folder); len(written.Removed) != 0 {
		t.Errorf("removed %q", written.Removed)
	}
	_ = read(t, folder, "old.svg")
}

func TestRunWritesNothingIfTheNotebookFails(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	n := sample()
	n.Write = func(d *notebook.Doc) error { d.Figure(verdictFigure("a")); d.Fail(errors.New("no")); return d.Err() }
	if _, err := notebook.Run(n, folder); err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is there: %v", err)
	}
}

func TestRunThatCannotWriteLeavesTheOldFiles(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "README.md", "old")
	if err := os.Mkdir(filepath.Join(folder, "values.json"), 0o777); err != nil {
		t.Fatal(err)
	}
	_, err := notebook.Run(sample(), folder)
	if err == nil || !strings.Contains(err.Error(), "values.json") || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %v", err)
	}
	if got := list(t, folder); !slices.Equal(got, []string{"README.md", "values.json"}) || read(t, folder, "README.md") != "old" {
		t.Errorf("left %q", got)
	}
}

func TestRunIntoAFile(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "file", "old")
	for _, path := range []string{"file", filepath.Join("file", "below")} {
		_, err := notebook.Run(sample(), filepath.Join(folder, path))
		if err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "file") {
			t.Errorf("error %v", err)
		}
	}
	if read(t, folder, "file") != "old" {
		t.Error("the file has changed")
	}
}

func TestRunIntoAReadOnlyFolder(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "README.md", "old")
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o755)
	if probe, err := os.Create(filepath.Join(folder, "probe")); err == nil {
		probe.Close()
		os.Remove(probe.Name())
		t.Skip("this user may write to a read-only folder")
	}
	_, err := notebook.Run(sample(), folder)
	if err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %v", err)
	}
	if got := list(t, folder); !slices.Equal(got, []string{"README.md"}) || read(t, folder, "README.md") != "old" {
		t.Errorf("left %q", got)
	}
}
