package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

// TestEveryNotebookIsRun holds the list of notebooks against the folders beside this one: an example whose main function hands a
// notebook to notebook.Main belongs in it.
func TestEveryNotebookIsRun(t *testing.T) {
	var listed, found []string
	for _, n := range notebooks {
		listed = append(listed, n.Name)
	}
	mains, err := filepath.Glob("../*/main.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range mains {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "notebook.Main(") {
			found = append(found, filepath.Base(filepath.Dir(name)))
		}
	}
	slices.Sort(listed)
	if len(found) == 0 || !slices.Equal(listed, found) {
		t.Errorf("examples/notebooks lists %v, but examples/ has the notebooks %v", listed, found)
	}
}

// TestNoFolderWithoutNotebook finds figures that nothing makes any more.
func TestNoFolderWithoutNotebook(t *testing.T) {
	entries, err := os.ReadDir("../../figures")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !slices.ContainsFunc(notebooks, func(n notebook.Notebook) bool { return n.Name == e.Name() }) {
			t.Errorf("figures/%s: no notebook makes it: delete the folder, or add the notebook to examples/notebooks", e.Name())
		}
	}
}
