package notebook

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func itoa(n int) string { return strconv.Itoa(n) }

func TestIndexShowsEveryFigure(t *testing.T) {
	root := written(t, two())
	data, err := os.ReadFile(filepath.Join(root, "figures", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	index := string(data)
	for _, expected := range []string{
		"## [First: \\`one\\`](first/README.md)\n", "## [Small](second/README.md)\n",
		"### Figure 1. Verdicts \\| of \\*all\\* &lt;kinds>: \"one\" & 'more'\n",
		`<img src="first/bars.svg" width="360" alt="One bar: \ &#34;convicted&#34;.">`,
		"\nVerdicts\n", "\nSource: \\# the report.\n", "`go run ./examples/verify FILE`",
	} {
		if !strings.Contains(index, expected) {
			t.Errorf("the index does not hold %q:\n%s", expected, index)
		}
	}
	rows := regexp.MustCompile("\\| \\[[^\\]]+\\]\\(([^)]+)\\) \\| (\\d+) \\| `([0-9a-f]{64})` \\|").FindAllStringSubmatch(index, -1)
	if len(rows) != 4 {
		t.Fatalf("%d files in the index, expected 4", len(rows))
	}
	for _, row := range rows {
		file, err := os.ReadFile(filepath.Join(root, "figures", row[1]))
		if err != nil {
			t.Error(err)
		}
		if row[2] != itoa(len(file)) || row[3] != sum(file) {
			t.Errorf("%s has %d bytes and SHA-256 %s; the index says %s, %s", row[1], len(file), sum(file), row[2], row[3])
		}
	}
	for _, link := range regexp.MustCompile(`\]\(([^)]+)\)|(?:src|href)="([^"]+)"`).FindAllStringSubmatch(index, -1) {
		if _, err := os.Stat(filepath.Join(root, "figures", link[1]+link[2])); err != nil {
			t.Error(err)
		}
	}
}
