package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tipstats/tip/examples/country/study"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

const colombia = `country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note
COL,2023,2022,investigation,new,all,case,320,exact,,true,a source,,
COL,2023,2022,conviction,unstated,all,person,20,at_least,,true,a source,,
COL,2023,2022,acquittal,unstated,all,person,4,exact,,true,a source,,
`

// fromCSV makes the figures of a country from a CSV in a folder, and returns their folder.
func fromCSV(t *testing.T, folder string) string {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, "my figures.csv"), []byte(colombia), 0o644); err != nil {
		t.Fatal(err)
	}
	o := study.Options{Country: "COL", Name: "Colombia", Source: "A <source>", File: "my figures.csv"}
	out := filepath.Join(folder, "out")
	if _, err := notebook.Run(o.Notebook(os.DirFS(folder)), out); err != nil {
		t.Fatal(err)
	}
	return out
}

// verifyAlone is a command line in a process of its own: it knows no data of another one.
func verifyAlone(args ...string) (status int, output string) {
	var out bytes.Buffer
	status = newVerifier().Run(args, &out, &out)
	return status, out.String()
}

func TestFiguresOfACountry(t *testing.T) {
	folder := t.TempDir()
	out := fromCSV(t, folder)
	names, err := filepath.Glob(filepath.Join(out, "*.[sp][vdn][gf]"))
	if err != nil || len(names) < 6 {
		t.Fatalf("%d files of figures, %v", len(names), err)
	}
	csv := filepath.Join(folder, "my figures.csv")
	moved := filepath.Join(folder, "downloads (1).csv")
	if err := os.WriteFile(moved, []byte(colombia), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{csv, moved} {
		status, output := verifyAlone(append([]string{"-data", data}, names...)...)
		if status != 0 || strings.Count(output, ": verified: this checkout makes the same bytes") != len(names) {
			t.Errorf("with -data %s: status %d\n%s", data, status, output)
		}
	}
	status, output := verifyAlone(names[0])
	for _, expected := range []string{"the data is missing", "country -data 'my figures.csv' -country COL -name Colombia -source 'A <source>'",
		"from my figures.csv (SHA-256 ", "give that file with -data"} {
		if status != 1 || !strings.Contains(output, expected) {
			t.Errorf("without -data: status %d, %q does not say %q", status, output, expected)
		}
	}
	for _, name := range names {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := notebook.ReadRecord(file); err != nil || bytes.Contains(file, []byte(folder)) {
			t.Errorf("%s names a folder of the machine, or carries no record: %v", name, err)
		}
	}
}

func TestFigureOfACountryWhoseDataHasChanged(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(fromCSV(t, folder), "funnel.svg")
	csv := filepath.Join(folder, "my figures.csv")
	for changed, expected := range map[string][]string{
		strings.Replace(colombia, ",4,", ",5,", 1):     {"NOT the same", "my figures.csv has changed", "why: the data has changed since"},
		strings.ReplaceAll(colombia, "COL,", "PER,"):   {"NOT verified", "my figures.csv has changed", "made with: country", "fails in this checkout"},
		strings.Replace(colombia, "case,320", "x,", 1): {"NOT verified", "line 2", "my figures.csv has changed"},
	} {
		if err := os.WriteFile(csv, []byte(changed), 0o644); err != nil {
			t.Fatal(err)
		}
		status, output := verifyAlone("-data", csv, name)
		for _, words := range expected {
			if status != 1 || !strings.Contains(output, words) {
				t.Errorf("status %d, %q does not say %q", status, output, words)
			}
		}
	}
	if status, output := verifyAlone("-data", csv+"x", name); status != 2 || !strings.Contains(output, "no such file") {
		t.Errorf("a data file that is not there: %d, %q", status, output)
	}
}

// TestStrangeRecords: what a record says is not trusted.
func TestStrangeRecords(t *testing.T) {
	for record, expected := range map[string]string{
		`"notebook": "x", "figure": "y", "data": [{"path": "\u001b[31mx\u202e"}]`:                   "from \ufffd[31mx\ufffd (SHA-256",
		`"notebook": "x", "figure": "y", "recipe": ["rm", "-rf"], "data": []`:                       `no program "rm"`,
		`"notebook": "x", "figure": "y", "recipe": ["country", "-out", "x"], "data": []`:            "fails in this checkout",
		`"notebook": "x", "figure": "y", "recipe": ["country"], "data": []`:                         "-data or -country is missing",
		`"notebook": "x", "figure": "y", "recipe": ["country", "-data", "../x", "-country", "COL"]`: "NOT verified",
		`"notebook": "x", "figure": "y", "address": "https://example.org/there"`:                    "https://example.org/there",
	} {
		f := &figure.Figure{Name: "y", Title: "T", Alt: "A", Height: 20, Draw: func(c *figure.Canvas) { c.Rect(0, 0, 9, 9, figure.Sex) },
			Record: `{"module": "github.com/tipstats/tip", ` + record + `}`}
		rendered, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(t.TempDir(), "y.svg")
		if err := os.WriteFile(name, rendered.SVG(), 0o644); err != nil {
			t.Fatal(err)
		}
		status, output := verifyAlone(name)
		if status != 1 || !strings.Contains(output, expected) || strings.ContainsAny(output, "\x1b\u202e") {
			t.Errorf("%s: status %d, %q", record, status, output)
		}
	}
}
