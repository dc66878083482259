package peru

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFiguresAreSmall: a page with all figures loads quickly, and a journal takes each as it is.
func TestFiguresAreSmall(t *testing.T) {
	for ending, most := range map[string]int64{"pdf": 60_000, "svg": 40_000} {
		files, err := filepath.Glob("../../../figures/peru2023/*." + ending)
		if err != nil {
			t.Fatal(err)
		}
		if len(files) < 9 {
			t.Errorf("%d files end in .%s: the notebook has nine figures", len(files), ending)
		}
		for _, name := range files {
			file, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			if file.Size() >= most {
				t.Errorf("%s has %d bytes, want less than %d", name, file.Size(), most)
			}
		}
	}
}
