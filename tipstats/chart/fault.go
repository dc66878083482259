package chart

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// unknownStage says that a stage is none of the funnel's; nil if it is one.
func unknownStage(stage tipstats.Stage) error {
	if slices.Contains(tipstats.Stages(), stage) {
		return nil
	}
	var known []string
	for _, s := range tipstats.Stages() {
		known = append(known, string(s))
	}
	return fmt.Errorf("unknown stage %q: expected one of %s", stage, strings.Join(known, ", "))
}

// unknownCountry says that a dataset has no row of a country: a mistyped code is no finding about the country. It is nil if there is one.
func unknownCountry(ds *tipstats.Dataset, country string) error {
	known := ds.Countries()
	if slices.Contains(known, country) {
		return nil
	}
	return fmt.Errorf("the dataset has no row of country %q: it has %s", country, strings.Join(known, ", "))
}

// yearTwice says that two funnels are of one country and year: a figure is not set against itself. It is nil where none is.
func yearTwice(funnels []*tipstats.Funnel) error {
	for i, f := range funnels {
		for _, g := range funnels[:i] {
			if f != nil && g != nil && f.Country == g.Country && f.Year == g.Year {
				return fmt.Errorf("%s %d stands twice: a figure is not set against itself", f.Country, f.Year)
			}
		}
	}
	return nil
}
