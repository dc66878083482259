package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
)

func TestStatusWords(t *testing.T) {
	for _, s := range Statuses() {
		if got, err := ParseStatus(s.String()); err != nil || got != s {
			t.Errorf("%s: got %v, %v", s, got, err)
		}
	}
	if got, err := ParseStatus("partly"); err != nil || got != PartlyReported {
		t.Errorf("partly: got %v, %v", got, err)
	}
	if _, err := ParseStatus("reproted"); err == nil || !strings.Contains(err.Error(), `"reproted"`) {
		t.Errorf("a misspelt status: got error %v", err)
	}
}

// The marks differ in shape: a reader needs no colour to tell them apart.
func TestStatusMarksDifferInShape(t *testing.T) {
	type shape struct{ kinds string }
	seen := map[shape]Status{}
	for _, s := range Statuses() {
		f := &figure.Figure{Name: "mark", Title: "mark", Alt: "mark", Height: 20, Draw: func(c *figure.Canvas) { drawStatus(c.As("mark"), 10, 10, s) }}
		r, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		var of shape
		for _, m := range r.Marks() {
			if m.Role != "mark" {
				continue
			}
			of.kinds += string(rune('a' + int(m.Kind)))
			if center := m.Box.X + m.Box.W/2; m.Kind == figure.PathMark && center > 19.9 {
				t.Errorf("%s: the filled half is not on the left: centre %.2f", s, center)
			}
			if m.Box.W > statusSize+0.02 || m.Box.H > statusSize+0.02 {
				t.Errorf("%s: a mark of %.2f by %.2f points, wider than %v", s, m.Box.W, m.Box.H, statusSize)
			}
		}
		if other, taken := seen[of]; taken {
			t.Errorf("%s and %s have the same shape", s, other)
		}
		seen[of] = s
	}
}
