package notebook

import (
	"encoding/gob"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/figure"
)

func cellWithTable(d *Doc) error {
	d.Value("unused", 1, Whole)
	d.Table("one", "One of {{total}}", figure.Table{Columns: []string{"a"}, Rows: [][]string{{"<1>"}}})
	return d.Err()
}

func TestCellPrints(t *testing.T) {
	var printed strings.Builder
	if err := runCell(fstest.MapFS{}, cellWithTable, &printed, ""); err != nil {
		t.Fatal(err)
	}
	if got, expected := printed.String(), "One of …\na\n<1>\n"; got != expected {
		t.Errorf("%q, expected %q", got, expected)
	}
}

// GoNB reads what a cell shows from a pipe, as values of its type DisplayData in encoding/gob.
func TestCellShowsInGoNB(t *testing.T) {
	type mimeType string
	type displayData struct {
		Data      map[mimeType]any
		Metadata  map[string]any
		DisplayID string
	}
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := os.WriteFile(pipe, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var printed strings.Builder
	if err := runCell(fstest.MapFS{}, cellWithTable, &printed, pipe); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(pipe)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var shown displayData
	if err := gob.NewDecoder(file).Decode(&shown); err != nil {
		t.Fatal(err)
	}
	page, _ := shown.Data["text/html"].(string)
	if printed.Len() > 0 || !strings.Contains(page, "<caption>One of …</caption>") || !strings.Contains(page, "&lt;1&gt;") || shown.Data["text/plain"] == nil {
		t.Errorf("printed %q, shown %+v", printed.String(), shown)
	}
}

func TestCellErrors(t *testing.T) {
	var printed strings.Builder
	failure := errors.New("no")
	for name, write := range map[string]func(*Doc) error{
		"returned": func(*Doc) error { return failure },
		"must":     func(*Doc) error { Must(0, failure); return nil },
		"recorded": func(d *Doc) error { d.Fail(failure); return d.Err() },
	} {
		if err := runCell(fstest.MapFS{}, write, &printed, ""); !errors.Is(err, failure) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := runCell(fstest.MapFS{}, cellWithTable, &printed, filepath.Join(t.TempDir(), "gone")); err == nil || !strings.Contains(err.Error(), "kernel") {
		t.Errorf("no pipe: %v", err)
	}
}
