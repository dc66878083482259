package datasets

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats/frame"
)

// descriptor is the file that describes the others.
const descriptor = "datapackage.json"

// A Resource is one described file.
type Resource struct {
	Name        string
	Path        string // in FS
	Title       string
	Description string
	Bytes       int
	Hash        string // "sha256:" and the digest in hexadecimal
	Schema      frame.Schema
}

// Resources returns every file that datapackage.json describes, in its order.
func Resources() ([]Resource, error) { return resources(FS) }

func resources(files fs.FS) ([]Resource, error) {
	data, err := fs.ReadFile(files, descriptor)
	if err != nil {
		return nil, fmt.Errorf("datasets: %w", err)
	}
	var description struct {
		Resources []Resource `json:"resources"`
	}
	if err := json.Unmarshal(data, &description); err != nil {
		return nil, fmt.Errorf("datasets/%s: %w", descriptor, err)
	}
	return description.Resources, nil
}

// Table reads a described file, strictly, by its path in [FS]: "peru2023/victims.csv". The error is
// [frame.Problems] where the file is not what its description says.
func Table(path string) (*frame.Table, error) { return table(FS, path) }

func table(files fs.FS, path string) (*frame.Table, error) {
	described, err := resources(files)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(described, func(r Resource) bool { return r.Path == path })
	if i < 0 {
		return nil, fmt.Errorf("datasets: %s describes no file %q, only %s", descriptor, path, paths(described))
	}
	file, err := open(files, path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return frame.Read(file, described[i].Schema)
}

func paths(described []Resource) string {
	list := make([]string, len(described))
	for i, r := range described {
		list[i] = r.Path
	}
	return strings.Join(list, ", ")
}
