package tipstats_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/tipstats/tip"

// floors are the packages from the foundations up. A package may import those on floors below its own, and of its own floor only
// what siblings allows. The examples stand on top and may import everything, one another included.
var floors = [][]string{
	{"tipstats/internal/"},
	{"tipstats/infer", "tipstats/frame", "tipstats/figure"},
	{"tipstats/proportion", "tipstats/poisson"},
	{"tipstats/trend"},
	{"tipstats/bounds"},
	{"tipstats"},
	{"tipstats/panel", "tipstats/narrative", "tipstats/notebook", "datasets"},
	{"tipstats/chart"},
	{"examples/"},
}

// doors are the packages that alone may import a library, apart from the examples.
var doors = map[string][]string{
	"github.com/go-gota/gota":    {"tipstats/frame", "tipstats"},
	"gonum.org/v1/plot":          {"tipstats/figure"},
	"codeberg.org/go-pdf/fpdf":   {},
	"github.com/yuin/goldmark":   {"tipstats/notebook"},
	"codeberg.org/go-fonts":      {"tipstats/figure"},
	"golang.org/x/image":         {"tipstats/figure"},
	"gonum.org/v1/gonum":         {"tipstats/internal/", "tipstats/proportion", "tipstats/poisson", "tipstats/trend", "tipstats/panel", "tipstats/figure"},
	"pgregory.net/rapid":         {},
	"github.com/google/go-cmp":   {},
	"honnef.co/go/tools":         {},
	"net/http":                   {},
	"github.com/ajstarks/svgo":   {},
	"github.com/golang/freetype": {},
}

func floorOf(pkg string) int {
	return slices.IndexFunc(floors, func(names []string) bool { return inList(pkg, names) })
}

// inList reports whether a package is named, or stands in a folder that is named with a slash at its end.
func inList(pkg string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return pkg == name || strings.HasSuffix(name, "/") && strings.HasPrefix(pkg, name)
	})
}

// importFault says what is wrong with an import, or nothing.
func importFault(pkg, imported string) string {
	if own, ours := strings.CutPrefix(imported, module+"/"); ours {
		from, to := floorOf(pkg), floorOf(own)
		switch {
		case from < 0 || to < 0:
			return "a package that DESIGN's table does not name"
		case to > from:
			return "an import of a higher floor"
		case to == from && from != len(floors)-1 && !strings.HasPrefix(pkg, "tipstats/internal/"):
			return "an import of the same floor"
		}
		return ""
	}
	for library, names := range doors {
		if (imported == library || strings.HasPrefix(imported, library+"/")) && !inList(pkg, names) && !strings.HasPrefix(pkg, "examples/") {
			return "a library that only " + strings.Join(names, ", ") + " may import"
		}
	}
	return ""
}

func TestImportsGoUpTheTable(t *testing.T) {
	root := ".."
	files := 0
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != root && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata" || entry.Name() == "figures") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files++
		relative, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if fault := importFault(path.Dir(filepath.ToSlash(relative)), imported); fault != "" {
				t.Errorf("%s imports %s: %s", relative, imported, fault)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("only %d files were read: the walk misses the module", files)
	}
}

func TestImportFaultIsFound(t *testing.T) {
	for _, c := range [][2]string{
		{"tipstats/proportion", module + "/tipstats/poisson"},
		{"tipstats/infer", module + "/tipstats"},
		{"tipstats/chart", module + "/examples/all"},
		{"tipstats/util", module + "/tipstats/infer"},
		{"tipstats/chart", "github.com/go-gota/gota/series"},
		{"tipstats/notebook", "net/http"},
	} {
		if importFault(c[0], c[1]) == "" {
			t.Errorf("%s may import %s", c[0], c[1])
		}
	}
	if fault := importFault("tipstats/trend", module+"/tipstats/poisson"); fault != "" {
		t.Error(fault)
	}
}

func TestModuleReplacesNothing(t *testing.T) {
	data, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "replace") {
		t.Error("go.mod replaces a module, so that a user's build would differ from ours")
	}
}
