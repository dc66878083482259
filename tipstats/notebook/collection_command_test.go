package notebook

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// collectionCall runs a command line.
func collectionCall(c Collection, args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = c.command(args, &out, &err)
	return status, out.String(), err.String()
}

func TestCollectionCommand(t *testing.T) {
	root := written(t, two())
	status, stdout, stderr := collectionCall(two(), "-check")
	if status != 0 || stderr != "" || strings.Count(stdout, "\n") != 3 {
		t.Errorf("%d, %q, %q", status, stdout, stderr)
	}
	if status, stdout, _ = collectionCall(two()); status != 0 || !strings.Contains(stdout, "first: 9 files in") || !strings.Contains(stdout, ", 0 changed") {
		t.Errorf("a second run: %d, %q", status, stdout)
	}
	if err := os.Remove(filepath.Join(root, "figures", "second", "README.md")); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr = collectionCall(two(), "-check"); status != 1 || !strings.Contains(stderr, "missing: README.md") {
		t.Errorf("%d, %q", status, stderr)
	}
}

func TestCollectionCommandOut(t *testing.T) {
	t.Chdir(t.TempDir())
	if status, _, stderr := collectionCall(two(), "-out", "new/folder"); status != 0 {
		t.Error(stderr)
	}
	for _, name := range []string{"CITATION.cff", "README.md", "ro-crate-metadata.json", "first/bars.svg"} {
		if _, err := os.Stat(filepath.Join("new/folder", name)); err != nil {
			t.Error(err)
		}
	}
	if status, stdout, stderr := collectionCall(two(), "-check", "-out", "new/folder"); status != 0 || stderr != "" {
		t.Errorf("%q, %q", stdout, stderr)
	}
	if err := os.Remove("new/folder/CITATION.cff"); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := collectionCall(two(), "-check", "-out", "new/folder"); status != 1 ||
		!strings.Contains(stderr, "missing: CITATION.cff") || !strings.Contains(stderr, "go run ./examples/all -out new/folder") {
		t.Errorf("%d, %q", status, stderr)
	}
}

func TestCollectionCommandBundle(t *testing.T) {
	root := written(t, two())
	at := filepath.Join(root, "out.zip")
	status, stdout, stderr := collectionCall(two(), "-bundle", at)
	if status != 0 || stderr != "" || !strings.Contains(stdout, "SHA-256 ") {
		t.Errorf("%d, %q, %q", status, stdout, stderr)
	}
	first, err := os.ReadFile(at)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, bundled(t, two(), root)) || !strings.Contains(stdout, sum(first)) {
		t.Error("the file is not the archive")
	}
	if leftovers, _ := filepath.Glob(filepath.Join(root, ".tipstats-*")); len(leftovers) != 0 {
		t.Errorf("left behind: %q", leftovers)
	}
	failing := two()
	failing.Notebooks = append(failing.Notebooks, small("bad", "There were 7."))
	if status, _, stderr := collectionCall(failing, "-bundle", at); status != 1 || !strings.Contains(stderr, "a number in prose") {
		t.Errorf("%d, %q", status, stderr)
	}
	if kept, err := os.ReadFile(at); err != nil || !bytes.Equal(kept, first) {
		t.Errorf("a failed run has touched the archive: %v", err)
	}
}

func TestCollectionCommandErrors(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("file", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	bad := two()
	bad.Notebooks = []Notebook{small("one", "There were 7."), small("two", "There were 8.")}
	for _, c := range []struct {
		collection Collection
		args       string
		status     int
		says       []string
	}{
		{two(), "", 1, []string{"say where with -out DIR"}},
		{two(), "-bundle x.zip", 1, []string{"is not inside a checkout"}},
		{two(), "-out file", 1, []string{"file"}},
		{bad, "-out new", 1, []string{"number in prose", "8"}},
		{two(), "-unknown", 2, []string{"-unknown", "-bundle file"}},
		{two(), "more", 2, []string{`unexpected argument "more"`}},
		{two(), "-out=", 2, []string{"-out names no folder"}},
		{two(), "-bundle=", 2, []string{"ends in .zip"}},
		{two(), "-bundle -", 2, []string{"ends in .zip"}},
		{two(), "-bundle README.md", 2, []string{"ends in .zip"}},
		{two(), "-bundle x.zip -check", 2, []string{"neither -check nor -out"}},
		{two(), "-bundle x.zip -out y", 2, []string{"neither -check nor -out"}},
	} {
		status, stdout, stderr := collectionCall(c.collection, strings.Fields(c.args)...)
		if status != c.status || stdout != "" {
			t.Errorf("%q: status %d, %q, %q", c.args, status, stdout, stderr)
		}
		for _, expected := range c.says {
			if !strings.Contains(stderr, expected) {
				t.Errorf("%q does not say %q: %q", c.args, expected, stderr)
			}
		}
	}
	if entries, _ := os.ReadDir("."); len(entries) != 1 {
		t.Errorf("something was written: %v", entries)
	}
	if status, stdout, _ := collectionCall(two(), "-h"); status != 0 || !strings.Contains(stdout, "-bundle file") || !strings.Contains(stdout, "first, second") {
		t.Errorf("%d, %q", status, stdout)
	}
}
