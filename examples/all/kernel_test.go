package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

// jupyterCell is a cell of a Jupyter notebook.
type jupyterCell struct {
	Kind    string   `json:"cell_type"`
	Source  []string `json:"source"`
	Outputs []struct {
		Data map[string][]string `json:"data"`
	} `json:"outputs"`
}

// kernel does with the code cells what a Go kernel such as GoNB does when they are run in order: what a cell declares stays for those
// after it; what follows a line with %% is run. It returns the program and the first lines of the outputs, in order.
func kernel(t *testing.T, file []byte) (program string, outputs []string) {
	t.Helper()
	var book struct{ Cells []jupyterCell }
	if err := json.Unmarshal(file, &book); err != nil {
		t.Fatal(err)
	}
	var declarations, statements strings.Builder
	cells := 0
	for _, cell := range book.Cells {
		if cell.Kind != "code" {
			continue
		}
		cells++
		declared, run, _ := strings.Cut("\n"+strings.Join(cell.Source, ""), "\n%%\n")
		declarations.WriteString(declared + "\n")
		fmt.Fprintf(&statements, "{\n%s\n}\n", run)
		for _, output := range cell.Outputs {
			outputs = append(outputs, strings.TrimSpace(output.Data["text/plain"][0]))
		}
	}
	if cells < 2 {
		t.Fatalf("%d code cells", cells)
	}
	return "package main\n" + declarations.String() + "\nfunc main() {\n" + statements.String() + "}\n", outputs
}

// TestCodeCellsRunInOrder runs the code cells of each notebook.ipynb as a kernel would: they show the figures and tables that are stored as
// their outputs, in that order.
func TestCodeCellsRunInOrder(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles a program for each notebook")
	}
	for _, n := range notebooks {
		files, err := notebook.Generate(n)
		if err != nil {
			t.Fatal(err)
		}
		program, outputs := kernel(t, files["notebook.ipynb"])
		file := filepath.Join(t.TempDir(), "main.go")
		if err := os.WriteFile(file, []byte(program), 0o600); err != nil {
			t.Fatal(err)
		}
		run := exec.Command("go", "run", file)
		run.Dir = "../.."
		printed, err := run.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", n.Name, err, printed)
			continue
		}
		rest := string(printed)
		for _, output := range outputs {
			_, title, _ := strings.Cut(output, ". ") // without the number, which a cell by itself does not know
			_, after, found := strings.Cut(rest, title)
			if !found {
				t.Errorf("%s: the cells do not show, or not in this order: %s", n.Name, title)
				continue
			}
			rest = after
		}
	}
}
