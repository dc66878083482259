package notebook

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/figure"
)

const collectionCSV = `country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note
PER,2023,2022,conviction,unstated,all,person,89,exact,,true,tip,,
`

// collectionData is a folder of data, one file of which no notebook reads.
func collectionData() fstest.MapFS {
	return fstest.MapFS{
		"enforcement.csv": {Data: []byte(collectionCSV)},
		"unread/more.csv": {Data: []byte("a\n1\n")},
		packageFile: {Data: []byte(`{"resources": [{"path": "enforcement.csv", "title": "Law <b> & \"order\"", "description": "One figure: 89 # of them"},
			{"path": "unread/more.csv", "title": "More"}]}`)},
	}
}

// collectionFigure is a bar as wide as a count.
func collectionFigure(count int) *figure.Figure {
	return &figure.Figure{
		Name: "bars", Title: "Verdicts | of *all* <kinds>: \"one\" & 'more'", Subtitle: "Verdicts", Caption: []string{"Source: # the report."},
		Alt: "One bar: \\ \"convicted\".", Height: 30,
		Draw: func(c *figure.Canvas) { c.Rect(0, 5, float64(count), 16, figure.Sex) },
		Data: figure.Table{Columns: []string{"verdict", "persons"}, Rows: [][]string{{"convicted", "89"}}},
	}
}

// two is a collection of two notebooks: one with a figure and one of a sentence.
func two() Collection {
	first := small("first", "")
	first.Title, first.Authors, first.Data, first.DataFolder = "First: `one`", []string{"Castro, María", "Us & co"}, collectionData(), "datasets"
	first.Write = func(d *Doc) error {
		dataset := d.Dataset("enforcement.csv")
		count, _ := dataset.Observations()[0].Count.Value()
		d.Figure(collectionFigure(count))
		return d.Err()
	}
	return Collection{Name: "pair", Title: "Two: notebooks", Abstract: "What # two notebooks say.", Authors: []string{"Lovelace, Ada"},
		Version: Version, Released: Released, License: "BSD-3-Clause", Address: "https://example.org/pair", Keywords: []string{"a: b", "c"},
		Notebooks: []Notebook{first, small("second", "A sentence.")}, Texts: []string{"LICENSE"}, Command: "go run ./examples/all", VerifyCommand: "go run ./examples/verify"}
}

// written is a module with everything that the collection makes.
func written(t *testing.T, c Collection) (root string) {
	t.Helper()
	root = checkout(t, modulePath)
	if err := os.WriteFile(filepath.Join(root, "LICENSE"), []byte("as you like\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, failed bytes.Buffer
	if status := c.command(nil, &out, &failed); status != 0 {
		t.Fatalf("status %d: %s", status, &failed)
	}
	return root
}

// checked is the last report, that of the collection.
func checked(t *testing.T, c Collection, root string) Report {
	t.Helper()
	reports, err := c.Check(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) != len(c.Notebooks)+1 {
		t.Fatalf("%d reports", len(reports))
	}
	return reports[len(reports)-1]
}

func TestCollectionWritesAndChecks(t *testing.T) {
	root := written(t, two())
	for _, name := range []string{"CITATION.cff", "figures/README.md", "figures/ro-crate-metadata.json", "figures/first/bars.svg", "figures/second/README.md"} {
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			t.Error(err)
		}
	}
	if report := checked(t, two(), root); !report.Fresh() {
		t.Error(report)
	}
	for _, name := range []string{"CITATION.cff", "figures/README.md", "figures/ro-crate-metadata.json"} {
		at := filepath.Join(root, name)
		file, err := os.ReadFile(at)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, append(file, ' '), 0o644); err != nil {
			t.Fatal(err)
		}
		if report := checked(t, two(), root); len(report.Stale) != 1 || report.Stale[0].File != filepath.Base(name) || !strings.Contains(report.String(), "go run ./examples/all") {
			t.Errorf("%s edited: %v", name, report)
		}
		if err := os.Remove(at); err != nil {
			t.Fatal(err)
		}
		if report := checked(t, two(), root); len(report.Missing) != 1 {
			t.Errorf("%s removed: %v", name, report)
		}
		if err := os.WriteFile(at, file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestStraysBesideTheNotebooks: the folder of a notebook that is gone, and a file that nothing makes.
func TestStraysBesideTheNotebooks(t *testing.T) {
	root := written(t, two())
	if err := os.Mkdir(filepath.Join(root, "figures", "oldnotebook"), 0o755); err != nil {
		t.Fatal(err)
	}
	putFile(t, filepath.Join(root, "figures", "stray.txt"), "")
	putFile(t, filepath.Join(root, "figures", ".DS_Store"), "")
	status, _, stderr := collectionCall(two(), "-check")
	for _, expected := range []string{"orphaned: oldnotebook, which nothing here makes: remove it by hand", "orphaned: stray.txt"} {
		if status != 1 || !strings.Contains(stderr, expected) || strings.Contains(stderr, ".DS_Store") || strings.Contains(stderr, "To mend it, run") {
			t.Errorf("%d, %q does not say %q", status, stderr, expected)
		}
	}
}

// TestAdviceMendsEverything: what is stale in a notebook's folder leaves the files of the collection stale, so the command for all is
// the one to run.
func TestAdviceMendsEverything(t *testing.T) {
	root := written(t, two())
	putFile(t, filepath.Join(root, "figures", "first", "README.md"), "edited")
	if _, _, stderr := collectionCall(two(), "-check"); !strings.HasSuffix(stderr, "To mend it, run: go run ./examples/all\n") {
		t.Errorf("%q", stderr)
	}
	out := filepath.Join(root, "an out folder")
	if _, _, stderr := collectionCall(two(), "-check", "-out", out); !strings.Contains(stderr, "run: go run ./examples/all -out '"+out+"'\n") {
		t.Errorf("%q", stderr)
	}
	if _, _, stderr := call(command{small("small", "A sentence.")}, "-check", "-out", out); !strings.HasSuffix(stderr, "run: go run ./examples/small -out '"+out+"'\n") {
		t.Errorf("%q", stderr)
	}
}

// TestCollectionIsStaleWithItsData: hashes in the index, in the crate and in the citation go with the data.
func TestCollectionIsStaleWithItsData(t *testing.T) {
	root := written(t, two())
	c := two()
	data := collectionData()
	data["enforcement.csv"] = &fstest.MapFile{Data: []byte(strings.Replace(collectionCSV, ",89,", ",88,", 1))}
	c.Notebooks[0].Data = data
	report := checked(t, c, root)
	if len(report.Stale) != 3 || len(report.Data) != 1 || !strings.Contains(report.String(), "datasets/enforcement.csv has changed") {
		t.Errorf("%v", report)
	}
}

// TestAnotherCompressorMakesNothingStale compresses the pixels on disk as another Go release would.
func TestAnotherCompressorMakesNothingStale(t *testing.T) {
	root := written(t, two())
	at := filepath.Join(root, "figures", "first", "bars.png")
	old, err := os.ReadFile(at)
	if err != nil {
		t.Fatal(err)
	}
	again := compressedAnew(t, old)
	if bytes.Equal(old, again) {
		t.Fatal("the other compressor gives the same bytes: the test shows nothing")
	}
	if err := os.WriteFile(at, again, 0o644); err != nil {
		t.Fatal(err)
	}
	// The hashes of the committed files are those of the committed pictures.
	for _, name := range []string{"README.md", "ro-crate-metadata.json"} {
		file, err := os.ReadFile(filepath.Join(root, "figures", name))
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.ReplaceAll(string(file), sum(old), sum(again))
		changed = strings.Replace(changed, "bars.png) | "+itoa(len(old)), "bars.png) | "+itoa(len(again)), 1)
		changed = strings.Replace(changed, `"contentSize": "`+itoa(len(old)), `"contentSize": "`+itoa(len(again)), 1)
		if name == "ro-crate-metadata.json" {
			index, err := os.ReadFile(filepath.Join(root, "figures", "README.md"))
			if err != nil {
				t.Fatal(err)
			}
			was := strings.ReplaceAll(string(index), sum(again), sum(old))
			was = strings.Replace(was, "bars.png) | "+itoa(len(again)), "bars.png) | "+itoa(len(old)), 1)
			changed = strings.ReplaceAll(changed, sum([]byte(was)), sum(index))
			changed = strings.ReplaceAll(changed, `"contentSize": "`+itoa(len(was))+`"`, `"contentSize": "`+itoa(len(index))+`"`)
		}
		if err := os.WriteFile(filepath.Join(root, "figures", name), []byte(changed), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if report := checked(t, two(), root); !report.Fresh() {
		t.Error(report)
	}
}

func compressedAnew(t *testing.T, file []byte) []byte {
	t.Helper()
	at := bytes.Index(file, []byte("IDAT"))
	size := int(binary.BigEndian.Uint32(file[at-4:]))
	r, err := zlib.NewReader(bytes.NewReader(file[at+4 : at+4+size]))
	if err != nil {
		t.Fatal(err)
	}
	chunk := bytes.NewBufferString("IDAT")
	w, err := zlib.NewWriterLevel(chunk, zlib.HuffmanOnly)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(w, r); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	out := bytes.Clone(file[:at-4])
	out = binary.BigEndian.AppendUint32(out, uint32(chunk.Len()-4))
	out = append(out, chunk.Bytes()...)
	out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk.Bytes()))
	return append(out, file[at+4+size+4:]...)
}
