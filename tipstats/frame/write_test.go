package frame

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWrite(t *testing.T) {
	var b bytes.Buffer
	err := Write(&b, []string{"a", "b"}, [][]string{{"1", "plain text"}, {"", "a,b"}, {"\"", "two\nlines"}})
	if want := "a,b\n1,plain text\n,\"a,b\"\n\"\"\"\",\"two\nlines\"\n"; err != nil || b.String() != want {
		t.Errorf("wrote %q, %v; want %q", b.String(), err, want)
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, tt := range []struct {
		message string
		columns []string
		rows    [][]string
	}{
		{"at least one column", nil, nil},
		{"column 2: read \"a\", expected a column once; column 1", []string{"a", "a"}, nil},
		{"a column's name", []string{""}, nil},
		{"row 2: expected 1 cell, not 2", []string{"a"}, [][]string{{"x"}, {"x", "y"}}},
		{"row 1, column 1: read \"\\xff\", expected UTF-8", []string{"a"}, [][]string{{"\xff"}}},
		{"U+000D", []string{"a"}, [][]string{{"\r\n"}}},
		{"U+0000", []string{"a\x00"}, nil},
		{"at most 65536 bytes", []string{"a"}, [][]string{{strings.Repeat("x", MaxCell+1)}}},
	} {
		var b bytes.Buffer
		err := Write(&b, tt.columns, tt.rows)
		if !errors.As(err, new(Problems)) || !strings.Contains(err.Error(), tt.message) || b.Len() > 0 {
			t.Errorf("error %v after %d bytes, want one with %q", err, b.Len(), tt.message)
		}
	}
}

// textual draws cells that a table may hold.
func textual() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.SampledFrom([]rune("ab ,\"\n\tñ;")), 0, 6, -1)
}

// TestWriteReadsBack: every table of text comes back as it was written.
func TestWriteReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 3).Draw(t, "width")
		schema := Schema{Fields: []Field{{Name: "a"}, {Name: "b,c"}, {Name: "d\"\n"}}[:width]}
		rows := rapid.SliceOfN(rapid.SliceOfN(textual(), width, width), 0, 5).Draw(t, "rows")
		var b bytes.Buffer
		if err := Write(&b, schema.Columns(), rows); err != nil {
			t.Fatal(err)
		}
		table, err := Read(&b, schema)
		if err != nil {
			t.Fatal(err)
		}
		if got := records(table); !reflect.DeepEqual(got, rows) {
			t.Fatalf("read %q, wrote %q", got, rows)
		}
	})
}

// records returns a table by rows.
func records(table *Table) [][]string {
	rows := make([][]string, table.Rows())
	for i := range rows {
		for _, column := range table.cells {
			rows[i] = append(rows[i], column[i])
		}
	}
	return rows
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "table.csv")
	for _, text := range []string{"first", "second, longer", ""} {
		if err := WriteFile(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("read %q, %v; wrote %q", got, err, text)
		}
	}
	only(t, path)
}

// only fails the test if the folder of a file holds anything else.
func only(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("folder holds %v, %v", entries, err)
	}
}

func TestWriteFileKeepsPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	path := filepath.Join(t.TempDir(), "table.csv")
	for _, want := range []os.FileMode{0o644, 0o600} {
		if err := WriteFile(path, nil); err != nil {
			t.Fatal(err)
		}
		if want != 0o644 {
			if err := os.Chmod(path, want); err != nil {
				t.Fatal(err)
			}
			if err := WriteFile(path, []byte("x")); err != nil {
				t.Fatal(err)
			}
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("permissions %v, %v; want %v", info.Mode().Perm(), err, want)
		}
	}
}

// TestWriteFileThatFails: the target is a folder, or its folder is not there, or something else is in
// the way; the old state stays and nothing lies about.
func TestWriteFileThatFails(t *testing.T) {
	folder := t.TempDir()
	target := filepath.Join(folder, "table.csv")
	if err := os.Mkdir(target, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(target, []byte("x")); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("a folder in the way: %v", err)
	}
	only(t, target)
	for _, path := range []string{filepath.Join(folder, "none", "table.csv"), filepath.Join(target, "x\x00y")} {
		if err := WriteFile(path, []byte("x")); err == nil || strings.Contains(err.Error(), ".tipstats-") {
			t.Errorf("%q was written", path)
		}
	}
	only(t, target)
	if entries, err := os.ReadDir(target); err != nil || len(entries) > 0 {
		t.Errorf("a rename that failed left %v, %v", entries, err)
	}
}
