package notebook

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// putFile writes a file of a test.
func putFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func hasText(t *testing.T, name, text string) {
	t.Helper()
	if file, err := os.ReadFile(name); err != nil || string(file) != text {
		t.Errorf("%s holds %.40q, %v; expected %q", name, file, err, text)
	}
}

// TestForeignFilesAreNotOverwritten: neither by a notebook nor by a collection, and nothing else is written then.
func TestForeignFilesAreNotOverwritten(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	putFile(t, "README.md", "# My own\n")
	status, _, stderr := call(command{small("small", "A sentence.")}, "-out", ".")
	if status != 1 || !strings.Contains(stderr, "README.md: there already, and not made by this command") {
		t.Errorf("a notebook: %d, %q", status, stderr)
	}
	if status, _, stderr = collectionCall(two(), "-out", "."); status != 1 || !strings.Contains(stderr, "README.md: there already") {
		t.Errorf("a collection: %d, %q", status, stderr)
	}
	if entries, _ := os.ReadDir("."); len(entries) != 1 {
		t.Errorf("something was written: %v", entries)
	}
	hasText(t, "README.md", "# My own\n")

	putFile(t, "mine.zip", "PK\x03\x04 and something else that is long enough for a name")
	root := written(t, two())
	mine := filepath.Join(folder, "mine.zip")
	if status, _, stderr := collectionCall(two(), "-bundle", mine); status != 1 || !strings.Contains(stderr, "mine.zip: there already") {
		t.Errorf("an archive: %d, %q", status, stderr)
	}
	out := filepath.Join(root, "out.zip")
	for range 2 {
		if status, _, stderr := collectionCall(two(), "-bundle", out); status != 0 {
			t.Error(stderr)
		}
	}
	putFile(t, filepath.Join(root, "CITATION.cff"), "cff-version: 1.2.0\n")
	if status, _, stderr := collectionCall(two()); status != 1 || !strings.Contains(stderr, "CITATION.cff: there already") {
		t.Errorf("a citation: %d, %q", status, stderr)
	}
}

// TestOwnFilesAreOverwritten: those that a record lists, those beside a record that cannot be read, and those that are the same.
func TestOwnFilesAreOverwritten(t *testing.T) {
	folder := t.TempDir()
	first, second := small("small", "A sentence."), small("small", "Another sentence.")
	if _, err := Run(first, folder); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(second, folder); err != nil {
		t.Error(err)
	}
	putFile(t, filepath.Join(folder, provenanceFile), "<<<<<<< a conflict")
	if _, err := Run(first, folder); err != nil {
		t.Error(err)
	}
	if err := os.Remove(filepath.Join(folder, provenanceFile)); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(first, folder); err != nil {
		t.Errorf("a run that was cut off before its end: %v", err)
	}
	putFile(t, filepath.Join(folder, "bars.csv"), "my,own\n")
	third := first
	third.Write = func(d *Doc) error { d.Figure(collectionFigure(9)); return d.Err() }
	if _, err := Run(third, folder); err == nil || !strings.Contains(err.Error(), "bars.csv: there already") {
		t.Errorf("a file that the record does not list: %v", err)
	}
	hasText(t, filepath.Join(folder, "bars.csv"), "my,own\n")
}

// TestFolderInPlaceOfAFile: the check reports it with everything else, and a run writes nothing.
func TestFolderInPlaceOfAFile(t *testing.T) {
	root := written(t, two())
	at := filepath.Join(root, "figures", "first", "bars.svg")
	if err := os.Remove(at); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(at, 0o755); err != nil {
		t.Fatal(err)
	}
	putFile(t, filepath.Join(root, "figures", "first", "README.md"), "edited")
	index := filepath.Join(root, "figures", "README.md")
	if err := os.Remove(index); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(index, 0o755); err != nil {
		t.Fatal(err)
	}
	status, _, stderr := collectionCall(two(), "-check")
	for _, expected := range []string{"missing: bars.svg (a folder stands in its place)", "stale documents: README.md", "missing: README.md (a folder stands in its place)"} {
		if status != 1 || !strings.Contains(stderr, expected) {
			t.Errorf("%d, %q does not say %q", status, stderr, expected)
		}
	}
	if status, _, stderr := collectionCall(two()); status != 1 || !strings.Contains(stderr, "a folder stands in its place") {
		t.Errorf("%d, %q", status, stderr)
	}
	hasText(t, filepath.Join(root, "figures", "first", "README.md"), "edited")
}
