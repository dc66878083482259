package notebook_test

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/frame"
	"github.com/tipstats/tip/tipstats/notebook"
)

type record struct {
	Path, SHA256 string
	Bytes        int
	Rows         *int
}

func TestDataIsRecorded(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Read("capacity.csv")
		d.Dataset("enforcement.csv")
		d.Dataset("enforcement.csv")
		d.Text("Prose.")
	})
	var got struct{ Data []record }
	if err := json.Unmarshal(files["provenance.json"], &got); err != nil {
		t.Fatal(err)
	}
	expected := []struct {
		path, text string
		rows       int
	}{{"datasets/capacity.csv", capacity, 2}, {"datasets/datapackage.json", description, -1}, {"datasets/enforcement.csv", enforcement, 3}}
	if len(got.Data) != len(expected) {
		t.Fatalf("data: %+v", got.Data)
	}
	for i, e := range expected {
		r, rows := got.Data[i], -1
		if r.Rows != nil {
			rows = *r.Rows
		}
		if r.Path != e.path || r.SHA256 != fmt.Sprintf("%x", sha256.Sum256([]byte(e.text))) || r.Bytes != len(e.text) || rows != e.rows {
			t.Errorf("%+v (%d rows), expected %s with %d rows", r, rows, e.path, e.rows)
		}
	}
}

func TestDataErrors(t *testing.T) {
	for _, path := range []string{"../go.mod", "/etc/passwd", "", "a//b"} {
		fails(t, func(d *notebook.Doc) { d.Dataset(path) }, "data_test.go:", "no path of a data file")
	}
	fails(t, func(d *notebook.Doc) { d.Dataset("missing.csv") }, "cannot read the data", "missing.csv")
	fails(t, func(d *notebook.Doc) { d.Read("enforcement.csv") }, `does not describe "enforcement.csv"; it describes capacity.csv, broken.csv`)
	fails(t, func(d *notebook.Doc) { d.Read("broken.csv") }, "broken.csv", "no fields")
}

func TestDataThatIsWrong(t *testing.T) {
	n := sample()
	run := func(files fstest.MapFS, read func(*notebook.Doc)) error {
		n.Data = files
		n.Write = func(d *notebook.Doc) error { read(d); return d.Err() }
		_, err := notebook.Generate(n)
		return err
	}
	spoiled := data()
	spoiled["enforcement.csv"] = &fstest.MapFile{Data: []byte(strings.Replace(enforcement, "89", "8x", 1))}
	err := run(spoiled, func(d *notebook.Doc) { d.Dataset("enforcement.csv") })
	var problems frame.Problems
	if !errors.As(err, &problems) || len(problems) != 1 || problems[0].File != "datasets/enforcement.csv" || problems[0].Line != 2 {
		t.Errorf("error %v", err)
	}
	spoiled["capacity.csv"] = &fstest.MapFile{Data: []byte("what\n")}
	if err := run(spoiled, func(d *notebook.Doc) { d.Read("capacity.csv") }); !errors.As(err, &problems) {
		t.Errorf("error %v", err)
	}
	spoiled["datapackage.json"] = &fstest.MapFile{Data: []byte("{")}
	if err := run(spoiled, func(d *notebook.Doc) { d.Read("capacity.csv") }); err == nil || !strings.Contains(err.Error(), "datasets/datapackage.json") {
		t.Errorf("error %v", err)
	}
	delete(spoiled, "datapackage.json")
	if err := run(spoiled, func(d *notebook.Doc) { d.Read("capacity.csv") }); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}
