package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
)

const sample = `UTOPIA (Tier 9)

The state did little.

PROSECUTION

In 2021, courts convicted 12 traffickers – nine for sex trafficking and two for labor trafficking – compared with seven in 2020. Prosecutors initiated four prosecutions. The academy trained 30 officers.

PROTECTION

It identified 44 victims.
`

// call runs the command.
func call(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRows(t *testing.T) {
	path := write(t, "utopia-2022.txt", sample)
	want := `file,stage,cohort,form,unit,period,value,bound,slice,quote,note
utopia-2022,conviction,unstated,all,person,current,12,exact,,12 traffickers,
utopia-2022,conviction,unstated,sex,person,current,9,exact,,nine,inferred: part
utopia-2022,conviction,unstated,labor,person,current,2,exact,,two,inferred: part
utopia-2022,conviction,unstated,all,person,prior,7,exact,,seven,inferred: compared
utopia-2022,prosecution,new,all,unstated,current,4,exact,,four prosecutions,
`
	for name, args := range map[string][]string{"file": {path}, "folder": {filepath.Dir(path)}} {
		if code, out, errs := call("", args...); code != 0 || out != want || errs != "" {
			t.Errorf("%s: exit %d, %s\n%s", name, code, errs, out)
		}
	}
	code, out, _ := call("\ufeff"+sample, "-")
	if code != 0 || out != strings.ReplaceAll(want, "utopia-2022,", "stdin,") {
		t.Errorf("standard input: exit %d\n%s", code, out)
	}
}

func TestObservations(t *testing.T) {
	path := write(t, "utopia-2022.txt", sample)
	code, out, errs := call("", "-observations", "-country", "COL", path)
	if code != 0 || !strings.Contains(errs, "four prosecutions") || !strings.Contains(errs, "cases or persons") {
		t.Errorf("exit %d: %s", code, errs)
	}
	ds, err := tipstats.ReadCSV(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	list := ds.Observations()
	if len(list) != 4 || list[0].Year != 2021 || list[0].Report != 2022 || list[3].Year != 2020 || list[0].Source != "utopia-2022" || list[0].Locator != "Prosecution, paragraph 1, sentence 1" {
		t.Errorf("%+v", list)
	}
}

func TestErrors(t *testing.T) {
	damaged := write(t, "damaged.txt", "\u201ccaf\xe9\u201d")
	binary := write(t, "binary.txt", "caf \x00 12")
	page := write(t, "page.html", "<p>12</p>")
	nameless := write(t, "utopia.txt", sample)
	for name, c := range map[string]struct {
		args  []string
		code  int
		words []string
	}{
		"nothing":            {nil, 2, []string{"no narrative is named"}},
		"unknown flag":       {[]string{"-reviews", "x"}, 2, []string{"-reviews"}},
		"missing file":       {[]string{"absent.txt", "gone.txt"}, 1, []string{"absent.txt: there is no such file", "gone.txt"}},
		"empty folder":       {[]string{t.TempDir()}, 1, []string{"no .txt file"}},
		"damaged UTF-8":      {[]string{damaged}, 1, []string{"damaged.txt", "byte 6 is 0xe9", "not UTF-8"}},
		"binary":             {[]string{binary, nameless}, 1, []string{"binary.txt", "byte 4 is 0x00"}},
		"PDF":                {[]string{write(t, "a.txt", "%PDF-1.7 12")}, 1, []string{"a.txt", "a PDF"}},
		"odd UTF-16":         {[]string{write(t, "b.txt", "\xff\xfe1\x002")}, 1, []string{"b.txt", "byte 4"}},
		"no Windows-1252":    {[]string{write(t, "c.txt", "caf\xe9 \x81")}, 1, []string{"c.txt", "byte 5 is 0x81"}},
		"country missing":    {[]string{"-observations", nameless}, 1, []string{"utopia.txt", "-country", "COL-2023.txt", "-report"}},
		"no such country":    {[]string{"-observations", "-country", "XXX", nameless}, 2, []string{`"XXX"`, "no such code"}},
		"before the report":  {[]string{"-report", "1999", nameless}, 2, []string{"-report 1999", "2001"}},
		"page over a text":   {[]string{"-review", page, page}, 1, []string{"overwrite"}},
		"folder of others":   {[]string{filepath.Dir(page)}, 1, []string{"no .txt file"}},
		"country in small":   {[]string{"-observations", "-country", "col", nameless}, 2, []string{`"col"`, "three capitals"}},
		"report missing":     {[]string{"-observations", "-country", "COL", nameless}, 1, []string{"-report"}},
		"report off":         {[]string{"-report", "23", nameless}, 2, []string{"-report 23"}},
		"two for one":        {[]string{"-observations", "-country", "COL", nameless, damaged}, 1, []string{"damaged.txt"}},
		"a folder for one":   {[]string{"-observations", "-country", "COL", "-report", "2023", folderOfTwo(t)}, 1, []string{"takes one narrative", "2 were named"}},
		"review over a text": {[]string{"-review", nameless, nameless}, 2, []string{".html"}},
		"flag after a file":  {[]string{nameless, "-review", "x.html"}, 2, []string{"flags come first"}},
		"stdin twice":        {[]string{"-", "-"}, 2, []string{"twice"}},
		"review nowhere":     {[]string{"-review", filepath.Join(t.TempDir(), "no", "x.html"), nameless}, 1, []string{"x.html"}},
	} {
		code, out, errs := call(sample, c.args...)
		if code != c.code || out != "" {
			t.Errorf("%s: exit %d, want %d; wrote %q", name, code, c.code, out)
		}
		for _, w := range c.words {
			if !strings.Contains(errs, w) {
				t.Errorf("%s: the error does not say %q: %s", name, w, errs)
			}
		}
	}
	if code, out, _ := call("", "-h"); code != 0 || !strings.Contains(out, "-review") {
		t.Errorf("-h: exit %d, %s", code, out)
	}
}

// folderOfTwo is a folder with two narratives.
func folderOfTwo(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("The government convicted two traffickers."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestTextWithoutFiguresSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("The government maintained its efforts."), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := call("", path); code != 0 || !strings.Contains(errs, "no figure on law enforcement") {
		t.Errorf("status %d, %q", code, errs)
	}
}

// TestNamesAreNoFormulas: a file that somebody sent may be named like a formula, and the rows name it.
func TestNamesAreNoFormulas(t *testing.T) {
	path := write(t, "=cmd.txt", sample)
	for _, args := range [][]string{{path}, {"-observations", "-country", "COL", "-report", "2022", path}} {
		code, out, errs := call("", args...)
		if code != 0 || strings.Contains(out, "\n=cmd") || strings.Contains(out, ",=cmd") || !strings.Contains(out, "'=cmd") {
			t.Errorf("%q: exit %d, %s\n%s", args, code, errs, out)
		}
	}
}
