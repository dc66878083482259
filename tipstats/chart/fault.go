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
