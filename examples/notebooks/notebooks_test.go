package notebooks

import (
	"bytes"
	"io/fs"
	"path"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/datasets"
	"github.com/tipstats/tip/examples/peru2023/peru"
	"github.com/tipstats/tip/tipstats/notebook"
)

// Whoever cites a figure needs all of this.
func TestNotebooksCanBeCited(t *testing.T) {
	for _, n := range All {
		if len(n.Authors) == 0 || n.Year == 0 || len(n.Sources) == 0 || n.Address == "" {
			t.Errorf("notebook %s lacks an author, a year, a source or an address: its figures cannot be cited", n.Name)
		}
	}
}

// A figure is drawn from one table, which its record names.
func TestFiguresNameTheirData(t *testing.T) {
	for _, n := range All {
		files, err := notebook.Generate(n)
		if err != nil {
			t.Fatal(err)
		}
		for name, file := range files {
			if path.Ext(name) != ".svg" {
				continue
			}
			record, _, err := notebook.ReadRecord(file)
			tables := 0
			for _, input := range record.Data {
				if path.Ext(input.Path) == ".csv" {
					tables++
				}
			}
			if err != nil || tables != 1 {
				t.Errorf("%s of %s: drawn from %v; %v", name, n.Name, record.Data, err)
			}
		}
	}
}

// A remark in one table changes no figure that is drawn from another.
func TestFiguresOfOtherDataStay(t *testing.T) {
	const changed = "peru2023/enforcement.csv"
	data := fstest.MapFS{}
	err := fs.WalkDir(datasets.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file, err := fs.ReadFile(datasets.FS, name)
		data[name] = &fstest.MapFile{Data: file}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	data[changed].Data = bytes.Replace(data[changed].Data, []byte(",true,"), []byte(",false,"), 1)
	before, err := notebook.Generate(peru.Notebook)
	if err != nil {
		t.Fatal(err)
	}
	n := peru.Notebook
	n.Data = data
	after, err := notebook.Generate(n)
	if err != nil {
		t.Fatal(err)
	}
	for name, same := range map[string]bool{"funnel.svg": false, "penalties.svg": true, "penalties.pdf": true, "penalties.png": true, "capacity.svg": true} {
		if bytes.Equal(before[name], after[name]) != same {
			t.Errorf("%s: is it the same? %v expected", name, same)
		}
	}
}
