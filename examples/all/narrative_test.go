package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// reviewed is what a page for review may have to show: findings, open numbers, a text before and after the section, HTML, words
// without an end.
const reviewed = `UTOPIA (Tier 9)

It did little in 2021.

PROSECUTION

In 2021, courts convicted 12 traffickers – nine for sex trafficking and two for labor trafficking – an increase from 17 in 2020. Two lanterns &amp; <b>lamps</b> were lit.

Prosecutors charged 20 suspects under section 31, which prescribed up to 12 years' imprisonment. Courts convicted 15 traffickers in Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochllanfairpwllgwyngyll.

PROTECTION

It identified 44 victims.
`

// TestReviewPageIsAccessible holds the page that examples/narrative makes for review to what the notebooks' pages are held to.
func TestReviewPageIsAccessible(t *testing.T) {
	b := findBrowser(t)
	folder := t.TempDir()
	args := []string{"run", "../narrative", "-review", filepath.Join(folder, "review.html")}
	for name, text := range map[string]string{"utopia-2022": reviewed, "many": strings.Repeat(reviewed[strings.Index(reviewed, "In 2021, "):strings.Index(reviewed, "PROTECTION")], 12), "none": "It did."} {
		file := filepath.Join(folder, name+".txt")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if output, err := exec.CommandContext(t.Context(), "go", append(args, folder)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	page, err := os.ReadFile(filepath.Join(folder, "review.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, dark := range []bool{false, true} {
		for _, s := range b.examine(t, page, dark) {
			for _, problem := range s.Problems {
				t.Errorf("%s: %s", s.Screen, problem)
			}
		}
	}
}
