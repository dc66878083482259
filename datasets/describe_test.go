package datasets

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/frame"
)

var update = flag.Bool("update", false, "write the bytes and hash of every file into datapackage.json")

// described returns the description of every file, or ends the test.
func described(t *testing.T) []Resource {
	t.Helper()
	list, err := Resources()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// load reads a file by its description, or ends the test.
func load(t *testing.T, path string) *frame.Table {
	t.Helper()
	table, err := Table(path)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestEveryFileIsDescribed: what is embedded is described, once, and can be read.
func TestEveryFileIsDescribed(t *testing.T) {
	var files, paths, names []string
	err := fs.WalkDir(FS, ".", func(path string, entry fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".csv") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range described(t) {
		paths, names = append(paths, r.Path), append(names, r.Name)
		if r.Title == "" || r.Description == "" {
			t.Errorf("%s has no title or no description", r.Path)
		}
		for _, f := range r.Schema.Fields {
			if f.Description == "" {
				t.Errorf("%s: column %s has no description", r.Path, f.Name)
			}
		}
		if len(r.Schema.PrimaryKey) == 0 {
			t.Errorf("%s has no primary key", r.Path)
		}
		if table := load(t, r.Path); table.Rows() == 0 {
			t.Errorf("%s has no rows", r.Path)
		}
	}
	slices.Sort(paths)
	slices.Sort(files)
	if !slices.Equal(paths, files) {
		t.Errorf("described %q, embedded %q", paths, files)
	}
	slices.Sort(names)
	if len(slices.Compact(names)) != len(files) {
		t.Errorf("names of resources repeat: %q", names)
	}
}

// TestDescriptionGivesBytesAndHash holds bytes and hash against each file; -update writes them instead.
func TestDescriptionGivesBytesAndHash(t *testing.T) {
	if *update {
		updateDescriptor(t)
		return
	}
	for _, r := range described(t) {
		data, err := fs.ReadFile(FS, r.Path)
		if err != nil {
			t.Fatal(err)
		}
		if hash := digest(data); r.Bytes != len(data) || r.Hash != hash {
			t.Errorf("datasets/%s: datapackage.json describes %d bytes with %s, the file has %d with %s; if the change is meant, run go test ./datasets -update",
				r.Path, r.Bytes, r.Hash, len(data), hash)
		}
	}
}

func digest(data []byte) string { return fmt.Sprintf("sha256:%x", sha256.Sum256(data)) }

func updateDescriptor(t *testing.T) {
	data, err := os.ReadFile(descriptor)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range described(t) {
		file, err := os.ReadFile(r.Path)
		if err != nil {
			t.Fatal(err)
		}
		data = restate(t, data, r.Path, file)
	}
	if err := frame.WriteFile(descriptor, data); err != nil {
		t.Fatal(err)
	}
}

// restate rewrites the bytes and hash that follow a path in the text of datapackage.json.
func restate(t *testing.T, text []byte, path string, file []byte) []byte {
	t.Helper()
	pattern := regexp.MustCompile(`("path": "` + regexp.QuoteMeta(path) + `",\s*"bytes": )\d+(,\s*"hash": ")[^"]*"`)
	if found := len(pattern.FindAll(text, -1)); found != 1 {
		t.Fatalf("datapackage.json has %d resources with path %s followed by bytes and hash, want 1", found, path)
	}
	return pattern.ReplaceAll(text, fmt.Appendf(nil, `${1}%d${2}%s"`, len(file), digest(file)))
}

func TestRestate(t *testing.T) {
	text := []byte(`{"path": "a.csv", "bytes": 1, "hash": "x"}, {"path": "b.csv", "bytes": 1, "hash": "x"}`)
	got := string(restate(t, text, "b.csv", []byte("abc")))
	want := `{"path": "a.csv", "bytes": 1, "hash": "x"}, {"path": "b.csv", "bytes": 3, "hash": "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}` // FIPS 180-2, B.1
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestFilesAreCanonical: every file is exactly what frame.Write makes of its cells, so that two editors
// cannot differ in quotation marks or line ends.
func TestFilesAreCanonical(t *testing.T) {
	for _, r := range described(t) {
		table := load(t, r.Path)
		rows := make([][]string, table.Rows())
		for _, column := range table.Columns() {
			for row, cell := range table.Strings(column) {
				rows[row] = append(rows[row], cell)
			}
		}
		var want bytes.Buffer
		if err := frame.Write(&want, table.Columns(), rows); err != nil {
			t.Fatal(err)
		}
		if got, err := fs.ReadFile(FS, r.Path); err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("datasets/%s is not in canonical form, %v", r.Path, err)
		}
	}
}

func TestTableOfAnUnknownPath(t *testing.T) {
	_, err := Table("peru2023/victim.csv")
	if err == nil || !strings.Contains(err.Error(), `no file "peru2023/victim.csv", only peru2023/enforcement.csv, `) {
		t.Errorf("error %v", err)
	}
}

// edited is the package with one text in one file replaced.
func edited(t *testing.T, path, old, replacement string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(FS, ".", func(p string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(FS, p)
		if p == path {
			if !bytes.Contains(data, []byte(old)) {
				t.Fatalf("%s does not hold %q", path, old)
			}
			data = bytes.Replace(data, []byte(old), []byte(replacement), 1)
		}
		files[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestTableIsStrict: a slip in any file is an error that names the file as its reader knows it.
func TestTableIsStrict(t *testing.T) {
	for _, tt := range []struct{ path, old, replacement, message string }{
		{"peru2023/enforcement.csv", "investigation", "invesigation", "datasets/peru2023/enforcement.csv, line 2, column 4 (stage)"},
		{"peru2023/enforcement.csv", "Prosecution, paragraph 3", "Prosecution, para 3", "column 13 (locator)"},
		{"peru2023/victims.csv", "113", "-113", `read "-113"`},
		{"peru2023/capacity.csv", "approx", "aprox", "did you mean"},
		{"peru2023/penalties.csv", "country", "\ufeffcountry", "byte order mark"},
		{"peru2023/cases.csv", "2022", "22", "from 1900 to 2200"},
		{"peru2023/reporting.csv", "partly", "partially", "did you mean partly?"},
		{"peru2023/recommendations.csv", ",2,", ",1,", "line 2 has the same"},
		{"sources.csv", "31449", "", "required"},
	} {
		files := edited(t, tt.path, tt.old, tt.replacement)
		_, err := table(files, tt.path)
		if !errors.As(err, new(frame.Problems)) || !strings.Contains(err.Error(), tt.message) || !strings.Contains(err.Error(), "datasets/"+tt.path) {
			t.Errorf("%s with %q: error %v, want one with %q", tt.path, tt.replacement, err, tt.message)
		}
	}
}
