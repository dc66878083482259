package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const sentence12 = "The government convicted 12 traffickers – in the “capital” – and café owners."

// folderOf makes a folder with files.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// names are the narratives of the rows, in order.
func names(table string) string {
	var list []string
	for _, line := range strings.Split(strings.TrimSpace(table), "\n")[1:] {
		name, _, _ := strings.Cut(line, ",")
		list = append(list, name)
	}
	return strings.Join(list, " ")
}

func TestFolder(t *testing.T) {
	folder := folderOf(t, map[string]string{
		"b.TXT": sentence12, "a.txt": sentence12, "c.Txt": sentence12, "notes.csv": "a,b", "scan.pdf": "%PDF", "inside/d.txt": sentence12, "inside/a.txt": sentence12,
	})
	for link, to := range map[string]string{"loop": folder, "inside/up": "..", "self.txt": "self.txt", "gone.txt": "nowhere.txt", "again.txt": "a.txt"} {
		if err := os.Symlink(to, filepath.Join(folder, filepath.FromSlash(link))); err != nil {
			t.Skip(err)
		}
	}
	code, out, errs := call("", folder)
	slash := filepath.ToSlash(folder)
	if want := fmt.Sprintf("%s/a b c %s/inside/a d", slash, slash); code != 0 || names(out) != want {
		t.Errorf("exit %d: %s, want %s\n%s", code, names(out), want, errs)
	}
	for _, want := range []string{"notes.csv, scan.pdf", "gone.txt: passed over", "self.txt: passed over", "again.txt", "loop: the same folder", "read once"} {
		if !strings.Contains(errs, want) {
			t.Errorf("standard error does not say %q:\n%s", want, errs)
		}
	}
}

func TestNamedTwice(t *testing.T) {
	folder := folderOf(t, map[string]string{"a.txt": sentence12})
	path := filepath.Join(folder, "a.txt")
	for _, args := range [][]string{{path, path}, {path, folder}, {folder, folder}, {folder, path}} {
		code, out, errs := call("", args...)
		if code != 0 || names(out) != "a" || !strings.Contains(errs, "read once") {
			t.Errorf("%q: exit %d, %s, %s", args, code, names(out), errs)
		}
	}
}

func TestEncodings(t *testing.T) {
	utf16 := func(bigEndian bool) string {
		var b strings.Builder
		for _, r := range sentence12 {
			pair := []byte{byte(r), byte(r >> 8)}
			if bigEndian {
				pair[0], pair[1] = pair[1], pair[0]
			}
			b.Write(pair)
		}
		return b.String()
	}
	windows := strings.NewReplacer("–", "\x96", "“", "\x93", "”", "\x94", "é", "\xe9").Replace(sentence12)
	for name, c := range map[string]struct{ text, note string }{
		"UTF-8 with a mark":     {"\ufeff" + sentence12, ""},
		"UTF-16, little endian": {"\xff\xfe" + utf16(false), "UTF-16"},
		"UTF-16, big endian":    {"\xfe\xff" + utf16(true), "UTF-16"},
		"UTF-16 without a mark": {utf16(false), "UTF-16"},
		"UTF-16, big, without":  {utf16(true), "UTF-16"},
		"Windows-1252":          {windows, "Windows-1252"},
		"form feeds":            {"\f" + sentence12 + "\f", ""},
	} {
		text, note, err := decode([]byte(c.text))
		if err != nil || strings.Trim(text, "\f") != sentence12 || !strings.Contains(note, c.note) || (note == "") != (c.note == "") {
			t.Errorf("%s: %q, %q, %v", name, text, note, err)
		}
	}
	code, out, errs := call("", write(t, "w.txt", windows))
	if code != 0 || names(out) != "w" || !strings.Contains(errs, "w.txt: not UTF-8 (byte 40 is 0x96), read as Windows-1252") {
		t.Errorf("exit %d: %s\n%s", code, out, errs)
	}
}

func TestEmptyFile(t *testing.T) {
	for _, text := range []string{"", " \n", "\ufeff"} {
		code, out, errs := call("", write(t, "a.txt", text))
		if code != 0 || names(out) != "" || !strings.Contains(errs, "a.txt: the file is empty") {
			t.Errorf("%q: exit %d, %q, %s", text, code, out, errs)
		}
	}
}

// TestCountryAndYearOfTheName: a dataset takes both from a name like COL-2023, so that a folder makes one dataset.
func TestCountryAndYearOfTheName(t *testing.T) {
	folder := folderOf(t, map[string]string{"COL-2022.txt": sentence12, "COL-2023.txt": sentence12, "XKX-2023.txt": sentence12})
	code, out, errs := call("", "-observations", folder)
	if code != 0 {
		t.Fatalf("exit %d: %s", code, errs)
	}
	for _, want := range []string{"\nCOL,2022,2021,conviction", "\nCOL,2023,2022,conviction", "\nXKX,2023,2022,conviction"} {
		if !strings.Contains(out, want) {
			t.Errorf("no row%s\n%s", want, out)
		}
	}
	for name, want := range map[string]string{"COL-2023": "COL", "COL": "COL", "col-2023": "", "COLOMBIA-2023": "", "XXX-2023": "", "": "", "CO": ""} {
		if got := countryOf(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]int{"COL-2023": 2023, "COL-1999": 0, "x2023": 2023, "COL-2023-final": 0, "2023": 2023, "12023": 0} {
		if got := yearOf(name); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
	if len(countryCodes) != 249 {
		t.Errorf("%d codes, want the 249 of ISO 3166-1", len(countryCodes))
	}
}

// TestUnstatedUnitsAreSaid: what a dataset files by a rule, or leaves out, stands on standard error.
func TestUnstatedUnitsAreSaid(t *testing.T) {
	path := write(t, "COL-2023.txt", "Courts secured 12 convictions. Prosecutors initiated seven prosecutions.")
	code, out, errs := call("", "-observations", path)
	if code != 0 || strings.Count(out, "\n") != 2 {
		t.Fatalf("exit %d: %s\n%s", code, errs, out)
	}
	for _, want := range []string{"filed as persons", "seven prosecutions", "left out"} {
		if !strings.Contains(errs, want) {
			t.Errorf("standard error does not say %q: %s", want, errs)
		}
	}
}
