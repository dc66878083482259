package notebooks

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const modulePath = "github.com/tipstats/tip"

// A module of somebody else, whose notebook is at its root, is built, run and checked by its own test.
func TestNotebookOfAnotherModule(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	gomod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	_, requirements, _ := strings.Cut(string(gomod), "\n")
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"go.mod":       "module example.org/shelters\n" + requirements + "\nrequire " + modulePath + " v0.0.0\nreplace " + modulePath + " => " + root + "\n",
		"go.sum":       string(sums),
		"main.go":      strangerMain,
		"main_test.go": strangerTest,
		"data.csv":     "a\n1\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) string {
		t.Helper()
		command := exec.Command("go", args...)
		command.Dir, command.Env = folder, append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off", "GOPROXY=off")
		output, err := command.CombinedOutput()
		if err != nil {
			t.Fatalf("go %v: %v\n%s", args, err, output)
		}
		return string(output)
	}
	run("run", ".")
	run("test", ".")
	page, err := os.ReadFile(filepath.Join(folder, "figures", "shelters", "README.md"))
	if err != nil || !strings.Contains(string(page), "go run . -check") || strings.Contains(string(page), "./examples/") {
		t.Errorf("%v\n%s", err, page)
	}
	jupyter, err := os.ReadFile(filepath.Join(folder, "figures", "shelters", "notebook.ipynb"))
	if err != nil || strings.Contains(string(jupyter), "notebook.Cell(") || !strings.Contains(string(jupyter), "do not run by themselves") {
		t.Errorf("the cells seem to run, although their data is out of reach: %v\n%s", err, jupyter)
	}
}

const strangerMain = `package main

import (
	"embed"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

//go:embed *.go
var source embed.FS

//go:embed data.csv
var data embed.FS

var shelters = notebook.Notebook{Name: "shelters", Title: "Shelters", Source: source, Data: data, Write: write}

func main() { notebook.Main(shelters) }

func write(d *notebook.Doc) error {
	places(d)
	return d.Err()
}

func places(d *notebook.Doc) {
	d.Table("places", "Places", figure.Table{Columns: []string{"a"}, Rows: [][]string{{"b"}}})
}
`

const strangerTest = `package main

import (
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

func TestFresh(t *testing.T) {
	report, err := notebook.Check(shelters, "figures/shelters")
	if err != nil || !report.Fresh() {
		t.Error(report, err)
	}
}
`
