package notebook_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/tipstats/tip/tipstats/notebook"
)

// check compares a notebook with a folder.
func check(t *testing.T, n notebook.Notebook, folder string) notebook.Report {
	t.Helper()
	report, err := notebook.Check(n, folder)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestCheckOfWhatRunWrote(t *testing.T) {
	folder := t.TempDir()
	run(t, sample(), folder)
	put(t, folder, ".DS_Store", "")
	record := read(t, folder, "provenance.json")
	put(t, folder, "provenance.json", strings.Replace(record, `"platform": "`, `"platform": "other/`, 1))
	report := check(t, sample(), folder)
	if !report.Fresh() {
		t.Error(report)
	}
	if expected := "sample: everything in " + folder + " is what the data and the code make"; report.String() != expected {
		t.Errorf("%q", report)
	}
}

func TestCheckNamesTheDataAndTheFigures(t *testing.T) {
	folder := t.TempDir()
	run(t, drawn(sample()), folder)
	n := drawn(sample())
	n.Data = fstest.MapFS{"enforcement.csv": {Data: []byte(strings.Replace(enforcement, ",89,", ",88,", 1))}}
	report := check(t, n, folder)
	if len(report.Data) != 1 || report.Data[0].Path != "datasets/enforcement.csv" || report.Data[0].Recorded == report.Data[0].Now {
		t.Errorf("data %+v", report.Data)
	}
	var stale []string
	for _, difference := range report.Stale {
		stale = append(stale, difference.File)
	}
	if difference := cmp.Diff([]string{"README.md", "bars.csv", "bars.pdf", "bars.png", "bars.svg", "fixed.pdf", "fixed.png", "fixed.svg", "index.html", "notebook.ipynb",
		"values.json", "provenance.json"}, stale); difference != "" {
		t.Error(difference)
	}
	text := report.String()
	for _, expected := range []string{"data: datasets/enforcement.csv has changed", "stale figure bars: bars.csv, bars.pdf, bars.png, bars.svg\n", "stale documents: README.md, index.html, notebook.ipynb, values.json, provenance.json\n",
		"stale records of their data in figures that are drawn the same: fixed.pdf, fixed.png, fixed.svg\n", "To mend it, run: go run ./examples/sample"} {
		if !strings.Contains(text, expected) {
			t.Errorf("report does not say %q:\n%s", expected, text)
		}
	}
	if len(report.Missing)+len(report.Orphaned) != 0 || strings.Contains(text, "figure fixed") {
		t.Error(text)
	}
}

// drawn is the sample with a figure of its data and another that does not depend on it.
func drawn(n notebook.Notebook) notebook.Notebook {
	n.Write = func(d *notebook.Doc) error {
		count := d.Dataset("enforcement.csv").Observations()[0].Count
		d.Value("n", count, notebook.Whole)
		d.Text("There were {{n}}.")
		f := verdictFigure("bars")
		f.Title = count.String() + " were convicted"
		f.Data.Rows[0][1] = count.String()
		d.Figure(f)
		d.Figure(verdictFigure("fixed"))
		return d.Err()
	}
	return n
}

func TestCheckFindsEachFault(t *testing.T) {
	folder := t.TempDir()
	n := sample()
	n.Write = func(d *notebook.Doc) error {
		d.Value("n", 160, notebook.Whole)
		d.Text("A table and a figure of {{n}} verdicts.")
		d.Table("counts", "Verdicts", verdictFigure("x").Data)
		d.Figure(verdictFigure("bars"))
		return d.Err()
	}
	run(t, n, folder)
	for _, name := range list(t, folder) {
		text := read(t, folder, name)
		if err := os.Remove(filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
		if report := check(t, n, folder); len(report.Missing) != 1 || report.Missing[0] != name || len(report.Stale) != 0 {
			t.Errorf("without %s: %v", name, report)
		}
		other := text[:len(text)-9] + "x" + text[len(text)-8:]
		if filepath.Ext(name) == ".pdf" { // whose end only says where its objects are
			other = strings.Replace(text, "/Title", "/Titel", 1)
		}
		put(t, folder, name, other)
		if report := check(t, n, folder); len(report.Stale) != 1 || report.Stale[0].File != name || len(report.Missing) != 0 {
			t.Errorf("with another %s: %v", name, report)
		}
		put(t, folder, name, text)
	}
	put(t, folder, "README.md", "edited")
	if text := check(t, n, folder).String(); !strings.Contains(text, "data: unchanged") || !strings.Contains(text, "README.md: differs from line 1 on") {
		t.Errorf("a document that was edited by hand: %s", text)
	}
	put(t, folder, "provenance.json", "{")
	if report := check(t, n, folder); !report.Unknown || !strings.Contains(report.String(), "no readable provenance.json") {
		t.Errorf("a record that cannot be read: %v", report)
	}
	run(t, n, folder)
	put(t, folder, "stray.svg", "")
	report := check(t, n, folder)
	if len(report.Orphaned) != 1 || report.Orphaned[0] != (notebook.Orphan{File: "stray.svg"}) || !strings.Contains(report.String(), "remove it by hand") {
		t.Error(report)
	}
	shorter := sample()
	shorter.Write = func(d *notebook.Doc) error { d.Text("Nothing."); return d.Err() }
	report = check(t, shorter, folder)
	recorded := 0
	for _, orphan := range report.Orphaned {
		if orphan.Recorded {
			recorded++
		}
	}
	if recorded != 5 || len(report.Orphaned) != 6 || !strings.Contains(report.String(), "bars.svg, which the notebook no longer makes") {
		t.Error(report)
	}
}

func TestCheckOfAFolderThatIsNotThere(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "none")
	report := check(t, sample(), folder)
	if report.Fresh() || len(report.Missing) != 14 || len(report.Data) != 0 {
		t.Error(report)
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("Check made the folder")
	}
}

func TestCheckErrors(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "file", "")
	if _, err := notebook.Check(sample(), filepath.Join(folder, "file")); err == nil {
		t.Error("a file passes for a folder")
	}
	n := sample()
	n.Data = fstest.MapFS{}
	if _, err := notebook.Check(n, folder); err == nil || !strings.Contains(err.Error(), "enforcement.csv") {
		t.Errorf("error %v", err)
	}
}
