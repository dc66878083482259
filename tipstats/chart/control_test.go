package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/panel"
)

// regions are convictions and prosecutions of 2016 by region, as a page that cites the 2017 edition gives them.
var regions = []panel.Group{
	{Name: "Africa", Events: 1119, Size: 1251}, {Name: "East Asia & Pacific", Events: 1953, Size: 2137},
	{Name: "Europe", Events: 1673, Size: 2703}, {Name: "Near East", Events: 1187, Size: 996},
	{Name: "South & Central Asia", Events: 2193, Size: 6297}, {Name: "Western Hemisphere", Events: 946, Size: 1513},
}

var regionWords = ControlWords{Groups: "regions", Value: "convictions per prosecution, 2016", Size: "prosecutions"}

func controlOf(t testing.TB, groups []panel.Group, kind panel.Kind, o panel.Options) *panel.Result {
	t.Helper()
	r, err := panel.Control(groups, kind, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestControlOfRegions(t *testing.T) {
	result := controlOf(t, regions, panel.Rates, panel.Options{Allowance: panel.ChanceAlone})
	r := proof(t, Control(result, regionWords, Credit{Source: "a page that cites the 2017 edition"}))
	wantText(t, r, "Convictions per prosecution, 2016: of 6 regions, 4 lie beyond the 99.8 % control limits: Africa, East Asia & Pacific, Near East and South & Central Asia",
		"2,000", "5,000", "inside the limits", "limits for chance alone flag too many", "95 % limits", "beyond the 99.8 % limits")
	// Every group stands where its size and value are, by the scale of the ticks.
	low, high := tickX(t, r, "1,000"), tickX(t, r, "5,000")
	zero, one := yTick(t, r, "0"), yTick(t, r, "1")
	for _, g := range regions {
		marks := append(marksAs(r, figure.PathMark, "group 2 "+g.Name), marksAs(r, figure.CircleMark, "group 0 "+g.Name)...)
		if len(marks) != 1 {
			t.Fatalf("%s has %d marks", g.Name, len(marks))
		}
		b := marks[0].Box
		wantNear(t, g.Name, b.X+b.W/2, low+(high-low)*math.Log(g.Size/1000)/math.Log(5))
		wantNear(t, g.Name+" upwards", b.Y+b.H/2, zero+(one-zero)*g.Value())
	}
	for _, m := range marksAs(r, figure.LineMark, "target") {
		if m.Box.W > 50 {
			wantNear(t, "target", m.Points[0].Y, zero+(one-zero)*result.Target)
		}
	}
	for _, line := range []string{"inner limit", "outer limit"} {
		curves := marksAs(r, figure.PathMark, line)
		if len(curves) != 2 {
			t.Fatalf("%s: %d curves, want 2", line, len(curves))
		}
		level := map[string]float64{"inner limit": result.Inner, "outer limit": result.Outer}[line]
		for _, p := range curves[0].Points {
			size := 1000 * math.Pow(5, (p.X-low)/(high-low))
			lower, _, err := result.LimitsAt(size, level)
			if err != nil {
				t.Fatal(err)
			}
			if want := zero + (one-zero)*lower; math.Abs(p.Y-want) > 0.15 {
				t.Errorf("%s at a size of %.0f: %.2f, want %.2f", line, size, p.Y, want)
			}
		}
	}
}

// tickX is the x coordinate of a number of the x axis.
func tickX(t *testing.T, r *figure.Rendered, text string) float64 {
	t.Helper()
	for _, m := range marksAs(r, figure.TextMark, "x tick") {
		if m.Text == text {
			return m.Points[0].X
		}
	}
	t.Fatalf("no tick %q on the x axis", text)
	return 0
}

func TestControlOfManyCountries(t *testing.T) {
	var groups []panel.Group
	for i := range 60 {
		n := 5 + (i*i*7)%900
		groups = append(groups, panel.Group{Name: fmt.Sprint("Country ", i), Events: n * (30 + (i*37)%40) / 100, Size: float64(n)})
	}
	groups[10].Events = int(groups[10].Size)
	f := Control(controlOf(t, groups, panel.Proportions, panel.Options{}), ControlWords{"countries", "share of verdicts that are convictions", "verdicts"}, Credit{})
	r := proof(t, f)
	wantText(t, r, "random effects", "100 %", "n = 60 countries")
	if len(f.Data.Rows) != 60 {
		t.Errorf("%d rows", len(f.Data.Rows))
	}
	if !strings.Contains(pageText(r), "Country 10") {
		t.Error("the group beyond the limits has no name")
	}
}

func TestControlAlwaysRenders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := []panel.Group{{Name: "a", Events: 1, Size: 3}, {Name: "b", Events: 1, Size: 2}}
		for range rapid.IntRange(0, 30).Draw(t, "groups") {
			size := rapid.OneOf(rapid.IntRange(1, 9), rapid.IntRange(1, 500), rapid.IntRange(1, 1_000_000_000)).Draw(t, "size")
			groups = append(groups, panel.Group{Name: anyName(t, "name", 9), Events: rapid.IntRange(0, size).Draw(t, "events"), Size: float64(size)})
		}
		kind := rapid.SampledFrom([]panel.Kind{panel.Proportions, panel.Rates}).Draw(t, "kind")
		allowance := rapid.SampledFrom([]panel.Allowance{panel.RandomEffects, panel.Multiplicative, panel.ChanceAlone}).Draw(t, "allowance")
		result, err := panel.Control(groups, kind, panel.Options{Allowance: allowance})
		if err != nil {
			t.Skip(err)
		}
		p := rapid.SampledFrom(profiles).Draw(t, "profile")
		if err := inProfile(Control(result, regionWords, Credit{}), p, nil); err != nil {
			t.Fatal(err)
		}
	})
}
