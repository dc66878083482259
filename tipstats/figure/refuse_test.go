package figure

import (
	"errors"
	"strings"
	"testing"
)

// TestOnlyTheCauseIsReported: where a figure has no height, is refused, or is drawn from nothing, Render says so, and not what follows.
func TestOnlyTheCauseIsReported(t *testing.T) {
	for want, draw := range map[string]func(*Canvas) float64{
		"the height that Fit returned is 2345.1: ": func(c *Canvas) float64 {
			for y := 0.0; y < 2300; y += 20 {
				c.Text(0, y, "row", Style{})
			}
			return 2345.0987654321
		},
		"no such country": func(c *Canvas) float64 {
			c.Text(-99, 0, "x", Style{})
			c.Refuse(errors.New("no such country"))
			return 1
		},
		`the key "a" has no Mark`: func(c *Canvas) float64 { c.Legend(0, 0, []Key{{Text: "a"}}); return 20 },
		"0 flows, fill given":     func(c *Canvas) float64 { c.Flows(Box{0, 0, 99, 99}, nil, nil); return 100 },
		"1 flows, fill given: false": func(c *Canvas) float64 {
			c.Flows(Box{0, 0, 99, 99}, []Flow{{From: "a", To: "b", Size: 1}}, nil)
			return 100
		},
	} {
		_, err := (&Figure{Name: "n", Title: "t", Alt: "a", Fit: draw}).Render()
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("want %q alone, got %v", want, err)
		}
	}
}

// TestCompositeKeepsToThePage: a journal cannot take a page that is higher than its own; Tall is the author's choice.
func TestCompositeKeepsToThePage(t *testing.T) {
	high := &Figure{Title: "t", Fit: func(c *Canvas) float64 { c.Rect(0, 0, 10, 500, Blue); return 500 }}
	f := composite(1, high, high)
	f.Profile = Nature1
	if _, err := f.Render(); err == nil || !strings.Contains(err.Error(), "too high for Nature1 by ") {
		t.Error(err)
	}
	f.Tall = true
	if _, err := f.Render(); err != nil {
		t.Error(err)
	}
}
