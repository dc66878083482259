package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// opened is the archive of a deposit, from the folder that everything in it is in.
func opened(t *testing.T) fs.FS {
	t.Helper()
	archive, err := collection.Bundle("../..")
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	top, _, _ := strings.Cut(r.File[0].Name, "/")
	inside, err := fs.Sub(r, top)
	if err != nil {
		t.Fatal(err)
	}
	return inside
}

// TestDepositRebuilds unpacks the archive and does there what its README says: everything is fresh, so that whoever has the archive
// alone makes the same files from it.
func TestDepositRebuilds(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the command from the archive")
	}
	folder := t.TempDir()
	if err := os.CopyFS(folder, opened(t)); err != nil {
		t.Fatal(err)
	}
	check := exec.Command("go", "run", "./examples/all", "-check")
	check.Dir = folder
	if output, err := check.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	figure := filepath.Join(folder, "figures", notebooks[0].Name, "README.md")
	if err := os.WriteFile(figure, []byte("edited"), 0o644); err != nil {
		t.Fatal(err)
	}
	check = exec.Command("go", "run", "./examples/all", "-check")
	check.Dir = folder
	if output, err := check.CombinedOutput(); err == nil || !strings.Contains(string(output), "stale documents: README.md") {
		t.Errorf("an edited deposit passes: %v\n%s", err, output)
	}
}

// listed are files of the repository, those that are about to be added among them if the options say so.
func listed(t *testing.T, options ...string) map[string]bool {
	t.Helper()
	list := exec.Command("git", append([]string{"ls-files"}, options...)...)
	list.Dir = "../.."
	output, err := list.Output()
	if err != nil {
		t.Skipf("SKIPPED, the archive is not held against the repository: %v", err)
	}
	names := map[string]bool{}
	for name := range strings.Lines(string(output)) {
		names[strings.TrimSpace(name)] = true
	}
	return names
}

// TestDepositHoldsTheRepository: every file of the repository is in the archive, and nothing else but what the archive is for.
func TestDepositHoldsTheRepository(t *testing.T) {
	tracked, known := listed(t, "--cached"), listed(t, "--others", "--exclude-standard")
	deposit := opened(t)
	for name := range tracked {
		if _, err := fs.Stat(deposit, name); err != nil {
			if _, err := os.Stat(path.Join("../..", name)); err == nil {
				t.Errorf("the archive lacks %s: name it in the collection's Texts", name)
			}
		}
	}
	err := fs.WalkDir(deposit, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !tracked[name] && !known[name] && name != "SHA256SUMS" && name != "ro-crate-metadata.json" {
			t.Errorf("the archive holds %s, which is no file of the repository", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
