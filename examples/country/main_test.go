package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tipstats/tip/examples/country/study"
)

const header = "country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note\n"

// files are datasets as users bring them.
var files = map[string]string{
	"funnel with a bound and a breakdown that does not add up": header + `COL,2023,2022,investigation,new,all,case,320,exact,,true,a source,,
COL,2023,2022,investigation,new,sex,case,200,exact,,true,a source,,
COL,2023,2022,investigation,new,labor,case,100,exact,,true,a source,,
COL,2023,2022,conviction,unstated,all,person,20,at_least,,true,a source,,
COL,2023,2022,acquittal,unstated,all,person,4,exact,,false,a source,,
COL,2023,2021,conviction,unstated,all,person,NR,exact,,true,a source,,
`,
	"one figure that was not reported": header + "COL,2023,2022,conviction,unstated,all,person,NR,,,true,a <b>source</b>,\"=1+1\",\n",
	"two editions and two countries": header + `COL,2022,2021,conviction,unstated,all,person,7,exact,,true,s,,
COL,2023,2021,conviction,unstated,all,person,8,exact,,true,s,,
COL,2023,2021,acquittal,unstated,all,person,0,exact,,true,s,,
BOL,2023,2022,conviction,unstated,all,person,9,exact,,true,s,,
`,
}

func write(t *testing.T, csv string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "figures.csv")
	if err := os.WriteFile(name, []byte(csv), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestAnyCountry(t *testing.T) {
	for name, csv := range files {
		t.Run(name, func(t *testing.T) {
			data, out := write(t, csv), filepath.Join(t.TempDir(), "out")
			var stdout, stderr bytes.Buffer
			args := []string{"-data", data, "-country", "COL", "-name", "Colombia", "-out", out}
			if status := run(args, &stdout, &stderr); status != 0 {
				t.Fatalf("status %d: %s", status, &stderr)
			}
			if status := run(append(args, "-check"), &stdout, &stderr); status != 0 {
				t.Errorf("just written, and stale: %s", &stderr)
			}
			page, err := os.ReadFile(filepath.Join(out, "index.html"))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(page, []byte("Colombia")) || bytes.Contains(page, []byte("<b>source</b>")) {
				t.Error("the page lacks the country, or holds a cell as markup")
			}
		})
	}
}

// TestPrintedCommandReproduces runs the command that the page prints, with its quotation marks, in the folder of the CSV, and holds the
// notebook that was written from elsewhere against it: no folder of the machine is on the page.
func TestPrintedCommandReproduces(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "my data")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(folder, "it's mine.csv")
	if err := os.WriteFile(data, []byte(files["two editions and two countries"]), 0o600); err != nil {
		t.Fatal(err)
	}
	o := options{data: data, out: filepath.Join(folder, "out"),
		Options: study.Options{Country: "COL", Name: "Colombia", Source: "A source; of \"mine\"", Year: 2021}}
	var stdout, stderr bytes.Buffer
	if err := o.act(&stdout); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(o.out, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	n, err := o.notebook()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page, []byte(n.Command)) || bytes.Contains(page, []byte(folder)) {
		t.Errorf("the page does not say %q, or names %s", n.Command, folder)
	}
	t.Chdir(folder)
	words := shellWords(n.Command)
	if status := run(words[3:], &stdout, &stderr); status != 0 {
		t.Fatalf("%q: status %d: %s", words, status, &stderr)
	}
	if status := run(append(words[3:], "-out", "out", "-check"), &stdout, &stderr); status != 0 {
		t.Errorf("the notebook written from elsewhere is another: %s", &stderr)
	}
	if err := os.Remove(filepath.Join("out", "README.md")); err != nil {
		t.Fatal(err)
	}
	o.check = true
	if err := o.act(&stdout); err == nil || !strings.Contains(err.Error(), o.command()) {
		t.Errorf("the advice does not name %q: %v", o.command(), err)
	}
}

// shellWords splits a command as a shell does, as far as spaces, single quotation marks and backslashes go.
func shellWords(command string) []string {
	var words []string
	var word strings.Builder
	quoted, escaped := false, false
	for _, r := range command {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && !quoted:
			escaped = true
		case r == '\'':
			quoted = !quoted
		case r == ' ' && !quoted:
			words = append(words, word.String())
			word.Reset()
		default:
			word.WriteRune(r)
		}
	}
	return append(words, word.String())
}

func TestFindingsAreShown(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	data := write(t, files["funnel with a bound and a breakdown that does not add up"])
	if status := run([]string{"-data", data, "-country", "COL", "-out", out}, &stdout, &stderr); status != 0 {
		t.Fatal(stderr.String())
	}
	text, err := os.ReadFile(filepath.Join(out, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"do not agree", "add up to 300", "lies between", "may be incomplete"} {
		if !strings.Contains(string(text), words) {
			t.Errorf("README.md does not say %q", words)
		}
	}
}

func TestCommandLineErrors(t *testing.T) {
	good := write(t, files["two editions and two countries"])
	bad := write(t, header+"col,2023,2022,verdict,unstated,all,person,-3,exact,,true,s,,\n")
	out := filepath.Join(t.TempDir(), "out")
	for name, c := range map[string]struct {
		args   []string
		status int
		words  []string
	}{
		"nothing":         {nil, 2, []string{"-country is missing", "-data is missing", "-out is missing"}},
		"unknown flag":    {[]string{"-coutry", "COL"}, 2, []string{"-coutry"}},
		"argument":        {[]string{"-data", good, "-country", "COL", "-out", out, "extra"}, 2, []string{`"extra"`}},
		"no such file":    {[]string{"-data", good + "x", "-country", "COL", "-out", out}, 1, []string{"no such file"}},
		"a folder":        {[]string{"-data", filepath.Dir(good), "-country", "COL", "-out", out}, 1, []string{"folder"}},
		"unknown country": {[]string{"-data", good, "-country", "PER", "-out", out}, 1, []string{`"PER"`, "BOL and COL"}},
		"unknown year":    {[]string{"-data", good, "-country", "COL", "-year", "2019", "-out", out}, 1, []string{"2019", "2021"}},
		"bad rows":        {[]string{"-data", bad, "-country", "COL", "-out", out}, 1, []string{"line 2", "country", "stage", "value"}},
		"out is a file":   {[]string{"-data", good, "-country", "COL", "-out", good}, 1, []string{good}},
	} {
		var stdout, stderr bytes.Buffer
		if status := run(c.args, &stdout, &stderr); status != c.status {
			t.Errorf("%s: status %d, want %d: %s", name, status, c.status, &stderr)
		}
		for _, words := range c.words {
			if !strings.Contains(stderr.String(), words) {
				t.Errorf("%s: %q does not say %q", name, stderr.String(), words)
			}
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: something was written", name)
		}
	}
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-h"}, &stdout, &stderr); status != 0 || !strings.Contains(stdout.String(), "-country") {
		t.Errorf("-h: status %d, %s", status, &stdout)
	}
}

// TestSaysWhatIsNotShown: years that a figure leaves out are named, and the country by its name.
func TestSaysWhatIsNotShown(t *testing.T) {
	csv := header
	for year := 2015; year < 2022; year++ {
		csv += fmt.Sprintf("COL,2023,%d,investigation,new,all,case,30,exact,,true,s,,\nCOL,2023,%d,conviction,unstated,all,person,3,exact,,true,s,,\n", year, year)
		if year != 2018 {
			csv += fmt.Sprintf("COL,2023,%d,investigation,new,sex,case,20,exact,,true,s,,\n", year)
		}
	}
	out := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-data", write(t, csv), "-country", "COL", "-name", "Colombia", "-out", out}, &stdout, &stderr); status != 0 {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	page, err := os.ReadFile(filepath.Join(out, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Shown are the five newest years.", "no such share of the investigations: 2018.", "The figures carry no conviction rate for Colombia in 2021"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
