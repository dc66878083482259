package panel

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestMeanAgainstMetafor: the values are those of rma.uni(y, m(1-m)/n or m/e, method = "DL", test = "adhoc") of the R package metafor,
// with m the pooled value.
func TestMeanAgainstMetafor(t *testing.T) {
	groups := []Group{{"a", 8, 20}, {"b", 10, 25}, {"c", 14, 20}, {"d", 16, 30}, {"e", 5, 17}, {"f", 9, 22}}
	regions := []Group{{"Africa", 1119, 1251}, {"East Asia", 1953, 2137}, {"Europe", 1673, 2703}, {"Near East", 1187, 996}, {"South Asia", 2193, 6297}, {"West", 946, 1513}}
	for _, c := range []struct {
		groups              []Group
		kind                Kind
		level               float64
		mean, lower, higher float64
	}{
		{groups, Proportions, 0.95, 0.4602432520436902, 0.3166062355201973, 0.6038802685671831},
		{regions, Rates, 0.95, 0.765024334824307, 0.439615720611825, 1.090432949036789},
		{regions, Rates, 0.9, 0.765024334824307, 0.509940411936825, 1.020108257711788},
		{[]Group{{"a", 5, 10}, {"b", 10, 20}, {"c", 3, 6}}, Proportions, 0.95, 0.5, 0.1414456058542111, 0.8585543941457880},
	} {
		iv, err := Mean(c.groups, c.kind, c.level)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "mean", iv.Estimate, c.mean, 1e-12)
		near(t, "lower", iv.Lower, c.lower, 1e-12)
		near(t, "upper", iv.Upper, c.higher, 1e-12)
	}
}

// TestMeanByHand: four groups of equal size have equal weights: the mean is the plain one, and the interval that of Student for their
// values where they differ by more than chance.
func TestMeanByHand(t *testing.T) {
	iv, err := Mean([]Group{{"a", 200, 1000}, {"b", 400, 1000}, {"c", 600, 1000}, {"d", 800, 1000}}, Proportions, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "mean", iv.Estimate, 0.5, 1e-14)
	deviation := math.Sqrt((0.09 + 0.01 + 0.01 + 0.09) / 3)
	const student3 = 3.182446305284263 // upper 2.5 % point, 3 degrees of freedom
	near(t, "half width", iv.Upper-iv.Estimate, student3*deviation/2, 1e-12)
}

// TestMeanOfAnyGroups: it lies among the groups' values whatever their order, its interval holds it, a higher level is wider, and groups
// without spread beyond chance give the pooled value.
func TestMeanOfAnyGroups(t *testing.T) {
	for _, kind := range []Kind{Proportions, Rates} {
		rapid.Check(t, func(t *rapid.T) {
			groups := anyGroups(kind).Draw(t, "groups")
			iv, err := Mean(groups, kind, 0.9)
			if err != nil {
				t.Fatal(err)
			}
			wider, err := Mean(groups, kind, 0.99)
			if err != nil {
				t.Fatal(err)
			}
			low, high := math.Inf(1), math.Inf(-1)
			for _, g := range groups {
				low, high = math.Min(low, g.Value()), math.Max(high, g.Value())
			}
			if iv.Estimate < low-1e-12 || iv.Estimate > high+1e-12 || iv.Lower > iv.Estimate || iv.Upper < iv.Estimate || wider.Lower > iv.Lower || wider.Upper < iv.Upper {
				t.Fatalf("%+v, wider %+v, values from %v to %v", iv, wider, low, high)
			}
			slices.Reverse(groups)
			again, err := Mean(groups, kind, 0.9)
			if err != nil {
				t.Fatal(err)
			}
			near(t, "in another order", again.Estimate, iv.Estimate, 1e-9*(1+math.Abs(iv.Estimate)))
		})
	}
	iv, err := Mean([]Group{{"a", 10, 20}, {"b", 20, 41}, {"c", 6, 12}}, Proportions, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "without spread", iv.Estimate, 36./73, 1e-12)
}

func TestMeanRefuses(t *testing.T) {
	for name, groups := range map[string][]Group{
		"two groups": {{"a", 1, 4}, {"b", 2, 4}}, "no event": {{"a", 0, 4}, {"b", 0, 4}, {"c", 0, 4}}, "all events": {{"a", 4, 4}, {"b", 4, 4}, {"c", 2, 2}},
		"half a trial": {{"a", 1, 4.5}, {"b", 2, 4}, {"c", 2, 4}},
	} {
		if iv, err := Mean(groups, Proportions, 0.95); err == nil {
			t.Errorf("%s: no error but %+v", name, iv)
		}
	}
	if _, err := Mean([]Group{{"a", 1, 4}, {"b", 2, 4}, {"c", 2, 4}}, Proportions, 1); err == nil {
		t.Error("a level of 1: no error")
	}
}
