package notebook

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestModuleFiles(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module m\n", "a/a.go": "package a\n\n//go:embed page.html \"b c.txt\" all:kept\nvar x embed.FS\n",
		"a/page.html": "x", "a/b c.txt": "x", "a/kept/.hidden": "x", "a/kept/deep/x.csv": "x", "a/a_test.go": "package a\n",
		"a/testdata/fuzz/FuzzX/1": "x", "a/testdata/golden.svg": "x",
		"a/notes.txt": "junk", "a/a.test": "junk", "out.zip": "junk", ".git/x.go": "junk", "_old/x.go": "junk", "a/.x.go": "junk",
		"a/testdata/rapid/fail": "junk", "a/testdata/.DS_Store": "junk", "other/go.mod": "module other\n", "other/x.go": "junk",
	} {
		at := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		putFile(t, at, text)
	}
	files, err := moduleFiles(root)
	if err != nil {
		t.Fatal(err)
	}
	expected := []string{"a/a.go", "a/a_test.go", "a/b c.txt", "a/kept/.hidden", "a/kept/deep/x.csv", "a/page.html",
		"a/testdata/fuzz/FuzzX/1", "a/testdata/golden.svg", "go.mod"}
	if names := slices.Sorted(maps.Keys(files)); !slices.Equal(names, expected) {
		t.Errorf("%q\nexpected %q", names, expected)
	}
}

// TestBundleOfAnotherCheckout: a program that was built before the data changed makes no archive of old figures with new code.
func TestBundleOfAnotherCheckout(t *testing.T) {
	root := written(t, two())
	if err := os.MkdirAll(filepath.Join(root, "datasets"), 0o755); err != nil {
		t.Fatal(err)
	}
	putFile(t, filepath.Join(root, "datasets", "datasets.go"), "package datasets\n\n//go:embed *.csv\nvar FS embed.FS\n")
	csv := filepath.Join(root, "datasets", "enforcement.csv")
	putFile(t, csv, collectionCSV)
	_, files := unpacked(t, bundled(t, two(), root))
	if string(files["datasets/datasets.go"]) == "" || string(files["datasets/enforcement.csv"]) != collectionCSV || string(files["go.mod"]) == "" {
		t.Errorf("the archive lacks the code: %q", slices.Sorted(maps.Keys(files)))
	}
	putFile(t, csv, strings.Replace(collectionCSV, ",89,", ",88,", 1))
	if _, err := two().Bundle(root); err == nil || !strings.Contains(err.Error(), "built with another datasets/enforcement.csv") {
		t.Error(err)
	}
}
