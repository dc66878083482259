package panel

import (
	"math"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/poisson"
	"github.com/tipstats/tip/tipstats/proportion"
)

func TestPool(t *testing.T) {
	groups := []Group{{"2021", 40, 80}, {"2022", 49, 80}}
	iv, err := Pool(groups, Proportions, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := proportion.Interval(89, 160, 0.95, proportion.Wilson)
	if iv.Estimate != want.Estimate || iv.Lower != want.Lower || iv.Upper != want.Upper || len(iv.Warnings) != 0 {
		t.Errorf("got %+v, want %+v", iv, want)
	}
	iv, err = Pool([]Group{{"a", 3, 1.5}, {"b", 5, 2.5}}, Rates, 0.9)
	rate, _ := poisson.Interval(8, 4, 0.9, poisson.Garwood)
	if err != nil || iv.Estimate != 2 || iv.Lower != rate.Lower || iv.Upper != rate.Upper {
		t.Errorf("got %+v, %v", iv, err)
	}
	iv, err = Pool([]Group{{"a", 100, 1000}, {"b", 900, 1000}}, Proportions, 0.95)
	if err != nil || len(iv.Warnings) != 1 || !strings.Contains(iv.Warnings[0], "more than chance") {
		t.Errorf("groups that differ: %+v, %v", iv, err)
	}
	for _, bad := range [][]Group{nil, {{"a", 2, 1}}, {{"a", 1, math.Inf(1)}}, {{"a", maxSize, maxSize}, {"b", 1, maxSize}}} {
		if _, err := Pool(bad, Proportions, 0.95); err == nil {
			t.Errorf("%v: no error", bad)
		}
	}
	if _, err := Pool(groups, Proportions, 1); err == nil {
		t.Error("a level of 1: no error")
	}
}
