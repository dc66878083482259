package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"path"
	"regexp"
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
	archive, err := collection.Bundle("../..")
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	link := regexp.MustCompile(`\]\(([^)#:\s]+)\)|(?:src|href)="([^"#:]+)"`)
	links := 0
	for _, f := range r.File {
		if path.Ext(f.Name) != ".md" {
			continue
		}
		text, err := fs.ReadFile(r, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range link.FindAllStringSubmatch(string(text), -1) {
			target := path.Join(path.Dir(f.Name), found[1]+found[2])
			if _, err := fs.Stat(r, target); err != nil {
				t.Errorf("%s links to %s, which the archive does not hold: add it to the collection's Texts", f.Name, target)
			}
			links++
		}
	}
	if links == 0 {
		t.Error("no text of the archive has a link")
	}
}
