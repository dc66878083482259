package notebook

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// small is a notebook of one sentence.
func small(name, sentence string) Notebook {
	return Notebook{Name: name, Title: "Small", Source: fstest.MapFS{}, Data: fstest.MapFS{},
		Write: func(d *Doc) error { d.Text(sentence); return d.Err() }}
}

// call runs a command line.
func call(c command, args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = c.run(args, &out, &err)
	return status, out.String(), err.String()
}

// checkout makes the working directory one of a module of this name.
func checkout(t *testing.T, module string) string {
	t.Helper()
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "go.mod"), []byte("// a comment\nmodule "+module+" // ours\n\ngo 1.26\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	below := filepath.Join(root, "examples", "small")
	if err := os.MkdirAll(below, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Chdir(below)
	return root
}

func TestCommandWritesAndChecks(t *testing.T) {
	root := checkout(t, modulePath)
	c := command{small("small", "A sentence.")}
	folder := filepath.Join(root, "figures", "small")

	status, stdout, stderr := call(c, "-check")
	if status != 1 || stdout != "" || !strings.Contains(stderr, "missing: README.md") || !strings.Contains(stderr, "go run ./examples/small") {
		t.Errorf("check of nothing: %d, %q, %q", status, stdout, stderr)
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("-check made the folder")
	}
	status, stdout, stderr = call(c)
	if status != 0 || stderr != "" || !strings.HasPrefix(stdout, "small: 5 files in ") || strings.Count(stdout, "\n") != 1 {
		t.Errorf("write: %d, %q, %q", status, stdout, stderr)
	}
	if _, err := os.Stat(filepath.Join(folder, "index.html")); err != nil {
		t.Error(err)
	}
	if status, stdout, stderr = call(c, "-check"); status != 0 || stderr != "" || !strings.HasPrefix(stdout, "small: everything in ") {
		t.Errorf("check: %d, %q, %q", status, stdout, stderr)
	}
}

func TestCommandOut(t *testing.T) {
	t.Chdir(t.TempDir())
	one := command{small("small", "A sentence.")}
	if status, _, stderr := call(one, "-out", "a/b"); status != 0 {
		t.Error(stderr)
	}
	if status, _, stderr := call(one, "-check", "-out", "a/b"); status != 0 {
		t.Error(stderr)
	}
	if err := os.Remove("a/b/README.md"); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := call(one, "-check", "-out", "a/b"); status != 1 ||
		!strings.Contains(stderr, "missing: README.md") || !strings.Contains(stderr, "go run ./examples/small -out a/b") {
		t.Errorf("%d, %q", status, stderr)
	}
}

func TestCommandErrors(t *testing.T) {
	t.Chdir(t.TempDir())
	good := command{small("small", "A sentence.")}
	bad := command{small("small", "There were 7.")}
	if err := os.WriteFile("file", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		command command
		args    string
		status  int
		says    string
	}{
		{good, "", 1, "say where with -out DIR"},
		{good, "-check", 1, "say where with -out DIR"},
		{good, "-out file", 1, "file"},
		{good, "-out file/below", 1, "file"},
		{bad, "-out new", 1, "a number in prose"},
		{bad, "-check -out new", 1, "a number in prose"},
		{good, "-unknown", 2, "-unknown"},
		{good, "more", 2, `unexpected argument "more"`},
		{good, "-out=", 2, "-out names no folder"},
		{good, "-out", 2, "-out"},
		{good, "-check=7", 2, "-check"},
	} {
		status, stdout, stderr := call(c.command, strings.Fields(c.args)...)
		if status != c.status || stdout != "" || !strings.Contains(stderr, c.says) {
			t.Errorf("%q: status %d, %q, %q", c.args, status, stdout, stderr)
		}
		if lines := strings.Count(stderr, "\n"); c.status == 1 && lines != 1 || c.status == 2 && !strings.Contains(stderr, "-check\n") {
			t.Errorf("%q: %d lines of error: %q", c.args, lines, stderr)
		}
	}
	if entries, _ := os.ReadDir("."); len(entries) != 1 {
		t.Errorf("something was written: %v", entries)
	}
}

func TestCommandHelp(t *testing.T) {
	for _, flag := range []string{"-h", "-help"} {
		status, stdout, stderr := call(command{small("small", "A.")}, flag)
		if status != 0 || stderr != "" || !strings.Contains(stdout, "-out folder") || !strings.Contains(stdout, "small") {
			t.Errorf("%s: %d, %q, %q", flag, status, stdout, stderr)
		}
	}
}

func TestModuleRoot(t *testing.T) {
	root := checkout(t, "example.org/theirs")
	working, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	found, err := moduleRoot(working, "example.org/theirs")
	if err != nil {
		t.Fatal(err)
	}
	a, _ := os.Stat(found)
	if b, _ := os.Stat(root); !os.SameFile(a, b) {
		t.Errorf("found %s, expected %s", found, root)
	}
	if found, err := moduleRoot(working, modulePath); err == nil || !strings.Contains(err.Error(), modulePath) {
		t.Errorf("found %q in another module, error %v", found, err)
	}
}
