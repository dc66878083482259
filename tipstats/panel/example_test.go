package panel_test

import (
	"fmt"

	"github.com/tipstats/tip/tipstats/panel"
)

// Convictions per prosecution of 2016 in the six regions of the 2017 edition, as a ratio of two flows: no group is part of another.
func ExampleControl() {
	groups := []panel.Group{
		{Name: "Africa", Events: 1119, Size: 1251}, {Name: "East Asia & Pacific", Events: 1953, Size: 2137},
		{Name: "Europe", Events: 1673, Size: 2703}, {Name: "Near East", Events: 1187, Size: 996},
		{Name: "South & Central Asia", Events: 2193, Size: 6297}, {Name: "Western Hemisphere", Events: 946, Size: 1513},
	}
	chance, _ := panel.Control(groups, panel.Rates, panel.Options{Allowance: panel.ChanceAlone})
	wide, _ := panel.Control(groups, panel.Rates, panel.Options{})
	fmt.Printf("dispersion %.0f\n", chance.Dispersion.Phi)
	for i, p := range chance.Points {
		fmt.Printf("%s: %.2f, beyond limit %d by chance alone, %d with random effects\n", p.Name, p.Value, p.Beyond, wide.Points[i].Beyond)
	}
	// Output:
	// dispersion 292
	// Africa: 0.89, beyond limit 2 by chance alone, 0 with random effects
	// East Asia & Pacific: 0.91, beyond limit 2 by chance alone, 0 with random effects
	// Europe: 0.62, beyond limit 0 by chance alone, 0 with random effects
	// Near East: 1.19, beyond limit 2 by chance alone, 0 with random effects
	// South & Central Asia: 0.35, beyond limit 2 by chance alone, 0 with random effects
	// Western Hemisphere: 0.63, beyond limit 0 by chance alone, 0 with random effects
}

// One value for all groups, with a warning where they differ by more than chance.
func ExamplePool() {
	groups := []panel.Group{{Name: "2021", Events: 40, Size: 80}, {Name: "2022", Events: 49, Size: 80}}
	pooled, _ := panel.Pool(groups, panel.Proportions, 0.95)
	fmt.Printf("%.1f %% (%.1f to %.1f), %s\n", 100*pooled.Estimate, 100*pooled.Lower, 100*pooled.Upper, pooled.Method)
	apart, _ := panel.Pool([]panel.Group{{Name: "A", Events: 100, Size: 1000}, {Name: "B", Events: 900, Size: 1000}}, panel.Proportions, 0.95)
	fmt.Println(apart.Warnings[0])
	// Output:
	// 55.6 % (47.9 to 63.1), pooled, Wilson
	// the groups differ by more than chance (dispersion 640): the interval is too narrow for groups other than these
}

// What each group is to be expected to have: the small one is drawn further towards the others than the large one.
func ExampleShrink() {
	groups := []panel.Group{{Name: "A", Events: 9, Size: 10}, {Name: "B", Events: 450, Size: 500}, {Name: "C", Events: 200, Size: 500}, {Name: "D", Events: 310, Size: 500}}
	shrunk, _ := panel.Shrink(groups, panel.Proportions)
	for _, e := range shrunk.Estimates[:2] {
		fmt.Printf("%s: %.3f of its own, %.3f expected\n", e.Name, e.Value, e.Shrunk)
	}
	// Output:
	// A: 0.900 of its own, 0.845 expected
	// B: 0.900 of its own, 0.899 expected
}

// How much more than chance there is between groups: about 1 where there is chance alone.
func ExampleDisperse() {
	groups := []panel.Group{{Name: "a", Events: 8, Size: 20}, {Name: "b", Events: 10, Size: 20}, {Name: "c", Events: 14, Size: 20}, {Name: "d", Events: 16, Size: 20}}
	d, _ := panel.Disperse(groups, panel.Proportions, 0.6)
	fmt.Printf("dispersion %.2f, deviation between groups %.3f, p = %.3f\n", d.Phi, d.Tau, d.P)
	// Output:
	// dispersion 2.08, deviation between groups 0.146, p = 0.080
}

// Where the proportion of a group of 40 lies in about 95 of 100 years, if the true one is 60 %.
func ExampleProportionLimits() {
	lower, upper, _ := panel.ProportionLimits(40, 0.6, 0.95)
	fmt.Printf("%.1f %% to %.1f %%\n", 100*lower, 100*upper)
	// Output:
	// 43.3 % to 76.3 %
}

// Where the rate of a group with an exposure of 25 lies in about 95 of 100 years, if the true one is 1.3.
func ExampleRateLimits() {
	lower, upper, _ := panel.RateLimits(25, 1.3, 0.95)
	fmt.Printf("%.2f to %.2f\n", lower, upper)
	// Output:
	// 0.85 to 1.79
}

func ExampleGroup_Value() {
	fmt.Printf("%.3f\n", panel.Group{Name: "Peru, 2022", Events: 89, Size: 160}.Value())
	// Output:
	// 0.556
}

// The limits for groups of other sizes, such as for drawing them.
func ExampleResult_LimitsAt() {
	groups := []panel.Group{{Name: "A", Events: 89, Size: 160}, {Name: "B", Events: 12, Size: 40}, {Name: "C", Events: 30, Size: 41}}
	result, _ := panel.Control(groups, panel.Proportions, panel.Options{})
	for _, size := range []float64{20, 100} {
		lower, upper, _ := result.LimitsAt(size, 0.95)
		fmt.Printf("%.0f: %.2f to %.2f\n", size, lower, upper)
	}
	// Output:
	// 20: 0.15 to 0.94
	// 100: 0.20 to 0.88
}

// The mean of groups that differ: its interval is as wide as they do.
func ExampleMean() {
	groups := []panel.Group{
		{Name: "Africa", Events: 1119, Size: 1251}, {Name: "East Asia & Pacific", Events: 1953, Size: 2137},
		{Name: "Europe", Events: 1673, Size: 2703}, {Name: "Near East", Events: 1187, Size: 996},
		{Name: "South & Central Asia", Events: 2193, Size: 6297}, {Name: "Western Hemisphere", Events: 946, Size: 1513},
	}
	pooled, _ := panel.Pool(groups, panel.Rates, 0.95)
	mean, _ := panel.Mean(groups, panel.Rates, 0.95)
	fmt.Printf("pooled %.3f (%.3f to %.3f)\n", pooled.Estimate, pooled.Lower, pooled.Upper)
	fmt.Printf("mean   %.3f (%.3f to %.3f)\n", mean.Estimate, mean.Lower, mean.Upper)
	// Output:
	// pooled 0.609 (0.596 to 0.622)
	// mean   0.765 (0.440 to 1.090)
}
