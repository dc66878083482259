package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/narrative"
)

// pageOf is the page for review of texts.
func pageOf(t *testing.T, texts ...string) string {
	t.Helper()
	var list []review
	for i, text := range texts {
		r, err := narrative.Extract(text, narrative.Options{})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, newReview(reading{input: input{name: "a <b>"}, text: text, Reading: r}, fmt.Sprintf("n%d", i+1)))
	}
	page, err := renderReview(list)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

func TestReview(t *testing.T) {
	path := write(t, "utopia-2022.txt", strings.Replace(sample, "The academy", "Two lanterns & <b>lamps</b> were lit. The academy", 1))
	page := filepath.Join(t.TempDir(), "review.html")
	if code, _, errs := call("", "-review", page, path); code != 0 {
		t.Fatal(errs)
	}
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	html := string(data)
	for _, want := range []string{
		`title="coded: row 1, conviction, current: 12, person">12<sup><a href="#n1-row1">row 1</a></sup></mark> traffickers`, `title="no count of law enforcement: officials">30<sup>officials</sup></mark>`,
		`">Two<sup>? open</sup></mark> lanterns &amp; &lt;b&gt;lamps`, `">44<sup>outside</sup></mark>`, "add up to 11, not 12", "<a href=\"#n1-number3\">\u201c12 traffickers\u201d</a>",
		`<a href="#n1-number3">Row 1</a> conviction, current: 12, person`, "<q>four prosecutions</q>", "Prosecution, paragraph 1, sentence 1", `<li><a href="#n1-number9">Two</a> lanterns &amp; &lt;b&gt;lamps&lt;/b&gt; were lit.</li>`,
	} {
		if !strings.Contains(strings.ReplaceAll(html, "</b> ", " "), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// TestReviewLinks: every link leads to a place on the page, no place is named twice, and the page stands alone.
func TestReviewLinks(t *testing.T) {
	long := strings.Repeat("Courts convicted 12 traffickers, an increase from 14 in 2018. Forty-two lanterns were lit. ", 40)
	html := pageOf(t, sample, long, "", "No figure.", "Courts convicted 12 traffickers. <script>alert(12)</script> \" onclick=\"x")
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(html, -1) {
		if ids[m[1]] {
			t.Errorf("two places are named %s", m[1])
		}
		ids[m[1]] = true
	}
	links := regexp.MustCompile(` href="([^"]*)"`).FindAllStringSubmatch(html, -1)
	if len(links) < 200 {
		t.Errorf("%d links", len(links))
	}
	for _, m := range links {
		if target, ok := strings.CutPrefix(m[1], "#"); m[1] != "data:," && (!ok || !ids[target]) {
			t.Errorf("the link %s leads nowhere", m[1])
		}
	}
	for _, never := range []string{"<script", "http://", "https://", "src=", "<b>\"", "@import", "url("} {
		if strings.Contains(html, never) {
			t.Errorf("the page has %s: it must stand alone", never)
		}
	}
}

// TestReviewIsTheSameEachTime: the same texts make the same page.
func TestReviewIsTheSameEachTime(t *testing.T) {
	first := pageOf(t, sample, sample)
	for range 5 {
		if !bytes.Equal([]byte(first), []byte(pageOf(t, sample, sample))) {
			t.Fatal("the page differs")
		}
	}
}

// TestReviewShowsTheWholeText: taken together, the pieces of a page are the text.
func TestReviewShowsTheWholeText(t *testing.T) {
	for name, text := range map[string]string{
		"sample": sample, "section": "Courts convicted 12. ", "empty": "", "blank": " \n ", "headings": "PROSECUTION\n\nPROTECTION\n12", "references": "It did.\n\n187\n\nCourts convicted 12.[3] ", "tags": "<p>12</p><sup>3</sup>",
	} {
		r, err := narrative.Extract(text, narrative.Options{})
		if err != nil {
			t.Fatal(err)
		}
		v := newReview(reading{text: text, Reading: r}, "n1")
		var b strings.Builder
		for _, list := range append(append([][]piece{v.Before}, sentencePieces(v)...), v.After) {
			for _, p := range list {
				b.WriteString(p.Text)
			}
		}
		if b.String() != text {
			t.Errorf("%s: the page shows %q", name, b.String())
		}
	}
}

func sentencePieces(v review) [][]piece {
	var list [][]piece
	for _, s := range v.Sentences {
		list = append(list, s.Text)
	}
	return list
}
