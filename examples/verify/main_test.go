package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/examples/notebooks"
)

// verifier is one for all tests, so that the notebooks run once.
var verifier = newVerifier()

// call runs a command line.
func call(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = verifier.Run(args, &out, &err)
	return status, out.String(), err.String()
}

// figures are the files of all figures of this module.
func figures(t *testing.T) []string {
	t.Helper()
	var list []string
	for _, ending := range []string{"svg", "pdf", "png"} {
		names, err := filepath.Glob("../../figures/*/*." + ending)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, names...)
	}
	if len(list) < 3*len(notebooks.All) {
		t.Fatalf("only %d files of figures", len(list))
	}
	return list
}

func TestEveryFigureOfThisCheckout(t *testing.T) {
	names := figures(t)
	status, stdout, stderr := call(names...)
	if status != 0 || stderr != "" {
		t.Errorf("status %d: %s%s", status, stdout, stderr)
	}
	if n := strings.Count(stdout, ": verified: "); n != len(names) {
		t.Errorf("%d of %d are verified", n, len(names))
	}
}

func TestOthers(t *testing.T) {
	name := figures(t)[0]
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	put := func(name string, data []byte) string {
		at := filepath.Join(folder, name)
		if err := os.WriteFile(at, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return at
	}
	at := bytes.LastIndex(file, []byte("</text>"))
	edited := slices.Concat(file[:at], []byte("!"), file[at:])
	for _, c := range []struct {
		name   string
		status int
		says   string
	}{
		{put("anything.bin", file), 0, "renamed: the notebook calls this file " + filepath.Base(name)},
		{put("edited.svg", edited), 1, "why: the file was edited"},
		{put("cut.svg", file[:len(file)/2]), 1, "damaged: the SVG is cut off"},
		{put("text.svg", []byte("hello\x1b[31m")), 1, "no figure of this module"},
		{put("empty.png", nil), 1, "the file is empty"},
		{folder, 1, "directory"},
		{filepath.Join(folder, "missing.png"), 1, "missing.png"},
	} {
		status, stdout, stderr := call(c.name)
		if status != c.status || !strings.Contains(stdout+stderr, c.says) || strings.ContainsRune(stdout+stderr, '\x1b') {
			t.Errorf("%s: status %d, expected %q in:\n%s%s", c.name, status, c.says, stdout, stderr)
		}
	}
	if status, stdout, stderr := call(filepath.Join(folder, "empty.png"), name); status != 1 || !strings.Contains(stdout, "verified") || stderr == "" {
		t.Errorf("a bad file keeps the next one from being verified: %d, %q, %q", status, stdout, stderr)
	}
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{nil, 2, "no file is named"},
		{[]string{"-unknown"}, 2, "-unknown"},
		{[]string{"-h"}, 0, "verify [-data FILE.csv]... FILE..."},
	} {
		status, stdout, stderr := call(c.args...)
		if status != c.status || !strings.Contains(stdout+stderr, c.says) {
			t.Errorf("%q: %d, %q, %q", c.args, status, stdout, stderr)
		}
	}
}
