package notebook_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

// cell is a cell of nbformat 4.5, with the fields that each kind must have and no others.
type cell struct {
	ID             string           `json:"id"`
	Kind           string           `json:"cell_type"`
	Metadata       *struct{}        `json:"metadata"`
	Source         []string         `json:"source"`
	ExecutionCount *json.RawMessage `json:"execution_count"`
	Outputs        *[]struct {
		Type     string                     `json:"output_type"`
		Metadata *struct{}                  `json:"metadata"`
		Data     map[string]json.RawMessage `json:"data"`
	} `json:"outputs"`
}

// cells reads a notebook and holds it to the schema of nbformat 4.5.
func cells(t *testing.T, file []byte) []cell {
	t.Helper()
	var top map[string]json.RawMessage
	var document struct {
		Cells    []json.RawMessage
		Minor    int `json:"nbformat_minor"`
		Major    int `json:"nbformat"`
		Metadata struct {
			Title      string
			Authors    []struct{ Name string }
			Kernelspec struct {
				Name    string
				Display string `json:"display_name"`
			}
			Language struct{ Name string } `json:"language_info"`
		}
	}
	if err := json.Unmarshal(file, &top); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(file, &document); err != nil {
		t.Fatal(err)
	}
	m := document.Metadata
	if len(top) != 4 || document.Major != 4 || document.Minor != 5 || m.Kernelspec.Name == "" || m.Kernelspec.Display == "" || m.Language.Name != "go" {
		t.Errorf("not a notebook of nbformat 4.5: %.300s", file)
	}
	var list []cell
	ids := map[string]bool{}
	for _, raw := range document.Cells {
		var c cell
		decoder := json.NewDecoder(strings.NewReader(string(raw)))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&c); err != nil {
			t.Fatalf("%v in %s", err, raw)
		}
		code := c.Kind == "code"
		if !regexp.MustCompile(`^[a-zA-Z0-9_-]{1,64}$`).MatchString(c.ID) || ids[c.ID] || c.Metadata == nil || c.Source == nil ||
			!code && c.Kind != "markdown" || code != (c.Outputs != nil) || code != strings.Contains(string(raw), `"execution_count": null`) {
			t.Errorf("no cell of nbformat 4.5: %s", raw)
		}
		ids[c.ID] = true
		for i, line := range c.Source {
			if strings.HasSuffix(line, "\n") != (i < len(c.Source)-1) {
				t.Errorf("line %d of %d of cell %s: %q", i+1, len(c.Source), c.ID, line)
			}
		}
		if code {
			for _, output := range *c.Outputs {
				if output.Type != "display_data" || output.Metadata == nil || output.Data["text/plain"] == nil {
					t.Errorf("cell %s has the output %+v", c.ID, output)
				}
			}
		}
		list = append(list, c)
	}
	return list
}

func TestJupyterNotebook(t *testing.T) {
	files, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	list := cells(t, files["notebook.ipynb"])
	var kinds []string
	for _, c := range list {
		kinds = append(kinds, c.Kind)
	}
	if expected := []string{"markdown", "code", "markdown", "code", "markdown", "code"}; !slices.Equal(kinds, expected) {
		t.Fatalf("cells %q, expected %q", kinds, expected)
	}
	outputs := *list[3].Outputs
	if len(outputs) != 2 || outputs[0].Data["image/svg+xml"] == nil || outputs[1].Data["text/html"] == nil {
		t.Errorf("the first code cell is %+v", list[3])
	}
}

// A part of the document is a cell: the functions that made it, without prose, then the statements that call them.
func TestCodeCells(t *testing.T) {
	files, err := notebook.Generate(sample())
	if err != nil {
		t.Fatal(err)
	}
	list := cells(t, files["notebook.ipynb"])
	setup, section := strings.Join(list[1].Source, ""), strings.Join(list[3].Source, "")
	for _, expected := range []string{"import (\n\t\"testing/fstest\"\n\n\t\"github.com/", "func verdictFigure(", "const enforcement = `", "func data() "} {
		if !strings.Contains(setup, expected) {
			t.Errorf("the first cell has no %q:\n%s", expected, setup)
		}
	}
	for _, unexpected := range []string{"embed", "func sample()", "func write(", "func verdicts(", "func capacities("} {
		if strings.Contains(setup, unexpected) {
			t.Errorf("the first cell has %q:\n%s", unexpected, setup)
		}
	}
	const head, tail = "func verdicts(d *notebook.Doc) {\n\tds := d.Dataset(", "}\n\n%%\nnotebook.Cell(data(), func(d *notebook.Doc) error {\n\tverdicts(d)\n\treturn d.Err()\n})"
	if !strings.HasPrefix(section, head) || !strings.HasSuffix(section, tail) || strings.Contains(section, "d.Text") || strings.Contains(section, "d.Code") {
		t.Errorf("a section:\n%s", section)
	}
}

// Where Notebook.Write is not a declared function that a Notebook of the source names, the cells show the code of the document,
// or the calls.
func TestCellsOfAnotherFunction(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Text("It is.")
		d.Figure(verdictFigure("again"))
	})
	list := cells(t, files["notebook.ipynb"])
	if len(list) != 3 || strings.Join(list[2].Source, "") != "d.Figure(again)" {
		t.Errorf("%+v", list)
	}
}

func TestJupyterShowsMetacharactersAsText(t *testing.T) {
	files := made(t, func(d *notebook.Doc) {
		d.Table("cells", "A title", figure.Table{Columns: []string{"<b>"}, Rows: [][]string{{"<script>"}}})
	})
	page := string((*cells(t, files["notebook.ipynb"])[1].Outputs)[0].Data["text/html"])
	if strings.Contains(page, "<script>") || strings.Contains(page, "<b>") || !strings.Contains(page, "&lt;script&gt;") {
		t.Error(page)
	}
}
