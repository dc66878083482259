package notebook

import (
	_ "embed" // the list of modules
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
)

// provenance is provenance.json: what the output was made from.
type provenance struct {
	Notebook string     `json:"notebook"`
	Title    string     `json:"title"`
	Data     []dataFile `json:"data"`
	Modules  []module   `json:"modules"`
	// Go is recorded and not compared: the same output comes from every version and platform.
	Go    goRecord `json:"go"`
	Files []string `json:"files"`
}

type goRecord struct {
	Version  string `json:"version"`
	Platform string `json:"platform"`
}

// A module is one whose code shapes the output.
type module struct {
	Path    string `json:"path"`
	Version string `json:"version"`
	Sum     string `json:"sum"`
}

const provenanceFile = "provenance.json"

// moduleList holds, as go.sum does, the modules that this package is built from. A program can read them from its build
// information, but a test binary carries none; a test keeps this list equal to go.mod and go.sum.
//
//go:embed modules.txt
var moduleList string

// modules returns the modules of the list with the versions that this program was built from.
func modules() []module {
	built := map[string]*debug.Module{}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dependency := range info.Deps {
			built[dependency.Path] = dependency
		}
	}
	var list []module
	for line := range strings.Lines(moduleList) {
		fields := strings.Fields(line)
		m := module{fields[0], fields[1], fields[2]}
		if b := built[m.Path]; b != nil {
			if b.Replace != nil {
				b = b.Replace
			}
			m.Version, m.Sum = b.Version, b.Sum
		}
		list = append(list, m)
	}
	return list
}

// provenance makes provenance.json of all that is there.
func (d *Doc) provenance() ([]byte, error) {
	files := append(slices.Collect(maps.Keys(d.files)), provenanceFile)
	slices.Sort(files)
	data := slices.SortedFunc(slices.Values(d.data), func(a, b dataFile) int { return strings.Compare(a.Path, b.Path) })
	if data == nil {
		data = []dataFile{}
	}
	return indented(provenance{
		Notebook: d.notebook.Name,
		Title:    d.notebook.Title,
		Data:     data,
		Modules:  modules(),
		Go:       goRecord{runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH},
		Files:    slices.Compact(files),
	})
}

// parseProvenance reads a provenance.json.
func parseProvenance(file []byte) (provenance, error) {
	var p provenance
	if err := json.Unmarshal(file, &p); err != nil {
		return p, fmt.Errorf("%s cannot be read: %w", provenanceFile, err)
	}
	return p, nil
}

// sameProvenance compares two records but for the Go version and the platform, which the record of a deposit does not have.
func sameProvenance(recorded, fresh []byte) bool {
	old, err := parseProvenance(recorded)
	if err != nil {
		return false
	}
	made, err := parseProvenance(fresh)
	if err != nil {
		return false
	}
	made.Go = old.Go
	expected, err := indented(made)
	if err == nil && string(expected) == string(recorded) {
		return true
	}
	deposited, err := withoutMachine(fresh)
	return err == nil && string(deposited) == string(recorded)
}
