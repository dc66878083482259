package main

import (
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

// TestBundleNeedsNothingElse makes the archive of the module, whose texts must all be there.
func TestBundleNeedsNothingElse(t *testing.T) {
	archive, err := collection.Bundle("../..")
	if err != nil {
		t.Fatal(err)
	}
	if len(archive) == 0 {
		t.Error("the archive is empty")
	}
}
