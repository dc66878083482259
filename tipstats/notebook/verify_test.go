package notebook_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

func generated(t *testing.T, n notebook.Notebook) map[string][]byte {
	t.Helper()
	files, err := notebook.Generate(n)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// verified verifies a file that must be readable, and returns the verdict in words too.
func verified(t *testing.T, n notebook.Notebook, name string, file []byte) (notebook.Verification, string) {
	t.Helper()
	verdict, err := notebook.NewVerifier(n).Verify(name, file)
	if err != nil {
		t.Fatal(err)
	}
	return verdict, verdict.String()
}

func TestRecordNamesNotebookFigureAndData(t *testing.T) {
	files := generated(t, drawn(sample()))
	for _, name := range []string{"bars.svg", "bars.pdf", "bars.png"} {
		record, carried, err := notebook.ReadRecord(files[name])
		if err != nil {
			t.Fatal(err)
		}
		if record.Module != "github.com/tipstats/tip" || record.Version != notebook.Version || record.Notebook != "sample" || record.Figure != "bars" || !carried.Intact {
			t.Errorf("%s: %+v %+v", name, record, carried)
		}
		if len(record.Data) != 1 || record.Data[0].Path != "datasets/enforcement.csv" || len(record.Data[0].SHA256) != 64 {
			t.Errorf("%s: data %+v", name, record.Data)
		}
	}
}

func TestVerifyOwnFigures(t *testing.T) {
	files := generated(t, drawn(sample()))
	for _, name := range []string{"bars.svg", "bars.pdf", "bars.png", "fixed.svg"} {
		verdict, text := verified(t, drawn(sample()), "some/folder/"+name, files[name])
		if !verdict.Same || !verdict.Exact || verdict.Err() != nil || strings.Contains(text, "renamed") {
			t.Error(text)
		}
	}
	verdict, text := verified(t, drawn(sample()), "Figure 1.png", files["bars.svg"])
	if !verdict.Same || !strings.Contains(text, "renamed: the notebook calls this file bars.svg") {
		t.Error(text)
	}
}

func TestVerifyNamesTheDataThatChanged(t *testing.T) {
	files := generated(t, drawn(sample()))
	n := drawn(sample())
	n.Data = fstest.MapFS{"enforcement.csv": {Data: []byte(strings.Replace(enforcement, ",89,", ",88,", 1))}}
	for _, name := range []string{"bars.svg", "bars.pdf", "bars.png"} {
		verdict, text := verified(t, n, name, files[name])
		if verdict.Same || verdict.Drawing || verdict.Err() == nil || len(verdict.Data) != 1 || !verdict.Intact {
			t.Errorf("%+v", verdict)
		}
		for _, expected := range []string{"NOT the same", "data: datasets/enforcement.csv has changed", "why: the data has changed since", "what differs first"} {
			if !strings.Contains(text, expected) {
				t.Errorf("%s: the verdict does not say %q:\n%s", name, expected, text)
			}
		}
	}
	verdict, text := verified(t, n, "fixed.svg", files["fixed.svg"])
	if verdict.Same || !verdict.Drawing || verdict.Err() == nil || !strings.Contains(text, "draws the same figure") {
		t.Error(text)
	}
}

func TestVerifyTellsAnEditedFileFromOtherCode(t *testing.T) {
	svg := string(generated(t, drawn(sample()))["bars.svg"])
	edit := func(old, changed, reason string) {
		t.Helper()
		edited := strings.Replace(svg, old, changed, -1)
		if edited == svg {
			t.Fatalf("the file holds no %q", old)
		}
		verdict, text := verified(t, drawn(sample()), "bars.svg", []byte(edited))
		if verdict.Same || !strings.Contains(text, reason) {
			t.Errorf("%q for %q:\n%s", changed, old, text)
		}
	}
	edit("89 convicted", "98 convicted", "why: the file was edited")
	edit(`"version":"`, `"version":"9.`, "why: the file was edited")
	edit("\n", "\r\n", "why: the line ends were changed")

	pdf := generated(t, drawn(sample()))["bars.pdf"]
	if verdict, text := verified(t, drawn(sample()), "bars.pdf", append(pdf, "% more\n%%EOF\n"...)); verdict.Same || verdict.Intact ||
		!strings.Contains(text, "why: another program has rewritten the PDF or added to it") {
		t.Error(text)
	}

	other := drawn(sample())
	write := other.Write
	other.Write = func(d *notebook.Doc) error {
		d.Text("Another text does not change a figure.")
		return write(d)
	}
	if verdict, text := verified(t, other, "bars.svg", []byte(svg)); !verdict.Exact {
		t.Error(text)
	}
	changed := drawn(sample())
	changed.Write = func(d *notebook.Doc) error {
		d.Dataset("enforcement.csv")
		f := verdictFigure("bars")
		f.Height++
		d.Figure(f)
		return d.Err()
	}
	if _, text := verified(t, changed, "bars.svg", []byte(svg)); !strings.Contains(text, "why: the file is as it was made, from the same data") {
		t.Error(text)
	}
}

func TestVerifyRefuses(t *testing.T) {
	files := generated(t, drawn(sample()))
	missing := drawn(sample())
	missing.Write = func(d *notebook.Doc) error { d.Figure(verdictFigure("fixed")); return d.Err() }
	renamed := drawn(sample())
	renamed.Name = "another"
	failing := drawn(sample())
	failing.Write = func(d *notebook.Doc) error { return errors.New("no luck") }
	spoilt := drawn(sample())
	spoilt.Data = fstest.MapFS{"enforcement.csv": {Data: []byte(strings.Replace(enforcement, ",89,", ",many,", 1))}}
	for _, c := range []struct {
		notebook notebook.Notebook
		file     []byte
		kind     error
		says     string
	}{
		{drawn(sample()), []byte("a,b\n"), figure.ErrForeign, "neither SVG nor PDF nor PNG"},
		{drawn(sample()), nil, figure.ErrDamaged, "empty"},
		{drawn(sample()), files["bars.png"][:2000], figure.ErrDamaged, "cut off"},
		{drawn(sample()), files["bars.pdf"][:2000], figure.ErrDamaged, "cut off"},
		{drawn(sample()), files["bars.svg"][:700], figure.ErrDamaged, "cut off"},
		{drawn(sample()), foreign(t, "no JSON"), figure.ErrForeign, "not one of a notebook"},
		{drawn(sample()), foreign(t, `{"module": "example.org/other", "notebook": "x", "figure": "y"}`), figure.ErrForeign, "example.org/other"},
		{missing, files["bars.svg"], nil, "makes only fixed"},
		{renamed, files["bars.svg"], nil, "from datasets/enforcement.csv (SHA-256 "},
		{failing, files["bars.svg"], nil, "no luck"},
		{failing, files["bars.svg"], nil, "made from: datasets/enforcement.csv, SHA-256 "},
		{failing, files["bars.svg"], nil, "data: unchanged"},
		{spoilt, files["bars.svg"], nil, "record: figure bars of the notebook sample, made by"},
		{spoilt, files["bars.svg"], nil, "data: datasets/enforcement.csv has changed (SHA-256 "},
	} {
		_, err := notebook.NewVerifier(c.notebook).Verify("x.svg", c.file)
		if err == nil || c.kind != nil && !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), "x.svg: ") {
			t.Errorf("expected %q: %v", c.says, err)
		}
	}
}

// foreign is the figure of a program that puts something else into its record.
func foreign(t *testing.T, record string) []byte {
	t.Helper()
	f := verdictFigure("bars")
	f.Record = record
	rendered, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	return rendered.SVG()
}
