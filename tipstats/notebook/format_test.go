package notebook_test

import (
	"math"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/notebook"
)

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		format   notebook.Format
		value    any
		expected string
	}{
		{notebook.Whole, 0, "0"},
		{notebook.Whole, 999, "999"},
		{notebook.Whole, 1266, "1,266"},
		{notebook.Whole, int64(-1234567), "−1,234,567"},
		{notebook.Whole, 160.0, "160"},
		{notebook.Whole, 0.1 * 30, "3"}, // 3.0000000000000004
		{notebook.Whole, uint8(7), "7"},
		{notebook.Whole, tipstats.Exactly(813), "813"},
		{notebook.Whole, tipstats.AtLeast(1500000), "at least 1,500,000"},
		{notebook.Whole, tipstats.AtMost(44), "at most 44"},
		{notebook.Whole, tipstats.Between(298, 1619), "between 298 and 1,619"},
		{notebook.Whole, tipstats.Between(0, 3), "at most 3"},
		{notebook.Whole, tipstats.Approximately(120), "about 120"},
		{notebook.Words, tipstats.AtLeast(8), "at least eight"},
		{notebook.Year, 2022, "2022"},
		{notebook.Words, 0, "zero"},
		{notebook.Words, 8, "eight"},
		{notebook.Words, 19, "nineteen"},
		{notebook.Words, 20, "twenty"},
		{notebook.Words, 39, "thirty-nine"},
		{notebook.Words, 99, "ninety-nine"},
		{notebook.Words, 100, "100"},
		{notebook.Words, 1266, "1,266"},
		{notebook.Words, -1, "−1"},
		{notebook.Decimal(1), 18.8479, "18.8"},
		{notebook.Decimal(2), 1.925619834710744, "1.93"},
		{notebook.Decimal(0), 1e6, "1,000,000"},
		{notebook.Decimal(1), -0.04, "0.0"},
		{notebook.Decimal(1), -0.06, "−0.1"},
		{notebook.Decimal(1), float32(2.5), "2.5"},
		{notebook.Percent(1), 0.55625, "55.6 %"},
		{notebook.Percent(0), 1, "100 %"},
		{notebook.Percent(1), 12.345, "1,234.5 %"},
		{notebook.Text, "a\n  b\tc", "a b c"},
		{notebook.Text, "a\x00b\ue000c\xffd", "a\ufffdb\ufffdc\ufffdd"},
	} {
		if got, err := c.format(c.value); got != c.expected || err != nil {
			t.Errorf("%#v: %q, %v, expected %q", c.value, got, err, c.expected)
		}
	}
}

// A number that differs in its last digit, as those of two processors do, is written alike, also where it is rounded at a half.
func TestFormatsOfTwoProcessors(t *testing.T) {
	for _, x := range []float64{0.55625, 0.125, 2.5, 0.479, 1.0 / 3} {
		for _, neighbour := range []float64{math.Nextafter(x, 0), math.Nextafter(x, 9)} {
			for _, format := range []notebook.Format{notebook.Decimal(0), notebook.Decimal(2), notebook.Percent(1), notebook.Percent(2)} {
				a, _ := format(x)
				if b, _ := format(neighbour); a != b {
					t.Errorf("%v is %q, its neighbour %v is %q", x, a, neighbour, b)
				}
			}
		}
	}
}

func TestFormatsRefuse(t *testing.T) {
	numeric := []notebook.Format{notebook.Whole, notebook.Year, notebook.Words, notebook.Decimal(1), notebook.Percent(1)}
	for _, format := range numeric {
		for _, value := range []any{nil, "7", true, math.NaN(), math.Inf(1), math.Inf(-1), tipstats.NotFound, tipstats.NotReported, []int{1}} {
			if got, err := format(value); err == nil {
				t.Errorf("%v came out as %q", value, got)
			}
		}
	}
	for _, format := range numeric[:3] {
		if got, err := format(1.5); err == nil {
			t.Errorf("1.5 came out as %q", got)
		}
	}
	for _, value := range []any{7, nil, "", " \n"} {
		if got, err := notebook.Text(value); err == nil {
			t.Errorf("%v came out as %q", value, got)
		}
	}
	_, err := notebook.Whole(tipstats.NotReported)
	if err == nil || !strings.Contains(err.Error(), "not reported") {
		t.Errorf("error %v does not say that the count is not reported", err)
	}
}
