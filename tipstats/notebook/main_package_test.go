package notebook

import (
	"embed"
	"runtime/debug"
	"strings"
	"testing"
	"testing/fstest"
)

func TestGoRun(t *testing.T) {
	info := &debug.BuildInfo{Main: debug.Module{Path: "example.org/mod"}}
	for folder, expected := range map[string]string{
		"example.org/mod": "go run .", "example.org/mod/cmd/x": "go run ./cmd/x", "example.org/modern": "", "command-line-arguments": "", "": "",
	} {
		if got, ok := goRun(folder, info); ok != (expected != "") || ok && got != expected {
			t.Errorf("%q is run by %q, expected %q", folder, got, expected)
		}
	}
	if _, ok := goRun("", &debug.BuildInfo{}); ok {
		t.Error("a program without a module has a command")
	}
}

func TestCheckCommand(t *testing.T) {
	n := Notebook{Name: "shelters", Source: embed.FS{}, Write: func(*Doc) error { return nil }}
	info := func(path string) *debug.BuildInfo {
		return &debug.BuildInfo{Path: path, Main: debug.Module{Path: "example.org/mod"}}
	}
	for path, expected := range map[string]string{
		"example.org/mod/examples/shelters": "", "example.org/mod/cmd/shelters": `this is "go run ./cmd/shelters": set Command`,
		"command-line-arguments": "",
	} {
		if err := n.checkCommand(info(path)); (err == nil) != (expected == "") || err != nil && !strings.Contains(err.Error(), expected) {
			t.Errorf("%s: %v, expected %q", path, err, expected)
		}
	}
	n.Source = fstest.MapFS{"main_package_test.go": {Data: []byte("package main")}}
	if err := n.checkCommand(info("command-line-arguments")); err == nil || !strings.Contains(err.Error(), "run its package") {
		t.Errorf("a program of loose files: %v", err)
	}
	n.Command = "make figures"
	if err := n.checkCommand(info("example.org/mod/cmd/shelters")); err != nil {
		t.Error(err)
	}
}

// In a test the functions of a main package have its path; the source says that it is one.
func TestMainPackageInItsTest(t *testing.T) {
	n := Notebook{Name: "shelters", Write: func(*Doc) error { return nil }}
	info, _ := debug.ReadBuildInfo()
	for source, expected := range map[string]string{"package main": packagePath, "package notebook": "", "": ""} {
		n.Source = fstest.MapFS{"main_package_test.go": {Data: []byte(source)}}
		if got := n.mainPackage(info); got != expected {
			t.Errorf("%q: package %q, expected %q", source, got, expected)
		}
	}
}
