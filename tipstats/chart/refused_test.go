package chart

import (
	"math"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/panel"
)

// TestRefused: what cannot be drawn is an error in one sentence, in bounded time, and no panic.
func TestRefused(t *testing.T) {
	unsized := &panel.Result{Points: []panel.Point{{Group: panel.Group{Name: "A", Size: math.NaN()}}}}
	for i, c := range []struct {
		f    *figure.Figure
		want string
	}{
		{Funnel(nil, Credit{}), "the funnel is nil"},
		{Forms([]*tipstats.Funnel{nil}, tipstats.Conviction, Credit{}), "funnel 1 of 1 is nil"},
		{Years(nil, "PER", 2020, 2022, Credit{}), "the dataset is nil"},
		{Years(&tipstats.Dataset{}, "PER", 1900, 2022, Credit{}), "123 years do not fit; give From and To"},
		{Years(&tipstats.Dataset{}, "PER", 1, 1<<31-1, Credit{}), "2147483647 years do not fit"},
		{Years(&tipstats.Dataset{}, "PER", math.MinInt, math.MaxInt, Credit{}), "years do not fit"},
		{Control(nil, ControlWords{}, Credit{}), "a result without groups"},
		{Control(&panel.Result{}, ControlWords{}, Credit{}), "a result without groups"},
		{Control(unsized, ControlWords{}, Credit{}), "A has the size NaN"},
	} {
		_, err := c.f.Render()
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%d: want %q, got %v", i, c.want, err)
		}
	}
	shares := FormShares(tipstats.Sex, nil)
	if len(shares) != 1 || shares[0].Err == nil {
		t.Errorf("a nil funnel has the shares %v", shares)
	}
	proof(t, Shares("share of sex trafficking", shares, Credit{}))
}
