package notebook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// hashesFile lists the hash of every file of an archive, as sha256sum -c reads it.
const hashesFile = "SHA256SUMS"

// Bundle returns an archive with everything for a deposit: figures and documents, all data files of the notebooks, the code that makes
// them with its tests, the texts of the collection, CITATION.cff, and the metadata as RO-Crate. root is the folder of the module, from
// which code and texts are read. Who unpacks the archive has a checkout, in which the command of the collection with -check finds
// everything fresh; it needs Go, and the modules that go.mod names. The archive is the same each time: files in the order of their
// names, without dates, and stored as they are.
func (c Collection) Bundle(root string) ([]byte, error) {
	all, err := c.run()
	if err != nil {
		return nil, err
	}
	return all.bundle(root)
}

func (all *collected) bundle(root string) ([]byte, error) {
	files, err := all.deposit(root)
	if err != nil {
		return nil, err
	}
	top := all.Name + "-" + all.Version + "/"
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := store(w, top+name, files[name]); err != nil {
			return nil, fmt.Errorf("cannot put %s into the archive: %w", name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return archive.Bytes(), nil
}

// earliest is the earliest date that the format knows, the first of January 1980: it stands where a date has to.
const earliest = 0<<9 | 1<<5 | 1

func store(w *zip.Writer, name string, data []byte) error {
	header := &zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(data),
		CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))}
	//lint:ignore SA1019 CreateRaw, which alone writes sizes before the data, takes the date from this field only
	header.ModifiedDate = earliest
	header.SetMode(0o644)
	body, err := w.CreateRaw(header)
	if err != nil {
		return err
	}
	_, err = body.Write(data)
	return err
}

// deposit is every file of the archive, by its name in it.
func (all *collected) deposit(root string) (map[string][]byte, error) {
	const figures = "figures/"
	data, err := all.dataFiles()
	if err != nil {
		return nil, err
	}
	texts, err := moduleFiles(root)
	if err != nil {
		return nil, fmt.Errorf("cannot read the code for the archive: %w", err)
	}
	for name, file := range data {
		if other, ok := texts[name]; ok && !bytes.Equal(other, file) {
			return nil, fmt.Errorf("this program was built with another %s than the checkout has: build it again", name)
		}
		delete(texts, name)
	}
	texts[figures+indexFile] = all.index()
	if texts[figures+crateFile], err = all.crate(); err != nil {
		return nil, err
	}
	for _, name := range all.Texts {
		if texts[name], err = os.ReadFile(filepath.Join(root, filepath.FromSlash(name))); err != nil {
			return nil, fmt.Errorf("a deposit needs %s: %w", name, err)
		}
	}
	if texts[citationFile], err = all.citation(); err != nil {
		return nil, err
	}
	files := maps.Clone(texts)
	maps.Copy(files, data)
	for _, doc := range all.docs {
		for name, file := range doc.files {
			if name == provenanceFile {
				if file, err = withoutMachine(file); err != nil {
					return nil, err
				}
			}
			files[figures+doc.notebook.Name+"/"+name] = file
		}
	}
	if files[crateFile], err = all.crateOf(figures, data, texts); err != nil {
		return nil, err
	}
	if err := saneNames(files); err != nil {
		return nil, err
	}
	var hashes strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&hashes, "%s  %s\n", sum(files[name]), name)
	}
	files[hashesFile] = []byte(hashes.String())
	return files, nil
}

// dataFiles is every file that the notebooks could have read, and not only those that they did: a reader needs the sources and the
// description too.
func (all *collected) dataFiles() (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, doc := range all.docs {
		n := doc.notebook
		err := fs.WalkDir(n.Data, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := fs.ReadFile(n.Data, name)
			if err != nil {
				return err
			}
			at := path.Join(n.DataFolder, name)
			if old, ok := files[at]; ok && !bytes.Equal(old, data) {
				return fmt.Errorf("two notebooks read different files as %s", at)
			}
			files[at] = data
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("cannot read the data for the archive: %w", err)
		}
	}
	return files, nil
}

// readData reads a file of a notebook's data, or nothing where there is none.
func readData(n Notebook, name string) ([]byte, error) {
	file, err := fs.ReadFile(n.Data, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return file, err
}

// withoutMachine takes out of a provenance.json what differs from machine to machine.
func withoutMachine(file []byte) ([]byte, error) {
	record, err := parseProvenance(file)
	if err != nil {
		return nil, err
	}
	return indented(struct {
		provenance
		Go *goRecord `json:"go,omitempty"`
	}{provenance: record})
}

// saneNames refuses names that unpack elsewhere than in the archive's folder, that some system cannot hold, or that are one name
// where systems do not tell A from a.
func saneNames(files map[string][]byte) error {
	taken := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !fs.ValidPath(name) || strings.ContainsAny(name, `\:*?"<>|`) || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r > '~' }) {
			return fmt.Errorf("%q cannot name a file of the archive: expected a relative path of letters, digits and plain signs", name)
		}
		for element := range strings.SplitSeq(name, "/") {
			stem, _, _ := strings.Cut(element, ".")
			if devicePattern.MatchString(stem) || strings.HasSuffix(element, ".") || strings.HasSuffix(element, " ") {
				return fmt.Errorf("%q cannot name a file of the archive: Windows does not take it", name)
			}
		}
		if other, ok := taken[strings.ToLower(name)]; ok {
			return fmt.Errorf("%s and %s are one file where systems do not tell capital letters apart", other, name)
		}
		taken[strings.ToLower(name)] = name
	}
	return nil
}
