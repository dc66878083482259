package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// block returns the text of the README's first fenced block of a language after a mark.
func block(t *testing.T, readme, after, language string) string {
	t.Helper()
	_, rest, found := strings.Cut(readme, after)
	match := regexp.MustCompile("(?s)```" + language + "\n(.*?)```").FindStringSubmatch(rest)
	if !found || match == nil {
		t.Fatalf("README.md has no block of %q after %q", language, after)
	}
	return match[1]
}

// TestReadmeProgram runs the program of the README as a user would and compares what it prints with what the README says.
func TestReadmeProgram(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	program := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(program, []byte(block(t, readme, "## In a Go program", "go")), 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command("go", "run", program)
	run.Dir = "../.."
	output, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	if want := block(t, readme, "It prints", "text"); string(output) != want {
		t.Errorf("the program prints\n%s\nbut README.md says\n%s", output, want)
	}
}

// TestReadmeNamesThePaths finds links of the README that lead nowhere.
func TestReadmeNamesThePaths(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	prose := regexp.MustCompile("(?s)```.*?```").ReplaceAllString(string(data), "")
	links := regexp.MustCompile(`\]\(([^)#:]+)\)|(?:src|href)="([^"#:]+)"`).FindAllStringSubmatch(prose, -1)
	if len(links) == 0 {
		t.Fatal("README.md has no links")
	}
	for _, link := range links {
		path := link[1] + link[2]
		if _, err := os.Stat(filepath.Join("../..", path)); err != nil {
			t.Errorf("README.md links to %s: %v", path, err)
		}
	}
}
