package panel

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/proportion"
)

// anyGroups draws groups of any sizes with some events and some trials without.
func anyGroups(kind Kind) *rapid.Generator[[]Group] {
	return rapid.Custom(func(t *rapid.T) []Group {
		groups := []Group{{"first", 3, 10}, {"second", 4, 9}}
		for i := range rapid.IntRange(1, 30).Draw(t, "groups") {
			size := rapid.IntRange(1, 3000).Draw(t, "size")
			g := Group{Name: fmt.Sprint("group ", i), Events: rapid.IntRange(0, size).Draw(t, "events"), Size: float64(size)}
			if kind == Rates {
				g.Size *= 0.37
			}
			groups = append(groups, g)
		}
		return groups
	})
}

func TestControlOfAnyGroups(t *testing.T) {
	for _, kind := range []Kind{Proportions, Rates} {
		rapid.Check(t, func(t *rapid.T) {
			groups := anyGroups(kind).Draw(t, "groups")
			allowance := rapid.SampledFrom([]Allowance{RandomEffects, Multiplicative, ChanceAlone}).Draw(t, "allowance")
			r, err := Control(groups, kind, Options{Allowance: allowance})
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range r.Points {
				lo, hi := p.Limits[0][0], p.Limits[0][1]
				if p.Limits[1][0] > lo || p.Limits[1][1] < hi || math.IsNaN(lo+hi+p.Z) {
					t.Fatalf("limits %v of %v", p.Limits, p.Group)
				}
				if p.P < 0 || p.P > 1 || p.AdjustedP < p.P || p.AdjustedP > 1 {
					t.Fatalf("p %v, adjusted %v", p.P, p.AdjustedP)
				}
				for i, alpha := range []float64{0.05, 0.002} {
					if away := math.Abs(p.P/alpha - 1); away > 1e-9 && (p.Beyond > i) != (p.P < alpha) {
						t.Fatalf("beyond %d with p = %v: %+v", p.Beyond, p.P, p)
					}
				}
				if p.Name != groups[i].Name {
					t.Fatal("the order changed")
				}
			}
		})
	}
}

// TestControlIsExactWithChanceAlone: 95 % limits are those of the function, and P is twice the smaller tail.
func TestControlIsExactWithChanceAlone(t *testing.T) {
	r, err := Control([]Group{{"A", 1, 10}, {"B", 9, 10}}, Proportions, Options{Target: 0.5, Allowance: ChanceAlone, Adjustment: proportion.Bonferroni})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "P", r.Points[0].P, 2*11./1024, 1e-12)
	near(t, "adjusted P", r.Points[1].AdjustedP, 4*11./1024, 1e-12)
	lower, upper, _ := ProportionLimits(10, 0.5, 0.95)
	if r.Points[0].Limits[0] != [2]float64{lower, upper} || r.Points[0].Beyond != 1 {
		t.Errorf("%+v", r.Points[0])
	}
	rates, err := Control([]Group{{"A", 0, 2}, {"B", 9, 2}}, Rates, Options{Target: 2, Allowance: ChanceAlone})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "no event where 4 are expected", rates.Points[0].P, 2*math.Exp(-4), 1e-12)
}

// TestDisperseByHand: four groups of 25 at a target of one half have s = 0.1; values 0.4, 0.5, 0.7, 0.8 have z = -1, 0, 2, 3. With
// fewer than ten groups none is drawn in: the sum of squares is 14, and Tau^2 = (14 - 3)/(400 - 100) with weights of 100.
func TestDisperseByHand(t *testing.T) {
	d, err := Disperse([]Group{{"a", 8, 20}, {"b", 10, 20}, {"c", 14, 20}, {"d", 16, 20}}, Proportions, 0.5)
	if err != nil {
		t.Fatal(err)
	}
	s2 := 0.25 / 20
	q := (0.01 + 0 + 0.04 + 0.09) / s2
	near(t, "Phi", d.Phi, q/4, 1e-12)
	near(t, "Tau", d.Tau, math.Sqrt((q-3)*s2/3), 1e-12)
	near(t, "P", d.P, math.Exp(-q/2)*(1+q/2), 1e-12) // chi-squared, 4 degrees of freedom
	same, err := Disperse([]Group{{"a", 10, 20}, {"b", 20, 40}}, Proportions, 0.5)
	if err != nil || same.Phi != 0 || same.Tau != 0 {
		t.Errorf("equal groups: %+v, %v", same, err)
	}
}

// TestDisperseAgainstMetafor: with fewer than ten groups nothing is drawn in, and about the pooled value Tau is the estimate of
// rma.uni(y, target (1 - target)/n or target/e, method = "DL") of the R package metafor, I Phi its QE.
func TestDisperseAgainstMetafor(t *testing.T) {
	groups := []Group{{"a", 8, 20}, {"b", 10, 25}, {"c", 14, 20}, {"d", 16, 30}, {"e", 5, 17}, {"f", 9, 22}}
	d, err := Disperse(groups, Proportions, 62./134)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "Tau of proportions", d.Tau, 0.0825793802571437, 1e-13)
	near(t, "QE of proportions", 6*d.Phi, 8.04147467719574, 1e-12)
	regions := []Group{{"Africa", 1119, 1251}, {"East Asia", 1953, 2137}, {"Europe", 1673, 2703}, {"Near East", 1187, 996}, {"South Asia", 2193, 6297}, {"West", 946, 1513}}
	d, err = Disperse(regions, Rates, 9071./14897)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "Tau of rates", d.Tau, 0.309513219023104, 1e-12)
	near(t, "QE of rates", 6*d.Phi, 1753.35821318126, 1e-9)
}

// TestDisperseDrawsOutliersIn: one of ten groups that is far out changes nothing more once it is the farthest.
func TestDisperseDrawsOutliersIn(t *testing.T) {
	groups := func(events int) []Group {
		var list []Group
		for i := range 10 {
			list = append(list, Group{fmt.Sprint(i), 40 + 2*i, 100})
		}
		list[9].Events = events
		return list
	}
	near1, _ := Disperse(groups(60), Proportions, 0.5)
	far, _ := Disperse(groups(100), Proportions, 0.5)
	if near1 != far {
		t.Errorf("%+v and %+v", near1, far)
	}
}

func TestRandomEffectsWidenTheLimits(t *testing.T) {
	groups := []Group{{"a", 200, 1000}, {"b", 800, 1000}, {"c", 500, 1000}, {"d", 350, 1000}, {"e", 650, 1000}}
	chance, err := Control(groups, Proportions, Options{Allowance: ChanceAlone})
	if err != nil {
		t.Fatal(err)
	}
	wide, err := Control(groups, Proportions, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if chance.Points[0].Beyond != 2 || wide.Points[0].Beyond != 0 {
		t.Errorf("beyond %d by chance alone and %d with random effects", chance.Points[0].Beyond, wide.Points[0].Beyond)
	}
	half := 1.959963984540054 * math.Hypot(math.Sqrt(0.25/1000), wide.Dispersion.Tau)
	near(t, "lower", wide.Points[0].Limits[0][0], 0.5-half, 1e-12)
	if len(chance.Warnings) == 0 || !strings.Contains(chance.Warnings[0], "chance alone") {
		t.Errorf("warnings %v", chance.Warnings)
	}
	if !strings.Contains(wide.Method, "random effects") || !strings.Contains(wide.Method, "Holm") {
		t.Error(wide.Method)
	}
}

func TestControlRefuses(t *testing.T) {
	good := []Group{{"a", 1, 4}, {"b", 2, 4}}
	for name, c := range map[string]struct {
		groups []Group
		kind   Kind
		o      Options
	}{
		"one group":        {good[:1], Proportions, Options{}},
		"no event":         {[]Group{{"a", 0, 4}, {"b", 0, 4}}, Proportions, Options{}},
		"all events":       {[]Group{{"a", 4, 4}, {"b", 4, 4}}, Proportions, Options{}},
		"too many events":  {[]Group{{"a", 5, 4}, {"b", 0, 4}}, Proportions, Options{}},
		"negative":         {[]Group{{"a", -1, 4}, {"b", 0, 4}}, Rates, Options{}},
		"no size":          {[]Group{{"a", 1, 0}, {"b", 0, 4}}, Rates, Options{}},
		"half a trial":     {[]Group{{"a", 1, 2.5}, {"b", 0, 4}}, Proportions, Options{}},
		"NaN":              {[]Group{{"a", 1, math.NaN()}, {"b", 0, 4}}, Rates, Options{}},
		"target above one": {good, Proportions, Options{Target: 1.5}},
		"level":            {good, Proportions, Options{Inner: 1.2}},
		"levels":           {good, Proportions, Options{Inner: 0.99, Outer: 0.9}},
		"allowance":        {good, Proportions, Options{Allowance: 9}},
		"kind":             {good, 7, Options{}},
	} {
		if r, err := Control(c.groups, c.kind, c.o); err == nil {
			t.Errorf("%s: no error but %+v", name, r)
		}
	}
	_, err := Control([]Group{{"a", -1, 4}, {"b", 1, -4}}, Rates, Options{})
	if err == nil || !strings.Contains(err.Error(), `"a"`) || !strings.Contains(err.Error(), `"b"`) {
		t.Errorf("not every group is named: %v", err)
	}
}

func TestWidened(t *testing.T) {
	for _, c := range []struct {
		r    Result
		want bool
	}{
		{Result{Allowance: RandomEffects, Dispersion: Dispersion{Tau: 0.1}}, true},
		{Result{Allowance: RandomEffects}, false},
		{Result{Allowance: Multiplicative, Dispersion: Dispersion{Phi: 1.5}}, true},
		{Result{Allowance: Multiplicative, Dispersion: Dispersion{Phi: 1}}, false},
		{Result{Allowance: ChanceAlone, Dispersion: Dispersion{Tau: 1, Phi: 9}}, false},
	} {
		if got := c.r.Widened(); got != c.want {
			t.Errorf("%+v: %v", c.r, got)
		}
	}
}
