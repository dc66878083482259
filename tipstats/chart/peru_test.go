package chart

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
)

// peruCSV are the figures on law enforcement of the Peru narrative in the 2023 report, without locators.
const peruCSV = `country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note
PER,2023,2022,investigation,new,all,case,813,exact,,true,tip2023,,
PER,2023,2022,investigation,new,sex,case,298,exact,,true,tip2023,,
PER,2023,2022,investigation,new,labor,case,194,exact,,true,tip2023,,
PER,2023,2022,investigation,new,unspecified,case,321,exact,,true,tip2023,,
PER,2023,2021,investigation,new,all,case,354,exact,,true,tip2023,,
PER,2023,2021,investigation,new,sex,case,336,exact,,true,tip2023,,
PER,2023,2021,investigation,new,labor,case,18,exact,,true,tip2023,,
PER,2023,2022,prosecution,new,all,case,103,exact,,true,tip2023,,
PER,2023,2022,prosecution,new,sex,case,58,exact,,true,tip2023,,
PER,2023,2022,prosecution,new,labor,case,17,exact,,true,tip2023,,
PER,2023,2022,prosecution,new,unspecified,case,28,exact,,true,tip2023,,
PER,2023,2022,prosecution,ongoing,all,case,45,exact,,true,tip2023,,
PER,2023,2022,prosecution,ongoing,sex,case,24,exact,,true,tip2023,,
PER,2023,2022,prosecution,ongoing,labor,case,13,exact,,true,tip2023,,
PER,2023,2022,prosecution,ongoing,unspecified,case,8,exact,,true,tip2023,,
PER,2023,2022,prosecution,both,all,person,241,exact,,true,tip2023,,
PER,2023,2022,conviction,unstated,all,person,89,exact,,true,tip2023,,
PER,2023,2022,conviction,unstated,sex,person,61,exact,,true,tip2023,,
PER,2023,2022,conviction,unstated,labor,person,21,exact,,true,tip2023,,
PER,2023,2022,conviction,unstated,unspecified,person,7,exact,,true,tip2023,,
PER,2023,2022,acquittal,unstated,all,person,71,exact,,true,tip2023,,
PER,2023,2022,arrest,unstated,all,person,NR,exact,,true,tip2023,,
PER,2023,2021,prosecution,new,all,person,121,exact,,true,tip2023,,
PER,2023,2021,conviction,unstated,all,person,233,exact,,true,tip2023,,
PER,2023,2020,prosecution,unstated,all,person,44,at_least,,false,tip2023,,
PER,2023,2020,conviction,unstated,all,person,29,exact,,false,tip2023,,
`

var peruCredit = Credit{
	Country: "Peru",
	Source:  "U.S. Department of State, 2023 Trafficking in Persons Report, Peru, Prosecution",
	Data:    "datasets/peru2023/enforcement.csv",
}

func peruDataset(t testing.TB) *tipstats.Dataset {
	t.Helper()
	ds, err := tipstats.ReadCSV(strings.NewReader(peruCSV))
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

func peruFunnel(t testing.TB, year int) *tipstats.Funnel {
	t.Helper()
	f, err := peruDataset(t).Funnel("PER", year)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
