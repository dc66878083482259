package main

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
)

// TestCollectionIsFresh regenerates the index of the figures, the metadata of a deposit and CITATION.cff in memory, and compares them
// with what is there.
func TestCollectionIsFresh(t *testing.T) {
	reports, err := collection.Check("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, report := range reports {
		if !report.Fresh() {
			t.Error(report)
		}
	}
}

// TestLinksLeadIntoTheBundle: who opens the archive can follow the links of its texts.
func TestLinksLeadIntoTheBundle(t *testing.T) {
	deposit := opened(t)
	link := regexp.MustCompile(`\]\(([^)#:\s]+)\)|(?:src|href)="([^"#:]+)"`)
	links := 0
	err := fs.WalkDir(deposit, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" || strings.Contains(name, "testdata") {
			return err
		}
		text, err := fs.ReadFile(deposit, name)
		for _, found := range link.FindAllStringSubmatch(string(text), -1) {
			target := path.Join(path.Dir(name), found[1]+found[2])
			if _, err := fs.Stat(deposit, target); err != nil {
				t.Errorf("%s links to %s, which the archive does not hold: add it to the collection's Texts", name, target)
			}
			links++
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if links == 0 {
		t.Error("no text of the archive has a link")
	}
}
