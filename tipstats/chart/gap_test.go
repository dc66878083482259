package chart

import (
	"fmt"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// The marks of a figure that was not reported, of one that no source states and of a refused quotient differ in shape.
func TestGapSignsDifferInShape(t *testing.T) {
	seen := map[string]string{}
	for _, words := range []string{notReportedWords, notFoundWords, refusedWords} {
		f := &figure.Figure{Name: "mark", Title: "mark", Alt: "mark", Height: 20, Draw: func(c *figure.Canvas) { gapSign(c.As("mark"), 10, 10, words) }}
		shape := ""
		for _, m := range proof(t, f).Marks() {
			if m.Role == "mark" {
				shape += fmt.Sprint(m.Kind, m.Box.H > 1, " ")
			}
		}
		if other, taken := seen[shape]; taken || shape == "" {
			t.Errorf("%s and %s have the same shape %q", words, other, shape)
		}
		seen[shape] = words
	}
}

func TestGapWordsOfCountsAndRefusals(t *testing.T) {
	for count, want := range map[tipstats.Count]string{tipstats.NotReported: "not reported", tipstats.NotFound: "not found"} {
		if got := gapWords(count); got != want {
			t.Errorf("%v: got %q, want %q", count, got, want)
		}
	}
	wrap := func(err error) error { return fmt.Errorf("89 convictions: %w", err) }
	for _, c := range []struct {
		err  error
		want string
	}{
		{wrap(tipstats.ErrNotReported), "not reported"}, {wrap(tipstats.ErrNotFound), "not found"},
		{wrap(tipstats.ErrUnits), "refused"}, {wrap(tipstats.ErrZero), "refused"},
		{fmt.Errorf("%w; %w", tipstats.ErrNotFound, tipstats.ErrUnits), "refused"},
	} {
		if got := refusalWords(c.err); got != c.want {
			t.Errorf("%v: got %q, want %q", c.err, got, c.want)
		}
	}
}

// A legend has the marks that occur, always in the same order.
func TestGapKeysNameWhatOccurs(t *testing.T) {
	var texts []string
	for _, k := range gapKeys(map[string]bool{refusedWords: true, notReportedWords: true, "": true}) {
		texts = append(texts, k.text)
	}
	if got := listed(texts); got != "not reported, as the source says and refused" {
		t.Error(got)
	}
}
