package narrative

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGrammarPage holds what GRAMMAR.md says of files and of texts; the scores are held where the narratives are at hand.
func TestGrammarPage(t *testing.T) {
	data, err := os.ReadFile("GRAMMAR.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	list, rows := readConstructions(t), 0
	for _, c := range list {
		rows += len(c.rows)
	}
	if want := fmt.Sprintf("holds %d texts of our own with %d rows", len(list), rows); !strings.Contains(page, want) {
		t.Errorf("GRAMMAR.md does not say: %s", want)
	}
	named := 0
	for _, m := range regexp.MustCompile("`([a-z_*]+\\.go)`").FindAllStringSubmatch(page, -1) {
		named++
		if found, err := filepath.Glob(m[1]); err != nil || len(found) == 0 {
			t.Errorf("GRAMMAR.md names %s, which is not there", m[1])
		}
	}
	if named < 20 {
		t.Errorf("GRAMMAR.md names %d files", named)
	}
}
