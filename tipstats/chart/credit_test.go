package chart

import (
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
)

func TestCaption(t *testing.T) {
	for _, c := range []struct {
		credit  Credit
		remarks []string
		want    []string
	}{
		{Credit{"Peru", "The report", "a/b.csv"}, []string{"One thing", "", "Another."}, []string{"One thing. Another.", "Source: The report. Data: a/b.csv."}},
		{Credit{}, nil, nil},
		{Credit{Source: "The report."}, nil, []string{"Source: The report."}},
	} {
		if got := c.credit.caption(c.remarks...); !slices.Equal(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestPlace(t *testing.T) {
	if got := (Credit{Country: "Peru"}).place("PER"); got != "Peru" {
		t.Error(got)
	}
	if got := (Credit{Country: "  "}).place("PER"); got != "PER" {
		t.Error(got)
	}
}

// TestSized: the page is as high as the drawing needs; beyond a journal's page it is refused, unless its author says Tall.
func TestSized(t *testing.T) {
	for _, c := range []struct {
		height float64
		taller bool
	}{{50, false}, {600, false}, {900, true}} {
		f := sized(&figure.Figure{Name: "n", Title: "t", Alt: "a"}, func(canvas *figure.Canvas) float64 {
			canvas.Rect(0, 0, canvas.Width(), c.height, figure.Ink)
			return c.height
		})
		if _, err := f.Render(); (err != nil) != c.taller || err != nil && !strings.Contains(err.Error(), "too high for Nature2 by ") {
			t.Errorf("%v: %v", c.height, err)
		}
		f.Tall = true
		r, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		_, height := r.Size()
		if r.Area().H != c.height || height > figure.Nature2.MaxHeight != c.taller {
			t.Errorf("%v: area %v, page %v", c.height, r.Area(), height)
		}
	}
}
