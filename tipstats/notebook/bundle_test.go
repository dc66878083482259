package notebook

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// unpacked reads an archive and checks what every entry of it must be.
func unpacked(t *testing.T, archive []byte) (names []string, files map[string][]byte) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string][]byte{}
	for _, f := range r.File {
		name, inside := strings.CutPrefix(f.Name, "pair-"+Version+"/")
		if !inside || f.Mode() != 0o644 || f.Method != zip.Store || f.Modified.Format("2006-01-02 15:04:05") != "1980-01-01 00:00:00" || len(f.Extra) != 0 {
			t.Errorf("%s: mode %v, method %d, %v", f.Name, f.Mode(), f.Method, f.Modified)
		}
		body, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[name], err = io.ReadAll(body); err != nil { // the reader checks the sum
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names, files
}

func bundled(t *testing.T, c Collection, root string) []byte {
	t.Helper()
	archive, err := c.Bundle(root)
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

func TestBundleHoldsEverything(t *testing.T) {
	root := written(t, two())
	archive := bundled(t, two(), root)
	if again := bundled(t, two(), root); !bytes.Equal(archive, again) {
		t.Error("two runs give other bytes")
	}
	names, files := unpacked(t, archive)
	if !slices.IsSorted(names) {
		t.Errorf("not in order: %q", names)
	}
	for _, name := range []string{"LICENSE", "CITATION.cff", "ro-crate-metadata.json", "figures/README.md", "figures/first/bars.svg", "figures/first/bars.pdf",
		"figures/first/bars.png", "figures/first/bars.csv", "figures/first/notebook.ipynb", "figures/second/index.html",
		"datasets/enforcement.csv", "datasets/unread/more.csv", "datasets/datapackage.json", "SHA256SUMS"} {
		if len(files[name]) == 0 {
			t.Errorf("the archive lacks %s", name)
		}
	}
	var hashes strings.Builder
	for _, name := range names {
		if name != hashesFile {
			hashes.WriteString(sum(files[name]) + "  " + name + "\n")
		}
	}
	if string(files[hashesFile]) != hashes.String() {
		t.Errorf("%s says\n%s\nexpected\n%s", hashesFile, files[hashesFile], &hashes)
	}
	for _, name := range []string{"figures/first/bars.svg", "figures/first/bars.png", "figures/first/index.html", "CITATION.cff", "LICENSE"} {
		disk, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || !bytes.Equal(disk, files[name]) {
			t.Errorf("%s is not what the folder holds (%v)", name, err)
		}
	}
	if record := string(files["figures/first/provenance.json"]); strings.Contains(record, "platform") || !strings.Contains(record, "sha256") {
		t.Errorf("the machine has a part in the archive:\n%s", record)
	}
	if index := string(files["figures/README.md"]); !strings.Contains(index, "](ro-crate-metadata.json)") {
		t.Error("the index does not lead to the metadata")
	}
}

func TestBundleOfWhatIsMissingOrContradicts(t *testing.T) {
	root := written(t, two())
	c := two()
	c.Texts = append(c.Texts, "NOTICE")
	if _, err := c.Bundle(root); err == nil || !strings.Contains(err.Error(), "a deposit needs NOTICE") {
		t.Error(err)
	}
	c = two()
	other := small("third", "A sentence.")
	other.Data, other.DataFolder = fstest.MapFS{"enforcement.csv": {Data: []byte("a\n")}}, "datasets"
	c.Notebooks = append(c.Notebooks, other)
	if _, err := c.Bundle(root); err == nil || !strings.Contains(err.Error(), "two notebooks read different files as datasets/enforcement.csv") {
		t.Error(err)
	}
}

// TestBundleRefusesNames: names of data reach the check.
func TestBundleRefusesNames(t *testing.T) {
	root := written(t, two())
	c := two()
	data := collectionData()
	data["nul.csv"] = &fstest.MapFile{Data: []byte("a\n")}
	c.Notebooks[0].Data = data
	if _, err := c.Bundle(root); err == nil || !strings.Contains(err.Error(), "Windows does not take it") {
		t.Error(err)
	}
}

func TestBundleNames(t *testing.T) {
	for _, name := range []string{"../x", "/x", "a/../b", `a\b`, "a:b", "", "CON", "a/nul.csv", "a.", "a /b", "é", "a\nb"} {
		if saneNames(map[string][]byte{name: nil}) == nil {
			t.Errorf("%q may name a file of the archive", name)
		}
	}
	if saneNames(map[string][]byte{"A": nil, "a": nil}) == nil {
		t.Error("two names that are one on some systems are accepted")
	}
	if err := saneNames(map[string][]byte{"figures/peru2023/index.html": nil, "LICENSE": nil}); err != nil {
		t.Error(err)
	}
}
