package notebook

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// drawings are the parts of the documents that package figure makes, and tests.
var drawings = regexp.MustCompile(`(?s)<svg.*?</svg>|"image/svg\+xml": \[.*?\n +\]`)

// Golden holds the documents of a notebook to those of last time; go test -update rewrites them. Drawings are left out.
func Golden(t *testing.T, files map[string][]byte) {
	for _, name := range []string{"README.md", "index.html", "notebook.ipynb", "values.json"} {
		got := drawings.ReplaceAllString(string(files[name]), "DRAWING")
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.MkdirAll("testdata", 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		expected, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if difference := cmp.Diff(string(expected), got); difference != "" {
			t.Errorf("%s is not that of last time; if it is better, run go test ./tipstats/notebook -run LastTime -update\n%s", path, difference)
		}
	}
}
