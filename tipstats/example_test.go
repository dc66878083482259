package tipstats_test

import (
	"fmt"
	"log"

	"github.com/tipstats/tip/datasets"
	"github.com/tipstats/tip/tipstats"
)

func funnel(year int) *tipstats.Funnel {
	dataset, err := datasets.Peru2023()
	if err != nil {
		log.Fatal(err)
	}
	f, err := dataset.Funnel("PER", year)
	if err != nil {
		log.Fatal(err)
	}
	return f
}

// A conviction rate needs the convictions and the acquittals of one year.
func ExampleFunnel_ConvictionRate() {
	rate, err := funnel(2022).ConvictionRate()
	if err != nil {
		log.Fatal(err)
	}
	interval, err := rate.Interval(0.95)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rate)
	fmt.Printf("%.1f %% (%.1f to %.1f), %s\n", 100*interval.Estimate, 100*interval.Lower, 100*interval.Upper, interval.Method)

	_, err = funnel(2021).ConvictionRate()
	fmt.Println(err)
	// Output:
	// conviction rate: 0.556 (proportion, 89 of 160)
	// 55.6 % (47.9 to 63.1), Wilson
	// no conviction rate for PER 2021: acquittals (persons) not found in any source
}

// Those convicted in a year are not a part of those newly prosecuted in it, so the ratio can exceed 1.
func ExampleFunnel_ConvictionsPerDefendant() {
	for _, year := range []int{2020, 2021, 2022} {
		ratio, err := funnel(year).ConvictionsPerDefendant()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(year, ratio)
	}
	// Output:
	// 2020 ratio of convictions to defendants: at most 0.659 (flow ratio, 29 to at least 44)
	// 2021 ratio of convictions to defendants: 1.926 (flow ratio, 233 to 121)
	// 2022 ratio of convictions to defendants: 0.369 (flow ratio, 89 to 241)
}

// Of the investigations of 2022 the report leaves 321 without a form: the share of a form has bounds, and so has its change.
func ExampleChangeBetween() {
	before, after := funnel(2021), funnel(2022)
	earlier, err := before.FormShare(before.Investigations, tipstats.Sex)
	if err != nil {
		log.Fatal(err)
	}
	later, err := after.FormShare(after.Investigations, tipstats.Sex)
	if err != nil {
		log.Fatal(err)
	}
	change, err := tipstats.ChangeBetween(earlier, later)
	if err != nil {
		log.Fatal(err)
	}
	low, high := later.Bounds()
	fmt.Printf("between %.1f %% and %.1f %%\n", 100*low, 100*high)
	fmt.Println(change)
	// Output:
	// between 36.7 % and 76.1 %
	// fell by at least 18.8 and at most 58.3 percentage points
}

// Persons are never divided by cases, unless the caller asks for it by name.
func ExampleNewRate() {
	f := funnel(2022)
	_, err := tipstats.NewRate(f.Convictions, f.Investigations)
	fmt.Println(err)

	rate, err := tipstats.NewRate(f.Convictions, f.Investigations, tipstats.AllowUnits)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rate.Warnings()[0])
	// Output:
	// no rate of convictions (persons) to investigations (cases, new) for PER 2022: 89 convictions (persons) over 813 investigations (cases, new): cases and persons are never divided by each other
	// overridden by the caller: 89 convictions (persons) over 813 investigations (cases, new): cases and persons are never divided by each other
}

// Three years cannot show a trend, whatever happened in them.
func ExampleSeries_MannKendall() {
	dataset, err := datasets.Peru2023()
	if err != nil {
		log.Fatal(err)
	}
	convictions, err := dataset.Series(tipstats.Query{Country: "PER", Stage: tipstats.Conviction})
	if err != nil {
		log.Fatal(err)
	}
	test, err := convictions.MannKendall()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("S = %d, p = %.2f, and p cannot be below %.2f\n", test.S, test.P, test.MinP)
	// Output:
	// S = 1, p = 1.00, and p cannot be below 0.33
}
