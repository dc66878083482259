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
