package notebook

import (
	"slices"
	"testing"
)

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		head         string
		cells        []string
		expectedHead string
		expected     []string
		pads         []string
		numeric      bool
	}{
		{"share", []string{"55.6 %", "-", "7 %", "100.25%", ""}, "share (%)", []string{"55.6", "-", "7", "100.25", ""}, []string{"0", "", ".00", "", ""}, true},
		{"share, %", []string{"5 %"}, "share, %", []string{"5"}, []string{""}, true},
		{"mixed", []string{"55.6 %", "7"}, "mixed", []string{"55.6 %", "7"}, []string{"", ".0"}, true},
		{"count", []string{"1,266", "at least 44", "NR", "about 120"}, "count", []string{"1,266", "at least 44", "NR", "about 120"}, []string{"", "", "", ""}, true},
		{"rate", []string{"0.55625", "−1", "1.5"}, "rate", []string{"0.55625", "−1", "1.5"}, []string{"", ".00000", "0000"}, true},
		{"words", []string{"5 %", "x"}, "words", []string{"5 %", "x"}, []string{"", ""}, false},
	} {
		rows := make([][]string, len(c.cells))
		for i, cell := range c.cells {
			rows[i] = []string{cell}
		}
		got := layOut([]string{c.head}, rows)[0]
		if got.head != c.expectedHead || !slices.Equal(got.cells, c.expected) || !slices.Equal(got.pads, c.pads) || got.numeric != c.numeric {
			t.Errorf("%s: %+v", c.head, got)
		}
	}
	if got := blank(".00"); got != "\u2008\u2007\u2007" {
		t.Errorf("%q", got)
	}
}
